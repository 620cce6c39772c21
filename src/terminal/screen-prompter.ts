import { stripVTControlCharacters } from 'node:util';
import type { PageReply, Prompter, PromptPage } from '../context.ts';
import type { Answers } from '../engine/answers.ts';
import { Interrupted } from '../errors.ts';
import { measure } from '../render/width.ts';
import { choicePrompt } from './choice-prompt.ts';
import { createKeyGuard } from './key-guard.ts';
import { pagePrompt } from './page-prompt.ts';
import { splitPage } from './page-state.ts';
import { eraseBelow, wiped } from './screen.ts';
import type { TerminalFacts } from './terminal-facts.ts';

/** Questions drawn on the terminal and cleared away when answered. */
export function createScreenPrompter(facts: TerminalFacts): Prompter {
  const guard = createKeyGuard(facts);
  return {
    async page({ text, ...page }, noticed) {
      const shown = above(text);
      facts.output.write(eraseBelow + shown);
      const showPart: ShowPart = (part, heard) => {
        const config = { page: part, facts, guard, noticed: heard };
        return ask(facts, (onClosed, around) => pagePrompt({ ...config, onClosed }, around));
      };
      const reply = await askParts(page, showPart, noticed);
      facts.output.write(eraseText(shown, facts.size()));
      return reply;
    },
    async choose({ text, keepText, ...choice }) {
      const shown = above(text);
      facts.output.write(eraseBelow + shown);
      const value = await ask(facts, (onClosed, around) =>
        choicePrompt({ choice, facts, guard, onClosed }, around),
      );
      if (keepText !== true) facts.output.write(eraseText(shown, facts.size()));
      return value;
    },
    async typed(prompt) {
      // The terminal itself edits a line well enough.
      const { createPlainPrompter } = await import('./plain-prompter.ts');
      const line = await createPlainPrompter(facts).typed(prompt);
      // It is cleared away as every answer is: what was typed may be for nobody else.
      const shown = prompt.text === undefined ? '' : `${prompt.text}\n`;
      facts.output.write(eraseText(`${shown}${prompt.message}\n> ${line}\n`, facts.size()));
      return line;
    },
    wipe: () => facts.output.write(wiped),
  };
}

/** Text over a prompt, with a line of air. */
function above(text: string | undefined): string {
  return text === undefined ? '' : `${text.replace(/\n*$/, '')}\n\n`;
}

type Noticed = (soFar: Answers) => void;
type ShowPart = (part: PromptPage, noticed: Noticed) => Promise<PageReply>;

/** A page with a choice among other questions is several pages to the prompt; back goes through them too. */
export async function askParts(
  page: PromptPage,
  show: ShowPart,
  noticed: Noticed = () => undefined,
): Promise<PageReply> {
  const parts = splitPage(page);
  let answers: Answers = {};
  for (let index = 0; index < parts.length; ) {
    const part = parts[index];
    if (part === undefined) break;
    const questions = part.questions.map((question) => {
      const current = answers[question.id] ?? question.current;
      return current === undefined ? question : { ...question, current };
    });
    const before = answers;
    const reply = await show({ ...part, questions }, (soFar) => {
      answers = { ...before, ...soFar };
      noticed(answers);
    });
    if (reply.kind === 'back' && index === 0) return reply;
    if (reply.kind === 'answered') {
      answers = { ...before, ...reply.answers };
      noticed(answers);
    }
    index += reply.kind === 'back' ? -1 : 1;
  }
  return { kind: 'answered', answers };
}

type Around = {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
  signal: AbortSignal;
  clearPromptOnDone: boolean;
};

/** Runs one Inquirer prompt; Ctrl-C, a signal and a closed keyboard all become the error that says so. */
async function ask<Value>(
  facts: TerminalFacts,
  run: (onClosed: () => void, around: Around) => Promise<Value>,
): Promise<Value> {
  facts.signal.throwIfAborted();
  const closed = new AbortController();
  // A key pressed between two pages was echoed by the terminal: it must not shift what is drawn.
  facts.output.write(eraseBelow);
  try {
    return await run(() => closed.abort(), {
      input: facts.input,
      output: facts.output,
      signal: AbortSignal.any([facts.signal, closed.signal]),
      clearPromptOnDone: true,
    });
  } catch (error) {
    if (facts.signal.aborted) throw facts.signal.reason;
    // Inquirer's classes are not compared: its copy in a bundle may not be the one that threw.
    const name = error instanceof Error ? error.name : '';
    throw name === 'ExitPromptError' || name === 'AbortPromptError' ? new Interrupted() : error;
  }
}

function eraseText(
  text: string,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): string {
  const lines = stripVTControlCharacters(text).split('\n').slice(0, -1);
  const height = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(measure(line) / columns)), 0);
  // What has scrolled away cannot be reached any more.
  const up = Math.min(height, rows - 1);
  // Line by line: what is cleared from the very top at one stroke, tmux would put into its history.
  return up === 0 ? '' : `${'\u001b[A\u001b[2K'.repeat(up)}${eraseBelow}`;
}
