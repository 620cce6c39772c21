import type { Action, StrategyId } from '../../data/stress-schema.ts';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** More than these in one week are not kept. */
export const mostCommitments = 3;
/** Longer than this in minutes is too big to be sure of. */
export const mostMinutes = 10;
/** Letters that a cue and what is done have together at most: it must be said in one breath. */
export const mostLetters = 200;
/** Length in minutes of the smallest version. */
export const smallMinutes = 2;

/** One small thing that the person set out to do: "If <cue>, then I <does>". */
export interface Commitment {
  /** Stays the same as long as the plan lasts: the id of the action, or one for the person's own words. */
  readonly id: string;
  /** Id of the action it was made from; left out: own words. */
  readonly action?: string;
  readonly strategy?: StrategyId;
  readonly cue: string;
  readonly does: string;
  /** The version for a bad day; it counts. */
  readonly small: string;
  /** Days of the week, in their order. */
  readonly days: readonly Weekday[];
  /** Minutes that it takes; left out: no time of its own. */
  readonly minutes?: number;
  /** Done once, and it is over. */
  readonly once?: true;
  /** It is the smallest version already. */
  readonly isSmall?: true;
}

/** How a person wants an action. */
export interface CommitmentWishes {
  readonly days?: readonly Weekday[];
  readonly cue?: string;
  /** The smallest version at first. */
  readonly isSmaller?: boolean;
  /** Day from which days are chosen when none are named: the day after the one it is made on. Left out: Monday. */
  readonly from?: Weekday;
}

/** A commitment made of an action of the menu. */
export function commitmentOf(action: Action, wishes: CommitmentWishes = {}): Commitment {
  const { isSmaller = false, cue = action.cue } = wishes;
  const isOffice = action.atWork === true || action.onWeekdays === true;
  const minutes = isSmaller ? smallMinutes : action.minutes?.[0];
  return {
    id: action.id,
    action: action.id,
    strategy: action.strategy,
    cue,
    does: isSmaller ? action.small : action.does,
    small: action.small,
    days: inOrder(wishes.days ?? spreadDays(action.daysAWeek, wishes.from, isOffice)),
    ...(minutes === undefined ? {} : { minutes }),
    ...(action.daysAWeek === 0 ? { once: true as const } : {}),
    ...(isSmaller ? { isSmall: true as const } : {}),
  };
}

/** A commitment in the words of the person, as clauses: "If <cue>, then I <does>". */
export interface OwnWords {
  /** Empty when none was given. */
  readonly cue: string;
  readonly does: string;
  /** Minutes that are named in it. */
  readonly minutes?: number;
}

/** A commitment in the person's own words. Check them first. */
export function ownCommitment(
  { cue, does, minutes }: OwnWords,
  id: string,
  days: readonly Weekday[],
): Commitment {
  return {
    id,
    cue,
    does,
    small: smallOf(does, minutes),
    days: inOrder(days),
    ...(minutes === undefined ? {} : { minutes }),
    ...(minutes !== undefined && minutes <= smallMinutes ? { isSmall: true as const } : {}),
  };
}

/** A length inside a sentence: "for 5 minutes", "half an hour". */
export const lengthInWords =
  /\b(?:for |about |at least )*(?:(\d{1,3})|(an?|one|two|three|half an)) ?-?(minutes?|mins?|hours?|h)\b/i;

/** "walk for 2 minutes" of "walk for 5 minutes"; two minutes of it where no length was named. */
function smallOf(does: string, minutes: number | undefined): string {
  if (minutes === undefined || !lengthInWords.test(does)) return `do ${smallMinutes} minutes of it: ${does}`;
  return minutes <= smallMinutes ? does : does.replace(lengthInWords, `for ${smallMinutes} minutes`);
}

/** "If I close my laptop, then I walk for ten minutes." */
export function ifThen({ cue, does }: Pick<Commitment, 'cue' | 'does'>): string {
  // Words that are said bring their own mark at the end.
  return `If ${cue}, then I ${does}${/[.?!]["”]$/.test(does) ? '' : '.'}`;
}

/** The same for a bad day. */
export function smallIfThen({ cue, small }: Pick<Commitment, 'cue' | 'small'>): string {
  return ifThen({ cue, does: small });
}

/** The smallest version of it; undefined when it is that already. */
export function shrunk(commitment: Commitment): Commitment | undefined {
  if (commitment.isSmall === true) return undefined;
  return { ...commitment, does: commitment.small, minutes: smallMinutes, isSmall: true };
}

export type CommitmentsProblem =
  | { readonly kind: 'none' }
  | { readonly kind: 'too-many'; readonly count: number }
  | { readonly kind: 'same-twice'; readonly id: string };

/** What keeps a list of commitments from being a plan; empty when nothing does. */
export function checkCommitments(list: readonly Pick<Commitment, 'id'>[]): readonly CommitmentsProblem[] {
  const ids = list.map(({ id }) => id);
  const twice = [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))];
  return [
    ...(ids.length === 0 ? [{ kind: 'none' as const }] : []),
    ...(ids.length > mostCommitments ? [{ kind: 'too-many' as const, count: ids.length }] : []),
    ...twice.map((id) => ({ kind: 'same-twice' as const, id })),
  ];
}

/** Days of work of most people. */
const workDays = 5;

/**
 * So many days of a week, spread over it; five are those from Monday to Friday. Once is due on any day until it is done.
 *
 * @param isOffice only from Monday to Friday: somebody must be there
 */
function spreadDays(count: number, from: Weekday = 'mon', isOffice = false): readonly Weekday[] {
  const open = isOffice || count === workDays ? weekdays.slice(0, workDays) : weekdays;
  const days = count === 0 ? open.length : Math.min(open.length, count);
  const first = Math.max(0, open.indexOf(from));
  return Array.from({ length: days }, (_, place) => {
    const step = Math.floor((place * open.length) / days);
    return open[(first + step) % open.length] ?? from;
  });
}

function inOrder(days: readonly Weekday[]): readonly Weekday[] {
  return weekdays.filter((day) => days.includes(day));
}
