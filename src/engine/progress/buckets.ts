import { meanOf, toTenth } from '../log/middle.ts';
import type { DayValue } from './slope.ts';

/** Stretches of days for a picture: single days, or weeks and months where days are too many. */
export interface Buckets {
  /** Days in each. */
  readonly size: number;
  /** First day of each, from the oldest on. */
  readonly starts: readonly number[];
}

const sizes = [1, 7, 28, 91];
/** More than these nobody tells apart. */
const mostBuckets = 120;

export function bucketsOf(from: number, to: number): Buckets {
  const days = to - from + 1;
  const size = sizes.find((each) => Math.ceil(days / each) <= mostBuckets) ?? Math.ceil(days / mostBuckets);
  return { size, starts: Array.from({ length: Math.ceil(days / size) }, (_, index) => from + index * size) };
}

/** One value for each stretch, the mean or the highest of its days; undefined where no day has any. */
export function bucketed(
  values: readonly DayValue[],
  { size, starts }: Buckets,
  by: 'mean' | 'highest',
): readonly (number | undefined)[] {
  const [from = 0] = starts;
  const grouped = starts.map((): number[] => []);
  for (const { day, value } of values) grouped[Math.floor((day - from) / size)]?.push(value);
  return grouped.map((group) => {
    const value = by === 'mean' || group.length === 0 ? meanOf(group) : Math.max(...group);
    return value === undefined ? undefined : toTenth(value);
  });
}
