import type { PromptQuestion } from '../context.ts';
import type { Answer } from '../engine/answers.ts';
import { expectedNumber, formatNumber, readNumber, scaleEnds } from './number-answer.ts';
import { type Choice, choicesOf, notSure } from './page-state.ts';
import { pageWords, stateWords } from './page-words.ts';
import type { PlainInput } from './plain-input.ts';

/** What was typed at one question. */
export type PlainReply = { readonly kind: 'answer'; readonly answer: Answer } | { readonly kind: 'back' };

/** Asks one question in numbered plain lines until the reply can be understood. */
export async function askPlainly(
  question: PromptQuestion,
  input: PlainInput,
  canGoBack: boolean,
): Promise<PlainReply> {
  const choices = choicesOf(question);
  const expected = expectation(question, choices, canGoBack);
  let text = [question.ask, ...introduction(question, choices), expected].join('\n');
  let isAskedAgain = false;
  for (;;) {
    const line = (await input.ask(text)).toLowerCase();
    if (line === '?' || line === 'why') {
      text = `${pageWords.why} ${question.why}\n${expected}`;
      continue;
    }
    if (canGoBack && /^(b|back)$/.test(line)) return { kind: 'back' };
    const answer = line === '' ? question.current : readAnswer(question, choices, line);
    if (answer !== undefined) return { kind: 'answer', answer };
    if (line === '' && isAskedAgain) return { kind: 'answer', answer: 'skipped' };
    isAskedAgain = line === '';
    text =
      line === ''
        ? `Nothing typed. Enter again leaves this unanswered. ${expected}`
        : `Not understood. ${expected}`;
  }
}

function introduction(question: PromptQuestion, choices: readonly Choice[]): string[] {
  const ends = question.kind === 'number' ? scaleEnds(question) : undefined;
  const options = question.kind === 'bool' ? [] : choices.map(({ label }, index) => `${index + 1} ${label}`);
  const { current } = question;
  const before =
    current === undefined ? [] : [`Your answer so far: ${inWords(question, current)}. Enter keeps it.`];
  return [...(ends === undefined ? [] : [`${ends}.`]), ...options, ...before];
}

function expectation(question: PromptQuestion, choices: readonly Choice[], canGoBack: boolean): string {
  const others = [
    ...(question.kind === 'bool' ? [] : ['u not sure']),
    's skip',
    ...(question.private === true ? ['r rather not say'] : []),
    '? why',
    ...(canGoBack ? ['b back'] : []),
  ].join(', ');
  switch (question.kind) {
    case 'bool':
      return `Type ${choices.map(({ label }, index) => `${index + 1} ${label}`).join(', ')}, ${others}.`;
    case 'single':
      return `Type a number from 1 to ${choices.length}, ${others}.`;
    case 'multi': {
      const none = choices.some(({ alone }) => alone === true) ? 'n none of these, ' : '';
      return `Type the numbers that apply, like 1 3, or ${none}${others}.`;
    }
    case 'number':
      return `${expectedNumber(question).replace(/\.$/, '')}, ${others}.`;
  }
}

function readAnswer(question: PromptQuestion, choices: readonly Choice[], line: string): Answer | undefined {
  if (/^(s|skip|skipped)$/.test(line)) return 'skipped';
  if (/^(u|unsure|not sure|m|maybe)$/.test(line)) return notSure(question);
  if (question.private === true && /^(r|rather not say)$/.test(line)) return 'rather-not-say';
  if (question.kind === 'number') {
    const read = readNumber(question, line);
    return 'value' in read ? read.value : undefined;
  }
  if (question.kind === 'bool' && /^(y|yes)$/.test(line)) return 'yes';
  if (question.kind === 'bool' && /^(n|no)$/.test(line)) return 'no';
  if (question.kind === 'multi') return readSeveral(choices, line);
  return /^\d{1,2}$/.test(line) ? choices[Number(line) - 1]?.id : undefined;
}

function readSeveral(choices: readonly Choice[], line: string): readonly string[] | undefined {
  const none = choices.find(({ alone }) => alone === true);
  if (/^(n|none)$/.test(line)) return none === undefined ? undefined : [none.id];
  const numbers = line.split(/[\s,]+/).filter((word) => word !== '');
  const chosen = choices.filter((_, index) => numbers.includes(String(index + 1)));
  const isClear =
    chosen.length === new Set(numbers).size && (chosen.length < 2 || chosen.every(({ alone }) => !alone));
  return isClear && chosen.length > 0 ? chosen.map(({ id }) => id) : undefined;
}

/** An answer as the person gave it, in words. */
export function inWords(question: PromptQuestion, answer: Answer): string {
  if (typeof answer === 'number') return formatNumber(question, answer);
  const labels = [answer].flat().map((id) => choicesOf(question).find((choice) => choice.id === id)?.label);
  if (labels.every((label) => label !== undefined)) return labels.join(', ');
  return String(answer) in stateWords ? stateWords[answer as keyof typeof stateWords] : String(answer);
}
