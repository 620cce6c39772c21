import type { Context, Preferences, RecordedEvent } from '../../context.ts';
import { stressTables } from '../../data/stress-tables.ts';
import type { StressView } from '../../documents/stress-view.ts';
import { personDay } from '../../engine/log/person-day.ts';
import { fieldsOf, momentOf } from '../../engine/log/saved-entry.ts';
import { type StressHistory, stressHistory, stressKinds } from '../../engine/stress/stress-events.ts';
import { stressNow } from '../../engine/stress/stress-now.ts';
import { stressToday } from '../../engine/stress/today-lines.ts';
import { sinceReview, stressWeek } from '../../engine/stress/week.ts';

/** The plan as the record has it, on one day of the person. */
export interface KeptStress {
  readonly history: StressHistory;
  readonly today: number;
  readonly plan: NonNullable<StressView['plan']>;
}

/** Reads the record from its end, back to where the plan began; undefined when there is none. Throws `RecordError`. */
export async function keptStress(
  ctx: Context,
  { dayStart }: Pick<Preferences, 'dayStart'>,
): Promise<KeptStress | undefined> {
  const record = await ctx.record();
  const began = await record.newest(stressKinds.plan);
  if (began === undefined) return undefined;
  const events = await record.since([...Object.values(stressKinds), 'practice'], Date.parse(began.at));
  return stressFrom(events, { now: ctx.clock.now(), clock: ctx.clock, dayStart });
}

/** The day of the person that it is now. */
export function dayNow({ clock }: Pick<Context, 'clock'>, dayStart: number): number {
  const at = clock.now();
  return personDay({ at, offsetMinutes: clock.offsetMinutes(at) }, dayStart);
}

interface Moment {
  readonly now: number;
  readonly clock: Context['clock'];
  readonly dayStart: number;
}

/** @param events newest first, as the record gives them */
function stressFrom(
  events: readonly RecordedEvent[],
  { now, clock, dayStart }: Moment,
): KeptStress | undefined {
  const today = personDay({ at: now, offsetMinutes: clock.offsetMinutes(now) }, dayStart);
  // Of two that were kept in one instant, the one that was written last counts.
  const history = stressHistory([...events].reverse(), dayStart);
  return stressOn(history, today, calmDays(events, dayStart));
}

/** The plan of this history on this day; undefined when there is none, or no longer. */
export function stressOn(
  history: StressHistory,
  today: number,
  calm: readonly number[] = [],
): KeptStress | undefined {
  const now = stressNow(history, today);
  if (now === undefined) return undefined;
  return {
    history,
    today,
    plan: {
      now,
      today,
      week: stressWeek(history, now, today),
      sinceReview: sinceReview(history, now, today),
      lines: stressToday(history, now, today, calm),
    },
  };
}

/** Days on which a calm session was done, guided. */
function calmDays(events: readonly RecordedEvent[], dayStart: number): readonly number[] {
  const calm = new Set<unknown>(stressTables.sessionChoices.flatMap(({ sessions }) => sessions));
  return events.flatMap(({ kind, at, body }) => {
    const moment = momentOf(at);
    const isCalm = kind === 'practice' && calm.has(fieldsOf(body).routine);
    return isCalm && moment !== undefined ? [personDay(moment, dayStart)] : [];
  });
}
