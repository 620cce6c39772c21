import type { Equipment, ExerciseTables } from '../../data/exercise-schema.ts';
import { shortestSeconds } from './candidates.ts';
import type { RoutineRequest } from './plan.ts';
import { equipmentWords, positionWords, targetWords } from './routine-words.ts';

/** A request like the one that gave nothing, which gives a routine, and what is different about it. */
export interface PossibleChange {
  readonly says: string;
  readonly request: RoutineRequest;
}

const mostMinutes = 30;
/** So many ways out are read; more is a puzzle. */
const mostChanges = 3;
const otherPositions = ['standing', 'sitting', 'lying'] as const;

/**
 * What would make a routine possible: single changes that were tried and work, else the fewest that work together. Empty
 * when nothing that can be changed helps.
 */
export function possibleChanges(tables: ExerciseTables, request: RoutineRequest): readonly PossibleChange[] {
  const works = (change: RoutineRequest) => {
    const shortest = shortestSeconds(tables, change);
    return shortest !== undefined && shortest <= change.minutes * 60;
  };
  const single = singleChanges(tables, request, works);
  if (single.length > 0) return single.slice(0, mostChanges);
  const open: RoutineRequest = {
    ...request,
    minutes: mostMinutes,
    position: undefined,
    floorWork: true,
    equipment: allEquipment(),
    target: undefined,
  };
  if (!works(open)) return [];
  const kept = restored(tables, open, request, works);
  return [{ says: sentence(differences(request, kept)), request: kept }];
}

function singleChanges(
  tables: ExerciseTables,
  request: RoutineRequest,
  works: (change: RoutineRequest) => boolean,
): readonly PossibleChange[] {
  const changes: RoutineRequest[] = [];
  const longer = withMoreMinutes(tables, request);
  if (longer !== undefined) changes.push(longer);
  if (!request.floorWork) changes.push({ ...request, floorWork: true });
  if (request.position !== undefined)
    for (const position of otherPositions) changes.push({ ...request, position });
  for (const thing of allEquipment())
    if (!request.equipment.includes(thing))
      changes.push({ ...request, equipment: [...request.equipment, thing] });
  if (request.target !== undefined) changes.push({ ...request, target: undefined });
  return changes
    .filter(works)
    .map((change) => ({ says: sentence(differences(request, change)), request: change }));
}

/** The same with the fewest whole minutes that are enough. */
function withMoreMinutes(tables: ExerciseTables, request: RoutineRequest): RoutineRequest | undefined {
  const shortest = shortestSeconds(tables, request);
  if (shortest === undefined || shortest > mostMinutes * 60) return undefined;
  return { ...request, minutes: Math.max(Math.ceil(shortest / 60), request.minutes) };
}

/** Takes back one opening after the other, as long as something still fits. */
function restored(
  tables: ExerciseTables,
  open: RoutineRequest,
  request: RoutineRequest,
  works: (change: RoutineRequest) => boolean,
): RoutineRequest {
  const { minutes, position, target, floorWork, equipment } = request;
  const parts: readonly Partial<RoutineRequest>[] = [
    { target },
    { equipment },
    { position },
    { floorWork },
    { minutes },
  ];
  let kept = open;
  for (const part of parts) {
    const stricter = { ...kept, ...part };
    if (works(stricter)) kept = stricter;
  }
  return kept.minutes === minutes ? kept : (withMoreMinutes(tables, { ...kept, minutes }) ?? kept);
}

function differences(request: RoutineRequest, change: RoutineRequest): readonly string[] {
  const things = change.equipment.filter((thing) => !request.equipment.includes(thing));
  const says: string[] = [];
  if (change.minutes !== request.minutes) says.push(`take ${change.minutes} minutes`);
  if (change.position !== request.position)
    says.push(
      change.position === undefined ? 'leave the position open' : `do it ${positionWords[change.position]}`,
    );
  if (change.floorWork !== request.floorWork) says.push('allow the floor');
  if (things.length > 0) says.push(`have ${things.map((thing) => equipmentWords[thing]).join(', ')} at hand`);
  if (change.target !== request.target)
    says.push(
      request.target === undefined
        ? 'leave open what it is for'
        : `take one that is not only for ${targetWords[request.target]}`,
    );
  return says;
}

function sentence(parts: readonly string[]): string {
  const joined = parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
  return `${joined.charAt(0).toUpperCase()}${joined.slice(1)}.`;
}

function allEquipment(): readonly Equipment[] {
  return Object.keys(equipmentWords).filter((thing): thing is Equipment => thing in equipmentWords);
}
