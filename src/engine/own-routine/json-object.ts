import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type Nearest, type OwnRoutineProblem, quoted } from './own-routine.ts';
import { forbiddenIn, placeAt } from './plan-text.ts';

/** Says what is wrong at a place of the file. */
export type Complain = (node: Node, problem: Omit<OwnRoutineProblem, 'line' | 'column'>) => void;

/** A plan is three deep; the parser calls itself for each level, so a file of brackets would end the program. */
const mostDepth = 16;

/** The tree of a JSON text, or the first thing that is wrong with it. */
export function parseJson(text: string): Node | OwnRoutineProblem {
  const deep = depthProblem(text);
  if (deep !== undefined) return deep;
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  const [error] = errors;
  if (error === undefined && root !== undefined) return root;
  const code = error === undefined ? 'no value' : spaced(printParseErrorCode(error.error));
  return {
    ...placeAt(text, error?.offset ?? 0),
    message: `this is not JSON (${code})`,
    expected: 'JSON; a comma, quote or bracket is often missing just before this place',
  };
}

/** The values of an object by their keys. Keys that do not belong there, or stand there twice, are complained of. */
export function fieldsOf<Key extends string>(
  node: Node,
  known: readonly Key[],
  { complain, nearest }: { readonly complain: Complain; readonly nearest: Nearest },
): ReadonlyMap<Key, Node> {
  const fields = new Map<Key, Node>();
  for (const property of node.children ?? []) {
    const [name, value] = property.children ?? [];
    if (name === undefined || value === undefined) continue;
    const said = String(name.value);
    const key = known.find((one) => one === said);
    if (key === undefined) {
      const guess = nearest(said, known);
      complain(name, {
        message: `${quoted(said.replace(/\p{C}/gu, '?'))} does not belong here`,
        expected: known.join(', '),
        ...(guess === undefined ? {} : { nearest: guess }),
      });
    } else if (fields.has(key)) {
      complain(name, { message: `"${key}" stands here twice`, expected: 'one of them' });
    } else {
      fields.set(key, value);
    }
  }
  return fields;
}

/** A text of one line that can be shown; undefined, and complained of, when it is none. */
export function textOf(node: Node | undefined, what: string, complain: Complain): string | undefined {
  return node === undefined ? undefined : stringOf(node, what, complain)?.replace(/\s+/g, ' ').trim();
}

/** Lines of text: one text, or a list of them. */
export function linesOf(node: Node | undefined, what: string, complain: Complain): readonly string[] {
  if (node === undefined) return [];
  const nodes = node.type === 'array' ? (node.children ?? []) : [node];
  return nodes
    .flatMap((line) => (stringOf(line, what, complain) ?? '').split(/\r\n|\n|\r/))
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function stringOf(node: Node, what: string, complain: Complain): string | undefined {
  const value: unknown = node.value;
  if (typeof value !== 'string' || value.trim() === '') {
    complain(node, { message: `"${what}" is not a text`, expected: 'words in quotes' });
    return undefined;
  }
  const forbidden = forbiddenIn(value);
  if (forbidden === undefined) return value;
  complain(node, { message: forbidden, expected: 'plain text' });
  return undefined;
}

function depthProblem(text: string): OwnRoutineProblem | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]}]/g)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > mostDepth) {
      return {
        ...placeAt(text, index),
        message: 'there are too many brackets inside each other',
        expected: 'a plan like examples/physio-plan.json',
      };
    }
  }
  return undefined;
}

/** "ColonExpected" → "colon expected". */
function spaced(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}
