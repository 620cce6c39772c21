import type { ReminderTables } from './reminder-schema.ts';
import { aboutReminders } from './reminders/about.ts';
import { caps, quietHours, reminderKindRows } from './reminders/kinds.ts';
import {
  articleReminders,
  fewReminders,
  reminderPlans,
  reviewReminder,
  trackReminders,
} from './reminders/plans.ts';
import { discreetTexts, missedTexts, reminderTexts } from './reminders/texts.ts';

/** Kinds, texts and ready schedules, for the reminder planner. */
export const reminderTables: ReminderTables = {
  kinds: reminderKindRows,
  caps,
  texts: reminderTexts,
  discreet: discreetTexts,
  missed: missedTexts,
  quiet: quietHours,
  few: fewReminders,
  article: articleReminders,
  tracks: trackReminders,
  plans: reminderPlans,
  review: reviewReminder,
  about: aboutReminders,
};
