import { medianOf } from '../log/middle.ts';
import type { Episode } from './episode.ts';

/** The last days, and the days about a week before them. */
const lateDays = 3;
const weekBefore = { from: 10, to: 4 };
/** Points that make a week worse: the smallest change that matters. A single point down is the better of two errors. */
const worse = 2;
const better = 1;

/** How the last week went, as its question asks it. Undefined where entries do not tell. */
export function trendOfWeek({ days }: Episode, today: number): 'better' | 'same' | 'worse' | undefined {
  const between = (from: number, to: number) =>
    medianOf(days.filter(({ day }) => day > today - from && day <= today - to).map(({ usual }) => usual));
  const now = between(lateDays, 0);
  const before = between(weekBefore.from, weekBefore.to);
  if (now === undefined || before === undefined) return undefined;
  if (now - before >= worse) return 'worse';
  return before - now >= better ? 'better' : 'same';
}
