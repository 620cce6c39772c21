import type { Routine } from '../data/exercise-schema.ts';
import type { PlannedItem, RoutinePlan } from '../engine/routine/plan.ts';
import type { SheetView } from './sheet-view.ts';

/** What a clinician's plan says besides its exercises. */
export interface OwnRoutineNotes {
  readonly from?: string | undefined;
  readonly howOften?: string | undefined;
  readonly until?: string | undefined;
  readonly remarks: readonly string[];
  /** Remarks on each step of the routine, in its order. */
  readonly ofSteps: readonly (readonly string[])[];
}

export interface RoutineSheetView extends SheetView {
  /** The ready or own routine; left out when it was put together for now. */
  readonly routine?: Routine | undefined;
  /** What each session of a day does: one plan, or one for each turn of a routine that goes round. */
  readonly plans: readonly [RoutinePlan, ...RoutinePlan[]];
  readonly own?: OwnRoutineNotes | undefined;
}

/** The remarks of the steps that are still in the plan: their order is kept, some may be missing. */
export function remarksOn(
  items: readonly PlannedItem[],
  { routine, own }: RoutineSheetView,
): readonly (readonly string[])[] {
  if (routine === undefined || own === undefined) return [];
  let next = 0;
  return items.map(({ exercise }) => {
    const step = routine.steps.findIndex((entry, index) => index >= next && entry.exercise === exercise.id);
    if (step < 0) return [];
    next = step + 1;
    return own.ofSteps[step] ?? [];
  });
}
