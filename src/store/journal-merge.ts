import type { RecordedEvent } from '../context.ts';
import { placesFor } from '../engine/record/merge.ts';
import { crc32 } from './crc32.ts';
import { writeAll } from './file-bytes.ts';
import type { OpenJournal } from './journal-file.ts';
import { type Checksum, encodeLine, readLine } from './line.ts';
import { linesFromStart } from './line-readers.ts';

const newline = Buffer.from('\n');
/** Lines are written in bites of so many bytes. */
const enough = 1024 * 1024;

/**
 * Writes the present journal with events in between, each in its place. The present lines stay byte for byte, also
 * those that cannot be used.
 */
export function writeMerged(
  to: number,
  present: OpenJournal | undefined,
  ours: readonly RecordedEvent[],
  theirs: readonly RecordedEvent[],
  checksum: Checksum,
): void {
  const out = createLineWriter(to);
  const places = placesFor(ours, theirs);
  let next = 0;
  let passed = 0;
  const insert = (isDue: (after: number) => boolean) => {
    for (let place = places[next]; place !== undefined && isDue(place.after); place = places[next]) {
      out.add(encodeLine(place.event, crc32));
      next += 1;
    }
  };
  for (const { bytes } of present === undefined ? [] : linesFromStart(present.descriptor, present.size)) {
    if (readLine(bytes, checksum).kind === 'event') {
      insert((after) => after <= passed);
      passed += 1;
    }
    // The memory of a line is used again for the next.
    out.add(Buffer.concat([bytes, newline]));
  }
  insert(() => true);
  out.flush();
}

function createLineWriter(to: number) {
  let waiting: Buffer[] = [];
  let length = 0;
  const flush = () => {
    writeAll(to, Buffer.concat(waiting));
    waiting = [];
    length = 0;
  };
  const add = (bytes: Buffer) => {
    waiting.push(bytes);
    length += bytes.length;
    if (length >= enough) flush();
  };
  return { add, flush };
}
