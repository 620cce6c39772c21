import type { DateRange, Window } from '../../data/reminder-schema.ts';
import { windowLength } from './slots.ts';
import { dateOfDay, minutesOfDay } from './wall-time.ts';

/** Whether a wall time lies in quiet hours. */
export function isQuiet(wall: number, quiet: readonly Window[]): boolean {
  return quiet.some((window) => minutesInto(wall, window) < windowLength(window));
}

/** The first wall time after this one at which quiet hours begin; infinite when there are none. */
export function nextQuiet(wall: number, quiet: readonly Window[]): number {
  return Math.min(...quiet.map((window) => wall + minutesOfDay - minutesInto(wall, window)));
}

/** The wall time at which it is quiet no more, for one that is. */
export function endOfQuiet(wall: number, quiet: readonly Window[]): number {
  const left = quiet.map((window) => windowLength(window) - minutesInto(wall, window));
  return wall + Math.max(0, ...left);
}

export function isDayOff(day: number, ranges: readonly DateRange[]): boolean {
  const date = dateOfDay(day);
  return ranges.some(({ from, until }) => from <= date && date <= until);
}

/** Minutes since the window last began. */
function minutesInto(wall: number, { from }: Window): number {
  return (((wall - from) % minutesOfDay) + minutesOfDay) % minutesOfDay;
}
