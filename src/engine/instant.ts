import { dayMilliseconds } from './day-count.ts';

const minute = 60_000;
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * An instant as ISO 8601 with its offset: 2026-11-22T18:09:45.120+01:00.
 *
 * Done by arithmetic: `Intl` costs about 10 ms at its first use, a third of a short command.
 *
 * @param at milliseconds since 1970
 * @param offsetMinutes minutes east of Greenwich
 */
export function instantWithOffset(at: number, offsetMinutes: number): string {
  const local = new Date(at + offsetMinutes * minute).toISOString().slice(0, -1);
  const sign = offsetMinutes < 0 ? '-' : '+';
  const distance = Math.abs(Math.trunc(offsetMinutes));
  return `${local}${sign}${twoDigits(distance / 60)}:${twoDigits(distance % 60)}`;
}

/** A day as people read it: "Sun 29 Nov". */
export function dayInWords(at: number, offsetMinutes: number): string {
  const local = new Date(at + offsetMinutes * minute);
  return `${weekdays[local.getUTCDay()]} ${local.getUTCDate()} ${months[local.getUTCMonth()]}`;
}

export function daysAfter(at: number, days: number): number {
  return at + days * dayMilliseconds;
}

function twoDigits(value: number): string {
  return String(Math.trunc(value)).padStart(2, '0');
}
