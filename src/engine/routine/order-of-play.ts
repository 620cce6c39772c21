import type { Dose } from '../../data/exercise-schema.ts';
import { itemSeconds } from '../practice/dose-length.ts';
import { asDone } from './as-done.ts';
import type { Candidate } from './candidates.ts';
import { doseInWords } from './dose-words.ts';
import { inSequence } from './in-sequence.ts';
import type { PlannedItem, RoutineRequest } from './plan.ts';

/** A candidate with the dose it has got so far. */
export interface Choice {
  readonly candidate: Candidate;
  readonly dose: Dose;
}

/** The choices in the order in which they are done. */
export function inOrderOfPlay(choices: readonly Choice[]): readonly Choice[] {
  return choices.toSorted((one, other) => one.candidate.place - other.candidate.place);
}

/** Seconds of these choices, done in this order. */
export function totalSeconds(ordered: readonly Choice[], spoken: boolean): number {
  return ordered.reduce((sum, { candidate, dose }, index) => {
    const before = ordered[index - 1]?.candidate.position;
    return sum + itemSeconds(candidate.exercise, dose, { before, spoken, variant: candidate.variant });
  }, 0);
}

/** The choices as items of a plan. */
export function itemsOf(ordered: readonly Choice[], request: RoutineRequest): readonly PlannedItem[] {
  const items = ordered.map(({ candidate: { exercise, variant, easierBecause }, dose }) => ({
    exercise: asDone(exercise, variant, request),
    variant,
    dose,
    how: doseInWords(dose),
    ...(easierBecause.length === 0 ? {} : { easierBecause }),
  }));
  return inSequence(items, request.spoken);
}
