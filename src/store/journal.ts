import { closeSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, PastEvent, Random, RecordedEvent, SetAsideLine } from '../context.ts';
import { takenBackBy, undoKind } from '../engine/record/undone.ts';
import { crc32 } from './crc32.ts';
import { createEventIds, type EventIds } from './event-id.ts';
import { readFailure } from './failures.ts';
import { instantWithOffset } from './instant.ts';
import { loadFastChecksum, whySetAside } from './journal-check.ts';
import {
  appendLine,
  type OpenForAppending,
  type OpenJournal,
  openForAppending,
  openForReading,
} from './journal-file.ts';
import {
  beginsBefore,
  type Checksum,
  encodeLine,
  isEveryday,
  kindMark,
  type LineReading,
  rareMark,
  readLine,
} from './line.ts';
import { lineNumberAt, linesFromEnd, linesFromStart, type RawLine } from './line-readers.ts';

export interface JournalOptions {
  /** Folder of the journal; made on the first append, never by reading. */
  readonly folder: string;
  readonly clock: Pick<Clock, 'now' | 'offsetMinutes' | 'zone'>;
  readonly random: Random;
  /** Told about each line that cannot be used, once. */
  readonly onSetAside?: (line: SetAsideLine) => void;
  /** Told when an event is on the disk; `before` is the length of the journal until then, in bytes. */
  readonly onAppended?: (before: number) => void;
  readonly openFile?: OpenForAppending;
  /** Bytes of the first bite when reading from the end. */
  readonly chunk?: number;
}

/** So many older entries in a row are the past, and not a clock that was wrong. */
const enoughOlder = 8;
const undoMark = Buffer.from(kindMark(undoKind));

/** The append-only journal: one event a line, nothing rewritten in place. */
export class Journal {
  readonly path: string;
  readonly #options: JournalOptions;
  readonly #nextId: EventIds;
  readonly #reported = new Set<number>();
  #appending: Promise<unknown> = Promise.resolve();

  constructor(options: JournalOptions) {
    this.path = join(options.folder, 'journal.jsonl');
    this.#options = options;
    this.#nextId = createEventIds(options.random);
  }

  /** Appends one event and resolves when it is on the disk. Throws `RecordError`; then nothing new counts. */
  append(kind: string, body: unknown): Promise<RecordedEvent> {
    if (!/^[a-z][a-z0-9-]*$/.test(kind)) throw new TypeError(`Not a kind of event: ${kind}`);
    // One after the other, so that within a process lines stand in the order of their ids.
    const appended = this.#appending.then(() => this.#appendNow(kind, body));
    this.#appending = appended.catch(() => undefined);
    return appended;
  }

  async #appendNow(kind: string, body: unknown): Promise<RecordedEvent> {
    const { clock, openFile = openForAppending } = this.#options;
    const now = clock.now();
    const at = instantWithOffset(now, clock.offsetMinutes(now));
    const zone = clock.zone();
    let event: RecordedEvent | undefined;
    const before = appendLine(
      this.path,
      (lastId) => {
        event = { id: this.#nextId(now, lastId), at, zone, kind, body };
        return encodeLine(event, crc32);
      },
      openFile,
    );
    if (event === undefined) throw new Error('The line was written, but not made.');
    this.#options.onAppended?.(before);
    return event;
  }

