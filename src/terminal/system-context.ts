import type { Clock, Files, Io, Random } from '../context.ts';
import { createTheme, type ThemeFacts, themeVariables } from '../render/theme.ts';
import { systemClock } from './clock.ts';
import { type Interruptions, watchSignals } from './interrupt.ts';
import { namedFiles, readAtMost } from './named-files.ts';
import { isTerminal, type Outlet, openOutlet } from './standard-streams.ts';
import type { TerminalFacts } from './terminal-facts.ts';

/** The machine the program runs on. */
export interface System {
  readonly io: Io;
  readonly clock: Clock;
  readonly random: Random;
  readonly files: Files;
  readonly interruptions: Interruptions;
  /** Whether some of the answer could not be written to where it was sent. */
  isAnswerLost(): boolean;
  /** What the prompter needs. The wishes come from flags and preferences. */
  terminalFacts(wishes?: Pick<ThemeFacts, 'noColour' | 'accessible' | 'colour'>): TerminalFacts;
}

const nanosecondsInMillisecond = 1e6;

/** Wires the ports to this process. Call once, from `main`. */
export function createSystem(host: NodeJS.Process): System {
  const output = openOutlet(host, 'stdout');
  const errors = openOutlet(host, 'stderr');
  const io = createIo(host, output, errors);
  const interruptions = watchSignals(host);
  return {
    io,
    clock: systemClock,
    random: { next: () => Math.random() },
    files: namedFiles,
    interruptions,
    isAnswerLost: () => output.isLost,
    terminalFacts(wishes = {}) {
      // Made first, since its size is what a conversation is drawn in.
      const stream = errors.terminal ?? host.stderr;
      const { columns } = io.size();
      interruptions.watchSize();
      return {
        ...interruptions,
        input: host.stdin,
        output: stream,
        theme: createTheme({
          ...wishes,
          isTerminal: errors.isTerminal,
          columns,
          env: Object.fromEntries(themeVariables.map((name) => [name, io.env(name)])),
        }),
        size: io.size,
        // `performance` is loaded when it is first asked.
        now: () => Number(host.hrtime.bigint()) / nanosecondsInMillisecond,
        after(milliseconds, act) {
          const timer = setTimeout(act, milliseconds);
          return () => clearTimeout(timer);
        },
      };
    },
  };
}

function createIo(host: NodeJS.Process, output: Outlet, errors: Outlet): Io {
  const seen = () => (errors.isMade ? errors.terminal : undefined) ?? output.terminal ?? errors.terminal;
  return {
    out: output.write,
    err: errors.write,
    readInput: (limit) => readAtMost(host.stdin, limit, 'standard input'),
    // Node makes the input on first use, which costs 2 ms.
    get inputIsTerminal() {
      return isTerminal(host, 0);
    },
    get outputIsTerminal() {
      return output.isTerminal;
    },
    get errorIsTerminal() {
      return errors.isTerminal;
    },
    size() {
      // The one that tells of a new size is asked for it: it knows first.
      const { columns, rows } = seen() ?? { columns: 0, rows: 0 };
      // Some terminals report 0 columns before they are drawn.
      return { columns: columns || 80, rows: rows || 24 };
    },
    env(name) {
      const value = host.env[name];
      return value === '' ? undefined : value;
    },
  };
}
