import type { Context } from '../../context.ts';
import { reminderKinds, type ShownBody } from '../../engine/reminders/reminder-events.ts';
import type { ReminderDelivery } from '../../reminder-delivery.ts';
import type { KeptReminders } from './kept-reminders.ts';
import { occurrenceOf } from './notice-id.ts';

/**
 * Puts into the record what shells have shown by themselves. Gives whether something was new.
 *
 * @param read the reminders as the record has them; asked for only when there is something to put in
 */
export async function absorbShown(
  ctx: Context,
  delivery: ReminderDelivery,
  read: () => Promise<KeptReminders>,
): Promise<boolean> {
  const shown = await delivery.takeShown();
  if (shown.length === 0) return false;
  const { history } = await read();
  const record = await ctx.record();
  let isNew = false;
  for (const { id: notice, occurrences } of shown) {
    const { id, isAgain } = occurrenceOf(notice);
    // Another tick was quicker.
    if (!isAgain && (history.marks.get(id)?.shown.length ?? 0) > 0) continue;
    if (!(await delivery.claim(`kept/${notice}`))) continue;
    const body: ShownBody = { ids: occurrences.length === 0 ? [id] : occurrences, by: 'prompt' };
    await record.append(reminderKinds.shown, body);
    isNew = true;
  }
  await delivery.forgetShown(shown);
  return isNew;
}
