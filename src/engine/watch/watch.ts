import type { WatchRule } from '../../data/watch-schema.ts';
import type { Answers } from '../answers.ts';
import { type Assessment, assess } from '../assessment.ts';
import { dayMilliseconds } from '../day-count.ts';
import type { Knowledge } from '../knowledge.ts';
import { personDay } from '../log/person-day.ts';
import type { SavedEntry } from '../log/saved-entry.ts';
import type { AssessmentSummary } from '../permissions.ts';
import { type FiredRule, firedRules } from '../triage.ts';
import { urgencyRank } from '../urgency.ts';
import { answersNow } from './answers-now.ts';
import { concernsOf } from './concerns.ts';
import { episodeOf } from './episode.ts';
import { trendOfWeek } from './week-trend.ts';

/** The newest assessment of the record, as the watch needs it. */
export interface WatchedAssessment {
  readonly answers: Answers;
  readonly summary: AssessmentSummary;
  /** Day of the person. */
  readonly day: number;
  /** It still speaks for today: complete or grave, and not over twelve weeks old. */
  readonly isCurrent: boolean;
}

export interface WatchView {
  readonly knowledge: Knowledge;
  /** Milliseconds since 1970. Entries about a later time, as a clock that was wrong leaves them, say nothing. */
  readonly now: number;
  readonly rules: readonly WatchRule[];
  /** The new entry. */
  readonly entry: SavedEntry;
  /** Entries of the last weeks without it, in any order. */
  readonly before: readonly SavedEntry[];
  readonly assessment: WatchedAssessment | undefined;
  /** Danger signs answered just now, with yes or not sure; empty when none. */
  readonly signs: Answers;
  readonly dayStart: number;
  /** Rules that count weeks are asked too: once a day is enough, and needs entries of six weeks. */
  readonly asksWeeks: boolean;
  /** What was said in this episode before the entries that are given. */
  readonly toldBefore: readonly string[];
}

/** Something to say with an entry, once in an episode. */
export type Concern =
  | { readonly kind: 'watch'; readonly rule: WatchRule }
  /** A rule of the assessment that holds now and did not then. */
  | { readonly kind: 'assessment'; readonly fired: FiredRule };

export interface Watch {
  /** Help is needed soon: to be shown at once, and saved so that everything else obeys it. */
  readonly danger: Assessment | undefined;
  readonly concerns: readonly Concern[];
  /** Ids of what is said now, for the body of the entry. */
  readonly told: readonly string[];
  /** Ids of what was said before in this episode, for the same. Undefined when no weeks were counted. */
  readonly toldBefore?: readonly string[];
}

/**
 * Asks every rule again with a new entry: those of the assessment, with its answers as they are today, and those of the
 * watch. A danger sign that was ticked is always answered; whatever else there is, is said once in an episode.
 */
export function watch(given: WatchView): Watch {
  const { knowledge, entry, assessment, signs, dayStart, now } = given;
  const before = given.before.filter(({ at }) => at <= now);
  const view = { ...given, before };
  const hasSigns = Object.keys(signs).length > 0;
  // Of what is caught up for long ago only that counts which does not pass because a later day was better.
  const isHistory =
    !hasSigns && now - entry.at > recentMilliseconds && before.some(({ at }) => at > entry.at);
  // An entry for yesterday is seen in the light of today's.
  const day = Math.max(...[entry, ...before].map((each) => personDay(each, dayStart)));
  const isCurrent = assessment?.isCurrent === true;
  const episode = episodeOf({
    entries: [...before, entry],
    dayStart,
    assessment: isCurrent ? knownStart(assessment) : undefined,
  });
  if (isHistory && !episode.entries.includes(entry)) return nothing;
  const answers = answersNow({
    knowledge,
    base: assessment?.answers ?? {},
    daysSince: assessment === undefined ? 0 : Math.max(0, day - assessment.day),
    isCurrent,
    entry,
    sameDay: [...before.filter((each) => isSameDay(each, view)), entry],
    trend: trendOfWeek(episode, day),
    signs: withNamedBefore(view),
  });
  const fired = newlyFired(view, answers).filter((each) => !isHistory || isUnmanageable(each));
  if (fired.some(isGrave)) return { danger: assess(answers, knowledge), concerns: [], told: [] };

  const told = new Set([...view.toldBefore, ...episode.entries.flatMap((each) => each.told ?? [])]);
  const rules = view.rules.filter(({ when }) =>
    isHistory ? when.kind === 'new-place' : view.asksWeeks || !('fromDay' in when),
  );
  const held = concernsOf(rules, { episode, entry, day, placesBefore: placesOf(assessment) });
  const isCovered = (id: string) => held.some(({ covers }) => covers.includes(id));
  const own = held.filter(({ id }) => !told.has(id) && !isCovered(id));
  const others = fired.filter(
    (each) => isTicked(each, signs) || (!told.has(each.rule.id) && !isCovered(each.rule.id)),
  );
  // Beside a reason to book, a note that calms takes it back; with the graver word it counts as said.
  const isBooking = others.length > 0 || own.some(({ tone }) => tone === 'routine');
  const shown = own.filter(({ tone }) => tone === 'routine' || !isBooking);
  return {
    danger: undefined,
    concerns: [
      ...others.map((each) => ({ kind: 'assessment', fired: each }) as const),
      ...shown.map((rule) => ({ kind: 'watch', rule }) as const),
    ],
    told: [
      ...new Set([...others.map(({ rule }) => rule.id), ...own.flatMap(({ id, covers }) => [id, ...covers])]),
    ],
    ...(view.asksWeeks ? { toldBefore: [...told] } : {}),
  };
}

