import { closeSync } from 'node:fs';
import type { RecordedEvent } from '../context.ts';
import { readFailure } from './failures.ts';
import { loadFastChecksum } from './journal-check.ts';
import { openForReading } from './journal-file.ts';
import { readLine } from './line.ts';
import { linesFromStart } from './line-readers.ts';

/** Every good event of a journal in the order of its lines, `undo` events and what they took back included. */
export async function eventsIn(path: string): Promise<readonly RecordedEvent[]> {
  const checksum = await loadFastChecksum();
  const file = openForReading(path);
  if (file === undefined) return [];
  const events: RecordedEvent[] = [];
  try {
    for (const { bytes } of linesFromStart(file.descriptor, file.size)) {
      const reading = readLine(bytes, checksum);
      if (reading.kind === 'event') events.push(reading.event);
    }
    return events;
  } catch (error) {
    throw readFailure(path, error);
  } finally {
    closeSync(file.descriptor);
  }
}

export async function idsIn(path: string): Promise<ReadonlySet<string>> {
  return new Set((await eventsIn(path)).map(({ id }) => id));
}
