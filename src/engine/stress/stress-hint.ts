import { meanOf } from '../log/middle.ts';
import type { DaySummary } from '../progress/day-tally.ts';

/** With fewer days there is nothing to compare, */
const leastDays = 5;
/** nor with fewer on either side, */
const leastOfASide = 2;
/** nor when stress was much the same on all of them, on a scale of ten. */
const leastApart = 2;

/** How pain was on the more stressed days beside the others. A hint, never a cause. */
export interface StressHint {
  /** Days on which both were noted. */
  readonly days: number;
  readonly stressedDays: number;
  readonly otherDays: number;
  /** Points of usual pain that the stressed days were higher, to a half; below 0: lower. */
  readonly difference: number;
}

/** Undefined while there is too little to tell. */
export function stressHint(days: readonly Pick<DaySummary, 'stress' | 'usual'>[]): StressHint | undefined {
  const both = days.flatMap(({ stress, usual }) =>
    stress === undefined || usual === undefined ? [] : [{ stress, usual }],
  );
  const levels = both.map(({ stress }) => stress);
  // Half-way between the calmest day and the most stressed one: a person's own scale.
  const middle = (Math.min(...levels) + Math.max(...levels)) / 2;
  const stressed = both.filter(({ stress }) => stress > middle);
  const others = both.filter(({ stress }) => stress <= middle);
  if (both.length < leastDays || Math.min(stressed.length, others.length) < leastOfASide) return undefined;
  const apart = mean(stressed.map(({ stress }) => stress)) - mean(others.map(({ stress }) => stress));
  if (apart < leastApart) return undefined;
  const difference = mean(stressed.map(({ usual }) => usual)) - mean(others.map(({ usual }) => usual));
  return {
    days: both.length,
    stressedDays: stressed.length,
    otherDays: others.length,
    difference: Math.round(difference * 2) / 2,
  };
}

function mean(values: readonly number[]): number {
  return meanOf(values) ?? 0;
}
