import type { PageReply, PromptPage, PromptQuestion } from '../context.ts';
import type { Answers } from '../engine/answers.ts';
import { pageWords } from './page-words.ts';
import type { PlainInput } from './plain-input.ts';
import { inWords } from './plain-question.ts';

/**
 * The quick way through a list of yes/no questions: none, or the numbers of those that apply, read back before they
 * count. Enter goes through the full questions one by one.
 */
export async function askTicks(page: PromptPage, input: PlainInput): Promise<PageReply | 'one by one'> {
  const { questions } = page;
  const labels = questions.map((question, index) => `${index + 1} ${question.label}${before(question)}`);
  const isRevisit = questions.every(({ current }) => current !== undefined);
  const expected = [
    'Type n for none of these',
    ...(isRevisit ? ['or k to keep these answers'] : []),
    'or the numbers of those that apply, like 2 5 (u3: not sure about 3)',
    'or Enter to go through them one by one',
    'or ?3 to read question 3 in full and why we ask',
    ...(page.canGoBack ? ['or b for back'] : []),
  ].join(',\n');
  let text = [...labels, expected].join('\n');
  for (;;) {
    const line = (await input.ask(text)).toLowerCase();
    if (line === '') return 'one by one';
    if (page.canGoBack && /^(b|back)$/.test(line)) return { kind: 'back' };
    if (isRevisit && /^(k|keep)$/.test(line))
      return answered(questions, (question) => question.current ?? 'skipped');
    if (/^(n|none)$/.test(line) && (!isRevisit || (await isNoToAll(questions, input))))
      return answered(questions, () => 'no');
    if (/^(n|none)$/.test(line)) {
      text = [...labels, expected].join('\n');
      continue;
    }
    const asked = /^\?\s*(\d)$/.exec(line);
    const ticks = readTicks(line, questions.length);
    if (asked !== null) text = explain(questions[Number(asked[1]) - 1]) ?? `Not understood.\n${expected}`;
    else if (ticks === undefined) text = `Not understood.\n${expected}`;
    else if (await isRight(ticks, questions, input)) {
      return answered(questions, (_, index) => ticks.get(index + 1) ?? 'no');
    } else text = [...labels, expected].join('\n');
  }
}

type Ticks = ReadonlyMap<number, 'yes' | 'unsure'>;

function readTicks(line: string, count: number): Ticks | undefined {
  const words = line
    .replace(/u\s+/g, 'u')
    .split(/[\s,]+/)
    .filter((word) => word !== '' && word !== 'and');
  const ticks = new Map(
    words.map((word) => [Number(word.replace(/^u/, '')), word.startsWith('u') ? 'unsure' : 'yes'] as const),
  );
  return [...ticks.keys()].every((at) => Number.isInteger(at) && at >= 1 && at <= count) && ticks.size > 0
    ? ticks
    : undefined;
}

/** Reads the ticks back: a number is easily mistyped, and "no" to the rest must be meant. */
async function isRight(
  ticks: Ticks,
  questions: readonly PromptQuestion[],
  input: PlainInput,
): Promise<boolean> {
  const said = [...ticks].map(
    ([at, answer]) => `${answer === 'yes' ? 'Yes' : 'Not sure'}: ${questions[at - 1]?.label}.`,
  );
  const rest = questions.length > ticks.size ? ['No to the others.'] : [];
  return confirmed([...said, ...rest], input);
}

/** What was ticked on an earlier visit is taken back only when that is confirmed. */
async function isNoToAll(questions: readonly PromptQuestion[], input: PlainInput): Promise<boolean> {
  const held = questions.filter(({ current }) => current !== 'no' && current !== 'skipped');
  if (held.length === 0) return true;
  return confirmed([`No to all, also to: ${held.map(({ label }) => label).join('; ')}.`], input);
}

async function confirmed(said: readonly string[], input: PlainInput): Promise<boolean> {
  const expected = 'Type Enter if that is right, or c to change it.';
  let text = [...said, expected].join('\n');
  for (;;) {
    const line = (await input.ask(text)).toLowerCase();
    if (line === '' || /^(y|yes)$/.test(line)) return true;
    if (/^(c|change|n|no)$/.test(line)) return false;
    text = `Not understood. ${expected}`;
  }
}

function before(question: PromptQuestion): string {
  return question.current === undefined ? '' : `: ${inWords(question, question.current)}`;
}

function explain(question: PromptQuestion | undefined): string | undefined {
  return question === undefined ? undefined : `${question.ask}\n${pageWords.why} ${question.why}`;
}

function answered(
  questions: readonly PromptQuestion[],
  answer: (question: PromptQuestion, index: number) => Answers[string],
): PageReply {
  return {
    kind: 'answered',
    answers: Object.fromEntries(questions.map((one, index) => [one.id, answer(one, index)])),
  };
}
