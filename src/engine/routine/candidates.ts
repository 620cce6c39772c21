import type { Exercise, ExerciseTables, Position, StageNumber } from '../../data/exercise-schema.ts';
import { getReadySeconds, positionOf } from '../practice/dose-length.ts';
import { isPosition, isUpright } from './body-positions.ts';
import { type DoseRange, doseRangeOf } from './dose-range.ts';
import { offeredInDoubt, verdictOn } from './exclusions.ts';
import { placeInPlay } from './place-in-play.ts';
import type { Exclusion, RaisedFlag, RoutineRequest } from './plan.ts';

/** An exercise that may be part of the routine. */
export interface Candidate {
  readonly exercise: Exercise;
  readonly variant: 'standard' | 'easier';
  readonly easierBecause: readonly RaisedFlag[];
  /** Of the version that is done. */
  readonly position: Position;
  /** It is for what was asked for; others only fill up. */
  readonly isFor: boolean;
  readonly range: DoseRange;
  /** Its place in the order of play: smaller comes earlier. */
  readonly place: number;
}

export interface Candidates {
  readonly list: readonly Candidate[];
  /** What would have been in the list but for a flag, in the order of the table. */
  readonly excluded: readonly Exclusion[];
  /** The flags leave nothing that is for it, so these are what is offered in doubt. */
  readonly inDoubt: boolean;
}

const latestSpasmStage: StageNumber = 2;

/** Everything that may stand in a routine for this request, whatever the time. */
export function candidatesFor(tables: ExerciseTables, request: RoutineRequest): Candidates {
  const list: Candidate[] = [];
  const excluded: Exclusion[] = [];
  for (const exercise of tables.exercises) {
    const isFor = isForTarget(exercise, request);
    if (!suits(exercise, request) || !(isFor || mayFill(request))) continue;
    const verdict = verdictOn(exercise, request.flags, tables.flags);
    if (verdict.kind === 'out') excluded.push({ exercise: exercise.id, flags: verdict.because });
    const candidate = candidateOf(exercise, isFor, tables, request);
    if (candidate !== undefined) list.push(candidate);
  }
  if (list.some(({ isFor }) => isFor) || excluded.length === 0) return { list, excluded, inDoubt: false };
  return { list: listInDoubt(tables, request), excluded, inDoubt: true };
}

/** Seconds of the shortest routine for this request, whatever time there is; undefined when there is none at all. */
export function shortestSeconds(tables: ExerciseTables, request: RoutineRequest): number | undefined {
  const lengths = candidatesFor(tables, request)
    .list.filter(({ isFor }) => isFor)
    .map(
      ({ exercise, variant, range }) =>
        getReadySeconds(exercise, { spoken: request.spoken, variant }) + range.least,
    );
  return lengths.length === 0 ? undefined : Math.min(...lengths);
}

function listInDoubt(tables: ExerciseTables, request: RoutineRequest): readonly Candidate[] {
  const offered = offeredInDoubt(request.flags, tables.flags);
  return tables.exercises
    .filter(({ id }) => offered.includes(id))
    .filter((exercise) => suits(exercise, request))
    .flatMap((exercise) => candidateOf(exercise, true, tables, request) ?? []);
}

function candidateOf(
  exercise: Exercise,
  isFor: boolean,
  tables: ExerciseTables,
  request: RoutineRequest,
): Candidate | undefined {
  const verdict = verdictOn(exercise, request.flags, tables.flags);
  if (verdict.kind === 'out') return undefined;
  const position = positionOf(exercise, verdict.kind);
  // The easier version may be done somewhere else than was asked for.
  if (verdict.kind === 'easier' && !suitsPosition(position, request)) return undefined;
  return {
    exercise,
    variant: verdict.kind,
    easierBecause: verdict.kind === 'easier' ? verdict.because : [],
    position,
    isFor,
    range: doseRangeOf(exercise, calmestStage(tables, request), request.effort),
    place: placeInPlay(exercise, position, request.target),
  };
}

function isForTarget(exercise: Exercise, { target, subtypes }: RoutineRequest): boolean {
  if (target === undefined) return true;
  if (!exercise.for.includes(target)) return false;
  if (target !== 'spinal-problem' || exercise.subtypes === undefined) return true;
  if (subtypes === undefined || subtypes.length === 0) return true;
  return exercise.subtypes.some((subtype) => subtypes.includes(subtype));
}

/** With a spasm, or a joint, disc or nerve, only what is meant for it: its cautions come before variety. */
function mayFill({ target }: RoutineRequest): boolean {
  return target !== 'spasm' && target !== 'spinal-problem';
}

function suits(exercise: Exercise, request: RoutineRequest): boolean {
  // A spasm is new, however old the pain is.
  const chronicity = request.target === 'spasm' ? 'acute' : request.chronicity;
  return (
    exercise.grade !== 'against' &&
    exercise.fromStage <= stageFor(request) &&
    exercise.chronicity.includes(chronicity) &&
    suitsPosition(exercise.position, request) &&
    exercise.ways.some((way) => way.every((thing) => request.equipment.includes(thing)))
  );
}

function suitsPosition(position: Position, request: RoutineRequest): boolean {
  if (!request.floorWork && !isUpright(position)) return false;
  return request.position === undefined || isPosition(position, request.position);
}

/** A flag that allows only early exercises also keeps the doses early. */
function calmestStage(tables: ExerciseTables, request: RoutineRequest): StageNumber {
  return request.flags.reduce<StageNumber>((calmest, { flag }) => {
    const only = tables.flags.find(({ id }) => id === flag)?.onlyAllow;
    return only !== undefined && 'fromStageAtMost' in only && only.fromStageAtMost < calmest
      ? only.fromStageAtMost
      : calmest;
  }, stageFor(request));
}

/** With a spasm nobody goes beyond easy moving. */
function stageFor({ target, stage }: RoutineRequest): StageNumber {
  return target === 'spasm' && stage > latestSpasmStage ? latestSpasmStage : stage;
}
