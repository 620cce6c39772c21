import type { Consider, PlanItem } from '../data/schema.ts';
import type { Answers } from './answers.ts';
import { allowsPatterns } from './interview.ts';
import type { Knowledge } from './knowledge.ts';
import { type PatternFit, rankPatterns, rankSubtypes, type SubtypeFit } from './patterns.ts';
import { planFor } from './plan.ts';
import { type Triage, triage } from './triage.ts';
import { evaluate } from './truth.ts';
import { urgencyRank } from './urgency.ts';

/** At most so many patterns are worked on at once. */
const mostFits = 3;
/** Closer than this, two patterns are called equal. */
const equalMargin = 0.1;

export interface Assessment {
  readonly answers: Answers;
  readonly triage: Triage;
  /** All six in falling order, or none: at emergency or urgent, under 18, or with safety answers missing. */
  readonly patterns: readonly PatternFit[];
  /** The patterns that fit, at most three; empty is an honest "no clear pattern". */
  readonly fitting: readonly PatternFit[];
  /** The first two are too close to rank. */
  readonly equal: boolean;
  readonly subtypes: readonly SubtypeFit[];
  readonly considerations: readonly Consider[];
  readonly plan: readonly PlanItem[];
}

/** Everything that is said about a set of answers. The same answers always give the same assessment. */
export function assess(answers: Answers, knowledge: Knowledge): Assessment {
  const result = triage(answers, knowledge);
  const considerations = knowledge.considerations.filter(
    (outcome) => evaluate(outcome.when, answers, knowledge) > 0,
  );
  const open = result.complete && allowsPatterns(answers);
  if (!open || urgencyRank(result.urgency) >= urgencyRank('urgent')) {
    return {
      answers,
      triage: result,
      patterns: [],
      fitting: [],
      equal: false,
      subtypes: [],
      considerations: result.urgency === 'routine' && result.complete ? considerations : [],
      plan: [],
    };
  }
  const patterns = rankPatterns(answers, knowledge);
  const fitting = patterns.filter((entry) => entry.fit !== 'little').slice(0, mostFits);
  const [first, second] = fitting;
  const spinal = patterns.find((entry) => entry.pattern.id === 'spinal-problem');
  return {
    answers,
    triage: result,
    patterns,
    fitting,
    equal: first !== undefined && second !== undefined && first.likelihood - second.likelihood < equalMargin,
    subtypes: rankSubtypes(answers, knowledge, spinal?.likelihood ?? 0),
    considerations,
    plan: planFor(
      fitting.map((entry) => entry.pattern.id),
      answers,
      knowledge,
    ),
  };
}
