import type { Exercise } from '../data/exercise-schema.ts';
import { doseInFull } from '../engine/own-routine/dose-in-full.ts';
import type { OwnRoutine } from '../engine/own-routine/own-routine.ts';
import type { Block, Document } from './document.ts';

export interface OwnRoutineView {
  readonly own: OwnRoutine;
  /** Of the catalogue, and those that the plan describes itself. */
  readonly exercises: readonly Exercise[];
  /** Steps that the person's own answers rule out. */
  readonly conflicts: readonly { readonly name: string; readonly because: readonly string[] }[];
  /** False: the same file had been added before. */
  readonly isNew: boolean;
  /** "Anything I should plan around?" was answered. */
  readonly isAsked: boolean;
}

/** What was taken over from a clinician's plan, and what of it our checks speak against. */
export function ownRoutineDocument(view: OwnRoutineView): Document {
  const { own, exercises, isNew } = view;
  const from = own.from === undefined ? '' : `, from ${own.from}`;
  return {
    title: own.name,
    blocks: [
      { kind: 'heading', level: 1, text: own.name },
      {
        kind: 'paragraph',
        text: `Your clinician's plan${from}. ${isNew ? 'It is now among your routines.' : 'You had added it before; nothing changed.'}`,
      },
      ...ownHead(own),
      {
        kind: 'rows',
        rows: own.steps.map((step) => ({
          label: exercises.find(({ id }) => id === step.exercise)?.name ?? step.name,
          text: doseInFull(step.dose),
          details: [
            ...step.notes,
            ...(step.kind === 'described' ? ['Not in our catalogue: we cannot check it.'] : []),
          ],
        })),
      },
      ...conflictBlocks(view),
      {
        kind: 'next',
        commands: [
          `backcare stretch ${own.id}`,
          `backcare stretch print ${own.id}`,
          `backcare stretch remove ${own.id}`,
        ],
      },
    ],
  };
}

/** What the plan says besides its exercises, as it was written. */
function ownHead({ howOften, until, remarks }: OwnRoutine): readonly Block[] {
  const rows = [
    ...(howOften === undefined ? [] : [{ label: 'How often', text: howOften }]),
    ...(until === undefined ? [] : [{ label: 'Until', text: until }]),
    ...remarks.map((text) => ({ label: 'It says', text })),
  ];
  return rows.length === 0 ? [] : [{ kind: 'rows', rows }];
}

function conflictBlocks({ conflicts, isAsked }: OwnRoutineView): readonly Block[] {
  const unasked: readonly Block[] = isAsked
    ? []
    : [
        {
          kind: 'paragraph',
          text: 'You have not said yet what to plan around, so this was not checked against it: backcare stretch around',
        },
      ];
  if (conflicts.length === 0) return unasked;
  return [
    {
      kind: 'callout',
      tone: 'note',
      title: 'Ask the person who made the plan about this',
      lines: [
        ...conflicts.map(({ name, because }) => `${name}: ${because.join('; ')}`),
        'A guided session leaves it out until you change what to plan around.',
      ],
    },
    ...unasked,
  ];
}
