import { RecordError } from '../../errors.ts';
import type { RemindContext } from '../../reminder-delivery.ts';
import { safeText } from '../../render/safe-text.ts';
import { refreshPromptLines } from './refresh.ts';

/**
 * What any command owes to the reminders once its answer is out: lines that wait for a prompt must not outlive what was
 * just kept, and a way that has broken must not stay unseen. Fails in nothing: the answer was given.
 */
export async function afterwards(
  ctx: RemindContext,
  { hasKept, saysBroken }: { readonly hasKept: boolean; readonly saysBroken: boolean },
): Promise<void> {
  try {
    const delivery = await ctx.reminders();
    if (hasKept) await refreshPromptLines(ctx, delivery);
    if (!saysBroken) return;
    const [first] = await delivery.brokenPath();
    if (first !== undefined) ctx.io.err(`\nbackcare: ${safeText(first.reason)} ${safeText(first.next)}\n`);
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    ctx.io.err(`backcare: ${safeText(error.message)} ${safeText(error.reason ?? '')}\n`);
  }
}
