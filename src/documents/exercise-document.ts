import type { Exercise } from '../data/exercise-schema.ts';
import type { Citation } from '../data/schema.ts';
import { secondsOf } from '../engine/practice/dose-length.ts';
import { inVersion, isElsewhere } from '../engine/practice/version.ts';
import { doseInWords } from '../engine/routine/dose-words.ts';
import { verdictOn } from '../engine/routine/exclusions.ts';
import type { Variant } from '../engine/routine/plan.ts';
import { positionWords, stageWords, targetWords } from '../engine/routine/routine-words.ts';
import type { Block, Document, Row } from './document.ts';
import {
  aboutMinutes,
  asSentence,
  becauseOf,
  cautionsOf,
  easierLine,
  gradeMeanings,
  ifAnyOf,
  needsInWords,
} from './exercise-lines.ts';
import { exerciseRuleRows } from './exercise-rule-rows.ts';
import { figuresBlock } from './figure.ts';
import { type SheetView, sheetFoot, sheetHead } from './sheet-view.ts';
import { sourceList } from './source-blocks.ts';

export interface ExerciseView extends SheetView {
  readonly exercise: Exercise;
  /** Publications, to name those that the exercise rests on. */
  readonly sources: readonly Citation[];
}

/** Everything about one exercise: how, how much, for whom, and how sure it is that it helps. */
export function exerciseDocument(view: ExerciseView): Document {
  const { contact, sources } = view;
  const variant = versionFor(view);
  const exercise = inVersion(view.exercise, variant);
  const own = { ...view, exercise };
  return {
    title: exercise.name,
    blocks: [
      ...sheetHead(view),
      { kind: 'heading', level: 1, text: exercise.name },
      ...ownAnswers(view),
      ...(exercise.alsoCalled.length === 0
        ? []
        : [
            {
              kind: 'paragraph',
              text: `Also called: ${exercise.alsoCalled.join(', ')}.`,
              quiet: true,
            } as const,
          ]),
      ...pictures(view, variant),
      { kind: 'rows', rows: factRows(exercise) },
      { kind: 'heading', level: 2, text: 'How' },
      { kind: 'steps', items: exercise.steps },
      { kind: 'rows', rows: careRows(own) },
      { kind: 'heading', level: 2, text: 'Rules for every exercise' },
      { kind: 'rows', rows: exerciseRuleRows(contact) },
      { kind: 'heading', level: 2, text: 'What it is for' },
      { kind: 'rows', rows: purposeRows(own) },
      ...sourceList(exercise.sources, sources),
      { kind: 'next', commands: [`backcare stretch ${exercise.id}`, 'backcare stretch list'] },
      ...sheetFoot(view),
    ],
  };
}

/** An easier version that is told in full stands alone: the ordinary steps would contradict it. */
function versionFor({ exercise, raised = [], tables }: ExerciseView): Variant {
  return verdictOn(exercise, raised, tables.flags).kind === 'easier' ? 'easier' : 'standard';
}

function pictures({ exercise, poses }: ExerciseView, variant: Variant): readonly Block[] {
  const drawn = poses[exercise.id];
  if (drawn === undefined) return [];
  if (!isElsewhere(exercise, variant)) return [figuresBlock(drawn)];
  return drawn.easier === undefined ? [] : [figuresBlock(drawn, ['easier'])];
}

/** What the answers of this person make of it; nothing when they leave it as it is. */
function ownAnswers({ exercise, raised = [], tables }: ExerciseView): readonly Block[] {
  const verdict = verdictOn(exercise, raised, tables.flags);
  switch (verdict.kind) {
    case 'standard':
      return [];
    case 'easier':
      return [
        {
          kind: 'callout',
          tone: 'note',
          title: 'For you: the easier version',
          lines: [becauseOf(verdict.because)],
        },
      ];
    case 'out':
      return [
        {
          kind: 'callout',
          tone: 'note',
          title: 'For you: leave it out',
          lines: [becauseOf(verdict.because)],
        },
      ];
  }
}

function factRows(exercise: Exercise): readonly Row[] {
  const { dose, position, targets } = exercise;
  const time = dose.kind === 'timed' ? '' : ` (${aboutMinutes(secondsOf(dose))})`;
  return [
    { label: 'How much', text: asSentence(`${doseInWords(dose)}${time}`) },
    { label: 'Where', text: asSentence(positionWords[position]) },
    { label: 'You need', text: asSentence(needsInWords(exercise)) },
    { label: 'Works on', text: asSentence(targets.join(', ')) },
  ];
}

function careRows({ exercise, tables: { flags } }: ExerciseView): readonly Row[] {
  const easier = easierLine(exercise, flags);
  const { out } = cautionsOf(exercise, flags);
  return [
    ...(easier === undefined ? [] : [{ label: 'Easier', text: easier }]),
    ...(exercise.deeper === undefined ? [] : [{ label: 'Deeper', text: exercise.deeper }]),
    ...(out.length === 0 ? [] : [{ label: 'Leave out if', text: `${ifAnyOf(out)}.` }]),
    ...(exercise.stop === undefined ? [] : [{ label: 'Watch out', text: exercise.stop }]),
  ];
}

function purposeRows({ exercise, tables: { stages } }: ExerciseView): readonly Row[] {
  const { fromStage, grade, evidence, note } = exercise;
  const stage = stages.find((entry) => entry.stage === fromStage);
  return [
    { label: 'Good for', text: asSentence(exercise.for.map((target) => targetWords[target]).join('; ')) },
    { label: 'From', text: `${asSentence(stageWords(fromStage, stages))} ${stage?.enterWhen ?? ''}` },
    { label: 'Evidence', text: evidence, details: [gradeMeanings[grade]] },
    ...(note === undefined ? [] : [{ label: 'Good to know', text: note }]),
  ];
}
