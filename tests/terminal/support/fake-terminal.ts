import { PassThrough } from 'node:stream';
import { createTheme } from '../../../src/render/theme.ts';
import type { Disturbance, TerminalFacts } from '../../../src/terminal/terminal-facts.ts';

/** A terminal made of plain streams, with the facts a test wants to change. */
export function fakeTerminal(
  wishes: { columns?: number; rows?: number; colour?: boolean; locale?: string } = {},
) {
  const { columns = 80, rows = 24, colour = false, locale = 'C.UTF-8' } = wishes;
  const input = new PassThrough();
  // As standard error does, it stays open when what was piped into it ends.
  const output = Object.assign(new PassThrough(), { _isStdio: true });
  const stop = new AbortController();
  const listeners = new Set<(what: Disturbance) => void>();
  let written = '';
  output.on('data', (chunk) => {
    written += String(chunk);
  });
  const facts: TerminalFacts = {
    input,
    output,
    theme: createTheme({
      isTerminal: true,
      columns,
      env: { LANG: locale, TERM: 'xterm' },
      colour: colour ? 'always' : 'never',
    }),
    size: () => ({ columns, rows }),
    signal: stop.signal,
    suspend: () => Promise.resolve(),
    onDisturbed(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    facts,
    input,
    stop,
    written: () => written,
    disturb: (what: Disturbance) => {
      for (const listener of listeners) listener(what);
    },
  };
}
