import type { Expression, Question } from '../data/schema.ts';
import type { Answer, Answers } from './answers.ts';
import type { Knowledge } from './knowledge.ts';

/** 0 no, 1 not sure, 2 yes: ordered, so that all is the minimum and any the maximum. */
export type TruthValue = 0 | 1 | 2;

const unknownValues = { no: 0, unsure: 1, yes: 2 } as const;

/** Whether this is one of the states that say nothing about the world. */
export function isWithheld(answer: Answer | undefined): boolean {
  return answer === undefined || answer === 'skipped' || answer === 'rather-not-say';
}

/** Truth of an expression with these answers. Every condition and rule is monotone in it. */
export function evaluate(expression: Expression, answers: Answers, knowledge: Knowledge): TruthValue {
  // Most rules fail at their first part, so the walk stops there: it is half of what a short run computes.
  if ('all' in expression) return minimumOf(expression.all, (part) => evaluate(part, answers, knowledge));
  if ('any' in expression) return maximumOf(expression.any, (part) => evaluate(part, answers, knowledge));
  if ('of' in expression) {
    return nthLargest(
      expression.of.map((part) => evaluate(part, answers, knowledge)),
      expression.atLeast,
    );
  }
  if ('atLeastUnsure' in expression) {
    const values = expression.questions.map((id) => evaluate({ yes: id }, answers, knowledge));
    return nthLargest(values, expression.atLeastUnsure) >= 1 ? 2 : 0;
  }
  return evaluateLeaf(expression, answers, knowledge);
}

/** The question that a leaf of an expression asks about. */
export function questionOfLeaf(leaf: Exclude<Expression, Composite>): string {
  if ('yes' in leaf) return leaf.yes;
  return 'chosen' in leaf ? leaf.chosen : leaf.number;
}

/** Ids of the questions an expression asks about. */
export function leavesOf(expression: Expression): readonly string[] {
  if ('all' in expression) return expression.all.flatMap(leavesOf);
  if ('any' in expression) return expression.any.flatMap(leavesOf);
  if ('of' in expression) return expression.of.flatMap(leavesOf);
  if ('atLeastUnsure' in expression) return expression.questions;
  return [questionOfLeaf(expression)];
}

export type Composite = Extract<
  Expression,
  { all: unknown } | { any: unknown } | { of: unknown } | { atLeastUnsure: unknown }
>;

function evaluateLeaf(
  leaf: Exclude<Expression, Composite>,
  answers: Answers,
  knowledge: Knowledge,
): TruthValue {
  const id = questionOfLeaf(leaf);
  const answer = answers[id];
  const question = knowledge.question(id);
  if (isWithheld(answer)) return unknownValue(question, answers, knowledge);
  if (answer === 'unsure') return question?.unknown === 'yes' ? 2 : 1;
  if ('yes' in leaf) return answer === 'yes' ? 2 : 0;
  if ('chosen' in leaf) {
    const chosen = typeof answer === 'string' ? [answer] : Array.isArray(answer) ? answer : [];
    return leaf.options.some((option) => chosen.includes(option)) ? 2 : 0;
  }
  if (typeof answer !== 'number') return 0;
  return ('atLeast' in leaf ? answer >= leaf.atLeast : answer < leaf.below) ? 2 : 0;
}

/** A question nobody could have been asked counts as no; else what its data say of an unknown answer. */
function unknownValue(question: Question | undefined, answers: Answers, knowledge: Knowledge): TruthValue {
  const assumed = unknownValues[question?.unknown ?? 'no'];
  if (assumed === 0 || question?.when === undefined) return assumed;
  const asked = evaluate(question.when, answers, knowledge);
  return asked < assumed ? asked : assumed;
}

/** The lowest truth of the parts; what comes after a no is not looked at. */
function minimumOf(parts: readonly Expression[], truthOf: (part: Expression) => TruthValue): TruthValue {
  let lowest: TruthValue = 2;
  for (const part of parts) {
    const truth = truthOf(part);
    if (truth < lowest) lowest = truth;
    if (lowest === 0) break;
  }
  return lowest;
}

/** The highest truth of the parts; what comes after a yes is not looked at. */
function maximumOf(parts: readonly Expression[], truthOf: (part: Expression) => TruthValue): TruthValue {
  let highest: TruthValue = 0;
  for (const part of parts) {
    const truth = truthOf(part);
    if (truth > highest) highest = truth;
    if (highest === 2) break;
  }
  return highest;
}

function nthLargest(values: readonly TruthValue[], place: number): TruthValue {
  return [...values].sort((one, other) => other - one)[place - 1] ?? 0;
}
