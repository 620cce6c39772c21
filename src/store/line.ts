import type { RecordedEvent } from '../context.ts';

/** The journal format this program writes. Grows when an older program could no longer read what we mean. */
export const journalVersion = 1;

/** CRC-32 of bytes: ours for a line or two, zlib's for all of them (see crc32.ts). */
export type Checksum = (bytes: Uint8Array) => number;

/** What one line of the journal turned out to be. */
export type LineReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'event'; readonly event: RecordedEvent; readonly newer: boolean; readonly note?: string }
  | { readonly kind: 'set-aside'; readonly reason: string; readonly newer: boolean };

/** How every line begins, in every version; inside a JSON text its quotes would be escaped. */
export const lineStart = '{"v":';

/** `,"sum":"89abcdef"}`: the checksum is over all bytes before it, so checking needs no second serialising. */
const sumStart = ',"sum":"';
const sumDigits = 8;
const sumLength = sumStart.length + sumDigits + 2;

/**
 * Kinds that happen daily. The lines of all others carry a tab, which JSON allows between fields and never inside a
 * text: searching for one byte passes over ten years of everyday lines at the speed of memory (9 MB in 1 ms, against
 * 2 ms for each kind that is looked for by its name).
 *
 * A kind may be added at any time, but never taken away: its lines would no longer be found.
 */
const everydayKinds: ReadonlySet<string> = new Set([
  'log',
  'practice',
  'practice-after',
  'check-in',
  'reminder-shown',
  'reminder-answer',
  'reminder-missed',
]);

/** What lines of a kind carry when they are not everyday ones. */
const rareMark = '\t';

/** Whether lines of this kind may stand without `rareMark`. */
export function isEveryday(kind: string): boolean {
  return everydayKinds.has(kind);
}

const reasons = {
  nul: 'it is filled with zero bytes, as after a power cut',
  torn: 'it was cut short',
  foreign: 'it is not an event that backcare wrote',
  damaged: 'its checksum does not match',
  newer: 'a newer version of backcare wrote it',
} as const;

/** One event as a line, with its newline. */
export function encodeLine(event: RecordedEvent, checksum: Checksum): Buffer {
  const { id, at, zone, kind, body } = event;
  const head = JSON.stringify({ v: journalVersion, id, at, zone }).slice(0, -1);
  const mark = isEveryday(kind) ? '' : rareMark;
  const open = `${head},${mark}${JSON.stringify({ kind, body }).slice(1, -1)}`;
  const sum = checksum(Buffer.from(open)).toString(16).padStart(sumDigits, '0');
  return Buffer.from(`${open}${sumStart}${sum}"}\n`);
}

/** How the line of this event begins. */
export function headOf(id: string): string {
  return `${lineStart}${journalVersion},"id":${JSON.stringify(id)},`;
}

/** What a line of this kind must contain: reading may skip whatever has none of it. */
export function kindMark(kind: string): string {
  return `${isEveryday(kind) ? '' : rareMark}"kind":${JSON.stringify(kind)}`;
}

/**
 * Finds the first line of a stretch of lines that may be, or may have been, of one of these kinds: whichever does not
 * begin as another one, or that a second line may have run into. What stands behind the beginning does not matter.
 * Damage changes letters and not their number, so a kind as long as one of these may have been it.
 */
export function patternOfLines(kinds: readonly string[]): RegExp {
  const field = (name: string) => `"${name}":"[^"\\n\\t\\0]*",`;
  const lengths = kinds.map(({ length }) => `[a-z0-9-]{${length}}"`).join('|');
  const other = `(?:"kind":"(?:${[...everydayKinds].join('|')})"|\\t"kind":"(?!${lengths})[a-z][a-z0-9-]*")`;
  const plain = `\\{"v":\\d+,${field('id')}${field('at')}${field('zone')}${other}(?:,"body":[^\\n\\t\\0]*)?$`;
  return new RegExp(`^(?!${plain})|[^\\n]\\{"v":`, 'm');
}

/** Whether a stretch of lines begins with an entry older than this instant, in milliseconds since 1970. */
export function beginsBefore(lines: Buffer, from: number): boolean {
  return timeAt(lines, 0) < from;
}

