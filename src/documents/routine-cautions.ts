import type { Exercise, PlanningFlag } from '../data/exercise-schema.ts';
import type { PlannedItem } from '../engine/routine/plan.ts';
import type { Row } from './document.ts';
import { cautionsOf, ifAnyOf } from './exercise-lines.ts';

/** When to leave things out: once for the whole routine, and beside each exercise what is left, so that a sheet stays short. */
export interface RoutineCautions {
  readonly rows: readonly Row[];
  /** Flags that are left for one exercise. */
  ofExercise(id: string): readonly PlanningFlag[];
}

/** Flags that leave the same exercises of a routine. */
interface Shared {
  readonly flags: PlanningFlag[];
  readonly left: readonly Exercise[];
}

/**
 * Cautions of a routine for a person whom nobody asked.
 *
 * @param isOwn the plan of a clinician, who may have known: then it is "ask first"
 */
export function routineCautions(
  items: readonly Pick<PlannedItem, 'exercise'>[],
  flags: readonly PlanningFlag[],
  isOwn: boolean,
): RoutineCautions {
  const exercises = [...new Map(items.map(({ exercise }) => [exercise.id, exercise])).values()];
  const outOf = new Map(exercises.map((exercise) => [exercise.id, cautionsOf(exercise, flags).out]));
  // A single exercise says all of it beside itself.
  const shared = exercises.length > 1 ? sharedBy(exercises, outOf, flags) : [];
  const said = shared.flatMap((group) => group.flags);
  return {
    rows: isOwn ? askFirst(said) : shared.map(sharedRow),
    ofExercise: (id) => (outOf.get(id) ?? []).filter((flag) => !said.includes(flag)),
  };
}

/** What rules out everything, and what rules out everything but a few. */
function sharedBy(
  exercises: readonly Exercise[],
  outOf: ReadonlyMap<string, readonly PlanningFlag[]>,
  flags: readonly PlanningFlag[],
): readonly Shared[] {
  const groups = new Map<string, Shared>();
  for (const flag of flags) {
    const left = exercises.filter(({ id }) => !outOf.get(id)?.includes(flag));
    const allowsFew = flag.onlyAllow !== undefined && left.length < exercises.length;
    if (left.length > 0 && !allowsFew) continue;
    const key = left.map(({ id }) => id).join(' ');
    const group = groups.get(key) ?? { flags: [], left };
    group.flags.push(flag);
    groups.set(key, group);
  }
  return [...groups.values()].sort((one, other) => one.left.length - other.left.length);
}

function sharedRow({ flags, left }: Shared): Row {
  if (left.length === 0) return { label: 'Do none of it if', text: `${ifAnyOf(flags)}.` };
  const names = left.map(({ name }) => name).join(', ');
  return { label: 'Only some of it', text: `If ${ifAnyOf(flags)}: do only ${names}.` };
}

function askFirst(flags: readonly PlanningFlag[]): readonly Row[] {
  return flags.length === 0 ? [] : [{ label: 'Ask who made it if', text: `${ifAnyOf(flags)}.` }];
}
