import type { Dose, Exercise, ExerciseTables, Position } from '../../../src/data/exercise-schema.ts';
import { itemSeconds, positionOf, secondsOf } from '../../../src/engine/practice/dose-length.ts';
import { doseRangeOf, doseWithin } from '../../../src/engine/routine/dose-range.ts';
import type { PlannedItem, RoutinePlan, RoutineRequest } from '../../../src/engine/routine/plan.ts';
import { planRoutine } from '../../../src/engine/routine/plan-routine.ts';

/** The longest way into an exercise, when nobody speaks. */
const longestWay = 15;

/**
 * Everything that is wrong with a plan for a request, a sentence each. It looks at the tables itself and shares only the
 * lengths of doses with the planner.
 */
export function wrongWith(
  plan: RoutinePlan,
  request: RoutineRequest,
  tables: ExerciseTables,
): readonly string[] {
  return plan.kind === 'none' ? wrongWithNone(plan, tables) : wrongWithRoutine(plan, request, tables);
}

function wrongWithNone(
  plan: Extract<RoutinePlan, { kind: 'none' }>,
  tables: ExerciseTables,
): readonly string[] {
  const wrong: string[] = [];
  if (plan.because.length === 0) wrong.push('no reason for none');
  if (plan.change.length !== plan.changed.length) wrong.push('a change without its request');
  for (const [index, changed] of plan.changed.entries())
    if (planRoutine(tables, changed).kind !== 'routine') wrong.push(`"${plan.change[index]}" does not help`);
  const [longer] = plan.change.filter((says) => /^Take \d+ minutes\.$/.test(says));
  const longest = plan.changed[plan.change.indexOf(longer ?? '')];
  if (
    longest !== undefined &&
    planRoutine(tables, { ...longest, minutes: longest.minutes - 1 }).kind !== 'none'
  )
    wrong.push(`"${longer}" is more than it needs`);
  return wrong;
}

function wrongWithRoutine(
  plan: Extract<RoutinePlan, { kind: 'routine' }>,
  request: RoutineRequest,
  tables: ExerciseTables,
): readonly string[] {
  const wrong: string[] = [];
  const { items } = plan;
  if (items.length === 0) wrong.push('empty');
  const ids = items.map(({ exercise }) => exercise.id);
  if (new Set(ids).size < ids.length) wrong.push(`repeats: ${ids}`);
  if (plan.seconds > request.minutes * 60)
    wrong.push(`${plan.seconds} seconds in ${request.minutes} minutes`);
  if (plan.seconds !== items.reduce((sum, { seconds }) => sum + seconds, 0))
    wrong.push('seconds do not add up');
  items.forEach((item, index) => {
    const id = item.exercise.id;
    const previous = items[index - 1];
    const before = previous && positionOf(previous.exercise, previous.variant);
    const { spoken } = request;
    if (item.seconds !== itemSeconds(item.exercise, item.dose, { before, spoken, variant: item.variant }))
      wrong.push(`${id}: ${item.seconds} seconds`);
    if (!suits(item.exercise, request)) wrong.push(`${id} does not suit`);
    if (!isPlace(positionOf(item.exercise, item.variant), request)) wrong.push(`${id} is done elsewhere`);
    if (!isSensible(item.dose, item.exercise.dose)) wrong.push(`${id}: ${JSON.stringify(item.dose)}`);
    if (!isLeft(item, request, tables)) wrong.push(`${id} is ruled out`);
    if (item.how === '') wrong.push(`${id}: no dose in words`);
  });
  if (request.flags.length === 0) {
    const meant = items.filter(({ exercise }) => isMeant(exercise, request)).length;
    const isStrict = request.target === 'spasm' || request.target === 'spinal-problem';
    if (isStrict ? meant < items.length : 2 * meant < items.length)
      wrong.push(`only ${meant} of ${ids} are for ${request.target}`);
    if (!isWarmedUp(items, request)) wrong.push(`order: ${ids}`);
    wrong.push(...unusedTime(plan, request, tables));
  }
  for (const { exercise, flags } of plan.excluded) {
    if (ids.includes(exercise)) wrong.push(`${exercise} is excluded and planned`);
    if (flags.length === 0) wrong.push(`${exercise} is excluded without an answer`);
  }
  return wrong;
}

function isPlace(position: Position, { position: wanted, floorWork }: RoutineRequest): boolean {
  if (!floorWork && position !== 'standing' && position !== 'sitting') return false;
  if (wanted === 'lying') return ['lying-on-back', 'lying-on-front', 'side-lying'].includes(position);
  return wanted === undefined || position === wanted;
}

