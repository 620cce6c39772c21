import type { Expression, Question, Urgency } from '../data/schema.ts';
import type { Answer, Answers } from './answers.ts';
import type { AuditTool } from './audit.ts';
import type { Knowledge } from './knowledge.ts';
import { isAskable } from './relevance.ts';
import { higherUrgency, urgencyRank } from './urgency.ts';

/** One sign, or two together, that came out below what a sign means by itself. */
export interface LowSign {
  readonly signs: readonly string[];
  readonly atLeast: Urgency;
  readonly urgency: Urgency;
}

export interface SignScore {
  readonly alone: { readonly of: number; readonly low: readonly LowSign[] };
  readonly pairs: { readonly of: number; readonly low: readonly LowSign[] };
}

type Sign = Question & { readonly kind: 'bool' };

/** An adult with three days of low back pain, and nothing else. */
const ordinary: Answers = { age: 40, 'pain-site': ['low-back'], duration: 3, 'pain-worst': 5 };

/**
 * Every yes/no line of the danger-sign screens answered yes, by itself and with every other one that can be asked of the
 * same person. None may come out below what it means by itself.
 *
 * @param levelsInRules what a sign means by itself where a rule says so instead of its question
 */
export function scoreSigns(
  knowledge: Knowledge,
  tool: AuditTool,
  levelsInRules: { readonly [id: string]: Urgency },
): SignScore {
  const signs = signsOf(knowledge);
  const nothing: Answers = { ...ordinary, ...Object.fromEntries(signs.map(({ id }) => [id, 'no'])) };
  const levels = new Map(signs.map((sign) => [sign.id, sign.alone ?? levelsInRules[sign.id] ?? 'self-care']));
  const alone = signs.map((sign) => [sign]);
  const pairs = signs.flatMap((one, index) => signs.slice(index + 1).map((other) => [one, other]));
  return { alone: score(alone), pairs: score(pairs) };

  function score(groups: readonly (readonly Sign[])[]): SignScore['alone'] {
    const low: LowSign[] = [];
    let of = 0;
    for (const group of groups) {
      const answers = personWith(group, nothing, knowledge);
      if (answers === undefined) continue;
      of += 1;
      const ids = group.map(({ id }) => id);
      const atLeast = ids.reduce<Urgency>(
        (highest, id) => higherUrgency(highest, levels.get(id) ?? 'self-care'),
        'self-care',
      );
      const { urgency } = tool(answers);
      if (urgencyRank(urgency) < urgencyRank(atLeast)) low.push({ signs: ids, atLeast, urgency });
    }
    return { of, low };
  }
}

/** The yes/no lines of the danger-sign screens. */
function signsOf(knowledge: Knowledge): readonly Sign[] {
  return knowledge.questions.filter(
    (question): question is Sign => question.screen !== undefined && question.kind === 'bool',
  );
}

/** A person who has these signs and can be asked about each of them; undefined when nobody can be (a child of 60). */
export function personWith(
  signs: readonly Sign[],
  nothing: Answers,
  knowledge: Knowledge,
): Answers | undefined {
  const yes = { ...nothing, ...Object.fromEntries(signs.map(({ id }) => [id, 'yes'])) };
  const conditions = signs.flatMap(({ when }) => when ?? []);
  const wishes = [...wishesOf(conditions, knowledge)];
  return search(yes, 0);

  function search(answers: Answers, from: number): Answers | undefined {
    if (signs.every((sign) => isAskable(sign, answers, knowledge))) return answers;
    const wish = wishes[from];
    if (wish === undefined) return undefined;
    const [id, values] = wish;
    for (const value of values) {
      const found = search({ ...answers, [id]: value }, from + 1);
      if (found !== undefined) return found;
    }
    return search(answers, from + 1);
  }
}

/** For each question that conditions look at: the answers that may make them hold. */
function wishesOf(
  conditions: readonly Expression[],
  knowledge: Knowledge,
): ReadonlyMap<string, readonly Answer[]> {
  const wishes = new Map<string, Answer[]>();
  for (const condition of conditions) collect(condition);
  for (const [id, values] of wishes) {
    const several = knowledge.question(id)?.kind === 'multi' ? [...new Set(values.flat())] : [];
    if (several.length > 1) values.push(several.map(String));
  }
  return wishes;

  function collect(expression: Expression): void {
    if ('all' in expression) for (const part of expression.all) collect(part);
    else if ('any' in expression) for (const part of expression.any) collect(part);
    else if ('of' in expression) for (const part of expression.of) collect(part);
    else if ('atLeastUnsure' in expression) for (const id of expression.questions) wish(id, 'yes');
    else if ('yes' in expression) wish(expression.yes, 'yes');
    else if ('chosen' in expression) {
      const isMulti = knowledge.question(expression.chosen)?.kind === 'multi';
      for (const option of expression.options) wish(expression.chosen, isMulti ? [option] : option);
    } else wish(expression.number, 'atLeast' in expression ? expression.atLeast : expression.below - 1);
  }

  function wish(id: string, value: Answer): void {
    wishes.set(id, [...(wishes.get(id) ?? []), value]);
  }
}
