import type { Window } from '../data/reminder-schema.ts';
import type { ReminderPlan } from '../engine/reminders/plan-reminders.ts';
import type { KeptSchedule } from '../engine/reminders/reminder-history.ts';
import type { OffsetMinutes } from '../engine/reminders/wall-time.ts';

/** Everything that the page of all reminders shows. */
export interface RemindView {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly offsetMinutes: OffsetMinutes;
  readonly schedules: readonly KeptSchedule[];
  readonly quiet: readonly Window[];
  readonly plan: ReminderPlan;
  /** Those of the stress plan rest with it. */
  readonly stressRests?: boolean;
  /** What became of today's, so far. */
  readonly today: TodaysReminders;
  /** Names of those that were shown a moment ago and have no answer. */
  readonly waiting: readonly string[];
}

export interface TodaysReminders {
  readonly shown: number;
  readonly done: number;
  /** Of those done, the ones ticked before their time. */
  readonly early: number;
  readonly snoozed: number;
  readonly skipped: number;
}
