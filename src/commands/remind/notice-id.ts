import type { DueReminder } from '../../engine/reminders/plan-reminders.ts';
import type { OccurrenceMark } from '../../engine/reminders/reminder-history.ts';

/**
 * Name of one showing: the first occurrence of the prompt, and which time it is, so that a snoozed one may come again. The
 * same on every machine and in every tick of the same moment.
 */
export function noticeId(due: readonly DueReminder[], marks: ReadonlyMap<string, OccurrenceMark>): string {
  const [first] = due;
  if (first === undefined) throw new Error('A prompt of nothing.');
  const { id } = first.occurrence;
  return first.again ? `${id}~${(marks.get(id)?.shown.length ?? 0) + 1}` : id;
}

/** The occurrence that a showing began with, and whether it was the first one. */
export function occurrenceOf(notice: string): { readonly id: string; readonly isAgain: boolean } {
  const [id = notice, again] = notice.split('~');
  return { id, isAgain: again !== undefined };
}
