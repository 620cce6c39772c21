import type { Expression, Question } from '../../data/schema.ts';
import type { Document } from '../../documents/document.ts';
import { expectedOf } from '../../engine/answer-input.ts';
import type { Knowledge } from '../../engine/knowledge.ts';
import { sinceAsk, sinceId, sinceLabels } from './saved.ts';

const sinceWhy = 'Advice to get help is taken back only by a check that begins with this.';
const sinceAccepts = `one of ${Object.keys(sinceLabels).join(', ')}`;
const sinceCondition = 'the newest check said urgent or emergency';

/** Asked before all others, and no part of the rules. */
const sinceJson = {
  id: sinceId,
  kind: 'single',
  label: 'Seen since the last check',
  question: sinceAsk,
  why: sinceWhy,
  options: Object.entries(sinceLabels).map(([id, label]) => ({ id, label })),
  accepts: sinceAccepts,
  screen: null,
  role: 'core',
  condition: sinceCondition,
  sources: [],
  judged: true,
};

/** Every question for a script: id, kind, options, label, question, screen and condition. */
export function questionsJson(knowledge: Knowledge) {
  return {
    schema: 'backcare/questions@1',
    ruleSet: knowledge.ruleSet,
    questions: [
      sinceJson,
      ...knowledge.questions.map((question) => ({
        id: question.id,
        kind: question.kind,
        label: question.label,
        question: question.ask,
        why: question.why,
        ...('options' in question
          ? {
              options: question.options.map(({ id, label, alone }) => ({
                id,
                label,
                ...(alone ? { alone } : {}),
              })),
            }
          : {}),
        ...(question.kind === 'number'
          ? { unit: question.unit, minimum: question.minimum, maximum: question.maximum }
          : {}),
        accepts: expectedOf(question),
        screen: question.screen ?? null,
        role: question.role,
        condition: question.when === undefined ? null : conditionInWords(question.when),
        sources: question.sources,
        judged: question.judged ?? false,
      })),
    ],
  };
}

/** The same for people, screen by screen. */
export function questionsDocument(knowledge: Knowledge): Document {
  const groups = new Map<string, Question[]>();
  for (const question of knowledge.questions) {
    const group = question.screen ?? 'other questions';
    groups.set(group, [...(groups.get(group) ?? []), question]);
  }
  return {
    title: 'Questions',
    blocks: [
      {
        kind: 'rows',
        rows: [
          {
            label: sinceId,
            text: `${sinceAsk} ${sinceWhy}`,
            details: [`Answers: ${sinceAccepts}`, `Asked when ${sinceCondition}`],
          },
        ],
      },
      ...[...groups].flatMap(([group, list]) => [
        { kind: 'heading' as const, level: 2 as const, text: group },
        {
          kind: 'rows' as const,
          rows: list.map((question) => ({
            label: question.id,
            text: question.ask,
            details: [
              `Answers: ${expectedOf(question)}`,
              ...(question.when === undefined ? [] : [`Asked when ${conditionInWords(question.when)}`]),
            ],
          })),
        },
      ]),
    ],
  };
}

/** A condition as a person or a script can read it: "pain-site is neck or upper-back". */
export function conditionInWords(expression: Expression): string {
  if ('yes' in expression) return `${expression.yes} is yes`;
  if ('chosen' in expression) return `${expression.chosen} is ${expression.options.join(' or ')}`;
  if ('all' in expression) return joined(expression.all, 'and');
  if ('any' in expression) return joined(expression.any, 'or');
  if ('of' in expression)
    return `at least ${expression.atLeast} of (${expression.of.map(conditionInWords).join('; ')})`;
  if ('atLeastUnsure' in expression) {
    return `at least ${expression.atLeastUnsure} of ${expression.questions.join(', ')} are unsure or yes`;
  }
  return 'below' in expression
    ? `${expression.number} is below ${expression.below}`
    : `${expression.number} is at least ${expression.atLeast}`;
}

function joined(parts: readonly Expression[], word: 'and' | 'or'): string {
  return parts
    .map((part) => ('all' in part || 'any' in part ? `(${conditionInWords(part)})` : conditionInWords(part)))
    .join(` ${word} `);
}
