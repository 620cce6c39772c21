import type { SourceId } from './sources.ts';

/** What holds for every exercise. A sheet carries them, since nobody is there to ask. */
export interface ExerciseRule {
  readonly id: string;
  /** When it holds, as the label of a row. */
  readonly when: string;
  readonly text: string;
  readonly sources: readonly SourceId[];
  readonly judged?: true;
}

/** How much pain is fine: the traffic light, from green to red. Numbers are 0 to 10. */
export const painRules: readonly ExerciseRule[] = [
  {
    id: 'pain-green',
    when: 'Pain 0 to 3',
    text: 'Carry on.',
    sources: [],
    judged: true,
  },
  {
    id: 'pain-amber',
    when: 'Pain 4 or 5',
    text: 'Carry on if it is back to where it was within 24 hours.',
    sources: [],
    judged: true,
  },
  {
    id: 'pain-red',
    when: 'Pain over 5',
    text: 'Stop for now and do less next time. The same goes when pain is 2 points up and still up after half an hour.',
    sources: ['ostelo-2008'],
    judged: true,
  },
];

/** How to move. */
export const movingRules = {
  hold: {
    id: 'hold-style',
    when: 'How it should feel',
    text: 'Ease in, hold still, ease out, and never bounce. A stretch may pull clearly; it should not hurt. Breathe slowly all the time.',
    sources: [],
    judged: true,
  },
  progress: {
    id: 'progress',
    when: 'As days go by',
    text: 'Two sessions in a row with no worse next morning: add a little. Worse for more than a day: go back a step. After days off, start with what felt fine before.',
    sources: [],
    judged: true,
  },
} as const satisfies { readonly [name: string]: ExerciseRule };
