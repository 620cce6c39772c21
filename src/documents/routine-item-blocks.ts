import type { PoseName, Poses } from '../data/exercise-schema.ts';
import { isElsewhere } from '../engine/practice/version.ts';
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
    ...(poses === undefined ? [] : pictures(poses, item)),
    { kind: 'rows', rows: [howMuch(item), ...saidRows(remarks), ...versionRows(item), ...needs(item)] },
    ...(sameAs === undefined
      ? ([
          { kind: 'steps', items: exercise.steps },
          { kind: 'rows', rows: careRows(itemView, view) },
        ] as const)
      : [{ kind: 'paragraph', text: `All else as in ${sameAs}.` } as const]),
  ];
}

/** Start and end of the version that is done; of one in another position only its own picture, where there is one. */
function pictures(poses: Poses, { exercise, variant }: PlannedItem): readonly Block[] {
  const isDrawn = variant !== 'standard' && poses[variant] !== undefined;
  if (isElsewhere(exercise, variant)) return isDrawn ? [figuresBlock(poses, [variant])] : [];
  const ordinary: readonly PoseName[] = ['start', 'hold', 'counter'];
  return [figuresBlock(poses, isDrawn ? ['start', variant] : ordinary)];
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
  const because = easierBecause.length === 0 ? [] : [becauseOf(easierBecause)];
  // Told in full by its own steps, so only the reason is left to say.
  if (text === undefined)
    return because.length === 0 ? [] : [{ label: 'Why this way', text: because.join(' ') }];
  const usual = 'The steps tell the usual way: take what fits.';
  return [{ label: 'Do it this way', text: [text, ...because, usual].join(' ') }];
}

function needs(item: PlannedItem): readonly Row[] {
  const { exercise } = item;
  return isToldInFull(item) || exercise.ways.some((way) => way.length === 0)
    ? []
    : [{ label: 'You need', text: `${needsInWords(exercise)}.` }];
}

/** Its steps name the things of the version, which are not those of the ordinary one. */
function isToldInFull({ exercise, variant }: PlannedItem): boolean {
  return variant === 'easier' && exercise.easierInFull !== undefined;
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
