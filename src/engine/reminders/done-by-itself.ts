import type { Schedule } from '../../data/reminder-schema.ts';
import type { Occurrence } from './occurrence.ts';
import type { ReminderHistory } from './reminder-history.ts';

/** What was done by itself so shortly before a slot stands for it (judged). */
const before = 30 * 60_000;

/** What a schedule starts was done shortly before a slot, or while it was open. */
export function isDoneByItself(
  { at, until }: Pick<Occurrence, 'at' | 'until'>,
  { starts }: Pick<Schedule, 'starts'>,
  { practised }: Pick<ReminderHistory, 'practised'>,
): boolean {
  if (starts === undefined || practised.length === 0) return false;
  const words = starts.split(' ');
  return practised.some((each) => at - before <= each.at && each.at < until && words.includes(each.what));
}
