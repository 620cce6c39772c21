import type { FlareStep, RecoveryTables } from '../../data/recovery-schema.ts';
import { longestFlareDays } from './flare-length.ts';
import { lastDaysInARow, painBefore, realChange } from './pain-course.ts';
import type { RecoveryHistory } from './recovery-events.ts';
import type { RecoveryFacts } from './recovery-facts.ts';

const hour = 60 * 60 * 1000;
/** After these the way leads back, step by step. */
const leadBackAfterDays = 3;
/** After that long a flare says little about the next session. */
const justOverDays = 7;
/** From so many in `frequentDays` on a clinician is told. */
const frequentFlares = 3;
const frequentDays = 56;

/** Where a flare stands. Goals wait in all of it. */
export type FlareNow =
  | { readonly kind: 'none' }
  /** Numbers look like one: asked, never started by itself. */
  | { readonly kind: 'likely'; readonly because: string }
  | {
      readonly kind: 'running';
      /** Milliseconds since 1970. */
      readonly startedAt: number;
      /** 1 on its first day. */
      readonly dayOf: number;
      readonly step: FlareStep;
      readonly grabs: boolean;
      readonly legSigns: boolean;
      /** It is calm again: the person may say that it is over. */
      readonly isSettled: boolean;
    };

/** What the danger signs said, asked just before. */
export type SignsAnswer = 'none' | 'ticked' | 'not-asked';

export type FlareStart =
  | { readonly kind: 'refused'; readonly because: string }
  | { readonly kind: 'start'; readonly tellClinician?: string };

/** Whether a flare may begin: only after the danger signs were asked and none was ticked. */
export function startFlare(
  signs: SignsAnswer,
  { history, today }: Pick<RecoveryFacts, 'history' | 'today'>,
  legSigns: boolean,
): FlareStart {
  if (signs === 'ticked')
    return { kind: 'refused', because: 'You ticked a danger sign. That comes before any plan.' };
  if (signs === 'not-asked')
    return { kind: 'refused', because: 'The danger signs come first: they were not answered yet.' };
  const isThird = startsWithin(history, today) + 1 >= frequentFlares;
  if (isThird)
    return {
      kind: 'start',
      tellClinician: legSigns
        ? 'Leg signs with the third flare in eight weeks: tell a clinician about both.'
        : 'This is the third flare within eight weeks. Tell a clinician about it.',
    };
  return legSigns ? { kind: 'start', tellClinician: tellOfLeg } : { kind: 'start' };
}

/** Of the leg alone: the page of such a flare says it by itself. */
export const tellOfLeg = 'New feelings in a leg came with this flare. Tell a clinician about them.';

/** The flare as it stands now. Ends when the person says so, or when nothing has been said for two weeks. */
export function flareNow(
  tables: Pick<RecoveryTables, 'flareSteps'>,
  facts: Pick<RecoveryFacts, 'history' | 'today' | 'now' | 'days'>,
  startPain: number | undefined,
): FlareNow {
  const { history, today, now, days } = facts;
  const last = history.flares.at(-1);
  // A clock that was set back leaves a flare ahead of now: it counts from now.
  const since = last === undefined ? 0 : Math.max(0, now - last.at);
  if (last?.is !== 'started' || today - last.day > longestFlareDays) return likely(facts, startPain);
  const dayOf = Math.max(0, today - last.day) + 1;
  return {
    kind: 'running',
    startedAt: last.at,
    dayOf,
    step: stepAt(tables.flareSteps, since / hour),
    grabs: last.grabs,
    legSigns: last.legSigns,
    isSettled: isSettled(days, last, today, startPain),
  };
}

/** Flares that began in the last eight weeks. One said twice on a day is one. */
export function startsWithin(history: RecoveryHistory, today: number): number {
  const started = history.flares.filter(({ is, day: on }) => is === 'started' && today - on < frequentDays);
  return new Set(started.map(({ day: on }) => on)).size;
}

export function areFlaresFrequent(history: RecoveryHistory, today: number): boolean {
  return startsWithin(history, today) >= frequentFlares;
}

/** The first days of a flare are over: the way leads back. */
export function isLeadingBack(flare: FlareNow): boolean {
  return flare.kind === 'running' && flare.dayOf > leadBackAfterDays;
}

/** A flare ended within a week, and no session on a later day has led back yet. */
export function isJustOver({
  history,
  today,
  sessions,
}: Pick<RecoveryFacts, 'history' | 'today' | 'sessions'>): boolean {
  const ended = history.flares.at(-1);
  if (ended?.is !== 'over' || today - ended.day > justOverDays) return false;
  return !sessions.some(({ day: on }) => on > ended.day);
}

function stepAt(steps: readonly FlareStep[], hours: number): FlareStep {
  const found = steps.find(
    ({ hours: { from, until } }) => hours >= from && (until === undefined || hours < until),
  );
  const step = found ?? steps.at(-1);
  if (step === undefined) throw new Error('No steps for a flare');
  return step;
}

/** Two points above the week before, for a day at least, after a calmer spell. */
function likely(
  { days, today, history }: Pick<RecoveryFacts, 'days' | 'today' | 'history'>,
  startPain: number | undefined,
): FlareNow {
  const newest = days.at(-1);
  const before = painBefore(days, 1, startPain);
  const ended = history.flares.at(-1);
  if (newest === undefined || before === undefined || today - newest.day > 1) return { kind: 'none' };
  if (ended?.is === 'over' && newest.day <= ended.day) return { kind: 'none' };
  if (days.length < 3 || newest.usual - before < realChange) return { kind: 'none' };
  return {
    kind: 'likely',
    because: `Your usual pain is ${inWords(newest.usual)}, after ${inWords(before)} in the days before.`,
  };
}

function isSettled(
  days: RecoveryFacts['days'],
  start: RecoveryHistory['flares'][number],
  today: number,
  startPain: number | undefined,
): boolean {
  const since = days.filter(({ day: on }) => on > start.day);
  const lastTwo = lastDaysInARow(since, 2, today);
  const before = painBefore(
    days.filter(({ day: on }) => on <= start.day),
    1,
    startPain,
  );
  if (lastTwo === undefined || before === undefined) return false;
  return lastTwo.every(({ usual }) => usual <= before + 1);
}

function inWords(pain: number): string {
  return `${Math.round(pain * 10) / 10} of 10`;
}
