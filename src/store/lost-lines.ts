import { closeSync } from 'node:fs';
import { undoKind } from '../engine/record/undone.ts';
import { crc32 } from './crc32.ts';
import { readFailure } from './failures.ts';
import { openForReading } from './journal-file.ts';
import { enoughPast } from './journal-search.ts';
import { beginsBefore, headOf, lineStart, patternOfLines, readLine } from './line.ts';
import { type LineText, linesFromEnd } from './line-readers.ts';

export interface LostView {
  /** What may have been lost: an event of this kind, or an `undo`, which may have taken one back. */
  readonly kind: string;
  /** Only lines behind this event count; left out: all of them. */
  readonly behind: string | undefined;
  /** Lines from before this instant need not be looked at, in milliseconds since 1970. */
  readonly from: number;
}

const newline = 0x0a;

/**
 * Whether a line that cannot be read may have held such an event. Reads from the end, and passes over whole stretches of
 * lines that begin as lines of other kinds, so that a short command may ask. Throws `RecordError`.
 */
export function mayHaveLost(path: string, { kind, behind, from }: LostView): boolean {
  const file = openForReading(path);
  if (file === undefined) return false;
  const pattern = patternOfLines([kind, undoKind]);
  const mayMatter = (lines: LineText) => pattern.test(textOf(lines));
  const head = behind === undefined ? undefined : headOf(behind);
  let past = 0;
  const isOver = (lines: Buffer) => {
    past = beginsBefore(lines, from) ? past + 1 : 0;
    return past === enoughPast;
  };
  try {
    for (const { bytes } of linesFromEnd(file.descriptor, file.size, mayMatter, { isOver })) {
      // It was read before, and need not be checked again.
      if (head !== undefined && bytes.indexOf(head) === 0) return false;
      const reading = readLine(bytes, crc32);
      // What stands before it in its own line is older.
      if (reading.kind === 'event' && reading.event.id === behind) return false;
      if (reading.kind === 'blank' || (reading.kind === 'event' && reading.note === undefined)) continue;
      const pieces = piecesOf(bytes);
      const unread = reading.kind === 'event' ? pieces.slice(0, -1) : pieces;
      if (unread.some(mayMatter)) return true;
    }
    return false;
  } catch (error) {
    throw readFailure(path, error);
  } finally {
    closeSync(file.descriptor);
  }
}

/** Without its last newline, behind which no line begins. */
function textOf(lines: LineText): string {
  if (typeof lines === 'string') return lines;
  return lines.toString('latin1', 0, lines.at(-1) === newline ? lines.length - 1 : lines.length);
}

/** Lines that ran into each other, apart; what stands before the first one is a piece too. */
function piecesOf(bytes: Buffer): readonly Buffer[] {
  const pieces: Buffer[] = [];
  for (let start = 0; start < bytes.length; ) {
    const next = bytes.indexOf(lineStart, start + 1);
    const end = next === -1 ? bytes.length : next;
    pieces.push(bytes.subarray(start, end));
    start = end;
  }
  return pieces;
}
