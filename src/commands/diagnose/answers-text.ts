import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { InputError } from '../../errors.ts';

/** The name and version of the answers file. */
export const answersSchema = 'backcare/answers@1';

export interface AnswerEntry {
  readonly id: string;
  readonly value: unknown;
  /** Line in the file, from 1. */
  readonly line: number;
}

const documented = 'See the shape with: backcare diagnose --help, and examples/lifting-strain.json.';

/**
 * The entries of an answers file, with their lines. Throws `InputError` naming file, line and what was expected.
 * A name that stands twice is refused: the second would silently replace the first, which may be a danger sign.
 */
export function readAnswersText(bytes: Uint8Array, name: string): readonly AnswerEntry[] {
  const text = decode(bytes, name);
  if (text.trim() === '') throw new InputError(`${name} is empty.`, { next: documented });
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  const [error] = errors;
  if (error !== undefined || root === undefined) {
    const where = `line ${lineAt(text, error?.offset ?? 0)}`;
    const what = error === undefined ? 'no value' : spaced(printParseErrorCode(error.error));
    throw new InputError(`${name}, ${where}: this is not JSON (${what}).`, {
      next: 'Mend that place; a comma, quote or bracket is often missing just before it.',
    });
  }
  if (root.type !== 'object') {
    throw new InputError(`${name}, line 1: expected an object {…}.`, { next: documented });
  }
  checkTop(root, text, name);
  const answers = propertyOf(root, 'answers');
  if (answers?.type !== 'object') {
    throw new InputError(`${name}: "answers" is missing or is not an object {…}.`, { next: documented });
  }
  return entriesOf(answers, text, name);
}

function decode(bytes: Uint8Array, name: string): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InputError(`${name} is not UTF-8 text.`, { next: 'Save it as UTF-8 and try again.', cause });
  }
  const nul = text.indexOf('\u0000');
  if (nul >= 0) {
    throw new InputError(
      `${name}, line ${lineAt(text, nul)}: there is a NUL byte, so this is not JSON text.`,
      {
        next: 'Save it as UTF-8 text and try again.',
      },
    );
  }
  return text;
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

/** Plain value of a node. Built by hand so that a name such as __proto__ stays a name. */
function plainValueOf(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainValueOf);
  if (node.type === 'object') return {};
  return node.value;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** "ColonExpected" → "colon expected". */
function spaced(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}
