import type { DaySummary, Excused } from './day-tally.ts';

/** How a week of practice went, in words that forgive. */
export type WeekWord = 'good-enough' | 'building' | 'make-it-smaller' | 'paused' | 'free' | 'so-far';

/** A week from Monday to Sunday, by days of the person. */
export interface Week {
  /** Its Monday. */
  readonly monday: number;
  /** Days with at least one session of whatever length, or something ticked on the list of the plan. */
  readonly activeDays: number;
  readonly sessions: number;
  readonly minutes: number;
  readonly excusedDays: number;
  /** Days that were asked for: fewer in a flare, on days off and in a week that was only begun. */
  readonly planned: number;
  readonly word: WeekWord;
}

export interface WeeksView {
  readonly days: readonly DaySummary[];
  readonly excused: readonly Excused[];
  /** First and last day, both included; the last is today or before. */
  readonly from: number;
  readonly to: number;
  readonly today: number;
  /** Days of practice that a week is to have. */
  readonly goal: number;
}

/** So many days of a week are free, whatever happens. */
const freeDays = 2;
const goodEnough = 0.7;
const building = 0.5;

/** Practice by week. There is no streak, and a flare and days off are taken out of the count. */
export function weeksOf(view: WeeksView): readonly Week[] {
  const byMonday = new Map<number, DaySummary[]>();
  for (const day of view.days) {
    if (day.day < view.from || day.day > view.to) continue;
    const known = byMonday.get(mondayOf(day.day));
    if (known === undefined) byMonday.set(mondayOf(day.day), [day]);
    else known.push(day);
  }
  const weeks: Week[] = [];
  for (let monday = mondayOf(view.from); monday <= view.to; monday += 7)
    weeks.push(weekAt(monday, { ...view, days: byMonday.get(monday) ?? [] }));
  return weeks;
}

function weekAt(monday: number, { days, excused, from, to, today, goal }: WeeksView): Week {
  const [first, last] = [Math.max(monday, from), Math.min(monday + 6, to)];
  let excusedDays = 0;
  for (let day = first; day <= last; day += 1)
    if (excused.some((span) => day >= span.from && day <= span.to)) excusedDays += 1;
  const activeDays = days.filter(({ isActive }) => isActive).length;
  const planned = Math.min(goal, Math.max(0, last - first + 1 - excusedDays - freeDays));
  return {
    monday,
    activeDays,
    sessions: days.reduce((sum, { sessions }) => sum + sessions, 0),
    minutes: days.reduce((sum, { minutes }) => sum + minutes, 0),
    excusedDays,
    planned,
    word: monday + 6 >= today ? 'so-far' : wordOf(activeDays, planned),
  };
}

function wordOf(active: number, planned: number): WeekWord {
  if (planned === 0) return 'free';
  if (active === 0) return 'paused';
  if (active >= goodEnough * planned) return 'good-enough';
  return active >= building * planned ? 'building' : 'make-it-smaller';
}

/** 1 January 1970 was a Thursday. */
function mondayOf(day: number): number {
  return day - ((day + 3) % 7);
}
