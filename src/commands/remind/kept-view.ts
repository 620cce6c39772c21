import { inSentence } from '../../documents/answer-words.ts';
import type { RemindView, TodaysReminders } from '../../documents/remind-view.ts';
import { latestShown } from '../../engine/reminders/latest-shown.ts';
import {
  dateOfDay,
  dayOfWall,
  type OffsetMinutes,
  wallOf,
  wallText,
} from '../../engine/reminders/wall-time.ts';
import type { KeptReminders } from './kept-reminders.ts';

/** What the documents know of it. */
export function viewOf({ now, offsetMinutes, history, quiet, plan, stressRests }: KeptReminders): RemindView {
  return {
    now,
    offsetMinutes,
    schedules: history.schedules,
    quiet,
    plan,
    stressRests,
    waiting: waitingNames(history, now),
    today: todaysReminders(history.marks, dateOfDay(dayOfWall(wallOf(now, offsetMinutes))), offsetMinutes),
  };
}

/** Longer ago it would be a reproach. */
const answerable = 2 * 60 * 60_000;

function waitingNames(history: KeptReminders['history'], now: number): readonly string[] {
  const shown = latestShown(history, now) ?? [];
  const fresh = shown.filter((id) => (history.marks.get(id)?.shown.at(-1) ?? 0) > now - answerable);
  const schedules = new Set(fresh.map((id) => id.split('/')[0]));
  return history.schedules.flatMap(({ id, name }) => (schedules.has(id) ? [inSentence(name)] : []));
}

function todaysReminders(
  marks: KeptReminders['history']['marks'],
  date: string,
  offsetMinutes: OffsetMinutes,
): TodaysReminders {
  const own = [...marks].filter(([id]) => id.includes(`/${date}T`));
  const today = own.map(([, mark]) => mark);
  const answered = (is: string) => today.filter(({ answer }) => answer?.is === is).length;
  return {
    shown: today.filter(({ shown }) => shown.length > 0).length,
    done: answered('done'),
    early: own.filter(
      ([id, { answer, shown }]) =>
        answer?.is === 'done' &&
        shown.length === 0 &&
        wallText(wallOf(answer.at, offsetMinutes)) < id.slice(id.indexOf('/') + 1),
    ).length,
    // What was put off and done then was still put off.
    snoozed: today.filter(({ putOff = [] }) => putOff.length > 0).length,
    skipped: answered('skipped'),
  };
}
