import type { Clock, Files, Io, Random } from '../context.ts';
import { exitCodes } from '../errors.ts';
import { createTheme, type ThemeFacts, themeVariables } from '../render/theme.ts';
import { systemClock } from './clock.ts';
import { type Interruptions, watchSignals } from './interrupt.ts';
import { namedFiles, readAtMost } from './named-files.ts';
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
        now: () => performance.now(),
        after(milliseconds, act) {
          const timer = setTimeout(act, milliseconds);
          return () => clearTimeout(timer);
        },
      };
    },
  };
}

/** Streams of the process, which makes each when it is asked for: half a millisecond that not every answer needs. */
function lazyStreams(host: NodeJS.Process) {
  const made = (name: 'stdout' | 'stderr') =>
    host[name].on('error', (error: NodeJS.ErrnoException) => leaveOnClosedPipe(host, error));
  let stdout: NodeJS.WriteStream | undefined;
  let stderr: NodeJS.WriteStream | undefined;
  const output = () => {
    stdout ??= made('stdout');
    return stdout;
  };
  const errors = () => {
    // Output before errors: on a new size the first to be made knows it first, and a redraw asks the output.
    output();
    stderr ??= made('stderr');
    return stderr;
  };
  return { output, errors };
}

function createIo(host: NodeJS.Process): Io {
  const { output, errors } = lazyStreams(host);
  return {
    out: (text) => void output().write(text),
    err: (text) => void errors().write(text),
    readInput: (limit) => readAtMost(host.stdin, limit, 'standard input'),
    // Node leaves isTTY undefined where there is none, and makes the input on first use, which costs 2 ms.
    get inputIsTerminal() {
      return host.stdin.isTTY === true;
    },
    get outputIsTerminal() {
      return output().isTTY === true;
    },
    get errorIsTerminal() {
      return errors().isTTY === true;
    },
    size: () => ({
      // Some terminals report 0 columns before they are drawn.
      columns: output().columns || errors().columns || 80,
      rows: output().rows || errors().rows || 24,
    }),
    env(name) {
      const value = host.env[name];
      return value === '' ? undefined : value;
    },
  };
}

/** `backcare … | head` is no failure. A terminal that went away cannot be told anything either. */
function leaveOnClosedPipe(host: NodeJS.Process, error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') host.exit(exitCodes.answered);
  if (error.code === 'EIO') host.exit(exitCodes.interrupted);
  throw error;
}
