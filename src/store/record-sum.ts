import { createHash } from 'node:crypto';
import type { RecordedEvent } from '../context.ts';
import type { RecordSum } from '../record-keeper.ts';

/** One event as it stands in an export: a line of JSON, without what only a journal needs. */
export function exportLine({ id, at, zone, kind, body }: RecordedEvent): string {
  return JSON.stringify({ id, at, zone, kind, body });
}

/** SHA-256 over the lines of all events, each with a newline behind it. */
export function sumOf(events: readonly RecordedEvent[]): RecordSum {
  const hash = createHash('sha256');
  for (const event of events) hash.update(`${exportLine(event)}\n`);
  return { events: events.length, checksum: hash.digest('hex') };
}
