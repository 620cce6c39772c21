import type { Exercise, Routine } from '../data/exercise-schema.ts';
import { secondsOf } from '../engine/practice/dose-length.ts';
import { inSequence, secondsOfItems, type UnplacedItem } from '../engine/routine/in-sequence.ts';

/**
 * Seconds of one session of a routine as it is written, from the first second to the last. Of an exercise that only a
 * clinician's plan knows, the dose alone counts.
 */
export function secondsOfRoutine({ steps }: Routine, exercises: readonly Exercise[]): number {
  const items: UnplacedItem[] = [];
  let unknown = 0;
  for (const { exercise: id, dose, how, variant = 'standard' as const } of steps) {
    const exercise = exercises.find((entry) => entry.id === id);
    if (exercise === undefined) unknown += secondsOf(dose);
    else items.push({ exercise, dose, how, variant });
  }
  return secondsOfItems(inSequence(items, false)) + unknown;
}
