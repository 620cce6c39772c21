import { createInterface, type Interface } from 'node:readline';
import { Interrupted } from '../errors.ts';
import { foldToAscii } from '../render/glyphs.ts';
import { measure, wrapText } from '../render/width.ts';
import type { TerminalFacts } from './terminal-facts.ts';

/** Typed lines, one at a time. */
export interface PlainInput {
  /** Prints the text and resolves with the next line, trimmed. Rejects when the input ends or a signal comes. */
  ask(text: string): Promise<string>;
  say(text: string): void;
}

/** Lines typed ahead are kept, and the input is paused between questions so that it keeps no program alive. */
export function createPlainInput(facts: TerminalFacts): PlainInput {
  const typed: string[] = [];
  let reader: Interface | undefined;
  let isClosed = false;
  let wake: () => void = () => {};
  const open = (): Interface => {
    // No terminal features: nothing is redrawn, and Ctrl-C and Ctrl-Z stay with the terminal.
    const opened = createInterface({ input: facts.input, terminal: false });
    opened.on('line', (line) => {
      typed.push(line);
      wake();
    });
    opened.on('close', () => {
      isClosed = true;
      wake();
    });
    facts.signal.addEventListener('abort', () => wake());
    return opened;
  };
  const print = (text: string): void => void facts.output.write(`${breakAtWords(text, facts)}\n`);
  return {
    say: print,
    async ask(text) {
      facts.signal.throwIfAborted();
      print(text);
      facts.output.write('> ');
      reader ??= open();
      if (!isClosed) reader.resume();
      while (typed.length === 0) {
        if (facts.signal.aborted || isClosed) {
          facts.output.write('\n');
          // An open reader would keep the program alive.
          reader.close();
          throw facts.signal.aborted ? facts.signal.reason : new Interrupted();
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (!isClosed) reader.pause();
      return (typed.shift() ?? '').trim();
    },
  };
}

/** Broken at words where a terminal would break inside them; left as it is for a pipe. */
function breakAtWords(text: string, { theme, size }: TerminalFacts): string {
  const shown = theme.glyphs === 'ascii' ? foldToAscii(text) : text;
  if (!Number.isFinite(theme.width)) return shown;
  const { columns } = size();
  return (
    shown
      .split('\n')
      // What fits was broken before: broken again, it would lose its indent.
      .flatMap((line) =>
        line === '' || measure(line) <= columns ? [line] : wrapText(line, Math.max(20, columns - 1)),
      )
      .join('\n')
  );
}
