import type { Expression } from '../data/schema.ts';
import type { Answers } from './answers.ts';
import type { Knowledge } from './knowledge.ts';

/**
 * Rules that count how many of their signs are not sure (E5), and of which one was answered so, or with yes, and is not
 * kept. They go into the record in its place: such a rule names several signs, so it does not tell which.
 *
 * @param isDropped whether the answer to this question is left out
 */
export function countsWithDropped(
  answers: Answers,
  isDropped: (id: string) => boolean,
  knowledge: Knowledge,
): readonly string[] {
  const isSign = (id: string) => isDropped(id) && (answers[id] === 'unsure' || answers[id] === 'yes');
  return knowledge.allRules.filter(({ when }) => countedIn(when).some(isSign)).map(({ id }) => id);
}

/**
 * Kept answers, with a private sign that was left out counted as not sure: the next sign is not the first.
 *
 * @param rules as they are in the record, in any shape
 */
export function withDropped(answers: Answers, rules: unknown, knowledge: Knowledge): Answers {
  const ids: readonly unknown[] = Array.isArray(rules) ? rules : [];
  const signs = knowledge.allRules
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ when }) => countedIn(when))
    .filter((id) => knowledge.question(id)?.sensitive === true && answers[id] === undefined);
  return { ...answers, ...Object.fromEntries(signs.map((id) => [id, 'unsure'] as const)) };
}

function countedIn(when: Expression): readonly string[] {
  return 'atLeastUnsure' in when ? when.questions : [];
}
