import { reminderTables } from '../../data/reminder-tables.ts';
import { remindCommands } from '../../documents/remind-words.ts';
import { isLull } from '../../engine/reminders/lull.ts';
import type { DueReminder } from '../../engine/reminders/plan-reminders.ts';
import { promptText } from '../../engine/reminders/prompt-text.ts';
import type { Notice } from '../../reminder-delivery.ts';
import type { KeptReminders } from './kept-reminders.ts';
import { noticeId } from './notice-id.ts';

/** On a locked screen nobody else need read what it is about. */
export const discreetTitle = 'Reminder';

/** A prompt in words, for a desktop that others may see and for the person's own terminal. */
export function noticeOf(
  due: readonly DueReminder[],
  { history, pain }: Pick<KeptReminders, 'history' | 'pain'>,
): { readonly notice: Notice; readonly textId: string } {
  const words = { tables: reminderTables, history, ...(pain === undefined ? {} : { pain }) };
  const open = promptText(due, { ...words, discreet: false });
  const shown = history.settings.openWords ? open : promptText(due, { ...words, discreet: true });
  return {
    notice: {
      id: noticeId(due, history.marks),
      title: history.settings.openWords ? 'backcare' : discreetTitle,
      text: shown.text,
      line: lineOf(due, open.text, history),
    },
    // Neither of the two is to be said again the next time.
    textId: shown.id === open.id ? open.id : `${open.id} ${shown.id}`,
  };
}

/** "backcare: Up, two breaths. (backcare stretch desk-break, then: backcare remind done)". */
export function lineOf(due: readonly DueReminder[], text: string, history: KeptReminders['history']): string {
  if (isLull(history)) return `backcare: ${text} (all of them again: ${remindCommands.resume})`;
  const starts = due.find(({ schedule }) => schedule.starts !== undefined)?.schedule.starts;
  const start = starts === undefined ? '' : `backcare ${starts}, `;
  return `backcare: ${text} (${start}then: backcare remind done)`;
}
