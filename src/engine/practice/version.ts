import type { Exercise } from '../../data/exercise-schema.ts';
import type { Variant } from '../routine/plan.ts';

/**
 * The exercise as it is told in this version. An easier version that has words of its own from the beginning takes over
 * name, position, announcement, steps and cautions: whoever needs it hears nothing of the ordinary way.
 */
export function inVersion(exercise: Exercise, variant: Variant): Exercise {
  const { easier: _, easierWith: __, easierNotWith = [], easierInFull, ...others } = exercise;
  if (variant !== 'easier' || easierInFull === undefined) return exercise;
  const { name = exercise.name, say, steps } = easierInFull;
  return {
    ...others,
    easierInFull,
    name,
    say,
    steps,
    position: exercise.easierPosition ?? exercise.position,
    // What leaves it out is now what speaks against this version.
    notWith: [...exercise.notWith, ...easierNotWith],
  };
}

/** Whether this version is done in another position: no picture of the ordinary one may stand beside it. */
export function isElsewhere({ easierPosition }: Exercise, variant: Variant): boolean {
  return variant === 'easier' && easierPosition !== undefined;
}

/** What a version changes, as a sentence of its own after the ordinary words; empty where it is told in full. */
export function wayOf(exercise: Exercise, variant: Variant): readonly string[] {
  const way = variant === 'standard' ? undefined : inVersion(exercise, variant)[variant];
  return way === undefined ? [] : [way];
}
