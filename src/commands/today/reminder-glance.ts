import type { Context, Preferences } from '../../context.ts';
import { nextLine } from '../../documents/remind-next.ts';
import type { ReminderGlance } from '../../documents/today-view.ts';
import { instantWithOffset } from '../../engine/instant.ts';
import { keptReminders } from '../remind/kept-reminders.ts';
import { viewOf } from '../remind/kept-view.ts';

/** The reminder that is due or comes next; undefined when none is set. Load it only for a person who has set some. */
export async function reminderGlance(
  ctx: Context,
  preferences: Pick<Preferences, 'dayStart'>,
): Promise<ReminderGlance | undefined> {
  const kept = await keptReminders(ctx, preferences);
  const { plan, offsetMinutes } = kept;
  if (plan.why.kind === 'off' || plan.why.kind === 'no-schedules') return undefined;
  const at = plan.due[0]?.occurrence.at ?? plan.next?.at;
  return {
    line: nextLine(viewOf(kept)),
    ...(at === undefined ? {} : { at: instantWithOffset(at, offsetMinutes(at)) }),
    isDue: plan.due.length > 0,
  };
}
