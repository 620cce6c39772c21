import type { Expression, Rule, Urgency } from '../data/schema.ts';
import type { Answer, Answers } from './answers.ts';
import type { Knowledge } from './knowledge.ts';
import { openSafetyQuestions } from './relevance.ts';
import { evaluate, questionOfLeaf, type TruthValue } from './truth.ts';
import { higherUrgency, loweredUrgency, urgencyRank } from './urgency.ts';

/** One answer that made a rule fire. `answer` is undefined when it fired because the answer is unknown. */
export interface Because {
  readonly finding: string;
  readonly answer: Answer | undefined;
}

export interface FiredRule {
  readonly rule: Rule;
  /** The rule's level, or one lower when it holds only if "not sure" means yes. */
  readonly urgency: Urgency;
  readonly because: readonly Because[];
}

export interface Triage {
  readonly urgency: Urgency;
  /** Highest level first, then in the order of the rules. */
  readonly fired: readonly FiredRule[];
  /** Every safety question that could matter has an answer. */
  readonly complete: boolean;
  /** Safety questions still open or skipped. */
  readonly missing: readonly string[];
}

/** The highest level of all rules that fire, with routine as the floor when safety answers are missing. */
export function triage(answers: Answers, knowledge: Knowledge): Triage {
  const fired = firedRules(answers, knowledge);
  const missing = openSafetyQuestions(answers, knowledge, levelOf(fired));
  const level = levelOf(fired);
  return {
    urgency: missing.length > 0 ? higherUrgency(level, 'routine') : level,
    fired,
    complete: missing.length === 0,
    missing,
  };
}

/** Level by the rules alone, before the floor for missing answers. */
export function ruleLevel(answers: Answers, knowledge: Knowledge): Urgency {
  let level: Urgency = 'self-care';
  for (const rule of knowledge.allRules) {
    const urgency = ruleUrgency(rule, evaluate(rule.when, answers, knowledge));
    if (urgency !== undefined) level = higherUrgency(level, urgency);
  }
  return level;
}

export function firedRules(answers: Answers, knowledge: Knowledge): readonly FiredRule[] {
  return knowledge.allRules
    .flatMap((rule): FiredRule[] => {
      const truth = evaluate(rule.when, answers, knowledge);
      const urgency = ruleUrgency(rule, truth);
      if (urgency === undefined) return [];
      return [{ rule, urgency, because: contributions(rule.when, answers, knowledge, truth) }];
    })
    .sort((one, other) => urgencyRank(other.urgency) - urgencyRank(one.urgency));
}

function ruleUrgency(rule: Rule, truth: TruthValue): Urgency | undefined {
  if (truth === 0) return undefined;
  return truth === 2 ? rule.urgency : loweredUrgency(rule.urgency);
}

function levelOf(fired: readonly FiredRule[]): Urgency {
  return fired[0]?.urgency ?? 'self-care';
}

/** The answers that hold an expression up at this truth, each once. */
function contributions(
  expression: Expression,
  answers: Answers,
  knowledge: Knowledge,
  truth: TruthValue,
): readonly Because[] {
  const found = new Map<string, Because>();
  collect(expression);
  return [...found.values()];

  function collect(part: Expression): void {
    if ('atLeastUnsure' in part) {
      for (const id of part.questions) if (evaluate({ yes: id }, answers, knowledge) > 0) note(id);
      return;
    }
    const parts = 'all' in part ? part.all : 'any' in part ? part.any : 'of' in part ? part.of : undefined;
    if (parts === undefined) {
      note(questionOfLeaf(part as Parameters<typeof questionOfLeaf>[0]));
      return;
    }
    for (const inner of parts) if (evaluate(inner, answers, knowledge) >= truth) collect(inner);
  }

  function note(id: string): void {
    found.set(id, { finding: id, answer: answers[id] });
  }
}
