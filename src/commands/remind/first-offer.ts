import type { Context } from '../../context.ts';
import { summaryOf } from '../../engine/assessment-summary.ts';
import { standingOf } from '../../engine/permissions.ts';
import { reminderKinds } from '../../engine/reminders/reminder-events.ts';
import { RecordError } from '../../errors.ts';

/**
 * Whether the newest check is the first that lets reminders come, and none was ever set. A record that cannot be read says
 * no: there would be nowhere to keep them.
 */
export async function isFirstClearance(ctx: Context): Promise<boolean> {
  try {
    const events = await (await ctx.record()).since(['assessment', reminderKinds.schedule], 0);
    const cleared = events.filter(
      (event) => standingOf(summaryOf(event), Date.parse(event.at)) === 'cleared',
    );
    return (
      cleared.length === 1 && cleared[0] === events[0] && events.every(({ kind }) => kind === 'assessment')
    );
  } catch (error) {
    if (error instanceof RecordError) return false;
    throw error;
  }
}
