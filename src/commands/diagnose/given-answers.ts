import type { Context } from '../../context.ts';
import type { Contact } from '../../documents/contact.ts';
import { linesOf } from '../../documents/document-lines.ts';
import { crisisCallout } from '../../documents/emergency-line.ts';
import { type AnswerProblem, type CheckedAnswers, checkAnswers } from '../../engine/answer-input.ts';
import type { Answers } from '../../engine/answers.ts';
import type { Knowledge } from '../../engine/knowledge.ts';
import { InputError } from '../../errors.ts';
import { nearest } from '../nearest.ts';
import { decodeText } from './json-text.ts';
import { readPlainAnswers } from './plain-answers.ts';
import { sinceId, sinceLabels } from './saved.ts';

/** An answers file is a few kilobytes; more than this is a mistake. */
const mostBytes = 1_000_000;
const documented = 'See the shape with: backcare diagnose --help, and examples/lifting-strain.json.';

export interface GivenAnswers {
  readonly answers: Answers;
  /** What happened since grave advice; undefined when that was not said. */
  readonly since: string | undefined;
}

interface Reader {
  readonly knowledge: Knowledge;
  readonly contact: Contact;
}

/** Answers from `--answers` and `--set`; a `--set` beats the file. */
export async function readGivenAnswers(
  flags: { readonly answers?: string; readonly set?: readonly string[] },
  ctx: Context,
  reader: Reader,
): Promise<GivenAnswers> {
  const { knowledge } = reader;
  const settings = (flags.set ?? []).map(splitSetting);
  const entries = new Map<string, unknown>();
  if (flags.answers !== undefined) {
    for (const [id, value] of await readFile(flags.answers, ctx, reader)) entries.set(id, value);
  }
  for (const { id, value: words } of settings) {
    const value = valueFrom(id, words, knowledge);
    const checked = check([[id, value]], knowledge);
    if (checked.kind === 'problem') throw refusal(`--set ${id}=${words}`, checked.problem);
    entries.set(id, value);
  }
  // Together, so that "none" for a screen never takes back a line that was answered by itself, in either place.
  const all = check(entries, knowledge);
  if (all.kind === 'problem') throw refusal('The answers', all.problem);
  const since = entries.get(sinceId);
  return { answers: all.answers, since: typeof since === 'string' ? since : undefined };
}

/** The answers, and beside them what happened since, which is no question of the rules. */
function check(entries: Iterable<readonly [string, unknown]>, knowledge: Knowledge): CheckedAnswers {
  const others: (readonly [string, unknown])[] = [];
  for (const [id, value] of entries) {
    const candidates = Object.keys(sinceLabels);
    if (id !== sinceId) others.push([id, value]);
    else if (typeof value !== 'string' || !candidates.includes(value))
      return {
        kind: 'problem',
        problem: {
          id,
          what: `cannot be ${JSON.stringify(value)}`,
          expected: `one of ${candidates.join(', ')}`,
          candidates,
          given: String(value),
        },
      };
  }
  return checkAnswers(others, knowledge);
}

async function readFile(
  path: string,
  ctx: Context,
  { knowledge, contact }: Reader,
): Promise<readonly (readonly [string, unknown])[]> {
  const fromInput = path === '-';
  const name = fromInput ? 'standard input' : path;
  const bytes = fromInput ? await ctx.io.readInput(mostBytes) : await ctx.files.read(path, mostBytes);
  const text = decodeText(bytes, name, documented);
  try {
    return await answersIn(text, name, knowledge);
  } catch (error) {
    await showHelp(text, ctx, contact);
    throw error;
  }
}

/** A mistake in a file hides no number: where it tells of self-harm, help is shown first. */
async function showHelp(text: string, { io }: Context, contact: Contact): Promise<void> {
  const { helpAskedIn } = await import('../../engine/stress/raw-gate.ts');
  if (helpAskedIn(text) === undefined) return;
  for (const line of linesOf([crisisCallout(contact)])) io.err(`${line}\n`);
}

async function answersIn(
  text: string,
  name: string,
  knowledge: Knowledge,
): Promise<readonly (readonly [string, unknown])[]> {
  const plain = readPlainAnswers(text);
  if (plain !== undefined && plain.length > 0 && check(plain, knowledge).kind === 'answers') return plain;
  // Something is wrong: read it again with every place known, to say what and where.
  const { readAnswersText } = await import('./answers-text.ts');
  const entries = readAnswersText(text, name, documented);
  const pairs = entries.map(({ id, value }) => [id, value] as const);
  const checked = check(pairs, knowledge);
  if (checked.kind === 'answers') return pairs;
  const line = entries.find(({ id }) => id === checked.problem.id)?.line;
  throw refusal(`${name}, line ${line ?? 1}`, checked.problem);
}

function splitSetting(setting: string): { id: string; value: string } {
  const at = setting.indexOf('=');
  if (at > 0) return { id: setting.slice(0, at), value: setting.slice(at + 1) };
  throw new InputError(`--set ${setting}: expected id=value.`, {
    next: 'For example: --set rf-fever=no --set "duration=3 weeks" --set pain-site=low-back,buttock',
  });
}

/** Text of a flag as the file would have it: a comma makes a list where several may be chosen. */
function valueFrom(id: string, value: string, knowledge: Knowledge): unknown {
  const question = knowledge.question(id);
  const isState = ['unsure', 'skipped', 'rather-not-say'].includes(value);
  return question?.kind === 'multi' && !isState ? value.split(',') : value;
}

function refusal(place: string, problem: AnswerProblem): InputError {
  const guess = problem.candidates === undefined ? undefined : nearest(problem.given, problem.candidates);
  const hint = guess === undefined ? undefined : `Did you mean "${guess}"?`;
  const expected = problem.expected === undefined ? undefined : `Expected ${problem.expected}.`;
  const reason = [expected, hint].filter((part) => part !== undefined).join(' ');
  return new InputError(`${place}: ${JSON.stringify(problem.id)} ${problem.what}.`, {
    ...(reason === '' ? {} : { reason }),
    next: 'List them all: backcare diagnose --questions',
  });
}
