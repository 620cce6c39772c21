// `promises` from here and not from node:fs/promises: the bundle then loads it on use, and reading never uses it (1 ms).
import { closeSync, promises as files, fstatSync, openSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { RecordError } from '../errors.ts';
import { codeOf, readFailure, writeFailure } from './failures.ts';
import { makePrivateFolder } from './folders.ts';
import { journalVersion } from './line.ts';

/** What appending needs of an open file; a test gives a disk that fails. */
type AppendHandle = Pick<FileHandle, 'stat' | 'read' | 'write' | 'chmod' | 'sync' | 'close'>;
export type OpenForAppending = (path: string) => Promise<AppendHandle>;

const newline = 0x0a;
/** How much of the end is searched for lines of a newer program: thousands of times the size of one event. */
const tailLength = 64 * 1024;

/** Opens for appending and reading, and makes the file for its owner only. */
export const openForAppending: OpenForAppending = (path) => files.open(path, 'a+', 0o600);

/**
 * Appends one line with one write, then waits until the disk has it. Resolves only then. Throws `RecordError`.
 *
 * No lock: with O_APPEND the system moves to the end and writes in one step, so the lines of several processes stand
 * one after the other. A lock would add a way to fail (a stale lock after a crash) to the moment that counts.
 */
export async function appendLine(path: string, line: Buffer, openFile = openForAppending): Promise<void> {
  await makePrivateFolder(dirname(path));
  let handle: AppendHandle | undefined;
  try {
    handle = await openFile(path);
    const { size, mode } = await handle.stat();
    if ((mode & 0o077) !== 0) await handle.chmod(0o600).catch(() => undefined);
    const tail = await readTail(handle, size);
    refuseNewer(path, tail, size);
    // A crash can leave a line without its end: what is good must not become a part of it.
    const bytes =
      tail.length > 0 && tail.at(-1) !== newline ? Buffer.concat([Buffer.of(newline), line]) : line;
    const { bytesWritten } = await handle.write(bytes, 0, bytes.length, null);
    if (bytesWritten !== bytes.length) throw shortWrite(path, bytesWritten, bytes.length);
    await handle.sync();
    if (size === 0) await syncFolder(dirname(path));
  } catch (error) {
    throw writeFailure(path, error);
  } finally {
    await handle?.close().catch(() => undefined);
  }
}

async function readTail(handle: AppendHandle, size: number): Promise<Buffer> {
  const length = Math.min(size, tailLength);
  if (length === 0) return Buffer.alloc(0);
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
  return buffer.subarray(0, bytesRead);
}

function refuseNewer(path: string, tail: Buffer, size: number): void {
  // A newer program's lines come last, so the end tells; the first line of a cut stretch may begin in its middle.
  const text =
    size > tail.length ? tail.toString('latin1').replace(/^[^\n]*/, '') : `\n${tail.toString('latin1')}`;
  for (const [, version] of text.matchAll(/\n\{"v":(\d+)/g)) {
    if (Number(version) <= journalVersion) continue;
    throw new RecordError(`Did not write to ${path}.`, {
      reason: `A newer version of backcare wrote it (format ${version}; this one knows ${journalVersion}). Nothing was changed.`,
      next: 'Update backcare, then run the same command again.',
    });
  }
}

function shortWrite(path: string, written: number, length: number): RecordError {
  return new RecordError(`Cannot write ${path}.`, {
    reason: `The disk took ${written} of ${length} bytes, so this entry is not kept. All earlier entries are.`,
    next: 'Free some space, then run the same command again.',
  });
}

/** A new file is safe only when its folder's entry is on the disk too. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await files.open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // Not every system opens folders (Windows), nor every disk syncs them; the file's own bytes are synced already.
  }
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
