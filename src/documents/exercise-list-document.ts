import type { Exercise, Routine, Stage, StageNumber } from '../data/exercise-schema.ts';
import { secondsOf } from '../engine/practice/dose-length.ts';
import { type CatalogueFilter, catalogueOf, exercisesOf, widerFilters } from '../engine/routine/catalogue.ts';
import { type Verdict, verdictOn } from '../engine/routine/exclusions.ts';
import { positionWords, stageWords } from '../engine/routine/routine-words.ts';
import type { Block, Document, Row } from './document.ts';
import { asSentence, becauseOf, neededThings } from './exercise-lines.ts';
import { secondsOfRoutine } from './routine-length.ts';
import { type SheetView, sheetHead } from './sheet-view.ts';

export interface ExerciseListView extends SheetView {
  readonly filter: CatalogueFilter;
  /** How far along the person is, when that is known: what comes later is marked. */
  readonly stage?: StageNumber | undefined;
  /** Plans of the person's own, in the shape of routines. */
  readonly ownRoutines: readonly Routine[];
}

const kindHeadings: { readonly [kind in Exercise['kind']]: string } = {
  stretch: 'Stretches',
  mobility: 'Easy moves',
  strength: 'Strength',
  aerobic: 'Walking',
  relief: 'Relief',
  relaxation: 'Breathing and letting go',
};

/** All routines and exercises, or those that a filter leaves, by kind, with what the person's own answers leave out. */
export function exerciseListDocument(view: ExerciseListView): Document {
  const { tables, filter, ownRoutines } = view;
  const own = catalogueOf({ ...tables, routines: ownRoutines }, filter).routines;
  const { routines, exercises } = catalogueOf(tables, filter);
  const isEmpty = own.length + routines.length + exercises.length === 0;
  const title = 'Stretches and routines';
  return {
    title,
    blocks: [
      ...sheetHead(view),
      { kind: 'heading', level: 1, text: title },
      ...(isEmpty ? nothingLeft(view) : []),
      ...routineRows('Your own plans', own, view),
      ...routineRows('Ready routines', routines, view),
      ...Object.entries(kindHeadings).flatMap(([kind, heading]) =>
        exerciseRows(
          heading,
          exercises.filter((exercise) => exercise.kind === kind),
          view,
        ),
      ),
      ...leftOut(exercises, view),
      {
        kind: 'next',
        commands: isEmpty
          ? ['backcare stretch list']
          : [
              `backcare stretch show ${exercises[0]?.id ?? 'knee-rolls'}`,
              `backcare stretch print ${own[0]?.id ?? routines[0]?.id ?? 'morning'}`,
              'backcare stretch',
            ],
      },
    ],
  };
}

function routineRows(
  heading: string,
  routines: readonly Routine[],
  view: ExerciseListView,
): readonly Block[] {
  const { exercises, stages } = view.tables;
  const rows = routines.map((routine): Row => {
    const ids = exercisesOf(routine);
    const parts = exercises.filter(({ id }) => ids.includes(id));
    const out = parts.filter((exercise) => verdictFor(exercise, view).kind === 'out').length;
    return {
      label: routine.name,
      note: minutesShort(secondsOfRoutine(routine, exercises)),
      text: `${routine.id} (needs ${neededThings(parts) || 'nothing'})`,
      details: [
        routine.when,
        ...(out === 0 ? [] : [`For you: ${out} of ${ids.length} left out.`]),
        ...forLater(routine.fromStage, view.stage, stages),
      ],
    };
  });
  return rowBlocks(heading, rows);
}

function exerciseRows(
  heading: string,
  exercises: readonly Exercise[],
  view: ExerciseListView,
): readonly Block[] {
  const rows = exercises.map((exercise): Row => {
    const { kind } = verdictFor(exercise, view);
    return {
      label: exercise.name,
      note: minutesShort(secondsOf(exercise.dose)),
      text: `${exercise.id} (${positionWords[exercise.position]}, needs ${neededThings([exercise]) || 'nothing'})`,
      details: [
        ...(kind === 'out' ? ['For you: left out.'] : []),
        ...(kind === 'easier' ? ['For you: the easier version.'] : []),
        ...forLater(exercise.fromStage, view.stage, view.tables.stages),
      ],
    };
  });
  return rowBlocks(heading, rows);
}

function rowBlocks(heading: string, rows: readonly Row[]): readonly Block[] {
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: heading },
    { kind: 'rows', rows },
  ];
}

function forLater(
  from: StageNumber,
  now: StageNumber | undefined,
  stages: readonly Stage[],
): readonly string[] {
  return now === undefined || from <= now ? [] : [`For later: from ${stageWords(from, stages)} on.`];
}

/** "3 min": one short column. */
function minutesShort(seconds: number): string {
  return `${Math.max(1, Math.round(seconds / 60))} min`;
}

function verdictFor(exercise: Exercise, { raised = [], tables }: ExerciseListView): Verdict {
  return verdictOn(exercise, raised, tables.flags);
}

/** Exercises that the same answers leave out stand together. */
function leftOut(exercises: readonly Exercise[], view: ExerciseListView): readonly Block[] {
  const names = new Map<string, string[]>();
  for (const exercise of exercises) {
    const verdict = verdictFor(exercise, view);
    if (verdict.kind !== 'out') continue;
    const why = becauseOf(verdict.because);
    names.set(why, [...(names.get(why) ?? []), exercise.name]);
  }
  if (names.size === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Left out for you, and why' },
    { kind: 'list', items: [...names].map(([why, those]) => `${those.join(', ')}. ${why}`) },
  ];
}

const withoutWords: { readonly [name in keyof CatalogueFilter]-?: string } = {
  kind: 'of any kind',
  position: 'in any position',
  equipment: 'with other things at hand',
  target: 'whatever it is for',
  bodyPart: 'for any part of the body',
};

/** No list: which wish to give up, and how much that brings. */
function nothingLeft({ tables, ownRoutines, filter }: ExerciseListView): readonly Block[] {
  const all = { ...tables, routines: [...ownRoutines, ...tables.routines] };
  const lines = widerFilters(all, filter).map(({ without, count }) =>
    asSentence(`${withoutWords[without]} there ${count === 1 ? 'is 1' : `are ${count}`}`),
  );
  return [
    {
      kind: 'callout',
      tone: 'note',
      title: 'Nothing fits all of that together.',
      lines: lines.length > 0 ? lines : ['Ask for less: leave two of your wishes out.'],
    },
  ];
}
