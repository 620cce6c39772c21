import type { Routine } from '../../src/data/exercise-schema.ts';
import { exerciseTables } from '../../src/data/exercise-tables.ts';
import { poses } from '../../src/data/exercises/poses.ts';
import type { Document } from '../../src/documents/document.ts';
import { routineSheet } from '../../src/documents/routine-document.ts';
import type { RoutineSheetView } from '../../src/documents/routine-sheet-view.ts';
import type { SheetView } from '../../src/documents/sheet-view.ts';
import type { FitRequest } from '../../src/engine/routine/fit-request.ts';
import { fitRoutine } from '../../src/engine/routine/fit-routine.ts';
import type { RaisedFlag, RoutinePlan } from '../../src/engine/routine/plan.ts';
import type { Theme } from '../../src/render/theme.ts';
import { themes } from '../render/themes.ts';
import { contact } from './people.ts';

/** Pictures are told in words, so that a better pose changes no golden text. */
export const told: Theme = { ...themes.accessible, width: Number.POSITIVE_INFINITY };

/** A sheet made on a Sunday evening in Dublin, for somebody of whom nothing is known. */
export const sheetView: SheetView = {
  contact,
  advice: [],
  notes: [{ kind: 'paragraph', text: 'Your back was not checked yet.' }],
  tables: exerciseTables,
  poses,
  at: Date.parse('2026-11-22T18:09:45.120Z'),
  offsetMinutes: 0,
  version: '0.1.0',
};

const asWritten: FitRequest = {
  equipment: [],
  floorWork: true,
  stage: 5,
  chronicity: 'chronic',
  flags: [],
  seed: 0,
  recent: [],
  effort: 'same',
  spoken: false,
};

/** What each session of a day does. */
export function plansOf(
  routine: Routine,
  request: Partial<FitRequest> = {},
  tables = exerciseTables,
): readonly [RoutinePlan, ...RoutinePlan[]] {
  const planOf = (sessionsToday: number) =>
    fitRoutine(tables, routine, { ...asWritten, ...request, sessionsToday });
  const turns = Array.from({ length: (routine.rotation?.length ?? 1) - 1 }, (_, turn) => planOf(turn + 1));
  return [planOf(0), ...turns];
}

export function readyRoutine(id: string): Routine {
  const routine = exerciseTables.routines.find((entry) => entry.id === id);
  if (routine === undefined) throw new Error(`no routine ${id}`);
  return routine;
}

export function exerciseOf(id: string) {
  const exercise = exerciseTables.exercises.find((entry) => entry.id === id);
  if (exercise === undefined) throw new Error(`no exercise ${id}`);
  return exercise;
}

/** The sheet of a ready routine for a person with these flags. */
export function sheetOf(
  id: string,
  flags: readonly RaisedFlag[] = [],
  changes: Partial<RoutineSheetView> = {},
): Document {
  const routine = readyRoutine(id);
  return routineSheet({
    ...sheetView,
    raised: flags,
    routine,
    plans: plansOf(routine, { flags }),
    ...changes,
  });
}

export function raised(...ids: readonly string[]): readonly RaisedFlag[] {
  return ids.map((flag) => {
    const label = exerciseTables.flags.find(({ id }) => id === flag)?.label;
    return { flag, because: `you said yes to "${label}" (Sun 22 Nov)` };
  });
}
