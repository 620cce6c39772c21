import type { Context, Preferences } from '../../context.ts';
import { planGlance } from '../../documents/today-plan.ts';
import type { PlanGlance } from '../../documents/today-view.ts';
import { keptPlan } from '../recovery/kept-plan.ts';

/**
 * The plan as it stands today; undefined when none of this spell was begun. The tables of exercises and of all plans
 * come with this file: load it only for a person who has begun one.
 */
export async function planGlanceToday(
  ctx: Context,
  preferences: Pick<Preferences, 'dayStart'>,
): Promise<PlanGlance | undefined> {
  const { today, facts } = await keptPlan(ctx, preferences);
  return facts.history.starts.length === 0 ? undefined : planGlance(today);
}
