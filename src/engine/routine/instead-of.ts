import type { Exercise, ExerciseTables } from '../../data/exercise-schema.ts';
import { getReadySeconds, positionOf } from '../practice/dose-length.ts';
import { asDone } from './as-done.ts';
import { isUpright } from './body-positions.ts';
import { doseRangeOf, doseWithin } from './dose-range.ts';
import { doseInWords } from './dose-words.ts';
import { offeredInDoubt, verdictOn } from './exclusions.ts';
import type { FitRequest } from './fit-request.ts';
import { inSequence, secondsOfItems, type UnplacedItem } from './in-sequence.ts';
import type { Exclusion, RoutinePlan } from './plan.ts';

/** 5 of the 5 to 10 minutes for which a walk stands in. */
const insteadSeconds = 300;

/** An easy walk, or the next calm exercise that is allowed, in place of a routine that does not suit now. */
export function insteadOf(
  why: string,
  excluded: readonly Exclusion[],
  tables: ExerciseTables,
  request: FitRequest,
): RoutinePlan {
  const [item] = offeredInDoubt(request.flags, tables.flags).flatMap((id) => {
    const exercise = tables.exercises.find((entry) => entry.id === id);
    return exercise === undefined ? [] : (calmItem(exercise, tables, request) ?? []);
  });
  if (item === undefined) {
    const ask = 'Ask the person who treats you which movements are right for you now.';
    return { kind: 'none', because: [why, ask], change: [], changed: [], excluded };
  }
  const items = inSequence([item], request.spoken);
  const { name } = item.exercise;
  const because = [why, `${name} takes its place.`];
  return { kind: 'routine', name, items, seconds: secondsOfItems(items), excluded, because };
}

function calmItem(exercise: Exercise, tables: ExerciseTables, request: FitRequest): UnplacedItem | undefined {
  const { flags, stage, effort, floorWork, spoken, minutes } = request;
  const verdict = verdictOn(exercise, flags, tables.flags);
  if (verdict.kind === 'out' || exercise.fromStage > stage) return undefined;
  const places = [exercise.position, positionOf(exercise, verdict.kind)];
  if (!floorWork && !places.every(isUpright)) return undefined;
  const time =
    minutes === undefined
      ? insteadSeconds
      : minutes * 60 - getReadySeconds(exercise, { spoken, variant: verdict.kind });
  const dose = doseWithin(doseRangeOf(exercise, stage, effort), Math.min(time, insteadSeconds));
  if (dose === undefined) return undefined;
  const easier = verdict.kind === 'easier' ? { easierBecause: verdict.because } : {};
  const done = asDone(exercise, verdict.kind, request);
  return { exercise: done, variant: verdict.kind, dose, how: doseInWords(dose), ...easier };
}
