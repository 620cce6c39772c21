import type { ExerciseTables } from '../../data/exercise-schema.ts';
import { candidatesFor } from './candidates.ts';
import { fillTime } from './fill-time.ts';
import { secondsOfItems } from './in-sequence.ts';
import { itemsOf } from './order-of-play.ts';
import type { RoutinePlan, RoutineRequest } from './plan.ts';
import { noPlanReasons, planName, planReasons } from './plan-reasons.ts';
import { possibleChanges } from './possible-changes.ts';

/**
 * A routine for this request, or an honest none with changes that were tried and work. It never takes longer than the
 * minutes, never has what a flag rules out, and never has an exercise twice. The same request gives the same routine.
 */
export function planRoutine(tables: ExerciseTables, request: RoutineRequest): RoutinePlan {
  const candidates = candidatesFor(tables, request);
  const choices = fillTime(candidates.list, tables, request);
  const { excluded } = candidates;
  if (choices.length === 0) {
    const changes = possibleChanges(tables, request);
    return {
      kind: 'none',
      because: noPlanReasons(request, candidates, changes.length > 0),
      change: changes.map(({ says }) => says),
      changed: changes.map((change) => change.request),
      excluded,
    };
  }
  const items = itemsOf(choices, request);
  const seconds = secondsOfItems(items);
  return {
    kind: 'routine',
    name: planName(request, candidates),
    items,
    seconds,
    excluded,
    because: planReasons({ tables, request, candidates, choices, seconds }),
  };
}
