import type { PlannedItem } from '../engine/routine/plan.ts';
import { stageWords } from '../engine/routine/routine-words.ts';
import type { Block, Row } from './document.ts';
import { aboutMinutes, asSentence, neededThings } from './exercise-lines.ts';
import type { OwnRoutineNotes, RoutineSheetView } from './routine-sheet-view.ts';
import type { PlannedRoutine } from './routine-turns.ts';

/** When and how long, what it needs, and what a clinician's plan says of itself. */
export function routineAbout(
  plan: PlannedRoutine,
  items: readonly PlannedItem[],
  { routine, own, plans, tables }: RoutineSheetView,
): readonly Block[] {
  const needs = neededThings(items.map(({ exercise }) => exercise));
  const stage = routine?.fromStage ?? 1;
  const isReady = routine !== undefined && own === undefined;
  const rows: readonly Row[] = [
    ...(isReady ? [{ label: 'When', text: routine.when }] : []),
    { label: 'Time', text: timeLine(plan.seconds, routine?.sessionsADay ?? plans.length) },
    ...(needs === '' ? [] : [{ label: 'You need', text: asSentence(needs) }]),
    ...(stage > 1 ? [{ label: 'From', text: asSentence(stageWords(stage, tables.stages)) }] : []),
    ...(isReady ? [{ label: 'Good to know', text: routine.note }] : []),
  ];
  return [
    ...(own === undefined ? [] : ownBlocks(own)),
    ...(plan.because.length === 0 ? [] : [{ kind: 'paragraph', text: plan.because.join(' ') } as const]),
    { kind: 'rows', rows },
  ];
}

function timeLine(seconds: number, times: number): string {
  const length = aboutMinutes(seconds);
  return asSentence(times > 1 ? `${length} each time, ${times} times a day` : length);
}

function ownBlocks({ from, howOften, until, remarks }: OwnRoutineNotes): readonly Block[] {
  const rows = [
    { label: 'From', text: from ?? '' },
    { label: 'How often', text: howOften ?? '' },
    { label: 'Until', text: until ?? '' },
  ].filter(({ text }) => text !== '');
  return [
    { kind: 'heading', level: 2, text: "Your clinician's plan" },
    ...(rows.length === 0 ? [] : [{ kind: 'rows', rows } as const]),
    ...remarks.map((text) => ({ kind: 'paragraph', text }) as const),
  ];
}
