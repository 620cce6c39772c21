import type { ReminderTables } from '../../data/reminder-schema.ts';
import { isLull, isLullDue } from './lull.ts';
import type { DueReminder, PlanInput } from './plan-reminders.ts';
import { simulateReminders } from './simulate.ts';

/** One prompt that will come. */
export interface UpcomingReminder {
  readonly at: number;
  readonly due: readonly DueReminder[];
  readonly text: { readonly id: string; readonly text: string };
}

/** What will come up to an instant with somebody always there, beginning with what is due now. */
export function upcomingReminders(
  input: Omit<PlanInput, 'tables' | 'lastTick'> & { readonly tables: ReminderTables },
  until: number,
): readonly UpcomingReminder[] {
  const { now, ...rest } = input;
  const isSilent = isLull(input.history) || isLullDue(input.history, now);
  return simulateReminders({
    ...rest,
    from: now,
    to: until,
    isAwake: () => true,
    ...(isSilent ? { respond: () => undefined } : {}),
  }).flatMap((each) => (each.kind === 'shown' ? [{ at: each.at, due: each.due, text: each.text }] : []));
}