/** Signs of today with those that entries named since the assessment: two of different days count together. */
function withNamedBefore({ before, assessment, signs }: WatchView): Answers {
  const named = before.filter(({ writtenAt }) => writtenAt > (assessment?.summary.at ?? 0));
  const all: { [id: string]: Answers[string] } = {};
  for (const [id, answer] of [
    ...named.flatMap((entry) => Object.entries(entry.named ?? {})),
    ...Object.entries(signs),
  ])
    if (all[id] !== 'yes') all[id] = answer;
  return all;
}

/** What is written about the last two days is about now, whatever was written in between. */
const recentMilliseconds = 2 * dayMilliseconds;

const nothing: Watch = { danger: undefined, concerns: [], told: [] };

/** Rules that hold now and did not at the newest assessment, or not so gravely, and those of signs ticked just now. */
function newlyFired({ assessment, knowledge, signs }: WatchView, answers: Answers): readonly FiredRule[] {
  const now = firedRules(answers, knowledge);
  const then = assessment === undefined ? [] : firedRules(assessment.answers, knowledge);
  const rankThen = new Map(then.map(({ rule, urgency }) => [rule.id, urgencyRank(urgency)]));
  const isNew = ({ rule, urgency }: FiredRule) => urgencyRank(urgency) > (rankThen.get(rule.id) ?? -1);
  // An assessment of long ago knows the person, and not this pain.
  const isCurrent = assessment?.isCurrent === true;
  return now.filter((each) => isTicked(each, signs) || (isCurrent ? isNew(each) : isUnmanageable(each)));
}

/** Rests on pain that stops a person from managing: as good as a sign, whatever else is known. */
function isUnmanageable({ because }: FiredRule): boolean {
  return because.some(({ finding }) => finding === 'basic-tasks');
}

/** An assessment in between has asked about what was noted before it. */
function isSameDay(other: SavedEntry, { entry, assessment, dayStart }: WatchView): boolean {
  const isAsked = assessment !== undefined && other.writtenAt <= assessment.summary.at;
  return !isAsked && personDay(other, dayStart) === personDay(entry, dayStart);
}

function isGrave({ urgency }: FiredRule): boolean {
  return urgencyRank(urgency) >= urgencyRank('urgent');
}

function isTicked({ because }: FiredRule, signs: Answers): boolean {
  return because.some(({ finding }) => signs[finding] !== undefined);
}

function knownStart({ answers, day }: WatchedAssessment) {
  const { duration, 'pain-average': usual } = answers;
  return {
    day,
    duration: typeof duration === 'number' ? Math.round(duration) : undefined,
    usual: typeof usual === 'number' ? usual : undefined,
  };
}

/** Where it is known to hurt: what an entry says is known once it was told, and entries tell that themselves. */
function placesOf(assessment: WatchedAssessment | undefined): readonly string[] {
  if (assessment?.isCurrent !== true) return [];
  const { 'pain-site': sites, 'leg-symptoms': leg, 'arm-symptoms': arm } = assessment.answers;
  const named: readonly string[] = Array.isArray(sites) ? sites : [];
  return [
    ...named,
    ...(Array.isArray(leg) && leg.includes('pain-below-knee') ? ['below-knee'] : []),
    ...(arm === 'yes' ? ['arm'] : []),
  ];
}
