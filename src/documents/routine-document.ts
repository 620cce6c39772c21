import type { PlannedItem } from '../engine/routine/plan.ts';
import type { Document } from './document.ts';
import { exerciseRuleRows } from './exercise-rule-rows.ts';
import { routineAbout } from './routine-about.ts';
import { routineCautions } from './routine-cautions.ts';
import { evidenceBlocks, leftOutBlocks } from './routine-ends.ts';
import { routineItemBlocks } from './routine-item-blocks.ts';
import { type RoutineSheetView, remarksOn } from './routine-sheet-view.ts';
import { weekOfTicks } from './routine-ticks.ts';
import { distinctItems, plannedOf } from './routine-turns.ts';
import { sheetFoot, sheetHead } from './sheet-view.ts';

/** A routine as a sheet for the wall: when to stop, a week to tick, then every exercise with all that is needed. */
export function routineSheet(asked: RoutineSheetView): Document {
  const planned = plannedOf(asked.plans);
  const [first] = planned;
  if (first === undefined) return noRoutine(asked);
  // Something else in its place is no routine of that name, and is done once.
  const isRoutine = first.routine !== undefined && first.routine === asked.routine?.id;
  const view: RoutineSheetView = isRoutine ? asked : { ...asked, routine: undefined, plans: [first] };
  const turns = isRoutine ? planned : [first];
  const items = distinctItems(turns);
  const cautions = routineCautions(items, view.tables.flags, view.own !== undefined);
  const remarks = remarksOn(items, view);
  return {
    title: first.name,
    blocks: [
      ...sheetHead(view),
      { kind: 'heading', level: 1, text: first.name },
      ...routineAbout(first, items, view),
      { kind: 'heading', level: 2, text: 'Before you start' },
      {
        kind: 'rows',
        rows: [...cautions.rows, ...exerciseRuleRows(view.contact, view.own !== undefined)],
      },
      { kind: 'heading', level: 2, text: 'Tick off your week' },
      weekOfTicks(turns, items, view.routine),
      { kind: 'heading', level: 2, text: items.length === 1 ? 'The exercise' : 'The exercises' },
      ...items.flatMap((item, index) =>
        routineItemBlocks(
          {
            item,
            number: index + 1,
            sameAs: sameBefore(items, index),
            cautions,
            remarks: remarks[index] ?? [],
          },
          view,
        ),
      ),
      ...leftOutBlocks(asked.plans, view.tables),
      ...evidenceBlocks(items),
      ...sheetFoot(view),
    ],
  };
}

/** Number of the ordinary version, when another one of it follows. */
function sameBefore(items: readonly PlannedItem[], index: number): number | undefined {
  const { exercise, variant } = items[index] ?? {};
  if (variant === 'standard') return undefined;
  const place = items.findIndex((item) => item.exercise === exercise && item.variant === 'standard');
  return place >= 0 && place < index ? place + 1 : undefined;
}

/** Nothing of it suits: why, and what to change. */
function noRoutine(view: RoutineSheetView): Document {
  const [plan] = view.plans;
  const title = view.routine?.name ?? 'No routine fits right now';
  const [first = '', ...others] = plan.because;
  const change = plan.kind === 'none' ? plan.change : [];
  return {
    title,
    blocks: [
      ...sheetHead(view),
      { kind: 'heading', level: 1, text: title },
      { kind: 'callout', tone: 'note', title: first, lines: others },
      ...(change.length === 0 ? [] : [{ kind: 'list', items: change } as const]),
      ...leftOutBlocks(view.plans, view.tables),
      { kind: 'next', commands: ['backcare stretch list', 'backcare relief'] },
      ...sheetFoot(view),
    ],
  };
}
