import type { ExerciseTables } from '../data/exercise-schema.ts';
import type { Exclusion, PlannedItem, RoutinePlan } from '../engine/routine/plan.ts';
import type { Block } from './document.ts';
import { asSentence, becauseOf, gradeWords, isDescribed, nameOf } from './exercise-lines.ts';

/** What the person's own answers leave out, each exercise once. */
export function leftOutBlocks(plans: readonly RoutinePlan[], tables: ExerciseTables): readonly Block[] {
  const excluded = new Map(plans.flatMap((plan) => plan.excluded).map((entry) => [entry.exercise, entry]));
  if (excluded.size === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Left out, and why' },
    {
      kind: 'rows',
      rows: [...excluded.values()].map((entry) => ({
        label: nameOf(entry.exercise, tables),
        text: reasonOf(entry),
      })),
    },
  ];
}

/** Why an exercise is not offered, as a sentence. */
function reasonOf({ flags, because }: Exclusion): string {
  return flags.length > 0 ? becauseOf(flags) : asSentence(because ?? 'it does not suit right now');
}

/** One honest line about each exercise; those that say the same share it. */
export function evidenceBlocks(items: readonly PlannedItem[]): readonly Block[] {
  const rows = new Map<
    string,
    { readonly names: Set<string>; readonly note: string; readonly text: string }
  >();
  for (const { exercise } of items) {
    // It cannot be graded.
    if (isDescribed(exercise)) continue;
    const note = gradeWords[exercise.grade];
    const key = `${note} ${exercise.evidence}`;
    const row = rows.get(key) ?? { names: new Set<string>(), note, text: exercise.evidence };
    row.names.add(exercise.name);
    rows.set(key, row);
  }
  if (rows.size === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'What is known' },
    {
      kind: 'rows',
      rows: [...rows.values()].map(({ names, note, text }) => ({
        label: [...names].join(', '),
        note,
        text: '',
        details: [text],
      })),
    },
  ];
}