/** Whether the last line of a stretch, and the one in its middle, are older than this instant. */
export function endsBefore(lines: Buffer, from: number): boolean {
  const middle = lines.indexOf('\n', lines.length >> 1) + 1;
  // Behind the last newline no line begins.
  const last = lines.lastIndexOf('\n', lines.length - 2) + 1;
  return 0 < middle && middle < last && timeAt(lines, last) < from && timeAt(lines, middle) < from;
}

/** NaN where no line begins, or none that can be read. */
function timeAt(lines: Buffer, start: number): number {
  const at = /"at":"([^"]+)"/.exec(lines.toString('latin1', start, start + timeWithin))?.[1];
  return at === undefined ? Number.NaN : Date.parse(at);
}

/** A line's time stands near its beginning: reading it whole would cost what is to be saved. */
const timeWithin = 160;

/** Reads one line, without its newline. Never throws: what is no good event is set aside with its reason. */
export function readLine(line: Buffer, checksum: Checksum): LineReading {
  const bytes = line[line.length - 1] === 0x0d ? line.subarray(0, -1) : line;
  if (bytes.length === 0) return { kind: 'blank' };
  const whole = readWhole(bytes, checksum);
  if (whole.kind === 'event' || whole.newer) return whole;
  // A crash can leave a line without its end, and a writer that did not see it yet adds a good line right behind.
  const start = bytes.lastIndexOf(lineStart);
  if (start > 0) {
    const tail = readWhole(bytes.subarray(start), checksum);
    if (tail.kind === 'event') return { ...tail, note: reasonFor(bytes.subarray(0, start)) };
  }
  return whole;
}

function readWhole(bytes: Buffer, checksum: Checksum): Exclude<LineReading, { kind: 'blank' }> {
  const value = parse(bytes);
  if (value === undefined) return { kind: 'set-aside', reason: reasonFor(bytes), newer: false };
  const newer = typeof value.v === 'number' && value.v > journalVersion;
  // A newer program may count its checksum otherwise; believing its version only makes us refuse to write.
  if (!newer) {
    if (value.v !== journalVersion || typeof value.sum !== 'string') {
      return { kind: 'set-aside', reason: reasons.foreign, newer };
    }
    if (!sumMatches(bytes, checksum)) return { kind: 'set-aside', reason: reasons.damaged, newer };
  }
  const { id, at, zone, kind, body } = value;
  if (typeof id !== 'string' || typeof at !== 'string' || typeof kind !== 'string') {
    return { kind: 'set-aside', reason: newer ? reasons.newer : reasons.foreign, newer };
  }
  return {
    kind: 'event',
    event: { id, at, zone: typeof zone === 'string' ? zone : 'UTC', kind, body },
    newer,
  };
}

type Fields = { readonly [field in 'v' | 'id' | 'at' | 'zone' | 'kind' | 'body' | 'sum']?: unknown };

function parse(bytes: Buffer): Fields | undefined {
  // Most damage shows without an exception: a thrown SyntaxError costs more than a line.
  if (bytes[0] !== 0x7b || bytes[bytes.length - 1] !== 0x7d) return undefined;
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}

/** Compares numbers, not texts: a full reading does this a hundred thousand times. */
function sumMatches(bytes: Buffer, checksum: Checksum): boolean {
  const end = bytes.length - sumLength;
  if (end <= 0) return false;
  for (let place = 0; place < sumStart.length; place += 1) {
    if (bytes[end + place] !== sumStart.charCodeAt(place)) return false;
  }
  let sum = 0;
  for (let place = end + sumStart.length; place < bytes.length - 2; place += 1) {
    sum = sum * 16 + hexValue(bytes[place] ?? 0);
  }
  return sum === checksum(bytes.subarray(0, end));
}

/** Of a lower-case digit; NaN for any other byte. */
function hexValue(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  return byte >= 0x61 && byte <= 0x66 ? byte - 0x61 + 10 : Number.NaN;
}

function reasonFor(bytes: Buffer): string {
  if (bytes.includes(0)) return reasons.nul;
  return bytes.subarray(0, lineStart.length).toString('latin1') === lineStart
    ? reasons.torn
    : reasons.foreign;
}
