import type { PatternId, SubtypeId } from '../../data/schema.ts';
import type { Answers } from '../answers.ts';
import type { Knowledge } from '../knowledge.ts';
import type { SessionReport } from '../routine/after-session.ts';
import type { RecoveryHistory } from './recovery-events.ts';

/** Pain of one day of the person, as far as it was noted. Numbers are 0 to 10. */
export interface PainDay {
  /** See `person-day.ts`. */
  readonly day: number;
  /** Mean of the day's entries. */
  readonly usual: number;
  /** Highest of the day's entries. */
  readonly worst?: number | undefined;
  /** How much it stopped the person, highest of the day. */
  readonly interference?: number | undefined;
  /** Highest usual pain of the day's entries; that mean where it is left out. */
  readonly peak?: number | undefined;
}

/** A guided session of the person. */
export interface PastSession extends SessionReport {
  readonly day: number;
  /** Id of the routine or exercise; left out when it was put together for that moment. */
  readonly routine?: string | undefined;
}

/** The newest assessment, as far as a plan depends on it. */
export interface AssessmentFacts {
  readonly answers: Answers;
  /** Day of the person on which it was made. */
  readonly day: number;
  /** Likeliest first, at most three; empty: no clear pattern. */
  readonly fitting: readonly PatternId[];
  /** The first two are too close to rank. */
  readonly equal: boolean;
  readonly subtypes: readonly SubtypeId[];
}

/** What is known of a person when their plan is looked at. */
export interface RecoveryFacts {
  readonly knowledge: Knowledge;
  readonly assessment: AssessmentFacts;
  /** Milliseconds since 1970, and the day of the person then. */
  readonly now: number;
  readonly today: number;
  /** Days with a noted usual pain, oldest first. */
  readonly days: readonly PainDay[];
  /** Newest first. */
  readonly sessions: readonly PastSession[];
  readonly history: RecoveryHistory;
  /** A danger sign was ticked and has not been looked at since. */
  readonly dangerSign: boolean;
}

/** A clock that was set back leaves days ahead: they say nothing yet. */
export function untilToday<Facts extends Pick<RecoveryFacts, 'days' | 'today'>>(facts: Facts): Facts {
  return { ...facts, days: facts.days.filter(({ day }) => day <= facts.today) };
}

/** The answers with the length of the spell as it is today. */
export function answersToday({ assessment, today }: Pick<RecoveryFacts, 'assessment' | 'today'>): Answers {
  const { answers } = assessment;
  const { duration } = answers;
  return typeof duration === 'number'
    ? { ...answers, duration: duration + Math.max(0, today - assessment.day) }
    : answers;
}

/** Day on which the pain began; undefined when nobody said. */
export function onsetDay({ answers, day }: AssessmentFacts): number | undefined {
  return typeof answers.duration === 'number' ? day - answers.duration : undefined;
}

export function numberAnswer(answers: Answers, id: string): number | undefined {
  const answer = answers[id];
  return typeof answer === 'number' ? answer : undefined;
}
