import type { Expression } from '../../src/data/schema.ts';

/** Every expression inside one, itself included. */
export function partsOf(expression: Expression): readonly Expression[] {
  const inner =
    'all' in expression
      ? expression.all
      : 'any' in expression
        ? expression.any
        : 'of' in expression
          ? expression.of
          : [];
  return [expression, ...inner.flatMap(partsOf)];
}

/** The questions it asks about, each once. */
export function questionsIn(expression: Expression): readonly string[] {
  const ids = partsOf(expression).flatMap((part): readonly string[] => {
    if ('yes' in part) return [part.yes];
    if ('chosen' in part) return [part.chosen];
    if ('number' in part) return [part.number];
    return 'questions' in part ? part.questions : [];
  });
  return [...new Set(ids)];
}
