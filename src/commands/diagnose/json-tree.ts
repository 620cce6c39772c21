import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { InputError } from '../../errors.ts';
import { lineAt } from './json-text.ts';

/** The tree of a JSON text, which knows the place of every part. Throws `InputError` with the line of a mistake. */
export function parseJsonTree(text: string, name: string): Node {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  const [error] = errors;
  if (error === undefined && root !== undefined) return root;
  const what = error === undefined ? 'no value' : spaced(printParseErrorCode(error.error));
  throw new InputError(`${name}, line ${lineAt(text, error?.offset ?? 0)}: this is not JSON (${what}).`, {
    next: 'Mend that place; a comma, quote or bracket is often missing just before it.',
  });
}

/** Plain value of a node; an object is none that any answer may be, and a name such as __proto__ stays a name. */
export function plainValueOf(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainValueOf);
  return node.type === 'object' ? {} : node.value;
}

/** "ColonExpected" → "colon expected". */
function spaced(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}
