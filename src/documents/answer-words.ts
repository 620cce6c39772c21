import type { Question } from '../data/schema.ts';
import type { Answer } from '../engine/answers.ts';
import { formatDuration } from '../engine/duration.ts';

/** An answer in words: "not sure", "3 weeks", "Low back, Buttock". */
export function answerInWords(question: Question | undefined, answer: Answer | undefined): string {
  if (answer === undefined) return 'not answered';
  if (answer === 'unsure') return 'not sure';
  if (answer === 'skipped') return 'skipped';
  if (answer === 'rather-not-say') return 'rather not say';
  if (typeof answer === 'number') return numberInWords(question, answer);
  if (question?.kind !== 'single' && question?.kind !== 'multi') return String(answer);
  const chosen = typeof answer === 'string' ? [answer] : answer;
  return chosen.map((id) => question.options.find((option) => option.id === id)?.label ?? id).join(', ');
}

function numberInWords(question: Question | undefined, answer: number): string {
  if (question?.kind !== 'number') return String(answer);
  if (question.unit === 'days') return formatDuration(answer);
  return question.unit === 'years' ? `${answer} years` : `${answer} of 10`;
}

/** A label inside a sentence: small first letter, unless the word is a name or one letter. */
export function inSentence(label: string): string {
  const first = label.split(/[\s,]/)[0] ?? '';
  const keepsCapital = /[A-Z]/.test(first.slice(1)) || ['Marfan', 'Rheumatoid', 'Down'].includes(first);
  return keepsCapital ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
