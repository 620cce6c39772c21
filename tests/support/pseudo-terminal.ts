/**
 * The built program in a real pseudo-terminal, with an emulator that keeps the screen as a person would see it.
 * Nothing here sleeps: every wait ends with the output that it waited for.
 */
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { afterEach } from 'vitest';
import { binary, cleanEnvironment, type Environment, temporaryFolder } from './built-binary.ts';

const defaultTimeout = 15_000;

const opened: PseudoTerminal[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((terminal) => terminal.close()));
});

export interface TerminalOptions {
  readonly args?: readonly string[];
  /** Changes to the clean environment; `undefined` takes a variable away. */
  readonly env?: Environment;
  /** Home of the run; new and empty when left out. */
  readonly home?: string;
  readonly cwd?: string;
  readonly cols?: number;
  readonly rows?: number;
  /** Another program than backcare, for example a shell that starts it. */
  readonly command?: readonly [string, ...string[]];
}

interface Waiter {
  readonly isMet: () => boolean;
  readonly resolve: () => void;
  readonly fail: (why: string) => void;
}

export class PseudoTerminal {
  readonly home: string;
  /** Exit code of the program; 128 + n when signal n ended it. Resolves when all of its output is on the screen. */
  readonly exitCode: Promise<number>;
  #raw = '';
  #ended = false;
  readonly #pty: IPty;
  readonly #emulator: xterm.Terminal;
  readonly #waiters = new Set<Waiter>();

  constructor(options: TerminalOptions = {}) {
    const { cols = 80, rows = 24 } = options;
    this.home = options.home ?? temporaryFolder();
    const [file, ...first] = options.command ?? [process.execPath, binary];
    this.#emulator = new xterm.Terminal({ cols, rows, scrollback: 10_000, allowProposedApi: true });
    this.#pty = spawn(file, [...first, ...(options.args ?? [])], {
      name: 'xterm-256color',
      cols,
      rows,
      cwd: options.cwd ?? this.home,
      env: cleanEnvironment(this.home, { TERM: 'xterm-256color', ...options.env }),
    });
    this.#pty.onData((data) => {
      this.#raw += data;
      this.#emulator.write(data, () => this.#settle());
    });
    // What a terminal answers by itself, such as the place of the cursor.
    this.#emulator.onData((answer) => {
      if (!this.#ended) this.#pty.write(answer);
    });
    this.exitCode = new Promise((resolve) => {
      this.#pty.onExit(({ exitCode, signal }) => {
        this.#ended = true;
        this.#emulator.write('', () => {
          this.#settle();
          for (const waiter of [...this.#waiters]) waiter.fail('the program has ended');
          resolve(signal ? 128 + signal : exitCode);
        });
      });
    });
    opened.push(this);
  }

  /** Sends keys as the terminal would, e.g. `type('n')`, `type(keys.enter)`. */
  type(text: string): void {
    this.#pty.write(text);
  }

  /** Resolves when the text is on the screen; fails with the screen in the message. */
  waitFor(expected: string | RegExp, timeout = defaultTimeout): Promise<void> {
    const isShown = () => matches(this.screen().join('\n'), expected);
    return this.waitUntil(isShown, `to show ${String(expected)}`, timeout);
  }

  /** Resolves when the text has left the screen. */
  waitForGone(expected: string | RegExp, timeout = defaultTimeout): Promise<void> {
    const isGone = () => !matches(this.screen().join('\n'), expected);
    return this.waitUntil(isGone, `to take away ${String(expected)}`, timeout);
  }

  /** Resolves when the condition holds; asked again after each piece of output. */
  waitUntil(isMet: () => boolean, what: string, timeout = defaultTimeout): Promise<void> {
    return new Promise((resolve, reject) => {
      const finish = (end: () => void) => {
        clearTimeout(timer);
        this.#waiters.delete(waiter);
        end();
      };
      const waiter: Waiter = {
        isMet,
        resolve: () => finish(resolve),
        fail: (why) =>
          finish(() =>
            reject(new Error(`Waited for the screen ${what}, but ${why}:\n${this.screen().join('\n')}`)),
          ),
      };
      const timer = setTimeout(() => waiter.fail(`${timeout} ms have passed`), timeout);
      this.#waiters.add(waiter);
      if (isMet()) waiter.resolve();
      else if (this.#ended) void this.exitCode.then(() => waiter.fail('the program has ended'));
    });
  }

  /** The rows of the screen now, without trailing blanks. */
  screen(): string[] {
    const { baseY } = this.#emulator.buffer.active;
    return this.#lines(baseY, this.#emulator.rows);
  }

  /** Everything shown so far, with what has scrolled away; blank rows at the end are left out. */
  history(): string[] {
    const lines = this.#lines(0, this.#emulator.buffer.active.length);
    while (lines.at(-1) === '') lines.pop();
    return lines;
  }

  /** Column and row of the cursor on the screen, from 0. */
  cursor(): { readonly column: number; readonly row: number } {
    const { cursorX, cursorY } = this.#emulator.buffer.active;
    return { column: cursorX, row: cursorY };
  }

  /** Every byte the program has written, escape sequences and all. */
  raw(): string {
    return this.#raw;
  }

  resize(cols: number, rows: number): void {
    this.#emulator.resize(cols, rows);
    this.#pty.resize(cols, rows);
  }

  kill(signal: NodeJS.Signals = 'SIGTERM'): void {
    if (!this.#ended) this.#pty.kill(signal);
  }

  /** Ends the program if it still runs. Called after each test by itself. */
  async close(): Promise<void> {
    this.kill('SIGKILL');
    await this.exitCode;
    this.#emulator.dispose();
  }

  #lines(from: number, count: number): string[] {
    const buffer = this.#emulator.buffer.active;
    return Array.from(
      { length: count },
      (_, index) =>
        buffer
          .getLine(from + index)
          ?.translateToString(true)
          .trimEnd() ?? '',
    );
  }

  #settle(): void {
    for (const waiter of [...this.#waiters]) if (waiter.isMet()) waiter.resolve();
  }
}

function matches(text: string, expected: string | RegExp): boolean {
  return typeof expected === 'string' ? text.includes(expected) : text.search(expected) !== -1;
}

/** Opens backcare in a terminal of 80 columns and 24 rows: `openTerminal({ args: ['diagnose'] })`. */
export function openTerminal(options: TerminalOptions = {}): PseudoTerminal {
  return new PseudoTerminal(options);
}

/** Keys as a terminal sends them. */
export const keys = {
  enter: '\r',
  escape: '\u001b',
  tab: '\t',
  space: ' ',
  backspace: '\u007f',
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  interrupt: '\u0003',
  endOfInput: '\u0004',
} as const;
