import type { Urgency } from '../data/schema.ts';
import type { Answers } from './answers.ts';
import { assess } from './assessment.ts';
import { allowsPatterns } from './interview.ts';
import type { Knowledge } from './knowledge.ts';
import { urgencyRank } from './urgency.ts';

const levelsInOrder = ['self-care', 'routine', 'urgent', 'emergency'] as const satisfies readonly Urgency[];

/** What stands for a pattern when none fits. */
export const noClearPattern = 'no-clear-pattern';

export interface Expectation {
  readonly urgency: Urgency;
  readonly acceptable?: readonly Urgency[];
  /** Left out: at urgent and emergency, every level below all accepted ones. */
  readonly unsafe?: readonly Urgency[];
  /** Patterns that may come first, most apt first. Left out or empty: not scored. */
  readonly patterns?: readonly string[];
}

export interface AuditCase {
  readonly name: string;
  readonly answers: Answers;
  readonly expected: Expectation;
}

/** What the tool says to one person. */
interface AuditAnswer {
  readonly urgency: Urgency;
  /** The patterns it names, first one first; empty when it names none. */
  readonly patterns: readonly string[];
  /** The rules that set the level. */
  readonly rules: readonly string[];
}

export type AuditTool = (answers: Answers) => AuditAnswer;

/** A count out of a number, with the 95% Wilson interval of its share. */
export interface Proportion {
  readonly count: number;
  readonly of: number;
  /** Undefined when there is nothing to count. */
  readonly share?: number;
  readonly interval?: readonly [low: number, high: number];
}

interface UrgencyScore {
  readonly exact: Proportion;
  /** The expected level or one of the acceptable ones. */
  readonly accepted: Proportion;
  readonly tooHigh: Proportion;
  readonly aboveAccepted: Proportion;
  readonly tooLow: Proportion;
  readonly belowAccepted: Proportion;
  readonly unsafe: Proportion;
}

/** A case where the tool and the expectation part. */
export interface Miss {
  readonly name: string;
  readonly expected: Expectation;
  readonly answer: AuditAnswer;
  /** What is missed. A level that is accepted is a miss of the exact level only. */
  readonly level: 'right' | 'accepted' | 'too-high' | 'too-low';
  readonly unsafe: boolean;
  readonly firstPattern: 'right' | 'wrong' | 'not-scored';
}

export interface CaseScore {
  /** One entry for each level that is expected of some case, lowest first. */
  readonly levels: readonly { readonly urgency: Urgency; readonly score: UrgencyScore }[];
  readonly all: UrgencyScore;
  /** Mean of the exact shares over the levels, so that no level counts more for having more cases. */
  readonly exactMean: number | undefined;
  /** The tool's first pattern is one of the expected. */
  readonly firstPattern: Proportion;
  /** The most apt pattern is among the tool's first three. */
  readonly firstThree: Proportion;
  readonly misses: readonly Miss[];
}

/** The tool as people meet it: the level, the patterns that fit, and the rules behind the level. */
export function toolOf(knowledge: Knowledge): AuditTool {
  return (answers) => {
    const { triage, fitting } = assess(answers, knowledge);
    return {
      urgency: triage.urgency,
      patterns: fitting.map(({ pattern }) => pattern.id),
      rules: triage.fired.filter(({ urgency }) => urgency === triage.urgency).map(({ rule }) => rule.id),
    };
  };
}

/** Asks the tool about every case and counts. */
export function scoreCases(cases: readonly AuditCase[], tool: AuditTool): CaseScore {
  const outcomes = cases.map((each) => outcomeOf(each, tool(each.answers)));
  const levels = levelsOf(outcomes);
  const withPattern = outcomes.filter(({ miss }) => miss.firstPattern !== 'not-scored');
  const shares = levels.flatMap(({ score }) => score.exact.share ?? []);
  return {
    levels,
    all: urgencyScore(outcomes),
    exactMean:
      shares.length === 0 ? undefined : shares.reduce((sum, share) => sum + share, 0) / shares.length,
    firstPattern: proportion(withPattern, ({ miss }) => miss.firstPattern === 'right'),
    firstThree: proportion(withPattern, ({ inFirstThree }) => inFirstThree),
    misses: outcomes
      .map(({ miss }) => miss)
      .filter(({ level, unsafe, firstPattern }) => level !== 'right' || unsafe || firstPattern === 'wrong'),
  };
}

