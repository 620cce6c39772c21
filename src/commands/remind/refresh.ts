import { RecordError } from '../../errors.ts';
import type { RemindContext, ReminderDelivery } from '../../reminder-delivery.ts';
import { tolerantPreferences } from '../preferences.ts';
import { absorbShown } from './absorb-shown.ts';
import { keptReminders } from './kept-reminders.ts';
import { promptLines } from './prompt-lines.ts';

/**
 * Brings the lines that wait for a prompt up to date, after something was kept that may change them: a check that stops
 * all reminders, a pause, another schedule. Throws nothing for a record that cannot be read: then none waits.
 */
export async function refreshPromptLines(ctx: RemindContext, delivery: ReminderDelivery): Promise<void> {
  const { preferences } = tolerantPreferences(ctx);
  const read = () => keptReminders(ctx, preferences);
  try {
    await absorbShown(ctx, delivery, read);
    const lastTick = (await delivery.lastTick())?.at;
    await delivery.keepPromptLines(promptLines(await read(), lastTick));
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    await delivery.keepPromptLines([]);
  }
}
