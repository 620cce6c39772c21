import type { ChoicePrompt, PageReply, Prompter, PromptPage, PromptQuestion } from '../context.ts';
import type { Answers } from '../engine/answers.ts';
import { safeText } from '../render/safe-text.ts';
import { createPlainInput, type PlainInput } from './plain-input.ts';
import { askPlainly } from './plain-question.ts';
import { askTicks } from './plain-ticks.ts';
import { wiped } from './screen.ts';
import type { TerminalFacts } from './terminal-facts.ts';

/** Numbered plain lines for screen readers and simple terminals: nothing is redrawn, moved or coloured. */
export function createPlainPrompter(facts: TerminalFacts): Prompter {
  const input = createPlainInput(facts);
  return {
    page: (page, noticed) => askPage(page, input, noticed),
    choose: (prompt) => choose(prompt, input),
    typed: ({ text, message }) =>
      input.ask(text === undefined ? safeText(message) : `${text}\n${safeText(message)}`),
    wipe: () => facts.output.write(wiped),
  };
}

type Noticed = (soFar: Answers) => void;

async function askPage(
  page: PromptPage,
  input: PlainInput,
  noticed: Noticed = () => undefined,
): Promise<PageReply> {
  if (page.text !== undefined) input.say(page.text.replace(/\n*$/, ''));
  const heading = [
    page.emergencyLine,
    '',
    `${page.title}, ${page.progress}`,
    ...(page.stem === undefined ? [] : [page.stem]),
  ];
  input.say(`\n${heading.map(safeText).join('\n')}`);
  if (page.questions.length > 1 && page.questions.every(({ kind }) => kind === 'bool')) {
    const ticks = await askTicks(page, input);
    if (ticks !== 'one by one') return ticks;
  }
  return askEach(page, input, noticed);
}

/** Question by question; back goes to the one before, and from the first to the page before. */
async function askEach(page: PromptPage, input: PlainInput, noticed: Noticed): Promise<PageReply> {
  let answers: Answers = {};
  for (let index = 0; index < page.questions.length; ) {
    const question = page.questions[index];
    if (question === undefined) break;
    const reply = await askPlainly(withCurrent(question, answers), input, page.canGoBack || index > 0);
    if (reply.kind === 'back') {
      if (index === 0) return reply;
      index -= 1;
    } else {
      answers = { ...answers, [question.id]: reply.answer };
      noticed(answers);
      index += 1;
    }
  }
  return { kind: 'answered', answers };
}

function withCurrent(question: PromptQuestion, answers: Answers): PromptQuestion {
  const current = answers[question.id] ?? question.current;
  return current === undefined ? question : { ...question, current };
}

async function choose({ text, message, choices, initial }: ChoicePrompt, input: PlainInput): Promise<string> {
  const isInitial = (choice: ChoicePrompt['choices'][number]): boolean => choice.value === initial;
  const lines = choices.map((choice) => {
    const enter = isInitial(choice) && choice.key !== 'enter' ? ', or just Enter' : '';
    return `${choice.key} ${safeText(choice.label)}${enter}`;
  });
  const shown = [
    ...(text === undefined ? [] : [text, '']),
    ...(message === '' ? [] : [safeText(message)]),
    ...lines,
  ];
  let asked = shown.join('\n');
  for (;;) {
    const line = (await input.ask(asked)).toLowerCase();
    const wanted = line === '' ? 'enter' : line;
    const chosen =
      choices.find(({ key }) => key === wanted) ?? (line === '' ? choices.find(isInitial) : undefined);
    if (chosen !== undefined) return chosen.value;
    asked = `Not understood. Type one of these:\n${lines.join('\n')}`;
  }
}