interface Outcome {
  readonly miss: Miss;
  /** Tool's level minus expected level. */
  readonly distance: number;
  readonly inFirstThree: boolean;
}

function outcomeOf({ name, answers, expected }: AuditCase, answer: AuditAnswer): Outcome {
  const distance = urgencyRank(answer.urgency) - urgencyRank(expected.urgency);
  const isAccepted = acceptedLevels(expected).includes(answer.urgency);
  const wanted = patternsScored(expected, answers) ? (expected.patterns ?? []) : [];
  const named = answer.patterns.length === 0 ? [noClearPattern] : answer.patterns;
  const right = wanted.includes(named[0] ?? noClearPattern);
  return {
    distance,
    inFirstThree: named.slice(0, 3).includes(wanted[0] ?? ''),
    miss: {
      name,
      expected,
      answer,
      level: distance === 0 ? 'right' : isAccepted ? 'accepted' : distance > 0 ? 'too-high' : 'too-low',
      unsafe: unsafeLevels(expected).includes(answer.urgency),
      firstPattern: wanted.length === 0 ? 'not-scored' : right ? 'right' : 'wrong',
    },
  };
}

/** Patterns are scored only for adults whose expected level allows them. */
function patternsScored(expected: Expectation, answers: Answers): boolean {
  return urgencyRank(expected.urgency) < urgencyRank('urgent') && allowsPatterns(answers);
}

/** The levels that could do harm to this person. */
export function unsafeLevels(expected: Expectation): readonly Urgency[] {
  if (expected.unsafe !== undefined) return expected.unsafe;
  if (urgencyRank(expected.urgency) < urgencyRank('urgent')) return [];
  const lowest = Math.min(...acceptedLevels(expected).map(urgencyRank));
  return levelsInOrder.filter((level) => urgencyRank(level) < lowest);
}

function acceptedLevels(expected: Expectation): readonly Urgency[] {
  return [expected.urgency, ...(expected.acceptable ?? [])];
}

function levelsOf(outcomes: readonly Outcome[]): CaseScore['levels'] {
  return levelsInOrder.flatMap((urgency) => {
    const group = outcomes.filter(({ miss }) => miss.expected.urgency === urgency);
    return group.length === 0 ? [] : [{ urgency, score: urgencyScore(group) }];
  });
}

function urgencyScore(outcomes: readonly Outcome[]): UrgencyScore {
  const rank = ({ miss }: Outcome) => urgencyRank(miss.answer.urgency);
  const accepted = ({ miss }: Outcome) => acceptedLevels(miss.expected).map(urgencyRank);
  return {
    exact: proportion(outcomes, ({ distance }) => distance === 0),
    accepted: proportion(outcomes, (each) => accepted(each).includes(rank(each))),
    tooHigh: proportion(outcomes, ({ distance }) => distance > 0),
    aboveAccepted: proportion(outcomes, (each) => rank(each) > Math.max(...accepted(each))),
    tooLow: proportion(outcomes, ({ distance }) => distance < 0),
    belowAccepted: proportion(outcomes, (each) => rank(each) < Math.min(...accepted(each))),
    unsafe: proportion(outcomes, ({ miss }) => miss.unsafe),
  };
}

function proportion<Item>(items: readonly Item[], counts: (item: Item) => boolean): Proportion {
  return proportionOf(items.filter(counts).length, items.length);
}

/** Normal deviate of a two-sided 95% interval. */
const deviate = 1.959964;

/** The Wilson score interval: honest for small numbers and for shares near 0 or 1. */
export function proportionOf(count: number, of: number): Proportion {
  if (of === 0) return { count, of };
  const share = count / of;
  const square = deviate ** 2;
  const middle = (share + square / (2 * of)) / (1 + square / of);
  const half = (deviate / (1 + square / of)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of ** 2));
  return { count, of, share, interval: [Math.max(0, middle - half), Math.min(1, middle + half)] };
}
