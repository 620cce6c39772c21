import type { Context, RecordedEvent } from '../../context.ts';
import { exerciseTables } from '../../data/exercise-tables.ts';
import type { OwnRoutine } from '../../engine/own-routine/own-routine.ts';
import { readOwnRoutine } from '../../engine/own-routine/read-own-routine.ts';
import { safeText } from '../../render/safe-text.ts';
import { nearest } from '../nearest.ts';
import { fieldsOf, ownRoutineKind } from './stretch-record.ts';

/** An own routine, and the event that keeps it. */
export interface KeptRoutine {
  readonly event: string;
  readonly own: OwnRoutine;
}

/** Words that mean something else behind `stretch`. */
export const reservedNames = [
  'list',
  'show',
  'print',
  'around',
  'desk-check',
  'add',
  'export',
  'remove',
  'help',
  'none',
];

/** The clinician's plans of the record, oldest first. A newer one of the same file name does not take an older one away. */
export async function ownRoutines(ctx: Context): Promise<readonly KeptRoutine[]> {
  return ownRoutinesOf(await (await ctx.record()).since([ownRoutineKind], 0), ctx);
}

/** Those that these events keep; the events come newest first. */
export function ownRoutinesOf(
  events: readonly RecordedEvent[],
  { io }: Pick<Context, 'io'>,
): readonly KeptRoutine[] {
  const kept: KeptRoutine[] = [];
  for (const { id: event, body } of [...events].reverse()) {
    const { id, text, fileName } = fieldsOf(body);
    if (typeof id !== 'string' || typeof text !== 'string' || typeof fileName !== 'string') continue;
    const reading = readOwnRoutine({ ...sourceOf(kept), content: text, fileName });
    // The name that it was given stays, whatever comes or goes beside it.
    if (reading.kind === 'routine') kept.push({ event, own: { ...reading.routine, id } });
    else
      io.err(
        `Your plan "${safeText(id)}" (${safeText(fileName)}) cannot be read by this version, so it is not offered. It is kept.\n`,
      );
  }
  return kept;
}

/** What a plan is read against. */
export function sourceOf(kept: readonly KeptRoutine[]) {
  return {
    exercises: exerciseTables.exercises,
    nearest,
    taken: [
      ...exerciseTables.routines.map(({ id }) => id),
      ...kept.map(({ own }) => own.id),
      ...reservedNames,
    ],
  };
}
