import type { ReminderTables } from '../../data/reminder-schema.ts';
import { permission, type Standing } from '../permissions.ts';
import { type Ask, isPassedOverForDays, isSettled } from './asks.ts';
import { easingOf, habitDays, isHabit, mayBeHabit } from './easing.ts';
import { isLull, isLullDue, lullPauses } from './lull.ts';
import type { Occurrence } from './occurrence.ts';
import { type Held, isSoftlyHeld, type Judged, judge } from './occurrence-state.ts';
import { candidatesBySchedule, mergeMinutes, occurrencesBetween } from './occurrences.ts';
import { endOfQuiet, isQuiet } from './quiet.ts';
import type { KeptSchedule, ReminderHistory } from './reminder-history.ts';
import { dayOfWall, instantOfWall, type OffsetMinutes, wallOf } from './wall-time.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** No opening is longer, and no day of a window over midnight. */
const longestOpening = 50 * hour;
/** What was missed longer ago is not counted any more. */
const longestAbsence = 14 * day;
/** How far the next one is looked for, in steps: most are soon, some come weekly or after a holiday. */
const reaches = [12 * hour, 2 * day, 9 * day, 60 * day, 370 * day] as const;
/** From this pain on only gentle ones come (R9). */
const severePain = 7;

/** What is so at the moment, beside what `remind` kept. */
export interface Circumstances {
  readonly standing: Standing;
  /** Newest pain of today or yesterday, 0 to 10. */
  readonly pain?: number;
}

export interface PlanInput {
  readonly history: ReminderHistory;
  readonly tables: Pick<ReminderTables, 'kinds' | 'caps' | 'quiet'>;
  readonly circumstances: Circumstances;
  /** When somebody last looked, milliseconds since 1970; undefined: nothing was missed. */
  readonly lastTick?: number | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly offsetMinutes: OffsetMinutes;
}

export interface DueReminder {
  readonly occurrence: Occurrence;
  readonly schedule: KeptSchedule;
  /** It was put off, and comes once more. */
  readonly again: boolean;
}

/** Why nothing comes at all, or what comes later than the plan says and why. */
export type Why =
  | { readonly kind: 'off'; readonly standing: Standing }
  | { readonly kind: 'no-schedules' }
  /** All that is set is about a stress plan, and that asks for nothing now. */
  | { readonly kind: 'stress-rests' }
  /** Without `until`: until it is taken back. */
  | { readonly kind: 'paused'; readonly until?: number; readonly isLull?: true }
  /** Nothing within a year. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'next';
      /** What would have come before the next one. */
      readonly held: readonly { readonly occurrence: Occurrence; readonly because: Held }[];
    };

export interface ReminderPlan {
  /** One prompt, in the order of its times; empty: nothing now. */
  readonly due: readonly DueReminder[];
  /** Passed since the last look, with nobody there. */
  readonly missed: readonly Occurrence[];
  /** The next after what is due, as things stand. */
  readonly next?: Occurrence;
  /** Nothing needs a look before this instant, unless the record changes; undefined: never. */
  readonly nextDue?: number;
  readonly why: Why;
  readonly asks: readonly Ask[];
  /** From now on only one a week comes; the record does not say so yet. */
  readonly isLullDue?: true;
}

/**
 * What is due and what is next. Each occurrence comes once at most; after an absence the newest of each schedule that is
 * still open comes, all in one prompt, and the others were missed.
 */
export function planReminders(wanted: PlanInput): ReminderPlan {
  const { circumstances, now } = wanted;
  const lulls = lullPauses(wanted.history);
  const history = { ...wanted.history, pauses: [...wanted.history.pauses, ...lulls] };
  const input = { ...wanted, history };
  const { standing } = circumstances;
  if (permission(standing, 'reminders') !== 'yes') return { ...nothing, why: { kind: 'off', standing } };
  if (history.schedules.length === 0) return { ...nothing, why: { kind: 'no-schedules' } };
  const pause = history.pauses.find(({ from, until }) => from <= now && now < until);
  const near = judgedBetween(input, startOf(input), now + reaches[0]);
  const open = near.filter(
    ({ held, occurrence: { at, until } }) => held === undefined && at <= now && now < until,
  );
  const due = pause === undefined ? onePrompt(open, near, input) : [];
  const waits = due.length === 0 && open.length > 0 ? waitsUntil(pause?.until, input) : undefined;
  return {
    due: due.map(({ schedule, occurrence, again }) => ({ schedule, occurrence, again })),
    missed: missedSince(near, input),
    ...ahead(near, due, waits, pause, input),
    asks: asksOf(input),
    ...(isLullDue(history, now) ? { isLullDue: true } : {}),
  };
}

const nothing = { due: [], missed: [], asks: [] };

/** From here on it matters what became of each time. */
export function startOf({ history, lastTick, now }: PlanInput): number {
  const lastLook = Math.min(now, Math.max(lastTick ?? now, now - longestAbsence));
  const isLong = history.schedules.some((schedule) => mayBeHabit(schedule, history, now));
  return Math.min(lastLook - longestOpening, isLong ? now - (habitDays + 2) * day : now);
}

