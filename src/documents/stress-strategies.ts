import { type RankedStrategy, rankStrategies } from '../engine/stress/strategies.ts';
import type { StressView } from './stress-view.ts';

/** The strategies of the plan, with the reasons for each as they were when it was made. */
export function chosenStrategies({ tables, plan: { now } }: StressView): readonly RankedStrategy[] {
  const weighed = tables.stressors.flatMap(({ id: stressor }) => {
    const then = now.stressors[stressor];
    if (then === undefined) return [];
    return [{ stressor, ...then, isAssumed: false, score: then.weight * (1 + (then.change ?? 0) / 2) }];
  });
  const ranked = rankStrategies(tables, { weighed, isAfraid: false }, now.chosen);
  return ranked.filter(({ strategy }) => now.strategies.includes(strategy.id));
}
