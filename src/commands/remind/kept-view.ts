import { inSentence } from '../../documents/answer-words.ts';
import type { RemindView, TodaysReminders } from '../../documents/remind-view.ts';
import { latestShown } from '../../engine/reminders/latest-shown.ts';
import { dateOfDay, dayOfWall, wallOf } from '../../engine/reminders/wall-time.ts';
import type { KeptReminders } from './kept-reminders.ts';

/** What the documents know of it. */
export function viewOf({ now, offsetMinutes, history, quiet, plan }: KeptReminders): RemindView {
  return {
    now,
    offsetMinutes,
    schedules: history.schedules,
    quiet,
    plan,
    waiting: waitingNames(history, now),
    today: todaysReminders(history.marks, dateOfDay(dayOfWall(wallOf(now, offsetMinutes)))),
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

function todaysReminders(marks: KeptReminders['history']['marks'], date: string): TodaysReminders {
  const today = [...marks].flatMap(([id, mark]) => (id.includes(`/${date}T`) ? [mark] : []));
  const answered = (is: string) => today.filter(({ answer }) => answer?.is === is).length;
  return {
    shown: today.filter(({ shown }) => shown.length > 0).length,
    done: answered('done'),
    snoozed: answered('snoozed'),
    skipped: answered('skipped'),
  };
}
