/** One time that a schedule asks for. */
export interface Occurrence {
  /** "desk-break/2026-11-23T09:45": the schedule and what the clock shows at the slot. The same on every machine. */
  readonly id: string;
  readonly schedule: string;
  /** Wall time of the slot; see `wall-time.ts`. */
  readonly slot: number;
  /** Day number of the day it belongs to; a window over midnight belongs to the day it begins on. */
  readonly day: number;
  /** Place among the slots of its day, from 1, and how many there are. */
  readonly number: number;
  readonly of: number;
  /** When it comes, milliseconds since 1970: the slot, less the lead time. */
  readonly at: number;
  /** From here on it may ride on another prompt; `at` itself where the person set the time. */
  readonly earliest: number;
  /** From here on it is not shown any more: the next slot comes, the window or the day ends, or quiet hours begin. */
  readonly until: number;
  /** End of its window, or of the time it makes sense in: a snooze reaches no further. */
  readonly ends: number;
}
