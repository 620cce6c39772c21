import type { Context, Preferences } from '../../context.ts';
import { stressGlance } from '../../documents/today-stress.ts';
import type { StressGlance } from '../../documents/today-view.ts';
import { keptStress } from '../stress-plan/kept-stress.ts';

/**
 * The stress plan as it stands today; undefined when there is none any more. Its tables come with this file: load it only
 * for a person who has made one.
 */
export async function stressGlanceToday(
  ctx: Context,
  preferences: Pick<Preferences, 'dayStart'>,
): Promise<StressGlance | undefined> {
  const kept = await keptStress(ctx, preferences);
  return kept === undefined ? undefined : stressGlance(kept.plan);
}
