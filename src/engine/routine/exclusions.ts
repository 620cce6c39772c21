import type { Exercise, PlanningFlag } from '../../data/exercise-schema.ts';
import type { RaisedFlag } from './plan.ts';

/** Whether an exercise suits what has to be planned around, and the flags that decide it. */
export type Verdict =
  | { readonly kind: 'standard' }
  /** The easier version stands in for the ordinary one. */
  | { readonly kind: 'easier'; readonly because: readonly RaisedFlag[] }
  | { readonly kind: 'out'; readonly because: readonly RaisedFlag[] };

/**
 * What these flags make of an exercise. A flag that allows only some exercises beats every list, the easier version
 * included; a flag on the exercise's own list leaves it out; only then may the easier version stand in.
 */
export function verdictOn(
  exercise: Exercise,
  raised: readonly RaisedFlag[],
  flags: readonly PlanningFlag[],
): Verdict {
  if (raised.length === 0) return { kind: 'standard' };
  const because = inOrder(raised, flags);
  const out = because.filter(
    ({ flag }) => exercise.notWith.includes(flag) || !isAllowed(exercise, flagOf(flag, flags)),
  );
  if (out.length > 0) return { kind: 'out', because: out };
  const easier = because.filter(({ flag }) => exercise.easierWith?.includes(flag));
  if (easier.length === 0) return { kind: 'standard' };
  const against = againstEasier(exercise, because);
  if (exercise.easier === undefined || against.length > 0)
    return {
      kind: 'out',
      because: because.filter((flag) => easier.includes(flag) || against.includes(flag)),
    };
  return { kind: 'easier', because: easier };
}

/** Flags with which the easier version is never done, though the ordinary one may be. */
export function againstEasier(
  { easierNotWith = [] }: Exercise,
  raised: readonly RaisedFlag[],
): readonly RaisedFlag[] {
  return raised.filter(({ flag }) => easierNotWith.includes(flag));
}

/**
 * Exercises that are offered when the findings leave too little of what was meant for them, best first; among them what
 * a flag names as the only ones left. Each still needs its own verdict.
 */
export function offeredInDoubt(
  raised: readonly RaisedFlag[],
  flags: readonly PlanningFlag[],
): readonly string[] {
  const only = inOrder(raised, flags).flatMap(({ flag }) => {
    const allowed = flagOf(flag, flags)?.onlyAllow;
    return allowed !== undefined && 'exercises' in allowed ? allowed.exercises : [];
  });
  return ['easy-walk', 'belly-breathing', 'brace-and-breathe', ...only];
}

function isAllowed(exercise: Exercise, flag: PlanningFlag | undefined): boolean {
  const only = flag?.onlyAllow;
  if (only === undefined) return true;
  return 'exercises' in only
    ? only.exercises.includes(exercise.id)
    : exercise.fromStage <= only.fromStageAtMost;
}

function flagOf(id: string, flags: readonly PlanningFlag[]): PlanningFlag | undefined {
  return flags.find((flag) => flag.id === id);
}

/** Each flag once, in the order of the table, so that the order in which they came never shows. */
function inOrder(raised: readonly RaisedFlag[], flags: readonly PlanningFlag[]): readonly RaisedFlag[] {
  const placeOf = ({ flag }: RaisedFlag): number => {
    const place = flags.findIndex(({ id }) => id === flag);
    return place < 0 ? flags.length : place;
  };
  return raised
    .filter(({ flag }, place) => raised.findIndex((other) => other.flag === flag) === place)
    .sort((one, other) => placeOf(one) - placeOf(other) || (one.flag < other.flag ? -1 : 1));
}
