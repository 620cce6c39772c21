import type { Schedule } from '../../data/reminder-schema.ts';
import { inSentence } from '../../documents/answer-words.ts';
import { remindCommands } from '../../documents/remind-words.ts';
import { personDay } from '../../engine/log/person-day.ts';
import { latestShown } from '../../engine/reminders/latest-shown.ts';
import { leftToday } from '../../engine/reminders/left-today.ts';
import { InputError } from '../../errors.ts';
import type { RemindRun } from './open-reminders.ts';

/**
 * What of one schedule an answer is about: the time that is due, else the one that was shown last today, else the next one
 * of today, since what is done before it comes need not come. Never one of another day. Throws `InputError` where there is
 * none.
 */
export function answeredOf({ id, name }: Schedule, run: RemindRun) {
  const { kept, preferences } = run;
  const called = (occurrence: string) => `the ${occurrence.slice(-'00:00'.length)} ${inSentence(name)}`;
  const waiting = dueOf(id, run) ?? shownToday(id, run);
  if (waiting !== undefined) return { ids: waiting, names: waiting.map(called) };
  const [next] = leftToday(kept.planInput, id, preferences.dayStart);
  if (next !== undefined) return { ids: [next.id], names: [called(next.id)], isAhead: true };
  throw new InputError(`"${id}" has none left today.`, {
    reason: 'There is nothing that could be ticked.',
    next: `See what comes: ${remindCommands.list}`,
  });
}

function dueOf(id: string, { kept: { plan } }: RemindRun): readonly string[] | undefined {
  const ids = plan.due.flatMap(({ schedule, occurrence }) => (schedule.id === id ? [occurrence.id] : []));
  return ids.length === 0 ? undefined : ids;
}

/** Whatever of another schedule was shown since. */
function shownToday(
  id: string,
  { kept, preferences: { dayStart } }: RemindRun,
): readonly string[] | undefined {
  const { history, now, offsetMinutes } = kept;
  const dayOf = (at: number) => personDay({ at, offsetMinutes: offsetMinutes(at) }, dayStart);
  const own = [...history.marks].filter(
    ([occurrence, { shown }]) => occurrence.startsWith(`${id}/`) && dayOf(shown.at(-1) ?? 0) === dayOf(now),
  );
  return latestShown({ marks: new Map(own) }, now);
}
