import { fstatSync, statSync, writeSync } from 'node:fs';
import { exitCodes } from '../errors.ts';

type Name = 'stdout' | 'stderr';

/** Where an answer or what surrounds it goes. */
export interface Outlet {
  /**
   * Written in the order of the calls. Where nothing more can be written, the rest is dropped and the program goes on:
   * what is to be kept must still be kept.
   */
  write(text: string): void;
  /** Told without making its stream. */
  readonly isTerminal: boolean;
  /** The stream of a terminal, made when it is first asked for; undefined where a file, a pipe or nothing is. */
  readonly terminal: NodeJS.WriteStream | undefined;
  /** Whether the stream is there already. */
  readonly isMade: boolean;
  /** Some of it could not be written, and not because a reader had read enough. */
  readonly isLost: boolean;
}

/**
 * Files and pipes are written by the system call alone: the stream that Node makes for them costs a short answer two to
 * three milliseconds. Only a terminal, or a reader that is not ready, gets its stream.
 */
export function openOutlet(host: NodeJS.Process, name: Name): Outlet {
  const descriptor = name === 'stdout' ? 1 : 2;
  let isClosed = false;
  let isLost = false;
  const fail = (error: NodeJS.ErrnoException) => {
    // A terminal that went away cannot be told anything.
    if (error.code === 'EIO' && kind === 'terminal') host.exit(exitCodes.interrupted);
    // `backcare … | head` is no failure.
    if (!isClosed && error.code !== 'EPIPE') {
      isLost = true;
      if (name === 'stdout') sayLost(error);
    }
    isClosed = true;
  };
  let kind: 'terminal' | 'direct' | 'stream' | undefined;
  let stream: NodeJS.WriteStream | undefined;
  const known = () => {
    kind ??= isTerminal(host, descriptor) ? 'terminal' : host.platform === 'win32' ? 'stream' : 'direct';
    return kind;
  };
  const made = () => {
    stream ??= host[name].on('error', fail);
    return stream;
  };
  return {
    write(text) {
      if (isClosed) return;
      if (known() !== 'direct') {
        made().write(text);
        return;
      }
      const left = writeAtOnce(descriptor, Buffer.from(text), fail);
      if (left.length === 0 || isClosed) return;
      kind = 'stream';
      made().write(left);
    },
    get isTerminal() {
      return known() === 'terminal';
    },
    get terminal() {
      return known() === 'terminal' ? made() : undefined;
    },
    get isMade() {
      return stream !== undefined;
    },
    get isLost() {
      return isLost;
    },
  };
}

/** Whether a terminal is behind a descriptor. What asks Node for it is loaded only where it may be one. */
export function isTerminal(host: NodeJS.Process, descriptor: number): boolean {
  return !isCertainlyNone(host, descriptor) && host.getBuiltinModule('node:tty').isatty(descriptor);
}

function isCertainlyNone({ platform }: NodeJS.Process, descriptor: number): boolean {
  if (platform === 'win32') return false;
  try {
    const facts = fstatSync(descriptor);
    return !facts.isCharacterDevice() || facts.rdev === statSync('/dev/null').rdev;
  } catch {
    return false;
  }
}

/** What is left: a pipe that does not wait takes as much as it has room for. */
function writeAtOnce(
  descriptor: number,
  bytes: Buffer,
  fail: (error: NodeJS.ErrnoException) => void,
): Buffer {
  let done = 0;
  try {
    while (done < bytes.length) done += writeSync(descriptor, bytes, done);
  } catch (error) {
    if (!isErrno(error)) throw error;
    if (error.code !== 'EAGAIN') fail(error);
  }
  return bytes.subarray(done);
}

function isErrno(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}

/** Says so where errors go; where they cannot go anywhere either, nobody can be told. */
function sayLost(error: NodeJS.ErrnoException): void {
  const text = [
    `backcare: the answer could not be written to where you sent it (${error.message}).`,
    '  If this may be an emergency, call your local emergency number now.',
    '  Send it somewhere else, or leave out ">" to read it here.',
  ].join('\n');
  try {
    writeSync(2, `${text}\n`);
  } catch (cause) {
    if (!isErrno(cause)) throw cause;
  }
}
