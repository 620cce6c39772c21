import { fstatSync, statSync, writeSync } from 'node:fs';
import { exitCodes } from '../errors.ts';

type Name = 'stdout' | 'stderr';

/** Where an answer or what surrounds it goes. */
export interface Outlet {
  /** Written in the order of the calls. Ends the program where nothing more can be written. */
  write(text: string): void;
  /** The terminal behind it; undefined where a file, a pipe or nothing is. */
  readonly terminal: NodeJS.WriteStream | undefined;
}

/**
 * Files and pipes are written by the system call alone: the stream that Node makes for them costs a short answer two to
 * three milliseconds. Only a terminal, or a reader that is not ready, gets its stream.
 */
export function openOutlet(
  host: NodeJS.Process,
  name: Name,
  { before = () => undefined }: { before?: () => void } = {},
): Outlet {
  const descriptor = name === 'stdout' ? 1 : 2;
  const fail = (error: NodeJS.ErrnoException) => leave(host, name, error);
  let isDirect: boolean | undefined;
  let stream: NodeJS.WriteStream | undefined;
  const isStreamless = () => {
    isDirect ??= isNoTerminal(host, descriptor);
    return isDirect;
  };
  const made = () => {
    if (stream === undefined) {
      before();
      stream = host[name].on('error', fail);
    }
    return stream;
  };
  return {
    write(text) {
      if (!isStreamless()) {
        made().write(text);
        return;
      }
      const left = writeAtOnce(descriptor, Buffer.from(text), fail);
      if (left.length === 0) return;
      isDirect = false;
      made().write(left);
    },
    get terminal() {
      if (isStreamless()) return undefined;
      const stream = made();
      return stream.isTTY === true ? stream : undefined;
    },
  };
}

/** Told without making a stream: certainly no terminal. False where it may be one, and on Windows, which is not asked. */
export function isNoTerminal({ platform }: Pick<NodeJS.Process, 'platform'>, descriptor: number): boolean {
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

/** `backcare … | head` is no failure. A terminal that went away cannot be told anything either. */
function leave(host: NodeJS.Process, name: Name, error: NodeJS.ErrnoException): never {
  if (error.code === 'EPIPE') host.exit(exitCodes.answered);
  if (error.code === 'EIO') host.exit(exitCodes.interrupted);
  if (name === 'stdout')
    host.stderr.write(
      `backcare: the answer could not be written to where you sent it (${error.message}).\nSend it somewhere else, or leave out ">" to read it here.\n`,
    );
  host.exit(exitCodes.ourFault);
}
