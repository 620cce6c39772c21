import { daysBetween, type LocalMoment } from '../day-count.ts';

/** Days of check-ins, counted from the newest check of the danger signs; after the last, every four weeks. */
const firstDays = [1, 3, 7, 14, 21, 28, 42] as const;
const lastOfThem = 42;
const rhythm = 28;

/** The newest day of a check-in that has come; undefined before the first. */
export function checkInDay(daysSince: number): number | undefined {
  if (daysSince >= lastOfThem) return daysSince - ((daysSince - lastOfThem) % rhythm);
  return firstDays.findLast((day) => day <= daysSince);
}

/** The next day of a check-in after this one. */
export function nextCheckInDay(daysSince: number): number {
  const first = firstDays.find((day) => day > daysSince);
  return first ?? (checkInDay(daysSince) ?? 0) + rhythm;
}

/**
 * Day of the check-in that waits for the person; undefined when none does. One that came stays due until the danger signs
 * were answered, or the next takes its place.
 *
 * @param daysSince days of the person since the newest check
 * @param answered when check-ins answered the danger signs, in any order
 */
export function dueCheckIn(
  daysSince: number,
  answered: readonly LocalMoment[],
  now: LocalMoment,
  dayStart: number,
): number | undefined {
  const due = checkInDay(daysSince);
  if (due === undefined) return undefined;
  const isDone = answered.some(
    // A clock that was set back leaves check-ins ahead of now: they count for nothing yet.
    (moment) => moment.at <= now.at && daysBetween(moment, now, dayStart) <= daysSince - due,
  );
  return isDone ? undefined : due;
}

/** Whether the body of a check-in, of any version, answered the danger signs: left open, they still wait. */
export function answersSigns(body: unknown): boolean {
  if (typeof body !== 'object' || body === null || !('signs' in body)) return false;
  return body.signs === 'none' || body.signs === 'some';
}
