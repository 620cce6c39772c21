import type { PoseName, Poses } from '../data/exercise-schema.ts';
import type { PlannedItem } from '../engine/routine/plan.ts';
import type { Block, Row } from './document.ts';
import {
  aboutMinutes,
  asSentence,
  becauseOf,
  easierLine,
  hasSides,
  ifAnyOf,
  isDescribed,
  needsInWords,
} from './exercise-lines.ts';
import { figuresBlock } from './figure.ts';
import type { RoutineCautions } from './routine-cautions.ts';
import type { SheetView } from './sheet-view.ts';

/** One exercise of a routine, with everything that is needed to do it from a sheet of paper. */
export interface RoutineItemView {
  readonly item: PlannedItem;
  /** Place in the routine, from 1. */
  readonly number: number;
  readonly cautions: RoutineCautions;
  /** Number of the same exercise before, in another version: what it says is not said again. */
  readonly sameAs?: number | undefined;
  /** What the clinician who made the plan says about it. */
  readonly remarks: readonly string[];
}

export function routineItemBlocks(itemView: RoutineItemView, view: SheetView): readonly Block[] {
  const { item, number, sameAs, remarks } = itemView;
  const { exercise, variant } = item;
  const version = variant === 'standard' ? '' : ` (${variant})`;
  const poses = view.poses[exercise.id];
  return [
    { kind: 'heading', level: 3, text: `${number}. ${exercise.name}${version}` },
    ...(poses === undefined || isElsewhere(item, poses) ? [] : [pictures(poses, variant)]),
    { kind: 'rows', rows: [howMuch(item), ...saidRows(remarks), ...versionRows(item), ...needs(item)] },
    ...(sameAs === undefined
      ? ([
          { kind: 'steps', items: exercise.steps },
          { kind: 'rows', rows: careRows(itemView, view) },
        ] as const)
      : [{ kind: 'paragraph', text: `All else as in ${sameAs}.` } as const]),
  ];
}

/** The easier version is done in another position, of which there is no picture. */
function isElsewhere({ exercise, variant }: PlannedItem, poses: Poses): boolean {
  return variant === 'easier' && exercise.easierPosition !== undefined && poses.easier === undefined;
}

/** Start and end of the version that is done. */
function pictures(poses: Poses, variant: PlannedItem['variant']): Block {
  const other = variant === 'standard' ? undefined : poses[variant];
  const names: readonly PoseName[] =
    other === undefined || variant === 'standard' ? ['start', 'hold', 'counter'] : ['start', variant];
  return figuresBlock(poses, names);
}

function howMuch({ how, dose, seconds }: PlannedItem): Row {
  const sides = hasSides(dose) && !how.includes('each side') ? ', on each side' : '';
  // Five minutes take five minutes.
  const time = dose.kind === 'timed' ? '' : ` (${aboutMinutes(seconds)})`;
  return { label: 'How much', text: asSentence(`${how}${sides}${time}`) };
}

function saidRows(remarks: readonly string[]): readonly Row[] {
  return remarks.map((text) => ({ label: 'Your clinician says', text }));
}

function versionRows({ exercise, variant, easierBecause = [] }: PlannedItem): readonly Row[] {
  const text = variant === 'standard' ? undefined : exercise[variant];
  if (text === undefined) return [];
  const because = easierBecause.length === 0 ? [] : [becauseOf(easierBecause)];
  const usual = 'The steps tell the usual way: take what fits.';
  return [{ label: 'Do it this way', text: [text, ...because, usual].join(' ') }];
}

function needs({ exercise }: PlannedItem): readonly Row[] {
  return exercise.ways.some((way) => way.length === 0)
    ? []
    : [{ label: 'You need', text: `${needsInWords(exercise)}.` }];
}

function careRows({ item, cautions }: RoutineItemView, { tables }: SheetView): readonly Row[] {
  const { exercise, variant } = item;
  const easier = variant === 'easier' ? undefined : easierLine(exercise, tables.flags);
  const out = cautions.ofExercise(exercise.id);
  return [
    ...(easier === undefined ? [] : [{ label: 'Easier', text: easier }]),
    ...(out.length === 0 ? [] : [{ label: 'Leave out if', text: `${ifAnyOf(out)}.` }]),
    ...(exercise.stop === undefined ? [] : [{ label: 'Watch out', text: exercise.stop }]),
    ...(isDescribed(exercise) && exercise.note !== undefined ? [{ label: 'Note', text: exercise.note }] : []),
  ];
}
