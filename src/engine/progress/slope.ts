import { medianOf } from '../log/middle.ts';

/** A value on a day. */
export interface DayValue {
  readonly day: number;
  readonly value: number;
}

/** More pairs than this say nothing that these do not. */
const mostPoints = 120;

/**
 * Change a day by Theil and Sen: the middle of the slopes between all pairs of days, so that up to a quarter of the
 * days may be wild. Undefined with less than two days. Of a very long history every n-th day is taken.
 */
export function robustSlope(values: readonly DayValue[]): number | undefined {
  const step = Math.ceil(values.length / mostPoints);
  const taken = step <= 1 ? values : values.filter((_, index) => index % step === 0);
  const slopes: number[] = [];
  for (const [index, one] of taken.entries()) {
    for (let next = index + 1; next < taken.length; next += 1) {
      const other = taken[next];
      if (other !== undefined && other.day !== one.day)
        slopes.push((other.value - one.value) / (other.day - one.day));
    }
  }
  return medianOf(slopes);
}
