import type { StageNumber } from '../../data/exercise-schema.ts';
import type { RemedyTarget } from '../../data/remedy-schema.ts';

/** What is known of the person and the day when nobody names a routine. */
export interface NowFacts {
  /** Hour of the person's clock, 0 to 23. */
  readonly hour: number;
  /** What the newest assessment fits, likeliest first; empty when nothing is clear. */
  readonly fitting: readonly RemedyTarget[];
  /** The muscle grabs by itself today. */
  readonly isGrabbing: boolean;
  /** 0 to 10, if it was said just now. */
  readonly painNow?: number | undefined;
  /** Ids of the routines done today, once for each session. */
  readonly doneToday: readonly string[];
  /** Of the last seven days, those with a strength routine. */
  readonly strengthDays: number;
  /** Sits for most of a usual day. */
  readonly sitsLong: boolean;
}

/** A routine whose time it is, and why. */
export interface Occasion {
  readonly routine: string;
  readonly because: string;
  /** Calm enough for any back: it need not be for what the answers fit. */
  readonly isForAnyone?: boolean;
}

/** What the hour and the pain allow. */
export interface OccasionLimits {
  readonly stage: StageNumber;
  /** Why only the calmest moves are offered, a sentence; left out: the pain is not that strong. */
  readonly severe?: string | undefined;
}

/** "Up to three or four times a day." */
const spasmSessions = 4;
const hamstringSessions = 5;
const postureSessions = 2;
const strengthDaysAWeek = 3;

/**
 * Ready routines whose occasion has come, the most pressing first. Whether one suits the person is another question:
 * the first that does is taken.
 */
export function occasions(facts: NowFacts, { stage, severe }: OccasionLimits): readonly Occasion[] {
  const { hour, fitting, isGrabbing } = facts;
  const done = (routine: string): number => facts.doneToday.filter((entry) => entry === routine).length;
  const found: Occasion[] = [];
  const offer = (routine: string, because: string, most = 1): void => {
    if (done(routine) < most) found.push({ routine, because });
  };
  const calm = (routine: string, because: string, most = 1): void => {
    if (done(routine) < most) found.push({ routine, because, isForAnyone: true });
  };
  const night = isNight(hour);
  const isMorning = hour >= 4 && hour < 10;
  const isWorkday = hour >= 9 && hour < 17;

  if (isGrabbing)
    calm('acute-spasm', 'The muscle grabs, so it starts with lying down and breathing.', spasmSessions);
  else if (severe !== undefined) calm('acute-spasm', severe, spasmSessions);
  if (night) calm('pre-sleep', 'It is late: a slow one that ends lying down.');
  if (isGrabbing || severe !== undefined) return found;
  if (stage === 1)
    offer('acute-spasm', 'It is still fresh: a short rest, small moves and a short walk.', spasmSessions);
  if (isMorning) offer('morning', 'It is morning: everything slowly first.');
  if (isWorkday && fitting[0] === 'tight-hamstrings')
    offer('hamstring-micro', hamstringReason(done('hamstring-micro')), hamstringSessions);
  if (isWorkday && facts.sitsLong) {
    if (done('desk-break') > 0)
      offer('posture-reset', 'You sit a lot, so a longer break for neck and shoulders.', postureSessions);
    offer('desk-break', 'You sit a lot: getting up is what counts.', Number.POSITIVE_INFINITY);
  }
  if (!isWorkday && fitting.slice(0, 2).includes('chronic-stress'))
    offer('stress-wind-down', 'The working day is over: time to let go.');
  if (!night && !hasStrengthToday(facts) && facts.strengthDays < strengthDaysAWeek)
    offerStrength(facts, stage, offer);
  if (fitting.includes('tight-hamstrings'))
    offer('hamstring-micro', hamstringReason(done('hamstring-micro')), hamstringSessions);
  if (night) calm('stress-wind-down', 'It is late, so something slow that lets you calm down.');
  return found;
}

/** From 20:00 to 04:00: nothing that wakes a person up. */
export function isNight(hour: number): boolean {
  return hour >= 20 || hour < 4;
}

const strengthRoutines = ['lifting-ready', 'core-builder', 'hips-hamstrings'];

function hasStrengthToday({ doneToday }: NowFacts): boolean {
  return doneToday.some((routine) => strengthRoutines.includes(routine));
}

/** Strength days go round, so the same one does not come every time. */
function offerStrength(
  { strengthDays, fitting }: NowFacts,
  stage: StageNumber,
  offer: (routine: string, because: string) => void,
): void {
  const because = `A day for strength: ${strengthDays} of ${strengthDaysAWeek} done this week.`;
  if (stage >= 4 && strengthDays === 0) offer('lifting-ready', because);
  const order =
    fitting[0] === 'tight-hamstrings' || strengthDays % 2 === 1
      ? ['hips-hamstrings', 'core-builder']
      : ['core-builder', 'hips-hamstrings'];
  if (stage >= 3) for (const routine of order) offer(routine, because);
}

function hamstringReason(done: number): string {
  return `A short pull for the backs of the thighs: number ${done + 1} of ${hamstringSessions} today. One a day is enough for length.`;
}
