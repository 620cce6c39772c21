import type { Schedule, Weekday, Window } from '../../data/reminder-schema.ts';
import { dateOfDay, minutesOfDay, weekdayOfDay } from './wall-time.ts';

/** A time that a schedule names, as wall time, with the window it stands in. */
export interface Slot {
  readonly at: number;
  readonly windowFrom: number;
  readonly windowUntil: number;
}

/** How long a reminder at a set time still makes sense: two hours. */
const setTimeLasts = 120;
/** Closer than this they are not moved to a round time. */
const roundFrom = 15;

const order: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Whether a schedule names times on this day number, whatever days off there are. */
export function isPlannedOn({ days, on }: Pick<Schedule, 'days' | 'on'>, day: number): boolean {
  if (on !== undefined) return dateOfDay(day) === on;
  const weekday = order[weekdayOfDay(day)];
  return weekday !== undefined && days.includes(weekday);
}

/** The slots of one day, in rising order. One of a window over midnight may lie on the next day's date. */
export function slotsOn({ when }: Pick<Schedule, 'when'>, day: number): readonly Slot[] {
  const midnight = day * minutesOfDay;
  if (when.kind === 'at')
    return when.at.map((minute) => ({
      at: midnight + minute,
      windowFrom: midnight + minute,
      windowUntil: midnight + minute + setTimeLasts,
    }));
  const slots =
    when.kind === 'every' ? everySlots(when.minutes, when.windows) : spread(when.count, when.windows);
  return slots
    .map(({ at, windowFrom, windowUntil }) => ({
      at: midnight + at,
      windowFrom: midnight + windowFrom,
      windowUntil: midnight + windowUntil,
    }))
    .sort((one, other) => one.at - other.at);
}

/** Length of a window in minutes. */
export function windowLength({ from, until }: Window): number {
  return until > from ? until - from : until - from + minutesOfDay;
}

function everySlots(minutes: number, windows: readonly Window[]): Slot[] {
  return windows.flatMap((window) => {
    const length = windowLength(window);
    const slots: Slot[] = [];
    for (let after = minutes; after < length; after += minutes) slots.push(slotIn(window, after));
    return slots;
  });
}

/** Each in the middle of its share of the whole time. */
function spread(count: number, windows: readonly Window[]): Slot[] {
  const total = windows.reduce((sum, window) => sum + windowLength(window), 0);
  return Array.from({ length: count }, (_, place) => {
    let after = Math.floor(((place + 0.5) * total) / count);
    let window = windows[0] ?? { from: 0, until: minutesOfDay };
    for (const each of windows) {
      window = each;
      if (after < windowLength(each)) break;
      after -= windowLength(each);
    }
    const uneven = total / count < roundFrom ? 0 : (window.from + after) % 5;
    return slotIn(window, Math.max(0, after - uneven));
  });
}

function slotIn(window: Window, after: number): Slot {
  return {
    at: window.from + after,
    windowFrom: window.from,
    windowUntil: window.from + windowLength(window),
  };
}
