import { readSync } from 'node:fs';

const newline = 0x0a;
/** The last few events are all that a short command wants; further back, bigger bites cost fewer calls. */
const firstChunk = 32 * 1024;
const laterChunk = 256 * 1024;
/** Letters of lines that are looked at one by one; more are halved first, since most may be nothing that is wanted. */
const piece = 8 * 1024;

/** A stretch of lines, or one of them, to be searched: bytes by the stretch, a text (as Latin-1) by the line. */
export type LineText = Buffer | string;

/** A line without its newline, and the position of its first byte in the file. */
export interface RawLine {
  /** Valid until the next line is asked for: the memory is used again. */
  readonly bytes: Buffer;
  readonly start: number;
}

interface Walk {
  readonly chunk?: number | undefined;
  readonly isPast?: (lines: Buffer) => boolean;
  readonly isOver?: (lines: Buffer) => boolean;
}

/**
 * The wanted lines from the end of an open file to its beginning. A stretch that `wanted` refuses is skipped without
 * being cut into lines, which is what makes ten years of other events cheap; `wanted` always sees whole lines.
 *
 * @param size bytes of the file to look at; what is appended meanwhile is left out
 * @param walk.chunk bytes of the first bite
 * @param walk.isPast told of each stretch before it is looked at; true ends the walk there
 * @param walk.isOver told of each stretch when it is done with; true ends the walk
 */
export function* linesFromEnd(
  descriptor: number,
  size: number,
  wanted: (lines: LineText) => boolean,
  { chunk = firstChunk, isPast = () => false, isOver = () => false }: Walk = {},
): Generator<RawLine> {
  let position = size;
  let length = chunk;
  let memory = Buffer.allocUnsafe(0);
  // What stands before the first newline of the stretch behind: the end of a line that began further to the front.
  let rest: Buffer = Buffer.alloc(0);
  while (position > 0) {
    const count = Math.min(length, position);
    position -= count;
    if (memory.length < count + rest.length) memory = Buffer.allocUnsafe(2 * (count + rest.length));
    readInto(memory, descriptor, position, count);
    rest.copy(memory, count);
    const bytes = memory.subarray(0, count + rest.length);
    const firstBreak = position === 0 ? -1 : bytes.indexOf(newline);
    if (position > 0 && firstBreak === -1) {
      rest = Buffer.from(bytes);
      // A line longer than a bite: twice as much each time, or it would be copied once a bite.
      length *= 2;
      continue;
    }
    const whole = bytes.subarray(firstBreak + 1);
    if (isPast(whole)) return;
    if (wanted(whole)) yield* splitFromEnd(whole, position + firstBreak + 1, wanted);
    if (isOver(whole)) return;
    rest = Buffer.from(bytes.subarray(0, Math.max(firstBreak, 0)));
    length = Math.max(chunk, Math.min(length * 2, laterChunk));
  }
}

function* splitFromEnd(
  bytes: Buffer,
  offset: number,
  wanted: (lines: string) => boolean,
): Generator<RawLine> {
  // A search in a text is ten times cheaper than one in bytes, which matters by the line.
  const text = bytes.toString('latin1');
  for (const [from, to] of piecesFromEnd(text, 0, text.length, wanted)) {
    let end = to;
    while (end > from) {
      const start = Math.max(from, text.lastIndexOf('\n', end - 1) + 1);
      if (start < end && wanted(text.slice(start, end)))
        yield { bytes: bytes.subarray(start, end), start: offset + start };
      end = start - 1;
    }
  }
}

/** Whole lines in pieces of at most `piece` letters where that can be, the last first, without those that nobody wants. */
function* piecesFromEnd(
  text: string,
  from: number,
  to: number,
  wanted: (lines: string) => boolean,
): Generator<readonly [number, number]> {
  const middle = text.lastIndexOf('\n', (from + to) >> 1) + 1;
  if (to - from <= piece || middle <= from) {
    yield [from, to];
    return;
  }
  if (wanted(text.slice(middle, to))) yield* piecesFromEnd(text, middle, to, wanted);
  if (wanted(text.slice(from, middle - 1))) yield* piecesFromEnd(text, from, middle - 1, wanted);
}

/** Lines from the beginning of an open file, the last one also when it has no newline. Empty lines are given too. */
export function* linesFromStart(descriptor: number, size: number, chunk = laterChunk): Generator<RawLine> {
  let position = 0;
  let memory = Buffer.allocUnsafe(chunk);
  // Bytes at the beginning of the memory that belong to a line whose end is not read yet.
  let kept = 0;
  while (position < size) {
    if (kept + chunk > memory.length) memory = Buffer.concat([memory.subarray(0, kept)], 2 * (kept + chunk));
    const count = Math.min(memory.length - kept, size - position);
    readInto(memory.subarray(kept), descriptor, position, count);
    const bytes = memory.subarray(0, kept + count);
    const offset = position - kept;
    position += count;
    let start = 0;
    for (let end = bytes.indexOf(newline, kept); end !== -1; end = bytes.indexOf(newline, start)) {
      yield { bytes: bytes.subarray(start, end), start: offset + start };
      start = end + 1;
    }
    bytes.copyWithin(0, start);
    kept = bytes.length - start;
  }
  if (kept > 0) yield { bytes: memory.subarray(0, kept), start: size - kept };
}

/** Which line of the file a position stands in, counting from one. */
export function lineNumberAt(descriptor: number, position: number): number {
  let number = 1;
  for (const line of linesFromStart(descriptor, position)) {
    if (line.start + line.bytes.length < position) number += 1;
  }
  return number;
}

/** Reads `count` bytes from `position`. The file only grows; where somebody cut it meanwhile, zero bytes stand. */
function readInto(memory: Buffer, descriptor: number, position: number, count: number): void {
  let filled = 0;
  while (filled < count) {
    const read = readSync(descriptor, memory, filled, count - filled, position + filled);
    if (read === 0) memory.fill(0, filled, count);
    filled += read === 0 ? count - filled : read;
  }
}
