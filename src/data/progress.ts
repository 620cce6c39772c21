import type { SourceId } from './sources.ts';

/** Days of practice that a week is to have, while no plan says otherwise. */
export const usualPracticeGoal = {
  daysAWeek: 3,
  sources: ['lewkowicz-2021'],
  judged: true,
} as const satisfies {
  readonly daysAWeek: number;
  readonly sources: readonly SourceId[];
  readonly judged: true;
};
