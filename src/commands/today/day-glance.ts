import type { Context, Preferences, RecordedEvent } from '../../context.ts';
import type { DayGlance, PainGlance } from '../../documents/today-view.ts';
import { dayInWords } from '../../engine/instant.ts';
import { personDay } from '../../engine/log/person-day.ts';
import { fieldsOf, momentOf, newestLog, ratingOf } from '../../engine/log/saved-entry.ts';
import { type Trend, trendOf } from '../../engine/progress/trend.ts';
import { concernGlance } from '../concern-glance.ts';
import { type DayEvents, trendDays } from './day-events.ts';

const minute = 60_000;

/**
 * The day as far as those events tell, without plans and reminders.
 *
 * @param answeredBy id of the newest assessment, where it was finished
 */
export function dayGlance(
  { logs, told, practices }: DayEvents,
  { clock }: Context,
  { dayStart }: Pick<Preferences, 'dayStart'>,
  answeredBy: string | undefined,
): Omit<DayGlance, 'plan' | 'stress' | 'reminder' | 'checkIn'> {
  const now = clock.now();
  const offsetMinutes = clock.offsetMinutes(now);
  const today = personDay({ at: now, offsetMinutes }, dayStart);
  const trend: Trend | undefined =
    logs.length === 0 ? undefined : trendOf(logs, { dayStart, today, count: trendDays });
  const isToday = ({ at }: RecordedEvent) => {
    const moment = momentOf(at);
    return moment !== undefined && personDay(moment, dayStart) === today;
  };
  const date = dayInWords(now - dayStart * 60 * minute, offsetMinutes);
  const sessions = practices.filter(isToday);
  return {
    today: date,
    trend,
    pain: painOf(logs, now, dayStart, today),
    isNoted: trend?.days.at(-1) !== undefined,
    concern: concernGlance(told, { answeredBy, today: date }),
    practised: sessions.map(sessionOf).reverse(),
    hasExercised: sessions.some(({ body }) => fieldsOf(body).calm !== true),
  };
}

/** Newest and highest of the newest day with usual pain; entries about a time that is still to come say nothing. */
function painOf(
  logs: readonly RecordedEvent[],
  now: number,
  dayStart: number,
  today: number,
): PainGlance | undefined {
  // Newest first: of two about the same time, the one that was written last counts.
  const entries = logs
    .map(({ at, body }) => painNoted(at, fieldsOf(body)))
    .filter(({ at }) => at <= now)
    .reverse();
  const last = newestLog(entries.filter(({ usual }) => usual !== undefined));
  if (last?.usual === undefined) return undefined;
  const day = personDay(last, dayStart);
  if (today - day >= trendDays) return undefined;
  const ofDay = entries.filter((entry) => personDay(entry, dayStart) === day);
  return {
    newest: last.usual,
    highest: Math.max(...ofDay.flatMap(({ usual = 0, worst = 0 }) => [usual, worst])),
    isToday: day === today,
  };
}

/** No more of an entry than this page says: there may be hundreds in two weeks. */
function painNoted(writtenAt: string, { about, usual, worst }: ReturnType<typeof fieldsOf>) {
  const moment = (typeof about === 'string' ? momentOf(about) : undefined) ?? momentOf(writtenAt);
  return { ...(moment ?? { at: 0, offsetMinutes: 0 }), usual: ratingOf(usual), worst: ratingOf(worst) };
}

function sessionOf({ body }: RecordedEvent): DayGlance['practised'][number] {
  const { name, result } = fieldsOf(body);
  const { activeMilliseconds } = fieldsOf(result);
  return {
    name: typeof name === 'string' && name !== '' ? name : 'a session',
    minutes: typeof activeMilliseconds === 'number' ? Math.round(activeMilliseconds / minute) : 0,
  };
}
