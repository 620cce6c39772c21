import { personDay } from '../log/person-day.ts';
import type { Occurrence } from './occurrence.ts';
import { judgedBetween, type PlanInput, startOf } from './plan-reminders.ts';

/** A day of the person may be as long as this: one in which the clocks go back, after the latest start of all. */
const longestDay = 50 * 60 * 60_000;

/**
 * What one schedule still has for the rest of the person's day, as things stand; the soonest first.
 *
 * @param id of the schedule
 * @param dayStart hour at which the person's day begins
 */
export function leftToday(input: PlanInput, id: string, dayStart: number): readonly Occurrence[] {
  const { now, offsetMinutes } = input;
  const dayOf = (at: number) => personDay({ at, offsetMinutes: offsetMinutes(at) }, dayStart);
  const today = dayOf(now);
  return judgedBetween(input, startOf(input), now + longestDay).flatMap(({ schedule, occurrence, held }) => {
    const { at, day } = occurrence;
    // A window over midnight belongs to the day it begins on.
    const isToday = day <= today || dayOf(at) <= today;
    return schedule.id === id && held === undefined && at > now && isToday ? [occurrence] : [];
  });
}
