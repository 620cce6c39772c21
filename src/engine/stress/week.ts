import { startOfPersonDay } from '../log/person-day.ts';
import { type Commitment, type Weekday, weekdays } from './commitment.ts';
import type { StressHistory, TickState } from './stress-events.ts';
import type { StressNow } from './stress-now.ts';

/** `missed`: the day went by without a word, and costs nothing. `ahead`: still to come. */
export type DayState = TickState | 'missed' | 'ahead';

export interface WeekLine {
  readonly commitment: Commitment;
  /** Days on which it was planned or done. */
  readonly days: readonly { readonly day: number; readonly state: DayState }[];
  /** Days that it was planned for so far, today included once it is done. */
  readonly planned: number;
  /** Days on which it was done; the small version counts. */
  readonly done: number;
}

/** How a stretch of days went, in words that forgive. */
export type WeekWord = 'good-enough' | 'building' | 'make-it-smaller' | 'so-far' | 'free';

export interface StressWeek {
  /** First and last day, both included. */
  readonly from: number;
  readonly to: number;
  readonly lines: readonly WeekLine[];
  /** Days that had anything planned. */
  readonly plannedDays: number;
  /** Those of them with at least one thing done. */
  readonly keptDays: number;
  readonly word: WeekWord;
}

/** What counts as good enough, and as a start, as parts of the planned days. */
const goodEnough = 0.7;
const building = 0.5;

/** This week, from Monday to Sunday. */
export function stressWeek(history: StressHistory, now: StressNow, today: number): StressWeek {
  const monday = today - weekdays.indexOf(weekdayOf(today));
  return stretchOf(history, now, { from: Math.max(monday, now.began), to: monday + 6, today });
}

/** The days that a review looks back on: since the one before, or since the plan began; a week at least. */
export function sinceReview(history: StressHistory, now: StressNow, today: number): StressWeek {
  const last = now.reviews.at(-1)?.day ?? now.began;
  const from = Math.max(now.began, Math.min(last, today - 6));
  return stretchOf(history, now, { from, to: today, today });
}

export function weekdayOf(day: number): Weekday {
  // getUTCDay counts from Sunday.
  const place = (new Date(startOfPersonDay(day)).getUTCDay() + 6) % 7;
  return weekdays[place] ?? 'mon';
}

/** The day that a new small thing begins on: a plan made late at night asks for nothing of the day that is over. */
export function firstWeekday(today: number): Weekday {
  return weekdayOf(today + 1);
}

/** Whether it is planned for that day. What is done once is due on its days until it is done. */
export function isPlannedOn(history: StressHistory, commitment: Commitment, day: number): boolean {
  const isDay = commitment.days.includes(weekdayOf(day));
  return commitment.once === true ? isDay && !wasDoneBefore(history, commitment, day) : isDay;
}

/** The last word about it on that day. */
export function tickOn(history: StressHistory, id: string, day: number): TickState {
  return history.ticks.findLast((tick) => tick.commitment === id && tick.day === day)?.is ?? 'open';
}

function wasDoneBefore(history: StressHistory, { id }: Commitment, day: number): boolean {
  return history.ticks.some(
    (tick) => tick.commitment === id && tick.day < day && isDone(tickOn(history, id, tick.day)),
  );
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly today: number;
}

function stretchOf(history: StressHistory, now: StressNow, stretch: Stretch): StressWeek {
  const lines = now.commitments.map((commitment) => lineOf(history, commitment, stretch));
  const counted = lines.flatMap(({ days }) => days.filter(({ state }) => isCounted(state)));
  const plannedDays = new Set(counted.map(({ day }) => day)).size;
  const keptDays = new Set(counted.filter(({ state }) => isDone(state)).map(({ day }) => day)).size;
  const isOver = stretch.to <= stretch.today;
  return {
    from: stretch.from,
    to: stretch.to,
    lines,
    plannedDays,
    keptDays,
    word: wordOf(plannedDays, keptDays, isOver),
  };
}

function lineOf(history: StressHistory, commitment: Commitment, stretch: Stretch): WeekLine {
  const days = daysOf(history, commitment, stretch).map((day) => ({
    day,
    state: stateOn(tickOn(history, commitment.id, day), day, stretch.today),
  }));
  return {
    commitment,
    days,
    planned: days.filter(({ state }) => isCounted(state)).length,
    done: days.filter(({ state }) => isDone(state)).length,
  };
}

/** Planned or ticked days. What is done once is asked for once, however many days it waits: today, or the last day. */
function daysOf(
  history: StressHistory,
  commitment: Commitment,
  { from, to, today }: Stretch,
): readonly number[] {
  const all = Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => from + place);
  const ticked = all.filter((day) => tickOn(history, commitment.id, day) !== 'open');
  if (commitment.once !== true)
    return all.filter((day) => ticked.includes(day) || isPlannedOn(history, commitment, day));
  const next = Math.min(today, to);
  const waits = isPlannedOn(history, commitment, next) && !ticked.includes(next) && next >= from;
  return waits ? [...ticked, next] : ticked;
}

function stateOn(tick: TickState, day: number, today: number): DayState {
  if (tick !== 'open' || day === today) return tick;
  return day < today ? 'missed' : 'ahead';
}

/** Today counts once something was said of it. */
function isCounted(state: DayState): boolean {
  return state !== 'open' && state !== 'ahead';
}

function isDone(state: DayState): boolean {
  return state === 'done' || state === 'small';
}

function wordOf(planned: number, kept: number, isOver: boolean): WeekWord {
  if (planned === 0) return isOver ? 'free' : 'so-far';
  if (kept >= goodEnough * planned) return 'good-enough';
  if (!isOver) return 'so-far';
  return kept >= building * planned ? 'building' : 'make-it-smaller';
}
