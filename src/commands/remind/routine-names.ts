import type { Context } from '../../context.ts';
import { exerciseTables } from '../../data/exercise-tables.ts';
import { ownRoutinesIfAny } from '../stretch/named.ts';

/** Everything that `stretch` can start by its name: routines, plans of the person's own, exercises. */
export async function routineNames(
  ctx: Context,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const kept = await ownRoutinesIfAny(ctx);
  return [
    ...exerciseTables.routines.map(({ id, name }) => ({ id, name })),
    ...kept.map(({ own: { id, name } }) => ({ id, name })),
    ...exerciseTables.exercises.map(({ id, name }) => ({ id, name })),
  ];
}
