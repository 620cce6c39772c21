import type { Context } from '../../context.ts';
import type { SessionId } from '../../data/stress-schema.ts';
import type { Answer, Answers } from '../../engine/answers.ts';
import type { Commitment, Weekday } from '../../engine/stress/commitment.ts';
import { InputError } from '../../errors.ts';
import { decodeText } from '../diagnose/json-text.ts';
import { nearest } from '../nearest.ts';
import { checkCount, checkSentence, commitmentFrom } from './given-commitment.ts';
import { commitmentGiven, sessionGiven } from './given-parts.ts';
import { type AnswerProblem, checkAnswer, stressQuestions } from './stress-answers.ts';
import { type Located, type LocatedFile, quickFile } from './stress-file.ts';

/** What a person gave without a keyboard. */
export interface GivenPlan {
  readonly answers: Answers;
  /** Undefined when none were named: then a plan can only be proposed. */
  readonly commitments: readonly Commitment[] | undefined;
  readonly session: SessionId | undefined;
}

/** A file of answers before anything is read of it. */
export interface RawFile {
  /** For what is said about it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** An answers file is a few kilobytes; more than this is a mistake. */
const mostBytes = 1_000_000;
const documented = 'See the shape with: backcare stress-plan --help, and examples/stress-overloaded.json.';

/**
 * Answers from `--answers` and `--set`; a `--set` beats the file. Throws `InputError` that names the place, what is wrong
 * and the nearest name that is known.
 */
export async function readGivenPlan(
  raw: RawFile | undefined,
  set: readonly string[],
  today: Weekday,
): Promise<GivenPlan> {
  const file = raw === undefined ? undefined : await readFile(raw, today);
  const answers: { [id: string]: Answer } = { ...file?.answers };
  for (const setting of set) {
    const [id, answer] = answerSet(setting);
    answers[id] = answer;
  }
  return { answers, commitments: file?.commitments, session: file?.session };
}

/** What `--answers` named, as it is. Throws `InputError`. */
export async function readRawFile(path: string, { io, files }: Context): Promise<RawFile> {
  const fromInput = path === '-';
  const bytes = fromInput ? await io.readInput(mostBytes) : await files.read(path, mostBytes);
  return { name: fromInput ? 'standard input' : path, bytes };
}

async function readFile({ name, bytes }: RawFile, today: Weekday): Promise<GivenPlan> {
  const text = decodeText(bytes, name, documented);
  const quick = quickFile(text);
  if (quick !== undefined) {
    try {
      return planIn(quick, name, today);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  }
  // Something is wrong: read it again with every place known, to say what and where.
  const { readStressText } = await import('./stress-text.ts');
  return planIn(readStressText(text, name, documented), name, today);
}

function planIn(file: LocatedFile, name: string, today: Weekday): GivenPlan {
  const answers: { [id: string]: Answer } = {};
  for (const { id, value, line } of file.answers) {
    const checked = checkAnswer(id, value);
    if (checked.kind === 'problem') throw refusal(placeOf(name, line), checked.problem);
    answers[id] = checked.answer;
  }
  const { commitments, session } = file;
  const place = (located: Located) => placeOf(name, located.line);
  return {
    answers,
    commitments: commitments === undefined ? undefined : commitmentsIn(commitments, place, today),
    session: session === undefined ? undefined : sessionGiven(session.value, place(session)),
  };
}

function commitmentsIn(
  { items, line }: NonNullable<LocatedFile['commitments']>,
  place: (located: Located) => string,
  today: Weekday,
): readonly Commitment[] {
  checkCount(items.length, place({ value: items, line }));
  const made: Commitment[] = [];
  for (const item of items) {
    const taken = made.map(({ id }) => id);
    const one = commitmentFrom(commitmentGiven(item.value, place(item)), place(item), taken, today);
    checkSentence(one, made, place(item));
    made.push(one);
  }
  return made;
}

function placeOf(name: string, line: number | undefined): string {
  return line === undefined ? name : `${name}, line ${line}`;
}

function answerSet(setting: string): readonly [string, Answer] {
  const at = setting.indexOf('=');
  if (at <= 0)
    throw new InputError(`--set ${setting}: expected id=value.`, {
      next: 'For example: --set stress-now=7 --set stressors=workload,sleep',
    });
  const id = setting.slice(0, at);
  const words = setting.slice(at + 1);
  const isState = ['unsure', 'skipped', 'rather-not-say'].includes(words);
  const isList = stressQuestions().get(id)?.kind === 'multi' && !isState;
  const checked = checkAnswer(id, isList ? words.split(',') : words);
  if (checked.kind === 'problem') throw refusal(`--set ${setting}`, checked.problem);
  return [id, checked.answer];
}

function refusal(place: string, { id, what, given, expected, candidates }: AnswerProblem): InputError {
  const near = candidates === undefined ? undefined : nearest(given, candidates);
  const reason = [
    expected === undefined ? undefined : `Expected ${expected}.`,
    near === undefined ? undefined : `Did you mean "${near}"?`,
  ].filter((part) => part !== undefined);
  return new InputError(`${place}: ${JSON.stringify(id)} ${what}.`, {
    ...(reason.length === 0 ? {} : { reason: reason.join(' ') }),
    next: 'List them all: backcare stress-plan --questions',
  });
}
