import {
  closeSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  type Stats,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { RecordError } from '../errors.ts';
import { codeOf, readFailure, writeFailure } from './failures.ts';
import { makePrivateFolder } from './folders.ts';
import { journalVersion } from './line.ts';

/**
 * What appending needs of an open file; a test gives a disk that fails. All of it waits in place: a short command has
 * nothing else to do meanwhile, and promises of files cost 3 ms of its start.
 */
interface AppendFile {
  stat(): Pick<Stats, 'size' | 'mode'>;
  /** Fills the buffer from that place on; gives how many bytes there were. */
  read(buffer: Buffer, position: number): number;
  /** Writes at the end; gives how many bytes the disk took. */
  write(bytes: Buffer): number;
  chmod(mode: number): void;
  sync(): void;
  close(): void;
}
export type OpenForAppending = (path: string) => AppendFile;

const newline = 0x0a;
/** How much of the end is searched for lines of a newer program: thousands of times the size of one event. */
const tailLength = 64 * 1024;
/** Bytes that hold the start of a line with its version. */
const longestVersion = 16;
/** Which id a line of ours begins with. */
const ownStart = `{"v":${journalVersion},"id":"`;

/** Opens for appending and reading, and makes the file for its owner only. */
export const openForAppending: OpenForAppending = (path) => {
  const descriptor = openSync(path, 'a+', 0o600);
  return {
    stat: () => fstatSync(descriptor),
    read: (buffer, position) => readSync(descriptor, buffer, 0, buffer.length, position),
    write: (bytes) => writeSync(descriptor, bytes, 0, bytes.length, null),
    chmod: (mode) => fchmodSync(descriptor, mode),
    sync: () => fsyncSync(descriptor),
    close: () => closeSync(descriptor),
  };
};

/**
 * Appends lines with one write, then waits until the disk has them. Returns only then, with the length that the
 * journal had before. Throws `RecordError`.
 *
 * @param lines makes what is to be written, newlines included; gets the id of the last line, if one is in sight
 *
 * No lock: with O_APPEND the system moves to the end and writes in one step, so the lines of several processes stand
 * one after the other. A lock would add a way to fail (a stale lock after a crash) to the moment that counts.
 */
export function appendLine(
  path: string,
  lines: (lastId: string | undefined) => Buffer,
  openFile = openForAppending,
): number {
  makePrivateFolder(dirname(path));
  let file: AppendFile | undefined;
  try {
    file = openFile(path);
    const { size, mode } = file.stat();
    if ((mode & 0o077) !== 0) orLeaveIt(() => file?.chmod(0o600));
    const tail = readTail(file, size);
    refuseNewer(path, tail, size);
    const line = lines(lastIdIn(tail));
    // A crash can leave a line without its end: what is good must not become a part of it.
    const bytes =
      tail.length > 0 && tail.at(-1) !== newline ? Buffer.concat([Buffer.of(newline), line]) : line;
    const bytesWritten = file.write(bytes);
    if (bytesWritten !== bytes.length) throw shortWrite(path, bytesWritten, bytes.length);
    file.sync();
    if (size === 0) syncFolder(dirname(path));
    return size;
  } catch (error) {
    throw writeFailure(path, error);
  } finally {
    orLeaveIt(() => file?.close());
  }
}

/** For what does no harm when it fails. */
function orLeaveIt(act: () => void): void {
  try {
    act();
  } catch {
    // Another owner's file cannot be closed to others by us; what was synced is kept however the closing ends.
  }
}

function readTail(file: AppendFile, size: number): Buffer {
  const length = Math.min(size, tailLength);
  if (length === 0) return Buffer.alloc(0);
  const buffer = Buffer.alloc(length);
  return buffer.subarray(0, file.read(buffer, size - length));
}

function refuseNewer(path: string, tail: Buffer, size: number): void {
  // A newer program's lines come last, so the end tells; the first line of a cut stretch may begin in its middle.
  const begins = size > tail.length ? tail.indexOf(newline) + 1 : 0;
  for (let line = begins; line < tail.length; line = nextLine(tail, line)) {
    const version = versionOf(tail.subarray(line, line + longestVersion));
    if (version === undefined || version <= journalVersion) continue;
    throw new RecordError(`Did not write to ${path}.`, {
      reason: `A newer version of backcare wrote it (format ${version}; this one knows ${journalVersion}). Nothing was changed.`,
      next: 'Update backcare, then run the same command again.',
    });
  }
}

/** The id of the last line of ours that begins in this stretch. */
function lastIdIn(tail: Buffer): string | undefined {
  for (
    let at = tail.lastIndexOf(ownStart);
    at !== -1;
    at = at === 0 ? -1 : tail.lastIndexOf(ownStart, at - 1)
  ) {
    // Anywhere else it is the text of somebody's entry.
    if (at > 0 && tail[at - 1] !== newline) continue;
    const begins = at + ownStart.length;
    return tail.toString('latin1', begins, tail.indexOf('"', begins));
  }
  return undefined;
}

function nextLine(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(newline, from);
  return end === -1 ? bytes.length : end + 1;
}

/** What a line says of its format, by its first bytes; undefined when it is none of ours. */
function versionOf(start: Buffer): number | undefined {
  const version = /^\{"v":(\d+)/.exec(start.toString('latin1'))?.[1];
  return version === undefined ? undefined : Number(version);
}

function shortWrite(path: string, written: number, length: number): RecordError {
  return new RecordError(`Cannot write ${path}.`, {
    reason: `The disk took ${written} of ${length} bytes, so this entry is not kept. All earlier entries are.`,
    next: 'Free some space, then run the same command again.',
  });
}

/** A new file is safe only when its folder's entry is on the disk too. */
export function syncFolder(folder: string): void {
  orLeaveIt(() => {
    // Not every system opens folders (Windows), nor every disk syncs them; the file's own bytes are synced already.
    const descriptor = openSync(folder, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  });
}

/** An open journal to read, and how long it was when it was opened. */
export interface OpenJournal {
  readonly descriptor: number;
  readonly size: number;
}

/** Opens for reading; undefined when there is no journal yet. Makes nothing. Throws `RecordError`. */
export function openForReading(path: string): OpenJournal | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw readFailure(path, error);
  }
  const stats = fstatSync(descriptor);
  if (stats.isFile()) return { descriptor, size: stats.size };
  closeSync(descriptor);
  throw readFailure(path, new Error('It is not a file.'));
}
