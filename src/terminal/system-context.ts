import type { Clock, Files, Io, Random } from '../context.ts';
import { createTheme, type ThemeFacts, themeVariables } from '../render/theme.ts';
import { systemClock } from './clock.ts';
import { type Interruptions, watchSignals } from './interrupt.ts';
import { namedFiles, readAtMost } from './named-files.ts';
import { isNoTerminal, openOutlet } from './standard-streams.ts';
import type { TerminalFacts } from './terminal-facts.ts';

/** The machine the program runs on. */
export interface System {
  readonly io: Io;
  readonly clock: Clock;
  readonly random: Random;
  readonly files: Files;
  readonly interruptions: Interruptions;
  /** What the prompter needs. The wishes come from flags and preferences. */
  terminalFacts(wishes?: Pick<ThemeFacts, 'noColour' | 'accessible' | 'colour'>): TerminalFacts;
}

const nanosecondsInMillisecond = 1e6;

/** Wires the ports to this process. Call once, from `main`. */
export function createSystem(host: NodeJS.Process): System {
  const io = createIo(host);
  const interruptions = watchSignals(host);
  return {
    io,
    clock: systemClock,
    random: { next: () => Math.random() },
    files: namedFiles,
    interruptions,
    terminalFacts(wishes = {}) {
      const { columns } = io.size();
      const isTerminal = io.errorIsTerminal;
      interruptions.watchSize();
      return {
        ...interruptions,
        input: host.stdin,
        output: host.stderr,
        theme: createTheme({
          ...wishes,
          isTerminal,
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

function createIo(host: NodeJS.Process): Io {
  const output = openOutlet(host, 'stdout');
  // Output before errors: on a new size the first to be made knows it first, and a redraw asks the output.
  const errors = openOutlet(host, 'stderr', { before: () => output.terminal });
  return {
    out: output.write,
    err: errors.write,
    readInput: (limit) => readAtMost(host.stdin, limit, 'standard input'),
    // Node makes the input on first use, which costs 2 ms.
    get inputIsTerminal() {
      return !isNoTerminal(host, 0) && host.stdin.isTTY === true;
    },
    get outputIsTerminal() {
      return output.terminal !== undefined;
    },
    get errorIsTerminal() {
      return errors.terminal !== undefined;
    },
    size: () => ({
      // Some terminals report 0 columns before they are drawn.
      columns: output.terminal?.columns || errors.terminal?.columns || 80,
      rows: output.terminal?.rows || errors.terminal?.rows || 24,
    }),
    env(name) {
      const value = host.env[name];
      return value === '' ? undefined : value;
    },
  };
}
