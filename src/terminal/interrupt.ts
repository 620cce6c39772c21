import { exitCodes, Interrupted, UserError } from '../errors.ts';
import type { Disturbance, TerminalFacts } from './terminal-facts.ts';

const showCursor = '\u001b[?25h';
/** How long the program may take to leave in an orderly way (save a draft, say so) before it is ended. */
const graceMilliseconds = 1500;
/** A program without a shell above it cannot be stopped: after this long we see that we still run. */
const stopMilliseconds = 250;

/** The parts of `process` that this file touches. */
export type SignalledProcess = Pick<
  NodeJS.Process,
  'on' | 'once' | 'removeListener' | 'kill' | 'exit' | 'platform' | 'stdin' | 'stderr' | 'stdout'
>;

export type Interruptions = Pick<TerminalFacts, 'signal' | 'suspend' | 'onDisturbed'> & {
  /**
   * Tells of new sizes from now on. Before a prompt adds its own listener: what was drawn is erased by its old width.
   * Only for a conversation: making the stream costs a short answer half a millisecond.
   */
  watchSize(): void;
  /** Stops watching. */
  dispose(): void;
};

/**
 * Turns SIGINT, SIGTERM and SIGHUP into one abort signal whose reason carries the exit code, with cursor and echo
 * back at once. A second signal, or a program that does not leave by itself, ends the process.
 */
export function watchSignals(host: SignalledProcess): Interruptions {
  // Made when it is first needed: what it is made of takes Node half a millisecond.
  let made: AbortController | undefined;
  const controller = () => {
    made ??= new AbortController();
    return made;
  };
  const listeners = new Set<(what: Disturbance) => void>();
  const tell = (what: Disturbance) => () => {
    for (const listener of [...listeners]) listener(what);
  };
  const stop = (reason: UserError) => () => {
    restoreTerminal(host);
    if (controller().signal.aborted) host.exit(reason.exitCode);
    controller().abort(reason);
    setTimeout(() => host.exit(reason.exitCode), graceMilliseconds).unref();
  };
  const handlers = [
    ['SIGINT', stop(new Interrupted())],
    // A closed terminal leaves as Ctrl-C does.
    ['SIGHUP', stop(new Interrupted())],
    ['SIGTERM', stop(new UserError('Stopped.', { exitCode: exitCodes.terminated }))],
    ['SIGCONT', tell('continued')],
  ] as const;
  const resized = tell('resized');
  let isSizeWatched = false;
  for (const [name, handler] of handlers) host.on(name, handler);
  return {
    watchSize() {
      if (isSizeWatched) return;
      isSizeWatched = true;
      host.stderr.on('resize', resized);
    },
    get signal() {
      return controller().signal;
    },
    suspend: () => suspend(host),
    onDisturbed(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      for (const [name, handler] of handlers) host.removeListener(name, handler);
      if (isSizeWatched) host.stderr.removeListener('resize', resized);
    },
  };
}

/** Cursor shown, keys echoed and line by line again. Writes nothing where there is no terminal. */
function restoreTerminal(host: Pick<NodeJS.Process, 'stdin' | 'stderr'>): void {
  if (!host.stdin.isTTY || !host.stdin.isRaw) return;
  host.stdin.setRawMode(false);
  if (host.stderr.isTTY) host.stderr.write(showCursor);
}

/** Ctrl-Z in a raw-mode prompt, which the terminal itself no longer handles. */
async function suspend(host: SignalledProcess): Promise<void> {
  if (host.platform === 'win32' || !host.stdin.isTTY) return;
  restoreTerminal(host);
  await new Promise<void>((resolve) => {
    const running = () => {
      clearTimeout(notStopped);
      host.removeListener('SIGCONT', running);
      resolve();
    };
    host.once('SIGCONT', running);
    const notStopped = setTimeout(running, stopMilliseconds);
    // The whole foreground group, as the terminal would: npm or a shell wrapper may stand between us and the shell.
    host.kill(0, 'SIGTSTP');
  });
  host.stdin.setRawMode(true);
}