/** All times of all schedules with what becomes of them, in the order in which they come. */
export function judgedBetween(input: PlanInput, from: number, to: number): readonly Judged[] {
  const { history, tables, circumstances, now, offsetMinutes } = input;
  const { schedules, settings } = history;
  const all = candidatesBySchedule({ schedules, settings, tables, from, to, offsetMinutes });
  const today = dayOfWall(wallOf(now, offsetMinutes));
  const isGentle = (circumstances.pain ?? 0) >= severePain;
  const isFit = (kind: string) => !isGentle || tables.kinds.find(({ id }) => id === kind)?.gentle === true;
  return schedules
    .flatMap((schedule, place) => {
      const candidates = all[place] ?? [];
      const occurrences = candidates.flatMap(({ occurrence, barred }) =>
        barred === undefined ? [occurrence] : [],
      );
      const easing = easingOf({ schedule, occurrences, history, now, today });
      return judge({ schedule, candidates, history, isFit, easing });
    })
    .sort(({ occurrence: one }, { occurrence: other }) => one.at - other.at || one.slot - other.slot);
}

/** What is open, and what rides along because it would come within minutes. */
function onePrompt(open: readonly Judged[], near: readonly Judged[], input: PlanInput): readonly Judged[] {
  const { now, offsetMinutes, history, tables } = input;
  const isQuietNow = isQuiet(wallOf(now, offsetMinutes), history.settings.quiet ?? tables.quiet);
  const mayCome = ({ schedule }: Judged) => !isQuietNow || schedule.evenInQuiet === true;
  const due = open.filter(mayCome);
  if (due.length === 0) return [];
  const prompt = [...due];
  for (const each of near) {
    const { held, occurrence, schedule } = each;
    if (held !== undefined || occurrence.earliest > now || occurrence.at <= now || !mayCome(each)) continue;
    // Its own next slot rides only on one that comes late: who asks for every five minutes gets every five minutes.
    const own = prompt.findLast((other) => other.schedule.id === schedule.id);
    if (own === undefined || (own.occurrence.at <= now - mergeMinutes * minute && due.includes(own)))
      prompt.push(each);
  }
  return prompt;
}

/** When what is open and must wait may come. */
function waitsUntil(
  pauseEnd: number | undefined,
  { now, offsetMinutes, history, tables }: PlanInput,
): number {
  if (pauseEnd !== undefined) return pauseEnd;
  const wall = wallOf(now, offsetMinutes);
  const over = endOfQuiet(wall, history.settings.quiet ?? tables.quiet);
  // In an hour that is shown for the second time, the first of two such times has gone by.
  const straight = (Math.floor(now / minute) + over - wall) * minute;
  if (wallOf(straight, offsetMinutes) === over) return straight;
  const end = instantOfWall(over, offsetMinutes);
  return end > now ? end : now + mergeMinutes * minute;
}

function missedSince(near: readonly Judged[], { lastTick, now }: PlanInput): readonly Occurrence[] {
  if (lastTick === undefined) return [];
  const from = Math.max(lastTick, now - longestAbsence);
  return near
    .filter(({ held, occurrence: { until } }) => held === undefined && from < until && until <= now)
    .map(({ occurrence }) => occurrence);
}

/** The next one, looked for further and further away. */
function ahead(
  near: readonly Judged[],
  due: readonly Judged[],
  waits: number | undefined,
  pause: ReminderHistory['pauses'][number] | undefined,
  input: PlanInput,
): Pick<ReminderPlan, 'next' | 'nextDue' | 'why'> {
  const { now, history } = input;
  const pauseEnd = pause?.until;
  const whyPaused: Why | undefined =
    pauseEnd === undefined
      ? undefined
      : {
          kind: 'paused',
          ...(Number.isFinite(pauseEnd) ? { until: pauseEnd } : {}),
          ...(isLull(history) ? { isLull: true } : {}),
        };
  if (pauseEnd === Number.POSITIVE_INFINITY && whyPaused !== undefined) return { why: whyPaused };
  const shownNow = new Set(due.map(({ occurrence }) => occurrence.id));
  let nextDue = waits ?? Number.POSITIVE_INFINITY;
  let coming = near;
  for (const reach of reaches) {
    if (reach !== reaches[0]) coming = judgedBetween(input, startOf(input), now + reach);
    const later = coming.filter((each) => each.occurrence.at > now && !shownNow.has(each.occurrence.id));
    const look = later.find((each) => each.held === undefined || isSoftlyHeld(each));
    nextDue = Math.min(nextDue, look?.occurrence.at ?? Number.POSITIVE_INFINITY);
    const next = later.find(({ held }) => held === undefined)?.occurrence;
    if (next === undefined) continue;
    const held = later.flatMap(({ occurrence, held: because }) =>
      because !== undefined && occurrence.at < next.at ? [{ occurrence, because }] : [],
    );
    return { next, nextDue, why: whyPaused ?? { kind: 'next', held } };
  }
  return { ...(Number.isFinite(nextDue) ? { nextDue } : {}), why: whyPaused ?? { kind: 'none' } };
}

function asksOf(input: PlanInput): readonly Ask[] {
  const { history, now, offsetMinutes } = input;
  const today = dayOfWall(wallOf(now, offsetMinutes));
  return history.schedules.flatMap((schedule): readonly Ask[] => {
    if (isPassedOverForDays(schedule, history, today))
      return [{ schedule: schedule.id, ask: 'fewer-or-other-time-or-stop' }];
    if (!isSettled(schedule, now) || !mayBeHabit(schedule, history, now)) return [];
    const { settings } = history;
    const query = { ...input, settings, schedules: history.schedules, from: startOf(input), to: now };
    const occurrences = occurrencesBetween(query).filter((each) => each.schedule === schedule.id);
    const settled = isHabit({ schedule, occurrences, history, now, today });
    return settled ? [{ schedule: schedule.id, ask: 'keep-one-a-day' }] : [];
  });
}
