import type { Exercise, ExerciseTables, Routine, RoutineStep } from '../../data/exercise-schema.ts';
import { positionOf } from '../practice/dose-length.ts';
import { asDone } from './as-done.ts';
import { isUpright } from './body-positions.ts';
import { withEffort } from './dose-range.ts';
import { doseInWords } from './dose-words.ts';
import { againstEasier, verdictOn } from './exclusions.ts';
import type { FitRequest } from './fit-request.ts';
import { inSequence, secondsOfItems, type UnplacedItem } from './in-sequence.ts';
import { insteadOf } from './instead-of.ts';
import type { Exclusion, PlannedItem, RoutinePlan } from './plan.ts';
import { equipmentWords, minutesInWords, stageWords } from './routine-words.ts';
import { fewestMinutes, trimmed } from './trim-routine.ts';

/**
 * A ready or own routine as this person may do it: steps that a flag or the stage rules out are left out, easier
 * versions stand in. When more than half of a ready one drops out it is no longer that routine, and an easy walk, or
 * breathing, takes its place.
 */
export function fitRoutine(tables: ExerciseTables, routine: Routine, request: FitRequest): RoutinePlan {
  const isOwn = request.own === true;
  const steps = stepsNow(routine, tables, request);
  const fits = steps.map((step) => fitStep(step, tables, request));
  const excluded = fits.flatMap((fit) => fit.excluded ?? []);
  const kept = fits.flatMap((fit) => fit.item ?? []);
  if (routine.fromStage > request.stage && !isOwn) {
    const from = stageWords(routine.fromStage, tables.stages);
    return insteadOf(`"${routine.name}" is for later, from ${from} on.`, excluded, tables, request);
  }
  if (kept.length === 0 || (kept.length < steps.length / 2 && !isOwn)) {
    const much = kept.length === 0 ? 'Nothing' : 'Less than half';
    const why = `${much} of "${routine.name}" suits what you told us.`;
    if (!isOwn) return insteadOf(why, excluded, tables, request);
    const ask = 'Ask the person who made the plan what you may do until then.';
    return { kind: 'none', because: [why, ask], change: [], changed: [], excluded };
  }
  const items =
    request.minutes === undefined
      ? inSequence(kept, request.spoken)
      : trimmed(kept, request.minutes, request);
  if (items.length === 0) return tooShort(routine, kept, excluded, request);
  const because: string[] = [];
  if (excluded.length > 0)
    because.push(
      `${excluded.length} of ${steps.length} exercises ${excluded.length === 1 ? 'is' : 'are'} left out.`,
    );
  if (items.length < kept.length)
    because.push(`Cut to the time you have: ${items.length} of ${kept.length} exercises.`);
  return {
    kind: 'routine',
    routine: routine.id,
    name: routine.name,
    items,
    seconds: secondsOfItems(items),
    excluded,
    because,
  };
}

/** Not even one of its exercises fits, made as short as it goes. */
function tooShort(
  routine: Routine,
  kept: readonly UnplacedItem[],
  excluded: readonly Exclusion[],
  request: FitRequest,
): RoutinePlan {
  const minutes = fewestMinutes(kept, request);
  return {
    kind: 'none',
    because: [`Nothing of "${routine.name}" fits ${minutesInWords(request.minutes ?? 0)}.`],
    change: [`Take ${minutesInWords(minutes)}.`],
    changed: [{ ...request, minutes }],
    excluded,
  };
}

/** The steps of this session: one that goes round takes its next, unless that is for later or left out. */
function stepsNow(routine: Routine, tables: ExerciseTables, request: FitRequest): readonly RoutineStep[] {
  const { rotation = [] } = routine;
  const next = rotation[(request.sessionsToday ?? 0) % Math.max(rotation.length, 1)];
  if (next === undefined) return routine.steps;
  const turns: readonly (readonly RoutineStep[])[] = [
    [next],
    routine.steps,
    ...rotation.map((step) => [step]),
  ];
  const possible = turns.find((steps) =>
    steps.every((step) => fitStep(step, tables, request).item !== undefined),
  );
  return possible ?? routine.steps;
}

interface StepFit {
  readonly item?: UnplacedItem;
  readonly excluded?: Exclusion;
}

function fitStep(step: RoutineStep, tables: ExerciseTables, request: FitRequest): StepFit {
  const exercise = tables.exercises.find(({ id }) => id === step.exercise);
  const leftOut = (because: string): StepFit => ({
    excluded: { exercise: step.exercise, flags: [], because },
  });
  if (exercise === undefined) return leftOut('it is not in the list of exercises');
  const verdict = verdictOn(exercise, request.flags, tables.flags);
  if (verdict.kind === 'out') return { excluded: { exercise: exercise.id, flags: verdict.because } };
  if (exercise.fromStage > request.stage)
    return leftOut(`it is for later, from ${stageWords(exercise.fromStage, tables.stages)} on`);
  const variant = variantOf(step, verdict.kind, request);
  const against = variant === 'easier' ? againstEasier(exercise, request.flags) : [];
  if (against.length > 0) return { excluded: { exercise: exercise.id, flags: against } };
  const places = [exercise.position, positionOf(exercise, variant)];
  if (!request.floorWork && !places.every(isUpright)) return leftOut('you asked for nothing on the floor');
  const missing = request.onlyAtHand === true ? missingFor(exercise, request) : undefined;
  if (missing !== undefined) return leftOut(`it needs ${missing}`);
  const dose = withEffort(step.dose, request.effort);
  return {
    item: {
      exercise: asDone(exercise, variant, request),
      variant,
      dose,
      how: request.effort === 'same' && isMeantSo(step, variant) ? step.how : doseInWords(dose),
      ...(verdict.kind === 'easier' ? { easierBecause: verdict.because } : {}),
    },
  };
}

function variantOf(
  step: RoutineStep,
  verdict: 'standard' | 'easier',
  { effort }: FitRequest,
): PlannedItem['variant'] {
  if (verdict === 'easier') return 'easier';
  return step.variant === 'deeper' && effort === 'less' ? 'standard' : (step.variant ?? 'standard');
}

/** The words of a step tell its own version: "on the seat" is wrong for somebody who lies on the side. */
function isMeantSo({ variant }: RoutineStep, done: PlannedItem['variant']): boolean {
  return done !== 'easier' || variant === 'easier';
}

/** The things of the easiest way to do it, when no way is possible with what is at hand. */
function missingFor({ ways }: Exercise, { equipment }: FitRequest): string | undefined {
  const missing = ways.map((way) => way.filter((thing) => !equipment.includes(thing)));
  const [fewest = []] = missing.toSorted((one, other) => one.length - other.length);
  return fewest.length === 0 ? undefined : fewest.map((thing) => equipmentWords[thing]).join(' and ');
}
