import type { Exercise, Position } from '../../data/exercise-schema.ts';
import type { RoutineRequest } from './plan.ts';

type Part = 'breath' | 'mobility' | 'stretch' | 'strength' | 'aerobic' | 'relief' | 'unwind';

/** Warm up, stretch, work, wind down. */
const usualOrder: readonly Part[] = [
  'breath',
  'mobility',
  'stretch',
  'strength',
  'aerobic',
  'relief',
  'unwind',
];
/** With a spasm ease comes first, and getting up last. */
const spasmOrder: readonly Part[] = [
  'breath',
  'relief',
  'unwind',
  'mobility',
  'stretch',
  'strength',
  'aerobic',
];
/** From the floor up. */
const heights: readonly Position[] = [
  'lying-on-back',
  'side-lying',
  'lying-on-front',
  'floor-sitting',
  'hands-and-knees',
  'kneeling',
  'half-kneeling',
  'sitting',
  'standing',
];

/**
 * Where an exercise stands in the order in which things are done: smaller comes earlier. Inside one part they run by
 * position, upwards in one part and downwards in the next, so a sore person gets down and up as seldom as possible.
 */
export function placeInPlay(
  exercise: Exercise,
  position: Position,
  target: RoutineRequest['target'],
): number {
  const parts = target === 'spasm' ? spasmOrder : usualOrder;
  const part = parts.indexOf(partOf(exercise));
  const height = heights.indexOf(position);
  return part * heights.length + (part % 2 === 1 ? height : heights.length - 1 - height);
}

/** Breathing opens; what is listened to, lying still, closes. */
function partOf({ kind, dose }: Exercise): Part {
  if (kind !== 'relaxation') return kind;
  return dose.kind === 'timed' && dose.script === undefined ? 'breath' : 'unwind';
}
