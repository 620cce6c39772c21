import { dayMilliseconds, daysBetween, type LocalMoment } from '../day-count.ts';

const hour = 60 * 60 * 1000;

/** The person's day of a moment, counted from 1 January 1970: what is done at one at night belongs to the day before. */
export function personDay(moment: LocalMoment, dayStart: number): number {
  return daysBetween({ at: dayStart * hour, offsetMinutes: 0 }, moment, dayStart);
}

/** Midnight of that day as if the person lived in Greenwich: for the name of the day, not for its length. */
export function startOfPersonDay(number: number): number {
  return number * dayMilliseconds;
}

/** "2026-11-22". */
export function dateOfPersonDay(number: number): string {
  return new Date(startOfPersonDay(number)).toISOString().slice(0, 10);
}
