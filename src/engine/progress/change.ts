import { medianOf, toTenth } from '../log/middle.ts';
import { type DayValue, robustSlope } from './slope.ts';

/** How much is a change that matters, and which way is better. */
export interface Yardstick {
  readonly better: 'lower' | 'higher';
  readonly points: number;
  /** Share of the start, as well. */
  readonly share: number;
  /** Fewer days with a value than this tell nothing. */
  readonly fewestDays: number;
}

export interface Change {
  readonly word: 'clear' | 'small' | 'cannot-tell';
  readonly direction: 'better' | 'worse' | 'none';
  /** Why it cannot be told. */
  readonly because?: 'too-few-days' | 'too-short' | 'within-a-point' | 'up-and-down';
  /** Middle of the first days and of the last days; undefined without any. */
  readonly start: number | undefined;
  readonly now: number | undefined;
  /** Points a week by the robust slope; undefined with less than two days. */
  readonly perWeek: number | undefined;
  /** Days with a value. */
  readonly days: number;
}

/**
 * Pain and other scales of how bad it is: two points and three tenths of the start (ostelo-2008), by two groups of three
 * days at least, so that no single day decides.
 */
export const painYardstick: Yardstick = { better: 'lower', points: 2, share: 0.3, fewestDays: 6 };
/** What a scale of our own must change by, which no study fixed: three tenths, and at least a point. */
export const interferenceYardstick: Yardstick = { better: 'lower', points: 1, share: 0.3, fewestDays: 6 };
/** One activity of the person's own, rated about weekly: three points, more than for the mean of several. */
export const activityYardstick: Yardstick = { better: 'higher', points: 3, share: 0, fewestDays: 4 };

/** No word about a trend before a week is over. */
const shortest = 7;
const groupDays = 7;
const smallestGroup = 3;
/** Within a point it is steady. */
const steady = 1;
/** Of all pairs of a first and a last day, so many more must lie one way than the other. */
const mostlyApart = 0.5;
/** From a start this low, pain cannot fall by two points that mean much: only a gained activity makes it clear. */
const lowStart = 3;

/**
 * What the days say, in the careful words of the smallest change that matters. Missing days are left out, never filled.
 *
 * @param values one a day, oldest first
 * @param hasGoalGain an activity of the person's own has clearly gained
 */
export function changeOf(values: readonly DayValue[], yardstick: Yardstick, hasGoalGain = false): Change {
  const slope = robustSlope(values);
  const [first, last] = [values[0], values.at(-1)];
  const [start, now] = [startOf(values), nowOf(values)];
  const facts = {
    start: start === undefined ? undefined : toTenth(start),
    now: now === undefined ? undefined : toTenth(now),
    perWeek: slope === undefined ? undefined : toTenth(slope * 7),
    days: values.length,
  };
  const cannotTell = (because: NonNullable<Change['because']>): Change => ({
    word: 'cannot-tell',
    direction: 'none',
    because,
    ...facts,
  });
  if (start === undefined || now === undefined || first === undefined || last === undefined)
    return cannotTell('too-few-days');
  if (last.day - first.day < shortest) return cannotTell('too-short');
  if (values.length < yardstick.fewestDays) return cannotTell('too-few-days');
  const sign = yardstick.better === 'lower' ? -1 : 1;
  const gain = sign * (now - start);
  if (Math.abs(gain) < steady) return cannotTell('within-a-point');
  // Days of before and of now that lie across each other are no change, whatever their middles are.
  const apart = -sign * heldApart(startDays(values), lastDays(values));
  if (apart * Math.sign(gain) < mostlyApart) return cannotTell('up-and-down');
  // The ends say one thing and the days between another.
  if (gain * sign * (slope ?? 0) < 0) return cannotTell('up-and-down');
  const direction = gain > 0 ? 'better' : 'worse';
  return { word: isClear(gain, start, yardstick, hasGoalGain) ? 'clear' : 'small', direction, ...facts };
}

function isClear(
  gain: number,
  start: number,
  { better, points, share }: Yardstick,
  hasGoalGain: boolean,
): boolean {
  if (gain < 0) return -gain >= points;
  const isPart = gain >= share * start;
  if (better === 'lower' && start <= lowStart) return isPart && hasGoalGain;
  return gain >= points && isPart;
}

/** Middle of the first days: few, since much may change in a first week. */
function startOf(values: readonly DayValue[]): number | undefined {
  return medianOf(startDays(values));
}

function startDays(values: readonly DayValue[]): readonly number[] {
  return values.slice(0, Math.min(halfOf(values), smallestGroup)).map(({ value }) => value);
}

/** Middle of the last week with an entry, and of three days at least. */
function nowOf(values: readonly DayValue[]): number | undefined {
  return medianOf(lastDays(values));
}

function lastDays(values: readonly DayValue[]): readonly number[] {
  const last = values.at(-1)?.day ?? 0;
  const near = values.filter(({ day }) => last - day < groupDays).length;
  const count = Math.min(halfOf(values), Math.max(smallestGroup, near));
  return values.slice(-count).map(({ value }) => value);
}

/** 1 when every first day is higher than every last day, -1 when every one is lower, 0 when it is as often so as so. */
function heldApart(first: readonly number[], last: readonly number[]): number {
  const pairs = first.flatMap((before) => last.map((now) => Math.sign(before - now)));
  return pairs.reduce((sum, pair) => sum + pair, 0) / Math.max(1, pairs.length);
}

/** No day counts on both sides. */
function halfOf({ length }: readonly DayValue[]): number {
  return Math.max(1, Math.floor(length / 2));
}
