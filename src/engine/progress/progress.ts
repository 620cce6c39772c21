import type { Sleep } from '../log/saved-entry.ts';
import {
  activityYardstick,
  type Change,
  changeOf,
  interferenceYardstick,
  painYardstick,
  type Yardstick,
} from './change.ts';
import type { DaySummary, Excused, Tallied } from './day-tally.ts';
import type { DayValue } from './slope.ts';
import { type Week, weeksOf } from './weeks.ts';

/** What is followed over time. */
export interface Measure {
  readonly id: 'usual' | 'worst' | 'interference' | 'stress' | 'activity';
  /** Of an activity of the person's own. */
  readonly activity?: string;
  readonly better: Yardstick['better'];
  readonly values: readonly DayValue[];
  readonly change: Change;
}

export interface Progress {
  /** Days of the person, both included. */
  readonly from: number;
  readonly to: number;
  /** Days with anything in this time, oldest first. */
  readonly days: readonly DaySummary[];
  /** Those with at least one value: pain first, then what it stops, stress, own activities by name. */
  readonly measures: readonly Measure[];
  readonly sleep: { readonly [night in Sleep]: number };
  readonly weeks: readonly Week[];
  /** Flares and days off that touch this time. */
  readonly excused: readonly Excused[];
  readonly entries: number;
  readonly sessions: number;
  readonly minutes: number;
  /** First day of the record with anything; undefined when there is nothing at all. */
  readonly firstDay: number | undefined;
}

export interface ProgressView {
  readonly tallied: Tallied;
  /** First day wanted; left out: the last twelve weeks. */
  readonly from?: number | undefined;
  readonly today: number;
  /** Days of practice that a week is to have. */
  readonly goal: number;
}

/** What is shown when nothing else is asked for. */
export const usualDays = 84;
/** Of one activity three points, of the mean of several two. */
const goalGain = { one: 3, several: 2 };

/** Everything that is said about how it goes, from events alone: what is undone leaves no trace. */
export function progressOf({ tallied, from, today, goal }: ProgressView): Progress {
  const firstDay = tallied.days[0]?.day;
  const first = Math.min(today, Math.max(from ?? today - usualDays + 1, firstDay ?? today));
  const days = tallied.days.filter(({ day }) => day >= first && day <= today);
  // What runs on is told up to today; days off may have been said in advance.
  const excused = tallied.excused
    .filter((span) => span.to >= first && span.from <= today)
    .map((span) => ({ ...span, to: Math.min(span.to, today) }));
  const sleep = { good: 0, fair: 0, poor: 0 };
  for (const day of days) if (day.sleep !== undefined) sleep[day.sleep] += 1;
  return {
    from: first,
    to: today,
    days,
    measures: measuresOf(days),
    sleep,
    weeks: weeksOf({ days, excused, from: first, to: today, today, goal }),
    excused,
    entries: days.reduce((sum, day) => sum + day.entries, 0),
    sessions: days.reduce((sum, day) => sum + day.sessions, 0),
    minutes: days.reduce((sum, day) => sum + day.minutes, 0),
    firstDay,
  };
}

function measuresOf(days: readonly DaySummary[]): readonly Measure[] {
  const names = [...new Set(days.flatMap(({ activities }) => [...activities.keys()]))].sort();
  const activities = names.map((activity): Measure => {
    const values = valuesOf(days, (day) => day.activities.get(activity));
    const change = changeOf(values, activityYardstick);
    return { id: 'activity', activity, better: 'higher', values, change };
  });
  const hasGoalGain = isGain(activities);
  const scale = (id: 'usual' | 'worst' | 'interference' | 'stress', yardstick: Yardstick): Measure => {
    const values = valuesOf(days, (day) => day[id]);
    return { id, better: 'lower', values, change: changeOf(values, yardstick, hasGoalGain) };
  };
  return [
    scale('usual', painYardstick),
    scale('worst', painYardstick),
    scale('interference', interferenceYardstick),
    scale('stress', painYardstick),
    ...activities,
  ].filter(({ values }) => values.length > 0);
}

function isGain(activities: readonly Measure[]): boolean {
  const gains = activities.flatMap(({ change: { start, now, word } }) =>
    start === undefined || now === undefined || word === 'cannot-tell' ? [] : [now - start],
  );
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / Math.max(1, gains.length);
  return mean >= (gains.length > 1 ? goalGain.several : goalGain.one);
}

function valuesOf(
  days: readonly DaySummary[],
  of: (day: DaySummary) => number | undefined,
): readonly DayValue[] {
  return days.flatMap((each) => {
    const value = of(each);
    return value === undefined ? [] : [{ day: each.day, value }];
  });
}
