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
  const stream = watchedStreams(host);
  const io = createIo(host, stream);
  const interruptions = watchSignals(host);
  return {
    io,
    clock: systemClock,
    random: { next: () => Math.random() },
    files: namedFiles,
    interruptions,
    terminalFacts: (wishes = {}) => ({
      ...interruptions,
      input: host.stdin,
      output: stream('stderr'),
      theme: createTheme({
        ...wishes,
        isTerminal: io.errorIsTerminal,
        columns: io.size().columns,
        env: Object.fromEntries(themeVariables.map((name) => [name, io.env(name)])),
      }),
      size: io.size,
    }),
  };
}

/** Output and error stream, each with its closed pipe handled from the first use on: Node makes them on that use. */
function watchedStreams(host: NodeJS.Process) {
  const watched = new Set<'stdout' | 'stderr'>();
  return (name: 'stdout' | 'stderr') => {
    if (!watched.has(name)) host[name].on('error', (error) => leaveOnClosedPipe(host, error));
    watched.add(name);
    return host[name];
  };
}

function createIo(host: NodeJS.Process, stream: ReturnType<typeof watchedStreams>): Io {
  return {
    out: (text) => void stream('stdout').write(text),
    err: (text) => void stream('stderr').write(text),
    readInput: (limit) => readAtMost(host.stdin, limit, 'the answers on standard input'),
    // Node leaves isTTY undefined where there is none, and makes each stream on first use: the input costs 2 ms.
    get inputIsTerminal() {
      return host.stdin.isTTY === true;
    },
    get outputIsTerminal() {
      return stream('stdout').isTTY === true;
    },
    get errorIsTerminal() {
      return stream('stderr').isTTY === true;
    },
    size: () => ({
      // Some terminals report 0 columns before they are drawn.
      columns: stream('stdout').columns || stream('stderr').columns || 80,
      rows: stream('stdout').rows || stream('stderr').rows || 24,
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
