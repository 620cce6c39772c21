import type { ExerciseTables } from '../../data/exercise-schema.ts';
import { isUpright } from './body-positions.ts';
import type { Candidate } from './candidates.ts';
import type { RoutineRequest } from './plan.ts';

/*
 * What makes one exercise the better next choice, in points. Only their order matters: being for what was asked beats
 * all else, a part of the body that is not in yet beats one that is, and the rest is taste and chance.
 */
const forTarget = 200;
/** The target stands first, or second, among what the exercise is for. */
const mainlyForTarget = [14, 6];
/** A ready routine that is mainly for the target has it too. For a spasm that decides. */
const inReadyRoutine = { usual: 14, spasm: 150 } as const;
const gradePoints = { good: 9, some: 6, thin: 3, against: 0 } as const;
const kindPoints = {
  usual: { stretch: 8, mobility: 6, strength: 2, aerobic: -6, relief: -4, relaxation: -4 },
  spasm: { stretch: 0, mobility: 6, strength: -6, aerobic: 12, relief: 24, relaxation: 16 },
} as const;
/** By how often the same part of the body is in already. */
const repeatedPart = [0, 18, 54, 100];
const repeatedKind = 4;
/** Staying down, or staying up, saves a sore person the way. */
const sameHeight = 22;
const newestRecent = 15;
const oldestRecent = 3;
const chance = 10;

/** How good a choice each candidate is by itself. Higher is better. */
export function tastes(
  candidates: readonly Candidate[],
  tables: ExerciseTables,
  request: RoutineRequest,
): ReadonlyMap<Candidate, number> {
  const { target, seed, recent } = request;
  const mode = target === 'spasm' ? 'spasm' : 'usual';
  const ready = new Set(
    tables.routines
      .filter((routine) => routine.for[0] === target)
      .flatMap(({ steps }) => steps.map(({ exercise }) => exercise)),
  );
  // Relief from a spasm is had lying down.
  const staysDown = mode === 'spasm' || fraction(seed, 'height') < 0.5;
  return new Map(
    candidates.map((candidate) => {
      const { exercise, isFor, position } = candidate;
      const place = target === undefined ? -1 : exercise.for.indexOf(target);
      const taste =
        (isFor ? forTarget : 0) +
        (mainlyForTarget[place] ?? 0) +
        (ready.has(exercise.id) ? inReadyRoutine[mode] : 0) +
        gradePoints[exercise.grade] +
        kindPoints[mode][exercise.kind] +
        (isUpright(position) === staysDown ? 0 : sameHeight) +
        chance * fraction(seed, exercise.id) -
        recencyOf(exercise.id, recent);
      return [candidate, taste];
    }),
  );
}

/** What a candidate loses because others like it are in already. */
export function sameness({ exercise }: Candidate, chosen: readonly Candidate[]): number {
  const [part] = exercise.bodyParts;
  const parts = chosen.filter((other) => other.exercise.bodyParts[0] === part).length;
  const kinds = chosen.filter((other) => other.exercise.kind === exercise.kind).length;
  return (repeatedPart[Math.min(parts, repeatedPart.length - 1)] ?? 0) + repeatedKind * kinds;
}

function recencyOf(id: string, recent: readonly string[]): number {
  const place = recent.indexOf(id);
  return place < 0 ? 0 : Math.max(newestRecent - place, oldestRecent);
}

/** A number in [0, 1) that depends on the seed and the word alone (FNV-1a). */
function fraction(seed: number, word: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed} ${word}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  // The sum of short words is too regular in its upper bits: mix it once more.
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
