import type { Exercise } from '../../data/exercise-schema.ts';
import { positionOf } from '../practice/dose-length.ts';
import { inVersion } from '../practice/version.ts';
import { isUpright } from './body-positions.ts';
import { againstEasier } from './exclusions.ts';
import type { RoutineRequest, Variant } from './plan.ts';

/**
 * The exercise as this person does it: told in its version, and without an easier one that does not suit. What is not
 * in it can be neither shown nor switched to.
 */
export function asDone(
  exercise: Exercise,
  variant: Variant,
  { flags, floorWork }: Pick<RoutineRequest, 'flags' | 'floorWork'>,
): Exercise {
  if (variant === 'easier' || exercise.easier === undefined) return inVersion(exercise, variant);
  const isLow = !floorWork && !isUpright(positionOf(exercise, 'easier'));
  if (!isLow && againstEasier(exercise, flags).length === 0) return exercise;
  const { easier: _, easierInFull: __, easierPosition: ___, ...others } = exercise;
  return others;
}