function suits(exercise: Exercise, request: RoutineRequest): boolean {
  const chronicity = request.target === 'spasm' ? 'acute' : request.chronicity;
  return (
    isPlace(exercise.position, request) &&
    exercise.fromStage <= (request.target === 'spasm' ? Math.min(request.stage, 2) : request.stage) &&
    exercise.chronicity.includes(chronicity) &&
    exercise.grade !== 'against' &&
    exercise.ways.some((way) => way.every((thing) => request.equipment.includes(thing)))
  );
}

function isMeant(exercise: Exercise, { target, subtypes = [] }: RoutineRequest): boolean {
  if (target === undefined) return true;
  const narrow = target === 'spinal-problem' && subtypes.length > 0 ? exercise.subtypes : undefined;
  return exercise.for.includes(target) && (narrow?.some((subtype) => subtypes.includes(subtype)) ?? true);
}

/** Nothing that a flag rules out by any list, and the easier version where a flag asks for it. */
function isLeft(
  { exercise, variant, easierBecause = [] }: PlannedItem,
  request: RoutineRequest,
  tables: ExerciseTables,
): boolean {
  const original = tables.exercises.find(({ id }) => id === exercise.id);
  const needsEasier = request.flags.filter(({ flag }) => original?.easierWith?.includes(flag));
  if ((variant === 'easier') !== needsEasier.length > 0) return false;
  if (needsEasier.some((flag) => !easierBecause.includes(flag))) return false;
  const mayEase = !request.flags.some(({ flag }) => original?.easierNotWith?.includes(flag));
  if (!mayEase && (variant === 'easier' || exercise.easier !== undefined)) return false;
  return request.flags.every(({ flag }) => {
    const only = tables.flags.find(({ id }) => id === flag)?.onlyAllow;
    if (exercise.notWith.includes(flag)) return false;
    if (only === undefined) return true;
    return 'exercises' in only
      ? only.exercises.includes(exercise.id)
      : exercise.fromStage <= only.fromStageAtMost;
  });
}

/** Never under half of the usual dose in parts, two thirds of a hold, or forty seconds; never more than half as much again, but for a walk. */
function isSensible(dose: Dose, usual: Dose): boolean {
  if (dose.kind === 'hold' && usual.kind === 'hold') {
    const { holdSeconds, repetitions, sides } = dose;
    return (
      sides === usual.sides &&
      holdSeconds >= Math.max(10, Math.floor(usual.holdSeconds * 0.5)) &&
      holdSeconds <= usual.holdSeconds * 1.2 &&
      repetitions <= Math.max(usual.repetitions, 2)
    );
  }
  if (dose.kind === 'repetitions' && usual.kind === 'repetitions') {
    const total = sum(dose.sets);
    return (
      dose.sides === usual.sides &&
      total <= sum(usual.sets) * 1.2 &&
      (dose.sets[0] ?? 0) >= Math.min(3, usual.sets[0] ?? 0)
    );
  }
  if (dose.kind !== 'timed' || usual.kind !== 'timed') return false;
  const most = usual.moves === undefined && usual.script === undefined ? 1800 : usual.seconds * 1.8;
  return dose.seconds >= 40 && dose.seconds <= most;
}

/** Breathing, moving, stretching, strength, walking, relief, in this order; with a spasm a walk comes last. */
function isWarmedUp(items: readonly PlannedItem[], { target }: RoutineRequest): boolean {
  const kinds = items.map(({ exercise }) => exercise.kind).filter((kind) => kind !== 'relaxation');
  const order =
    target === 'spasm'
      ? ['relief', 'mobility', 'stretch', 'strength', 'aerobic']
      : ['mobility', 'stretch', 'strength', 'aerobic', 'relief'];
  const places = kinds.map((kind) => order.indexOf(kind));
  return places.every((place, index) => place >= (places[index - 1] ?? 0));
}

/** Where a quarter of the time and a minute are free, no exercise for it can be added and no dose can grow. */
function unusedTime(
  { items, seconds }: Extract<RoutinePlan, { kind: 'routine' }>,
  request: RoutineRequest,
  tables: ExerciseTables,
): readonly string[] {
  const free = request.minutes * 60 - seconds;
  if (free < 60 || free < request.minutes * 15) return [];
  const stage = request.target === 'spasm' && request.stage > 2 ? 2 : request.stage;
  const missing = tables.exercises.filter(
    (exercise) =>
      suits(exercise, request) &&
      isMeant(exercise, request) &&
      !items.some((item) => item.exercise.id === exercise.id) &&
      !request.spoken &&
      doseRangeOf(exercise, stage, request.effort).least + longestWay <= free,
  );
  const small = items.filter(({ exercise, dose }) => {
    const longer = doseWithin(doseRangeOf(exercise, stage, request.effort), secondsOf(dose) + free);
    return longer !== undefined && secondsOf(longer) > secondsOf(dose);
  });
  return [...missing, ...small.map(({ exercise }) => exercise)].map(
    ({ id }) => `${free} s free and ${id} would fit`,
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
