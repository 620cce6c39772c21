import type { SourceId } from './sources.ts';

/** What holds for every exercise. A sheet carries it, since nobody is there to ask. */
export interface ExerciseRule {
  readonly id: string;
  /** What it is about, as the label of a row. */
  readonly about: string;
  readonly text: string;
  readonly sources: readonly SourceId[];
  readonly judged?: true;
}

export const exerciseRules = [
  {
    id: 'pain',
    about: 'Pain from 0 to 10',
    text: '0 to 3: carry on. 4 or 5: carry on if it is back to where it was within 24 hours. Over 5, or 2 points up and still up after half an hour: stop for now, and do less next time.',
    sources: ['ostelo-2008'],
    judged: true,
  },
  {
    id: 'moving',
    about: 'How to move',
    text: 'Ease in, hold still, ease out, and never bounce. A stretch may pull clearly; it should not hurt. Breathe slowly all the time.',
    sources: [],
    judged: true,
  },
  {
    id: 'progress',
    about: 'As days go by',
    text: 'Two sessions with no worse next morning: add a little. Worse for more than a day: go back a step. After days off, start with what felt fine before.',
    sources: [],
    judged: true,
  },
] as const satisfies readonly ExerciseRule[];
