import type { Hindrance, SchedulerName, SchedulerState } from '../reminder-delivery.ts';
import { readInstallation } from './installed.ts';
import type { ReminderMachine } from './reminder-machine.ts';

const next =
  'To have them again: backcare remind install. To leave it so, and hear no more of it: backcare remind uninstall';

/**
 * Part of the state of a scheduler in which nothing of ours is seen, where something was installed with it.
 *
 * @param hindrance why it cannot be looked into; undefined when it was
 */
export function lostFrom(
  scheduler: SchedulerName,
  hindrance: Hindrance | undefined,
  machine: ReminderMachine,
): Pick<SchedulerState, 'lost'> {
  if (readInstallation(machine)?.scheduler !== scheduler) return {};
  if (hindrance === undefined) return { lost: { reason: takenOut(scheduler), next, isCertain: true } };
  return { lost: { reason: hindrance.reason, next: hindrance.next, isCertain: false } };
}

/** That somebody else has taken it out, a sentence. */
export function takenOut(scheduler: SchedulerName): string {
  return scheduler === 'cron'
    ? 'The lines of backcare were taken out of your crontab, so nothing starts the reminders.'
    : `The files of backcare for ${scheduler} were taken away, so nothing starts the reminders.`;
}
