import type { Cue, PracticeScript, Segment } from './script.ts';

/** A guided session at one moment. Times are milliseconds. */
export interface PracticeState {
  /** What is played; an easier version that was asked for stands in it. */
  readonly script: PracticeScript;
  /** Which segment. As many as there are: all of them are over. */
  readonly position: number;
  /** How much of the segment has passed. */
  readonly into: number;
  /** Time of the newest event, by a clock that has no date. */
  readonly at: number;
  readonly over: 'finished' | 'stopped' | undefined;
  /** `asked`: by a key. `away`: nobody was there, or the machine slept. */
  readonly pause: 'asked' | 'away' | undefined;
  /** The steps are being read; time stands still meanwhile. */
  readonly showsHow: boolean;
  /** Time that ran, from the start, whatever was repeated or left out. Never becomes less. */
  readonly elapsed: number;
  /** Time that passed and did not count. */
  readonly paused: number;
  /** How often it was paused. */
  readonly pauses: number;
  /** How far each segment was done, at its best. */
  readonly reached: readonly number[];
  /** Time of work on each item, repeated work included. */
  readonly worked: readonly number[];
  /** Items that were left out by a key. */
  readonly skipped: readonly number[];
}

export type PracticeEvent = {
  readonly kind:
    | 'tick'
    | 'toggle-pause'
    | 'back'
    | 'forward'
    | 'skip'
    | 'easier'
    | 'how'
    | 'stop'
    /** The program is stopped (Ctrl-Z), or the machine slept. */
    | 'suspended'
    | 'resumed'
    | 'resized';
  /** When, by a clock that has no date. */
  readonly at: number;
};

export type PracticeEffect =
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'cue'; readonly cue: Exclude<Cue, 'none'> }
  | { readonly kind: 'finished' };

export interface PracticeStep {
  readonly state: PracticeState;
  /** At most one of each kind, in the order in which they happen. */
  readonly effects: readonly PracticeEffect[];
}

/** Whether time counts. */
export function isRunning({ over, pause, showsHow }: PracticeState): boolean {
  return over === undefined && pause === undefined && !showsHow;
}

export function currentSegment({ script, position }: PracticeState): Segment | undefined {
  return script.segments[position];
}

/** Time in which the body does something, and not only gets there or rests. */
export function isWork({ kind }: Segment): boolean {
  return kind === 'hold' || kind === 'move' || kind === 'stay';
}

/** Where the part begins that comes after this one: another exercise, side, set or line of a script, or a rest. */
export function endOfPart({ script: { segments }, position }: PracticeState): number {
  const now = segments[position];
  const next = segments.findIndex(
    (segment, index) =>
      index > position &&
      (segment.item !== now?.item ||
        segment.kind !== now.kind ||
        segment.side !== now.side ||
        segment.line !== now.line ||
        segment.set?.number !== now.set?.number),
  );
  return next === -1 ? segments.length : next;
}

/** A step that only says something; nothing when the text is empty. */
export function saying(text: string): readonly PracticeEffect[] {
  return text === '' ? [] : [{ kind: 'say', text }];
}
