import { closeSync } from 'node:fs';
import type { RecordCheck, SetAsideLine } from '../context.ts';
import { RecordError } from '../errors.ts';
import { readFailure } from './failures.ts';
import { openForReading } from './journal-file.ts';
import { type Checksum, type LineReading, readLine } from './line.ts';
import { linesFromStart } from './line-readers.ts';

/**
 * Reads a journal, or a copy of one, from its first line to its last, and says what was found. Changes nothing; a file
 * that is not there holds nothing. Throws `RecordError`.
 */
export async function checkJournal(path: string): Promise<RecordCheck> {
  const checksum = await loadFastChecksum();
  const file = openForReading(path);
  let events = 0;
  let newer = false;
  const setAside: SetAsideLine[] = [];
  if (file === undefined) return { events, newer, setAside };
  try {
    let number = 0;
    for (const { bytes } of linesFromStart(file.descriptor, file.size)) {
      number += 1;
      const reading = readLine(bytes, checksum);
      if (reading.kind === 'blank') continue;
      newer ||= reading.newer;
      if (reading.kind === 'event') events += 1;
      const reason = whySetAside(reading);
      if (reason !== undefined) setAside.push({ file: path, line: number, reason });
    }
  } catch (error) {
    throw readFailure(path, error);
  } finally {
    closeSync(file.descriptor);
  }
  return { events, newer, setAside };
}

/** The same, for what would lose something of a newer version by going on. Throws `RecordError` for such a journal. */
export async function refuseNewerJournal(path: string): Promise<RecordCheck> {
  const check = await checkJournal(path);
  if (!check.newer) return check;
  throw new RecordError(`Cannot use ${path}.`, {
    reason: 'A newer version of backcare wrote some of it. Nothing was changed.',
    next: 'Update backcare, then run the same command again.',
  });
}

/** Why a line, or a part of it, cannot be used; undefined when all is well. */
export function whySetAside(reading: LineReading): string | undefined {
  if (reading.kind === 'set-aside') return reading.reason;
  return reading.kind === 'event' ? reading.note : undefined;
}

/** zlib's CRC-32, for readings of many lines; see crc32.ts. */
export async function loadFastChecksum(): Promise<Checksum> {
  return (await import('node:zlib')).crc32;
}
