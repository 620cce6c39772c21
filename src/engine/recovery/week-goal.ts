import type { RecoveryHistory } from './recovery-events.ts';
import type { RecoveryFacts } from './recovery-facts.ts';

const week = 7;
/** Days a week that are free: a missed day is no failure. */
const freeDays = 2;

/** How the last seven days went. Days off and days of a flare do not count, either way. */
export interface WeekGoal {
  /** Days on which anything was done, the smallest version too. */
  readonly activeDays: number;
  /** Days asked for, out of those that count. */
  readonly wanted: number;
  readonly isReached: boolean;
  /** Days off, of a flare, or before the plan began. */
  readonly notCounted: number;
  readonly says: string;
}

/**
 * A goal for the week that forgives: five days of seven, fewer with days off, and never a day to catch up on.
 *
 * @param comforts items that are there for the taking: a tick on one is no day of practice
 */
export function weekGoal(
  facts: Pick<RecoveryFacts, 'history' | 'today' | 'days' | 'sessions'>,
  comforts: readonly string[],
): WeekGoal {
  const { history, today } = facts;
  const began = history.starts.at(0)?.day ?? today;
  const days = Array.from({ length: week }, (_, back) => today - back);
  const counted = days.filter((day) => day >= began && !isOff(history, day));
  const active = days.filter((day) => isActive(facts, comforts, day)).length;
  const wanted = Math.max(0, counted.length - freeDays);
  const isReached = active >= wanted;
  const notCounted = week - counted.length;
  return { activeDays: active, wanted, isReached, notCounted, says: inWords(active, wanted, isReached) };
}

/** Days off, and days of a flare: goals wait on them. */
export function isOff(history: RecoveryHistory, day: number): boolean {
  if (history.pauses.some(({ from, until }) => from <= day && day <= until)) return true;
  const started = history.flares.filter((flare) => flare.day <= day).at(-1);
  const ended = history.flares.find(
    (flare) => flare.is === 'over' && started !== undefined && flare.at > started.at,
  );
  return started?.is === 'started' && (ended === undefined ? day - started.day <= week : day < ended.day);
}

function isActive(
  { history, days, sessions }: Pick<RecoveryFacts, 'history' | 'days' | 'sessions'>,
  comforts: readonly string[],
  day: number,
): boolean {
  const newest = new Map<string, number>();
  for (const tick of history.ticks)
    if (tick.day === day && !comforts.includes(tick.item)) newest.set(tick.item, tick.times);
  return (
    [...newest.values()].some((times) => times > 0) ||
    days.some((noted) => noted.day === day) ||
    sessions.some((session) => session.day === day)
  );
}

function inWords(active: number, wanted: number, isReached: boolean): string {
  const days = `${active} of the last 7 days`;
  if (isReached && active > 0) return `${days}: that is enough.`;
  if (active === 0)
    return wanted === 0 ? 'Nothing is asked of you now.' : 'Today counts. A small version is enough.';
  return `${days}. Today counts the same, and the small version is enough.`;
}