  /**
   * The newest event of each kind that nothing has undone; kinds without one are left out. Reads from the end, once
   * for all kinds, and parses only lines that can matter.
   */
  async newestOf(kinds: readonly string[]): Promise<ReadonlyMap<string, RecordedEvent>> {
    const found = new Map<string, RecordedEvent>();
    this.#read((file) => {
      const missing = new Map(kinds.map((kind) => [kind, Buffer.from(kindMark(kind))]));
      for (const { event } of this.#livingFromEnd(file, missing)) {
        if (!missing.delete(event.kind)) continue;
        found.set(event.kind, event);
        if (missing.size === 0) return;
      }
    });
    return found;
  }

  /** Living events of these kinds from this instant on, newest first. */
  async since(
    kinds: readonly string[],
    from: number,
    having: readonly string[] = [],
  ): Promise<readonly RecordedEvent[]> {
    const found: RecordedEvent[] = [];
    let older = 0;
    const checksum = isLong(this.path) ? await loadFastChecksum() : crc32;
    this.#read((file) => {
      const wanted = new Map(kinds.map((kind) => [kind, Buffer.from(kindMark(kind))]));
      const isPast = (lines: Buffer) => beginsBefore(lines, from);
      const options = { isPast, checksum, having: having.map((text) => Buffer.from(text)) };
      for (const { event } of this.#livingFromEnd(file, wanted, new Set(), options)) {
        if (!wanted.has(event.kind)) continue;
        // Lines stand in the order in which they were written, so the first older one is the end; but a clock that
        // went wrong for a few entries must not hide what stands before them.
        if (Date.parse(event.at) >= from) {
          older = 0;
          found.push(event);
        } else {
          older += 1;
          if (older === enoughOlder) return;
        }
      }
    });
    return found;
  }

  /**
   * Every event that nothing has undone, oldest first; `undo` events themselves are not among them. Lines are read
   * while the caller walks, so a long history is never in memory at once.
   */
  async events(): Promise<Iterable<RecordedEvent>> {
    const undone = new Set<string>();
    this.#read((file) => {
      for (const _ of this.#livingFromEnd(file, new Map(), undone));
    });
    const checksum = await loadFastChecksum();
    return { [Symbol.iterator]: () => this.#living(checksum, undone) };
  }

  /** Everything that was ever kept, newest first, `undo` events and what they took back included; read on the walk. */
  async past(): Promise<Iterable<PastEvent>> {
    const checksum = await loadFastChecksum();
    return { [Symbol.iterator]: () => this.#past(checksum) };
  }

  *#past(checksum: Checksum): Generator<PastEvent> {
    const file = openForReading(this.path);
    if (file === undefined) return;
    try {
      const undone = new Set<string>();
      for (const line of linesFromEnd(file.descriptor, file.size, () => true, this.#options.chunk)) {
        const reading = readLine(line.bytes, checksum);
        this.#report(reading, line, file);
        if (reading.kind !== 'event') continue;
        const isUndone = undone.has(reading.event.id);
        if (!isUndone) for (const id of takenBackBy(reading.event)) undone.add(id);
        yield { ...reading.event, undone: isUndone };
      }
    } catch (error) {
      throw readFailure(this.path, error);
    } finally {
      closeSync(file.descriptor);
    }
  }

  *#living(checksum: Checksum, undone: ReadonlySet<string>): Generator<RecordedEvent> {
    const file = openForReading(this.path);
    if (file === undefined) return;
    try {
      for (const line of linesFromStart(file.descriptor, file.size)) {
        const reading = readLine(line.bytes, checksum);
        this.#report(reading, line, file);
        if (reading.kind !== 'event') continue;
        if (reading.event.kind !== undoKind && !undone.has(reading.event.id)) yield reading.event;
      }
    } catch (error) {
      throw readFailure(this.path, error);
    } finally {
      closeSync(file.descriptor);
    }
  }

  /** Newest first: an `undo` stands behind what it undoes, so one walk from the end knows all of them in time. */
  *#livingFromEnd(
    file: OpenJournal,
    kinds: ReadonlyMap<string, Buffer>,
    undone = new Set<string>(),
    { isPast, checksum = crc32, having = [] }: WalkOptions = {},
  ): Generator<{ readonly event: RecordedEvent }> {
    const matters = (bytes: Buffer): boolean => {
      // Zero bytes may stand where a wanted line stood: worth a report.
      if (bytes.includes(0)) return true;
      const hasRare = bytes.includes(rareMark);
      if (hasRare && bytes.includes(undoMark)) return true;
      if (having.length > 0 && !having.some((text) => bytes.includes(text))) return false;
      for (const [kind, mark] of kinds)
        if ((hasRare || isEveryday(kind)) && bytes.includes(mark)) return true;
      return false;
    };
    const { chunk } = this.#options;
    for (const line of linesFromEnd(file.descriptor, file.size, matters, chunk, isPast)) {
      if (!matters(line.bytes)) continue;
      const reading = readLine(line.bytes, checksum);
      this.#report(reading, line, file);
      if (reading.kind !== 'event' || undone.has(reading.event.id)) continue;
      for (const id of takenBackBy(reading.event)) undone.add(id);
      yield { event: reading.event };
    }
  }

  #read(walk: (file: OpenJournal) => void): void {
    const file = openForReading(this.path);
    if (file === undefined) return;
    try {
      walk(file);
    } catch (error) {
      throw readFailure(this.path, error);
    } finally {
      closeSync(file.descriptor);
    }
  }

  #report(reading: LineReading, line: RawLine, file: OpenJournal): void {
    const reason = whySetAside(reading);
    if (reason === undefined || this.#reported.has(line.start)) return;
    this.#reported.add(line.start);
    const number = lineNumberAt(file.descriptor, line.start);
    this.#options.onSetAside?.({ file: this.path, line: number, reason });
  }
}

interface WalkOptions {
  readonly isPast?: (lines: Buffer) => boolean;
  readonly checksum?: Checksum;
  /** Texts of which a line must hold one. */
  readonly having?: readonly Buffer[];
}

/** From here on a reading of weeks meets enough lines to be worth zlib; our own checksum would be compiled for them. */
const longJournal = 32 * 1024;

function isLong(path: string): boolean {
  try {
    return statSync(path).size > longJournal;
  } catch {
    // None yet, or one that cannot be opened: reading it says so.
    return false;
  }
}
