import type { EventSearch, RecordedEvent } from '../context.ts';
import { beginsBefore, endsBefore, kindMark } from './line.ts';
import type { LineText } from './line-readers.ts';

/** So many older entries in a row are the past, and not a clock that was wrong. */
const enoughOlder = 8;
/** One stretch of lines alone may begin with an entry of a clock that went wrong. */
export const enoughPast = 2;

/** One search on a walk from the newest line to the oldest: what it found, and whether it needs more. */
export class JournalSearch {
  readonly found: RecordedEvent[] = [];
  readonly #search: EventSearch;
  readonly #marks: ReadonlyMap<string, string>;
  #isOpen = true;
  #older = 0;
  #past = 0;

  constructor(search: EventSearch) {
    this.#search = search;
    this.#marks = new Map(search.kinds.map((kind) => [kind, kindMark(kind)]));
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Whether something of it may stand in these lines. */
  mayBeIn(lines: LineText): boolean {
    if (!this.#isOpen || !this.#hasText(lines)) return false;
    for (const mark of this.#marks.values()) if (lines.includes(mark)) return true;
    return false;
  }

  /** Told of every event that nothing has undone, with the line that it stands in. */
  meet(event: RecordedEvent, line: Buffer): void {
    const { from, most = Number.POSITIVE_INFINITY } = this.#search;
    if (!this.#isOpen || !this.#marks.has(event.kind) || !this.#hasText(line)) return;
    // Lines stand in the order in which they were written, so the first older one is the end; but a clock that
    // went wrong for a few entries must not hide what stands before them.
    const isOlder = from !== undefined && !(Date.parse(event.at) >= from);
    this.#older = isOlder ? this.#older + 1 : 0;
    if (!isOlder) this.found.push(event);
    if (this.#older === enoughOlder || this.found.length === most) this.#isOpen = false;
  }

  /**
   * Told of every stretch of lines before it is looked at. Where the one behind it began in the past, and this one ends
   * there, as its middle says too, the rest is the past: two clocks would have had to go wrong.
   */
  enter(lines: Buffer): void {
    const { from } = this.#search;
    if (this.#past > 0 && from !== undefined && endsBefore(lines, from)) this.#isOpen = false;
  }

  /** Told of every stretch of lines that was walked through. */
  leave(lines: Buffer): void {
    const { from } = this.#search;
    if (!this.#isOpen || from === undefined) return;
    this.#past = beginsBefore(lines, from) ? this.#past + 1 : 0;
    if (this.#past === enoughPast) this.#isOpen = false;
  }

  #hasText(lines: LineText): boolean {
    const { having } = this.#search;
    return having === undefined || having.some((text) => lines.includes(text));
  }
}
