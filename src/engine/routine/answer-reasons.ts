import type { Expression, Question } from '../../data/schema.ts';
import type { Answer, Answers } from '../answers.ts';
import { formatDuration } from '../duration.ts';
import type { Knowledge } from '../knowledge.ts';
import { evaluate, isWithheld } from '../truth.ts';

/**
 * The answers that make a condition hold (not sure counts), each as the rest of a sentence: `you said yes to "Bending
 * makes it worse"`. Empty when it does not hold.
 */
export function reasonsFor(
  expression: Expression,
  answers: Answers,
  knowledge: Knowledge,
): readonly string[] {
  if (evaluate(expression, answers, knowledge) === 0) return [];
  const reasonsOf = (part: Expression) => reasonsFor(part, answers, knowledge);
  if ('all' in expression) return expression.all.flatMap(reasonsOf);
  if ('any' in expression) return expression.any.flatMap(reasonsOf);
  if ('of' in expression) return expression.of.flatMap(reasonsOf);
  if ('atLeastUnsure' in expression) return expression.questions.flatMap((id) => reasonsOf({ yes: id }));
  if ('yes' in expression) return [answerReason(knowledge.question(expression.yes), answers[expression.yes])];
  if ('number' in expression)
    return [answerReason(knowledge.question(expression.number), answers[expression.number])];
  const question = knowledge.question(expression.chosen);
  const answer = answers[expression.chosen];
  const said = typeof answer === 'string' ? [answer] : Array.isArray(answer) ? answer : [];
  const meant = said.filter((option) => expression.options.includes(option));
  return [answerReason(question, meant.length === 0 ? answer : meant)];
}

function answerReason(question: Question | undefined, answer: Answer | undefined): string {
  const asked = `"${question?.label ?? 'a question'}"`;
  if (isWithheld(answer) || answer === undefined) return `you did not answer ${asked}`;
  if (answer === 'unsure') return `you were not sure about ${asked}`;
  if (answer === 'yes' || answer === 'no') return `you said ${answer} to ${asked}`;
  if (typeof answer === 'number') return `you said ${numberInWords(question, answer)} to ${asked}`;
  const chosen = typeof answer === 'string' ? [answer] : answer;
  const labels = chosen.map((id) =>
    question !== undefined && 'options' in question
      ? (question.options.find((option) => option.id === id)?.label ?? id)
      : id,
  );
  return `you chose ${labels.map((label) => `"${label}"`).join(' and ')}`;
}

function numberInWords(question: Question | undefined, value: number): string {
  if (question?.kind === 'number' && question.unit === 'days') return `"${formatDuration(value)}"`;
  return question?.kind === 'number' && question.unit === 'of 10' ? `${value} of 10` : String(value);
}
