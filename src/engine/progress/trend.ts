import { toTenth } from '../log/middle.ts';
import { type Change, changeOf, painYardstick } from './change.ts';
import { type ProgressEvent, tallyDays } from './day-tally.ts';

/** Usual pain of the last days, for a small picture and a word beside it. */
export interface Trend {
  /** One for each day from the first of these days to today; undefined where nothing was noted. */
  readonly days: readonly (number | undefined)[];
  readonly newest: number | undefined;
  readonly change: Change;
}

/**
 * Usual pain over the last days of the person, from events of kind `log` in any order.
 *
 * @param today the person's day; see `person-day.ts`
 * @param count days that are looked at, today included
 */
export function trendOf(
  events: Iterable<ProgressEvent>,
  { dayStart, today, count }: { readonly dayStart: number; readonly today: number; readonly count: number },
): Trend {
  const usual = new Map<number, number>();
  for (const { day, usual: value } of tallyDays(events, dayStart).days)
    if (value !== undefined && day > today - count && day <= today) usual.set(day, toTenth(value));
  const days = Array.from({ length: count }, (_, index) => usual.get(today - count + 1 + index));
  return {
    days,
    newest: days.findLast((value) => value !== undefined),
    change: changeOf(
      [...usual].map(([day, value]) => ({ day, value })),
      painYardstick,
    ),
  };
}
