import type { KeptSchedule, OccurrenceMark, ReminderHistory } from './reminder-history.ts';
import { dateOfDay, dayOfDateText } from './wall-time.ts';

/** A question to the person: nothing changes by itself. */
export interface Ask {
  readonly schedule: string;
  readonly ask: 'fewer-or-other-time-or-stop' | 'keep-one-a-day';
}

const hour = 60 * 60_000;
/** Days on which all prompts were passed over. */
const daysInARow = 3;
/** Older than this they say nothing about now. */
const lately = 7;
/** About ten weeks until a habit runs by itself (lally-2010). */
const settledDays = 70;

/** "Fewer, another time, or stop?" after three days on which every prompt of a schedule was passed over. */
export function isPassedOverForDays(
  { id, starts }: KeptSchedule,
  history: ReminderHistory,
  today: number,
): boolean {
  const days = new Map<string, boolean>();
  for (const [occurrence, mark] of history.marks) {
    if (mark.shown.length === 0 || !occurrence.startsWith(`${id}/`)) continue;
    const date = occurrence.slice(id.length + 1).split('T')[0] ?? '';
    days.set(date, (days.get(date) ?? true) && isPassedOver(mark, starts, history));
  }
  const before = [...days.keys()].filter((date) => date < dateOfDay(today)).sort();
  const last = before.slice(-daysInARow);
  const isLately = today - dayOfDateText(last[0] ?? '1970-01-01') <= lately;
  return last.length === daysInARow && isLately && last.every((date) => days.get(date) === true);
}

/** "Keep one a day?" once it has been a habit of about ten weeks. */
export function isSettled({ since }: KeptSchedule, now: number): boolean {
  return since <= now - settledDays * 24 * hour;
}

function isPassedOver(
  { shown, answer }: OccurrenceMark,
  starts: string | undefined,
  { practised }: ReminderHistory,
): boolean {
  if (answer !== undefined) return false;
  const words = starts?.split(' ') ?? [];
  return !practised.some(({ what, at }) =>
    shown.some((shownAt) => words.includes(what) && Math.abs(at - shownAt) < 2 * hour),
  );
}
