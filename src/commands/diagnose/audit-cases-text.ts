import type { Node } from 'jsonc-parser';
import type { Urgency } from '../../data/schema.ts';
import { checkAnswers } from '../../engine/answer-input.ts';
import { type AuditCase, type Expectation, noClearPattern } from '../../engine/audit.ts';
import type { Knowledge } from '../../engine/knowledge.ts';
import { InputError } from '../../errors.ts';
import { nearest } from '../nearest.ts';
import { decodeText, lineAt } from './json-text.ts';
import { parseJsonTree, plainValueOf } from './json-tree.ts';

/** The name and version of the file of cases. */
const casesSchema = 'backcare/audit-cases@1';

const levels = ['self-care', 'routine', 'urgent', 'emergency'] as const satisfies readonly Urgency[];
const example = `{"schema":"${casesSchema}","cases":[{"name":"lifted a box, 30","answers":{"age":30,"screen-nerves":"none"},"expected":{"urgency":"self-care"}}]}`;
const documented = `The shape is: ${example}`;

/** The cases of a file. Throws `InputError` that names the file, the line and what was expected. */
export function readAuditCases(bytes: Uint8Array, name: string, knowledge: Knowledge): readonly AuditCase[] {
  const reader = new CasesReader(decodeText(bytes, name, documented), name, knowledge);
  return reader.read();
}

class CasesReader {
  readonly #text: string;
  readonly #name: string;
  readonly #knowledge: Knowledge;

  constructor(text: string, name: string, knowledge: Knowledge) {
    this.#text = text;
    this.#name = name;
    this.#knowledge = knowledge;
  }

  read(): readonly AuditCase[] {
    const root = parseJsonTree(this.#text, this.#name);
    const top = this.#members(root, 'the file', ['schema', 'cases'], ['schema', 'cases']);
    const schema = this.#sentence(top.get('schema'), '"schema"');
    if (schema !== casesSchema) {
      throw this.#wrong(top.get('schema') ?? root, '"schema" is wrong', `"${casesSchema}"`);
    }
    const list = top.get('cases');
    if (list?.type !== 'array' || (list.children ?? []).length === 0) {
      throw this.#wrong(list ?? root, '"cases" is wrong', 'a list […] with at least one case');
    }
    return (list.children ?? []).map((node, index) => this.#case(node, index + 1));
  }

  #case(node: Node, number: number): AuditCase {
    const members = this.#members(
      node,
      `case ${number}`,
      ['name', 'answers', 'expected'],
      ['name', 'answers', 'expected', 'why'],
    );
    const name = this.#sentence(members.get('name'), `the name of case ${number}`);
    const expected = members.get('expected') ?? node;
    return {
      name,
      answers: this.#answers(members.get('answers') ?? node, number),
      expected: this.#expectation(expected, number),
    };
  }

  #answers(node: Node, number: number): AuditCase['answers'] {
    const members = this.#members(node, `"answers" of case ${number}`, []);
    const checked = checkAnswers(
      [...members].map(([id, value]) => [id, plainValueOf(value)] as const),
      this.#knowledge,
    );
    if (checked.kind === 'answers') return checked.answers;
    const { id, what, expected, candidates, given } = checked.problem;
    const guess = candidates === undefined ? undefined : nearest(given, candidates);
    const reason = [
      expected === undefined ? undefined : `Expected ${expected}.`,
      guess === undefined ? undefined : `Did you mean "${guess}"?`,
    ].filter((part) => part !== undefined);
    throw new InputError(
      `${this.#name}, line ${this.#line(members.get(id)?.offset ?? node.offset)}: "${id}" ${what}.`,
      {
        ...(reason.length === 0 ? {} : { reason: reason.join(' ') }),
        next: 'List them all: backcare diagnose --questions',
      },
    );
  }

  #expectation(node: Node, number: number): Expectation {
    const place = `"expected" of case ${number}`;
    const members = this.#members(node, place, ['urgency'], ['urgency', 'acceptable', 'unsafe', 'patterns']);
    const [urgency] = this.#words([members.get('urgency') ?? node], levels);
    if (urgency === undefined)
      throw this.#wrong(node, `${place} is wrong`, `"urgency", one of ${levels.join(', ')}`);
    const list = <Word extends string>(key: string, words: readonly Word[]) => {
      const value = members.get(key);
      if (value === undefined) return {};
      if (value.type !== 'array')
        throw this.#wrong(value, `"${key}" is wrong`, `a list out of ${words.join(', ')}`);
      return { [key]: this.#words(value.children ?? [], words) };
    };
    const patterns = [...this.#knowledge.patterns.map(({ id }) => id), noClearPattern];
    return {
      urgency,
      ...list('acceptable', levels),
      ...list('unsafe', levels),
      ...list('patterns', patterns),
    };
  }

  /** Each of these nodes as one of the words. */
  #words<Word extends string>(nodes: readonly Node[], words: readonly Word[]): readonly Word[] {
    return nodes.map((node) => {
      const word = words.find((each) => each === node.value);
      if (word !== undefined) return word;
      const guess = typeof node.value === 'string' ? nearest(node.value, words) : undefined;
      throw this.#wrong(node, `${this.#shown(node)} is not known here`, `one of ${words.join(', ')}`, guess);
    });
  }

  /** The members of an object, each once, none unknown, none of the needed ones missing. */
  #members(
    node: Node,
    place: string,
    needed: readonly string[],
    known?: readonly string[],
  ): ReadonlyMap<string, Node> {
    if (node.type !== 'object') throw this.#wrong(node, `${place} is wrong`, 'an object {…}');
    const members = new Map<string, Node>();
    for (const { children } of node.children ?? []) {
      const [key, value] = children ?? [];
      if (key === undefined || value === undefined) continue;
      const id = String(key.value);
      if (known !== undefined && !known.includes(id)) {
        throw this.#wrong(key, `"${id}" does not belong in ${place}`, known.join(', '), nearest(id, known));
      }
      if (members.has(id)) throw this.#wrong(key, `"${id}" stands here twice`, 'each name once');
      members.set(id, value);
    }
    const missing = needed.find((id) => !members.has(id));
    if (missing !== undefined) throw this.#wrong(node, `${place} has no "${missing}"`, needed.join(', '));
    return members;
  }

  #sentence(node: Node | undefined, place: string): string {
    if (typeof node?.value === 'string' && node.value.trim() !== '') return node.value;
    throw this.#wrong(node, `${place} is wrong`, 'text in quotes');
  }

  #wrong(node: Node | undefined, what: string, expected: string, guess?: string): InputError {
    const hint = guess === undefined ? '' : ` Did you mean "${guess}"?`;
    return new InputError(`${this.#name}, line ${this.#line(node?.offset ?? 0)}: ${what}.`, {
      reason: `Expected ${expected}.${hint}`,
      next: documented,
    });
  }

  #shown(node: Node): string {
    const text = JSON.stringify(plainValueOf(node)) ?? '';
    return text.length > 60 ? `${text.slice(0, 60)}…` : text;
  }

  #line(offset: number): number {
    return lineAt(this.#text, offset);
  }
}
