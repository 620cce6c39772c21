import type { Schedule } from '../../data/reminder-schema.ts';
import { reminderTables } from '../../data/reminder-tables.ts';
import { scheduleRow } from '../../documents/remind-document.ts';
import { momentInWords, remindCommands } from '../../documents/remind-words.ts';
import { scheduleProblems } from '../../engine/reminders/check-schedule.ts';
import { occurrencesBetween } from '../../engine/reminders/occurrences.ts';
import { reminderKinds, type ScheduleBody } from '../../engine/reminders/reminder-events.ts';
import { InputError } from '../../errors.ts';
import { nearest } from '../nearest.ts';
import { answerRemind, type RemindRun, reread } from './open-reminders.ts';

/**
 * Keeps a schedule and says when it comes. Throws `InputError` for one that can never come.
 *
 * @param did what was done, a sentence
 */
export async function keepSchedule(run: RemindRun, schedule: Schedule, did: string): Promise<void> {
  const { history } = run.kept;
  const others = history.schedules.filter(({ id }) => id !== schedule.id);
  const { refused, notes } = scheduleProblems(schedule, {
    others,
    settings: history.settings,
    tables: reminderTables,
  });
  const [why, ...more] = refused;
  if (why !== undefined)
    throw new InputError('This reminder would never come.', {
      reason: [why, ...more].join(' '),
      next: 'Nothing was kept. Take other times or days, or other quiet hours: backcare remind quiet-hours',
    });
  await (await run.ctx.record()).append(reminderKinds.schedule, { schedule } satisfies ScheduleBody);
  const after = await reread(run);
  await answerRemind(
    after,
    [did, ...firstTime(after, schedule), ...notes],
    [remindCommands.list, remindCommands.undo],
    [{ kind: 'rows', rows: [scheduleRow(schedule)] }],
  );
}

const day = 24 * 60 * 60_000;
/** How far the first time is looked for: most are soon, some come after a holiday. */
const reaches = [9 * day, 366 * day] as const;

/** When it comes for the first time. */
function firstTime({ kept }: RemindRun, { id }: Schedule): readonly string[] {
  const { plan, now, offsetMinutes, history } = kept;
  const { schedules, settings, pauses } = history;
  const isPaused = (at: number) => pauses.some(({ from, until }) => from <= at && at < until);
  const firstWithin = (reach: number) =>
    occurrencesBetween({
      schedules,
      settings,
      tables: reminderTables,
      from: now,
      to: now + reach,
      offsetMinutes,
    }).find((each) => each.schedule === id && each.at > now && !isPaused(each.at));
  const first = plan.next?.schedule === id ? plan.next : (firstWithin(reaches[0]) ?? firstWithin(reaches[1]));
  return first === undefined ? [] : [`First: ${momentInWords(first.at, now, offsetMinutes)}.`];
}

/** The schedule of this name. Throws `InputError` with the nearest one. */
export function scheduleNamed(
  typed: string,
  { kept }: RemindRun,
): RemindRun['kept']['history']['schedules'][number] {
  const { schedules } = kept.history;
  const word = typed.trim().toLowerCase();
  const found = schedules.find(({ id, name }) => id === word || name.toLowerCase() === word);
  if (found !== undefined) return found;
  const ids = schedules.map(({ id }) => id);
  const near = nearest(typed, ids);
  throw new InputError(`No reminder is called ${JSON.stringify(typed)}.`, {
    reason:
      near !== undefined
        ? `Did you mean "${near}"?`
        : ids.length === 0
          ? 'None is set yet.'
          : `There are: ${ids.join(', ')}.`,
    next: `See them: ${remindCommands.list}`,
  });
}
