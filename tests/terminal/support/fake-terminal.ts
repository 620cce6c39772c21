import { PassThrough } from 'node:stream';
import { createTheme } from '../../../src/render/theme.ts';
import type { Disturbance, TerminalFacts } from '../../../src/terminal/terminal-facts.ts';

/** Time that passes when the test says so. */
export class ManualTime {
  #now = 0;
  readonly #due = new Map<() => void, number>();
  readonly now = () => this.#now;
  readonly after = (milliseconds: number, act: () => void) => {
    this.#due.set(act, this.#now + milliseconds);
    return () => void this.#due.delete(act);
  };

  pass(milliseconds: number): void {
    this.#now += milliseconds;
    for (const [act, at] of [...this.#due]) {
      if (at > this.#now) continue;
      this.#due.delete(act);
      act();
    }
  }
}

/** A terminal made of plain streams, with the facts a test wants to change. */
export function fakeTerminal(
  wishes: { columns?: number; rows?: number; colour?: boolean; locale?: string; time?: ManualTime } = {},
) {
  const { columns = 80, rows = 24, colour = false, locale = 'C.UTF-8' } = wishes;
  const input = new PassThrough();
  // As standard error does, it stays open when what was piped into it ends.
  const output = Object.assign(new PassThrough(), { _isStdio: true });
  const stop = new AbortController();
  const listeners = new Set<(what: Disturbance) => void>();
  let written = '';
  // Without a clock of the test, time flies: no key ever comes too early.
  let moment = 0;
  const flying = { now: () => (moment += 10_000), after: () => () => undefined };
  const { now, after } = wishes.time ?? flying;
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
    now,
    after,
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
