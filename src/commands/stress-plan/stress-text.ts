import { getNodeValue, type Node } from 'jsonc-parser';
import { InputError } from '../../errors.ts';
import { lineAt } from '../diagnose/json-text.ts';
import { parseJsonTree } from '../diagnose/json-tree.ts';
import { fileParts, type LocatedFile, stressAnswersSchema } from './stress-file.ts';

/** A file with the line of everything in it. Throws `InputError` naming file, line and what was expected. */
export function readStressText(text: string, name: string, documented: string): LocatedFile {
  const root = parseJsonTree(text, name);
  if (root.type !== 'object')
    throw new InputError(`${name}, line 1: expected an object {…}.`, { next: documented });
  const parts = membersOf(root, text, name);
  for (const [key, { line }] of parts) {
    if (!fileParts.includes(key))
      throw new InputError(`${name}, line ${line}: "${key}" does not belong here.`, {
        reason: `This file has ${fileParts.map((part) => `"${part}"`).join(', ')}.`,
        next: 'Put answers inside "answers": {…}.',
      });
  }
  const schema = parts.get('schema')?.node.value;
  if (schema !== stressAnswersSchema)
    throw new InputError(`${name}: "schema" should be "${stressAnswersSchema}".`, {
      reason: schema === undefined ? 'It is missing.' : `It is ${JSON.stringify(schema)}.`,
      next: `Add "schema": "${stressAnswersSchema}".`,
    });
  const answers = parts.get('answers');
  if (answers === undefined || answers.node.type !== 'object')
    throw new InputError(`${name}: "answers" is missing or is not an object {…}.`, { next: documented });
  const given = [...membersOf(answers.node, text, name)];
  const session = parts.get('session');
  return {
    answers: given.map(([id, { node, line }]) => ({ id, value: plainOf(node), line })),
    ...commitmentsIn(parts.get('commitments'), text, name),
    ...(session === undefined ? {} : { session: { value: plainOf(session.node), line: session.line } }),
  };
}

interface Member {
  readonly node: Node;
  readonly line: number;
}

function commitmentsIn(
  member: Member | undefined,
  text: string,
  name: string,
): Pick<LocatedFile, 'commitments'> {
  if (member === undefined) return {};
  const { node, line } = member;
  if (node.type !== 'array')
    throw new InputError(`${name}, line ${line}: "commitments" is not a list […].`, {
      next: 'For example: "commitments": ["walk-after-lunch"]',
    });
  const items = (node.children ?? []).map((child) => {
    if (child.type === 'object') membersOf(child, text, name);
    return { value: plainOf(child), line: lineAt(text, child.offset) };
  });
  return { commitments: { items, line } };
}

/** The members of an object, each once: of two with one name the second would silently win. Throws `InputError`. */
function membersOf(node: Node, text: string, name: string): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  for (const { children } of node.children ?? []) {
    const [key, value] = children ?? [];
    if (key === undefined || value === undefined) continue;
    const id = String(key.value);
    const line = lineAt(text, key.offset);
    if (members.has(id))
      throw new InputError(`${name}, line ${line}: "${id}" stands here twice.`, {
        reason: 'Only one of them can be meant.',
        next: 'Remove the one that is wrong.',
      });
    members.set(id, { node: value, line });
  }
  return members;
}

function plainOf(node: Node): unknown {
  return getNodeValue(node);
}
