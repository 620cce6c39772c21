/**
 * Wall time: what a clock on the wall shows, as whole minutes since the start of 1970, without a zone. Schedules are kept in
 * it, so that 20:30 stays 20:30 after a flight and after the clocks have changed.
 */

const millisecondsOfMinute = 60_000;
export const minutesOfDay = 24 * 60;

/** Minutes east of Greenwich at an instant (milliseconds since 1970). */
export type OffsetMinutes = (at: number) => number;

/** What the clock shows at an instant; seconds are cut off. */
export function wallOf(at: number, offsetMinutes: OffsetMinutes): number {
  return Math.floor(at / millisecondsOfMinute + offsetMinutes(at));
}

/**
 * The first instant at which the clock shows this time or a later one: of a time that is shown twice the first, and for one
 * that is left out the moment of the change. Never decreases as the time grows.
 */
export function instantOfWall(wall: number, offsetMinutes: OffsetMinutes): number {
  const asGreenwich = wall * millisecondsOfMinute;
  const day = minutesOfDay * millisecondsOfMinute;
  // Around a change of the clocks two offsets are possible: the one of the day before is tried first.
  const early = offsetMinutes(asGreenwich - day);
  const first = asGreenwich - early * millisecondsOfMinute;
  if (offsetMinutes(first) === early) return first;
  const late = offsetMinutes(asGreenwich + day);
  const second = asGreenwich - late * millisecondsOfMinute;
  if (offsetMinutes(second) === late) return second;
  return changeBetween(second, first, late, offsetMinutes);
}

/** The same offsets, at the cost of none where they do not change from three days before to three days after. */
export function steadyOffsets(from: number, to: number, offsetMinutes: OffsetMinutes): OffsetMinutes {
  const day = minutesOfDay * millisecondsOfMinute;
  const steady = offsetMinutes(from - 3 * day);
  for (let at = from - 2 * day; at < to + 4 * day; at += day)
    if (offsetMinutes(at) !== steady) return offsetMinutes;
  return () => steady;
}

/** The first instant with the later offset; the clock was moved forward between the two. */
function changeBetween(before: number, after: number, late: number, offsetMinutes: OffsetMinutes): number {
  let [low, high] = [before, after];
  while (high - low > millisecondsOfMinute) {
    const middle = low + Math.floor((high - low) / (2 * millisecondsOfMinute)) * millisecondsOfMinute;
    if (offsetMinutes(middle) === late) high = middle;
    else low = middle;
  }
  return high;
}

/** "2026-11-22T20:30". */
export function wallText(wall: number): string {
  return new Date(wall * millisecondsOfMinute).toISOString().slice(0, 16);
}

/** Day number since 1970 of a wall time. */
export function dayOfWall(wall: number): number {
  return Math.floor(wall / minutesOfDay);
}

/** "2026-11-22" of a day number. */
export function dateOfDay(day: number): string {
  return wallText(day * minutesOfDay).slice(0, 10);
}

/** 0 for Monday to 6 for Sunday: 1 January 1970 was a Thursday. */
export function weekdayOfDay(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Day number of "2026-11-22". */
export function dayOfDateText(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / (minutesOfDay * millisecondsOfMinute));
}
