import { closeSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, EventSearch, PastEvent, Random, RecordedEvent, SetAsideLine } from '../context.ts';
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
import { JournalSearch } from './journal-search.ts';
import { type Checksum, encodeLine, kindMark, type LineReading, readLine } from './line.ts';
import { type LineText, lineNumberAt, linesFromEnd, linesFromStart, type RawLine } from './line-readers.ts';

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

const undoMark = kindMark(undoKind);

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

  /** The newest event of each kind that nothing has undone, in one reading; kinds without one are left out. */
  async newestOf(kinds: readonly string[]): Promise<ReadonlyMap<string, RecordedEvent>> {
    const found = await this.sinceEach(kinds.map((kind) => ({ kinds: [kind], most: 1 })));
    return new Map(found.flat().map((event) => [event.kind, event]));
  }

  /** Living events of these kinds from this instant on, newest first. */
  async since(kinds: readonly string[], from: number): Promise<readonly RecordedEvent[]> {
    return (await this.sinceEach([{ kinds, from }])).flat();
  }

  /** What each search finds, newest first. Reads from the end, once for all, and parses only lines that can matter. */
  async sinceEach(wanted: readonly EventSearch[]): Promise<readonly (readonly RecordedEvent[])[]> {
    const searches = wanted.map((search) => new JournalSearch(search));
    // Of assessments one is read, and of days many.
    const checksum =
      wanted.some(({ from }) => from !== undefined) && isLong(this.path) ? await loadFastChecksum() : crc32;
    this.#read((file) => {
      for (const { event, line } of this.#livingFromEnd(file, searches, { checksum })) {
        for (const search of searches) search.meet(event, line);
        if (!searches.some(({ isOpen }) => isOpen)) return;
      }
    });
    return searches.map(({ found }) => found);
  }

  /**
   * Every event that nothing has undone, oldest first; `undo` events themselves are not among them. Lines are read
   * while the caller walks, so a long history is never in memory at once.
   */
  async events(): Promise<Iterable<RecordedEvent>> {
    const undone = new Set<string>();
    this.#read((file) => {
      for (const _ of this.#livingFromEnd(file, [], { undone }));
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
      for (const line of linesFromEnd(file.descriptor, file.size, () => true, {
        chunk: this.#options.chunk,
      })) {
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
    searches: readonly JournalSearch[],
    {
      undone = new Set(),
      checksum = crc32,
    }: { readonly undone?: Set<string>; readonly checksum?: Checksum } = {},
  ): Generator<{ readonly event: RecordedEvent; readonly line: Buffer }> {
    const matters = (lines: LineText): boolean => {
      // Zero bytes may stand where a wanted line stood: worth a report.
      if (lines.includes('\0')) return true;
      return lines.includes(undoMark) || searches.some((search) => search.mayBeIn(lines));
    };
    const isNoneOpen = () => searches.length > 0 && !searches.some(({ isOpen }) => isOpen);
    const isPast = (bytes: Buffer): boolean => {
      for (const search of searches) search.enter(bytes);
      return isNoneOpen();
    };
    const isOver = (bytes: Buffer): boolean => {
      for (const search of searches) search.leave(bytes);
      return isNoneOpen();
    };
    const { chunk } = this.#options;
    for (const line of linesFromEnd(file.descriptor, file.size, matters, { chunk, isPast, isOver })) {
      const reading = readLine(line.bytes, checksum);
      this.#report(reading, line, file);
      if (reading.kind !== 'event' || undone.has(reading.event.id)) continue;
      for (const id of takenBackBy(reading.event)) undone.add(id);
      yield { event: reading.event, line: line.bytes };
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

/** From here on a reading of weeks meets enough lines to be worth zlib: V8 would compile our own checksum for them (4 MB). */
const longJournal = 32 * 1024;

function isLong(path: string): boolean {
  try {
    return statSync(path).size > longJournal;
  } catch {
    // None yet, or one that cannot be opened: reading it says so.
    return false;
  }
}
