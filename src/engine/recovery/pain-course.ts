import { meanOf, medianOf } from '../log/middle.ts';
import { personDay } from '../log/person-day.ts';
import type { SavedEntry } from '../log/saved-entry.ts';
import { numberAnswer, type PainDay, type RecoveryFacts } from './recovery-facts.ts';

/** A rise that matters, in points of 0 to 10. */
export const realChange = 2;
/** Part of the pain at the start that has to go for it to be clearly better. */
export const realPart = 0.3;
/** Days that stand for "lately". */
const lately = 7;

/** Entries day by day, oldest first. A day with a worst pain only counts with that. */
export function painDays(entries: readonly SavedEntry[], dayStart: number): readonly PainDay[] {
  const byDay = new Map<number, SavedEntry[]>();
  for (const entry of entries) {
    const day = personDay(entry, dayStart);
    byDay.set(day, [...(byDay.get(day) ?? []), entry]);
  }
  return [...byDay]
    .sort(([one], [other]) => one - other)
    .flatMap(([day, ofDay]) => {
      const usual = meanOf(ofDay.flatMap((entry) => entry.usual ?? [])) ?? highest(ofDay, 'worst');
      if (usual === undefined) return [];
      return [
        {
          day,
          usual,
          peak: highest(ofDay, 'usual'),
          worst: highest(ofDay, 'worst'),
          interference: highest(ofDay, 'interference'),
        },
      ];
    });
}

/** The last noted days, newest last, if the newest is today or yesterday and none lies further apart than two days. */
export function lastDaysInARow(
  days: readonly PainDay[],
  count: number,
  today: number,
): readonly PainDay[] | undefined {
  const last = days.slice(-count);
  const newest = last.at(-1);
  if (newest === undefined || last.length < count || today - newest.day > 1) return undefined;
  const inARow = last.every(({ day }, place) => place === 0 || day - (last[place - 1]?.day ?? day) <= 2);
  return inARow ? last : undefined;
}

/**
 * Whether pain is getting worse, the usual, the highest usual of a day, or the worst: the newest day lies above the noted day before it, or above the
 * mean of the week before; above the assessment where no day was noted before. A wrong yes only means a day more in the
 * same phase, so it errs on that side.
 */
export function isGettingWorse(facts: PainCourse): boolean {
  const newest = facts.days.at(-1);
  return newest !== undefined && facts.today - newest.day <= lately && wasGettingWorse(facts);
}

/** What pain is judged by. */
export type PainCourse = Pick<RecoveryFacts, 'days' | 'today'> & {
  readonly assessment: Pick<RecoveryFacts['assessment'], 'answers'>;
};

/** The same, of when it was last noted: silence since then makes nothing better. */
export function wasGettingWorse({ days, assessment: { answers } }: Omit<PainCourse, 'today'>): boolean {
  const [newest, ...before] = [...days].reverse();
  if (newest === undefined) return false;
  const week = before.filter(({ day }) => newest.day - day <= lately);
  const average = numberAnswer(answers, 'pain-average');
  return (
    isAbove(newest.usual, noted(week, 'usual'), average) ||
    // A calm morning must not hide the evening behind a mean.
    isAbove(peakOf(newest), week.map(peakOf), average) ||
    isAbove(newest.worst, noted(week, 'worst'), numberAnswer(answers, 'pain-worst'))
  );
}

function peakOf({ peak, usual }: PainDay): number {
  return peak ?? usual;
}

/** Values of the days that have one, newest first. */
function noted(week: readonly PainDay[], field: 'usual' | 'worst'): readonly number[] {
  return week.flatMap((day) => day[field] ?? []);
}

function isAbove(now: number | undefined, before: readonly number[], assessed: number | undefined): boolean {
  if (now === undefined) return false;
  const earlier = [before[0] ?? assessed, meanOf(before)];
  return earlier.some((value) => value !== undefined && now > value);
}

/** Usual pain before the last days: of the week before them, else of the start. */
export function painBefore(
  days: readonly PainDay[],
  lastCount: number,
  startPain: number | undefined,
): number | undefined {
  const before = days.slice(0, -lastCount);
  const newest = before.at(-1);
  const week = newest === undefined ? [] : before.filter(({ day }) => newest.day - day < lately);
  return medianOf(week.map(({ usual }) => usual)) ?? startPain;
}

/** How much clearly better is: both so many points and such a part of the start. */
export function isClearlyBetter(now: number, start: number): boolean {
  return start - now >= realChange && now <= start * (1 - realPart);
}

function highest(
  entries: readonly SavedEntry[],
  field: 'usual' | 'worst' | 'interference',
): number | undefined {
  const values = entries.flatMap((entry) => entry[field] ?? []);
  return values.length === 0 ? undefined : Math.max(...values);
}
