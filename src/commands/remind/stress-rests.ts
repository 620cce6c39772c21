import type { Context, Preferences } from '../../context.ts';
import { stressKinds } from '../../engine/stress/stress-events.ts';
import { keptStress } from '../stress-plan/kept-stress.ts';
import { isNumberFirst } from '../stress-plan/number-first.ts';

/**
 * Whether nothing may be asked against stress now: the plan waits or is stopped, or there is none and help came first.
 * Throws `RecordError`.
 */
export async function stressRests(
  ctx: Context,
  preferences: Pick<Preferences, 'dayStart'>,
): Promise<boolean> {
  const kept = await keptStress(ctx, preferences);
  if (kept !== undefined) return kept.plan.now.waits;
  const wasOne = (await (await ctx.record()).newest(stressKinds.plan)) !== undefined;
  return wasOne || (await isNumberFirst(ctx));
}
