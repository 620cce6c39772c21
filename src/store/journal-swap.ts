import {
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readSync,
  renameSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf, writeFailure } from './failures.ts';
import { removeQuietly } from './file-bytes.ts';
import { makePrivateFolder } from './folders.ts';
import { appendLine, type OpenJournal, openForReading, syncFolder } from './journal-file.ts';

export interface Swap {
  readonly path: string;
  readonly unique: () => string;
  /** Writes the new journal; the present one, when there is one, has its length at this moment. */
  readonly write: (descriptor: number, present: OpenJournal | undefined) => void;
  /** Looks at what was written and throws when it is not as it should be. Nothing has changed then. */
  readonly check: (path: string) => Promise<void>;
  /** Name for the present journal to be kept under; left out when the new one holds all of it. */
  readonly keepAs?: (number: number) => string;
  /** Lets another process that is in the middle of an append finish. */
  readonly pause: () => Promise<void>;
}

/**
 * Puts another journal in the place of the present one: written aside, synced, checked, then moved there in one step,
 * so that a crash leaves the old or the new one whole. What other processes append meanwhile is carried over.
 *
 * @returns the name under which the present journal is kept
 * @throws RecordError
 */
export async function swapJournal({
  path,
  unique,
  write,
  check,
  keepAs,
  pause,
}: Swap): Promise<string | undefined> {
  makePrivateFolder(dirname(path));
  const present = openForReading(path);
  const aside = join(dirname(path), `journal.${unique()}.tmp`);
  try {
    writeAside(aside, (descriptor) => write(descriptor, present));
    await check(aside);
    const kept = present === undefined || keepAs === undefined ? undefined : keep(path, keepAs);
    renameSync(aside, path);
    syncFolder(dirname(path));
    if (present !== undefined) {
      await pause();
      carryOver(present.descriptor, present.size, path);
    }
    return kept;
  } catch (error) {
    throw writeFailure(path, error);
  } finally {
    removeQuietly(aside);
    if (present !== undefined) closeSync(present.descriptor);
  }
}

function writeAside(aside: string, write: (descriptor: number) => void): void {
  const descriptor = openSync(aside, 'wx', 0o600);
  try {
    write(descriptor);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Gives the journal a second name, the first that is free. */
function keep(path: string, keepAs: (number: number) => string): string {
  for (let number = 1; ; number += 1) {
    const kept = keepAs(number);
    try {
      linkSync(path, kept);
      return kept;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue;
      // Some disks know no links (FAT).
      copyFileSync(path, kept, constants.COPYFILE_EXCL);
      return kept;
    }
  }
}

/** What was written to the old journal since its length was taken: its writer was told that it is kept. */
function carryOver(old: number, from: number, path: string): void {
  const { size } = fstatSync(old);
  if (size <= from) return;
  const late = readFrom(old, from, size - from);
  const whole = late.subarray(0, late.lastIndexOf(0x0a) + 1);
  if (whole.length > 0) appendLine(path, () => whole);
}

function readFrom(descriptor: number, start: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(descriptor, bytes, filled, length - filled, start + filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}
