import type { Node } from 'jsonc-parser';
import { InputError } from '../../errors.ts';
import { lineAt } from './json-text.ts';
import { parseJsonTree, plainValueOf } from './json-tree.ts';
import { answersSchema } from './plain-answers.ts';

export interface AnswerEntry {
  readonly id: string;
  readonly value: unknown;
  /** Line in the file, from 1. */
  readonly line: number;
}

/**
 * The entries of an answers file, with their lines. Throws `InputError` naming file, line and what was expected.
 * A name that stands twice is refused: the second would silently replace the first, which may be a danger sign.
 */
export function readAnswersText(text: string, name: string, documented: string): readonly AnswerEntry[] {
  const root = parseJsonTree(text, name);
  if (root.type !== 'object') {
    throw new InputError(`${name}, line 1: expected an object {…}.`, { next: documented });
  }
  checkTop(root, text, name);
  const answers = propertyOf(root, 'answers');
  if (answers?.type !== 'object') {
    throw new InputError(`${name}: "answers" is missing or is not an object {…}.`, { next: documented });
  }
  const entries = entriesOf(answers, text, name);
  if (entries.length > 0) return entries;
  throw new InputError(`${name}: "answers" is empty.`, { next: documented });
}

function checkTop(root: Node, text: string, name: string): void {
  const known = ['schema', 'answers'];
  const seen = new Set<string>();
  for (const { key, line } of keysOf(root, text)) {
    if (!known.includes(key)) {
      throw new InputError(`${name}, line ${line}: "${key}" does not belong here.`, {
        reason: 'An answers file has "schema" and "answers".',
        next: 'Put answers inside "answers": {…}.',
      });
    }
    if (seen.has(key)) throw twice(name, line, key);
    seen.add(key);
  }
  const schema = propertyOf(root, 'schema');
  if (schema?.value !== answersSchema) {
    throw new InputError(`${name}: "schema" should be "${answersSchema}".`, {
      ...(schema === undefined
        ? { reason: 'It is missing.' }
        : { reason: `It is ${JSON.stringify(schema.value)}.` }),
      next: `Add "schema": "${answersSchema}".`,
    });
  }
}

function entriesOf(answers: Node, text: string, name: string): readonly AnswerEntry[] {
  const seen = new Set<string>();
  return keysOf(answers, text).map(({ key, line, value }) => {
    if (seen.has(key)) throw twice(name, line, key);
    seen.add(key);
    return { id: key, value, line };
  });
}

function twice(name: string, line: number, key: string): InputError {
  return new InputError(`${name}, line ${line}: "${key}" stands here twice.`, {
    reason: 'Only one of them can be meant.',
    next: 'Remove the one that is wrong.',
  });
}

function keysOf(node: Node, text: string): readonly { key: string; line: number; value: unknown }[] {
  return (node.children ?? []).flatMap((property) => {
    const [key, value] = property.children ?? [];
    if (key === undefined) return [];
    return [
      {
        key: String(key.value),
        line: lineAt(text, key.offset),
        value: value === undefined ? undefined : plainValueOf(value),
      },
    ];
  });
}

function propertyOf(node: Node, key: string): Node | undefined {
  return node.children?.find((property) => property.children?.[0]?.value === key)?.children?.[1];
}
