import type { Context } from '../../context.ts';
import type { Routine } from '../../data/exercise-schema.ts';
import { exerciseTables } from '../../data/exercise-tables.ts';
import type { OwnRoutine } from '../../engine/own-routine/own-routine.ts';
import { doseInWords } from '../../engine/routine/dose-words.ts';
import { InputError } from '../../errors.ts';
import { nearest } from '../nearest.ts';
import type { KeptRoutine } from './own-routines.ts';
import { ownRoutineKind } from './stretch-record.ts';

/** What a name on the command line stands for. */
export type Named =
  | { readonly kind: 'ready'; readonly routine: Routine }
  | { readonly kind: 'exercise'; readonly routine: Routine }
  | { readonly kind: 'own'; readonly own: OwnRoutine };

/** The routine, exercise or own routine of this name. Throws `InputError` with the nearest names. */
export async function namedRoutine(name: string, ctx: Context): Promise<Named> {
  const routine = exerciseTables.routines.find(({ id }) => id === name);
  if (routine !== undefined) return { kind: 'ready', routine };
  const single = routineOfExercise(name);
  if (single !== undefined) return { kind: 'exercise', routine: single };
  const kept = await ownRoutinesIfAny(ctx);
  const own = kept.find((each) => each.own.id === name)?.own;
  if (own !== undefined) return { kind: 'own', own };
  throw unknownName(name, [
    ...exerciseTables.routines.map(({ id }) => id),
    ...kept.map((each) => each.own.id),
    ...exerciseTables.exercises.map(({ id }) => id),
  ]);
}

function unknownName(name: string, known: readonly string[]): InputError {
  const guesses = nearNames(name, known);
  return new InputError(`"${name}" is not a routine or an exercise.`, {
    ...(guesses.length === 0
      ? {}
      : { reason: `Did you mean ${guesses.map((guess) => `"${guess}"`).join(' or ')}?` }),
    next: 'See all of them: backcare stretch list',
  });
}

/** The nearest name as a whole, and those with a word like one of its words: "hamstrng" means all the hamstring ones. */
function nearNames(name: string, known: readonly string[]): readonly string[] {
  const whole = nearest(name, known);
  const words = [...new Set(known.flatMap((id) => id.split('-')))];
  const meant = name.split('-').flatMap((word) => nearest(word, words) ?? []);
  const alike = known.filter((id) => id.split('-').some((word) => word.length > 3 && meant.includes(word)));
  return [...new Set([...(whole === undefined ? [] : [whole]), ...alike])].slice(0, 3);
}

/** Reading plans takes the whole reader of plans: only for those who have one. */
export async function ownRoutinesIfAny(ctx: Context): Promise<readonly KeptRoutine[]> {
  const events = await (await ctx.record()).since([ownRoutineKind], 0);
  if (events.length === 0) return [];
  return (await import('./own-routines.ts')).ownRoutinesOf(events, ctx);
}

/** One exercise as a routine of its own. */
export function routineOfExercise(id: string): Routine | undefined {
  const exercise = exerciseTables.exercises.find((each) => each.id === id);
  if (exercise === undefined) return undefined;
  const { name, dose, fromStage, sources } = exercise;
  return {
    id,
    name,
    when: '',
    for: exercise.for,
    fromStage,
    note: '',
    steps: [{ exercise: id, dose, how: doseInWords(dose) }],
    sources,
  };
}
