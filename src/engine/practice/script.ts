/** What a guided session does, second by second. `build-script.ts` makes it of a plan; `practice.ts` runs it. */

export type SegmentKind =
  /** Getting into the next exercise. */
  | 'get-ready'
  | 'hold'
  /** One move of a repetition or of a breath. */
  | 'move'
  /** Time that only passes: a walk, lying with the legs up. */
  | 'stay'
  | 'rest'
  | 'change-side';

export interface Segment {
  readonly kind: SegmentKind;
  /** Which item of the plan. */
  readonly item: number;
  readonly milliseconds: number;
  /** Left out where the exercise has no sides. */
  readonly side?: 'left' | 'right';
  /** What to do now, short: "hold, left leg", "lift", "rest". Shown large. */
  readonly label: string;
  /** Spoken when it begins; empty: only the cue. Fits into the segment when spoken. */
  readonly say: string;
  /** Sound when it begins. */
  readonly cue: Cue;
  /** Spoken on the way, e.g. ten seconds before the end. Each is over before the next, and before the segment ends. */
  readonly remarks?: readonly Remark[];
  readonly repetition?: { readonly number: number; readonly of: number };
  readonly set?: { readonly number: number; readonly of: number };
  /** Which line of a script it is: a key goes on from line to line. Left out: it belongs to the part before it. */
  readonly line?: number;
  /** How the picture that breathes moves; left out: there is none. */
  readonly breath?: BreathCurve;
  /** Which picture goes with it. `counter` is the opposite end of the movement; where none is drawn, `start`. */
  readonly picture: 'start' | 'hold' | 'counter';
}

/** How full the picture that breathes is, 0 to 1, from the start of a segment to its end. */
export interface BreathCurve {
  readonly from: number;
  readonly to: number;
  /** It rises and sinks a little by itself, where nobody has to breathe with it. */
  readonly sways?: true;
}

export interface Remark {
  /** Milliseconds since the segment began. */
  readonly at: number;
  readonly say: string;
}

export type Cue = 'none' | 'begin' | 'change' | 'rest' | 'end';

export interface PracticeScript {
  readonly name: string;
  readonly items: readonly ScriptItem[];
  readonly segments: readonly Segment[];
  /** Spoken when it is over. */
  readonly closing: string;
}

export interface ScriptItem {
  readonly exercise: string;
  readonly name: string;
  readonly variant: 'standard' | 'easier' | 'deeper';
  /** One or two sentences under the picture. */
  readonly instruction: string;
  /** All steps, for "how?". */
  readonly steps: readonly string[];
  /** When to stop with this one. */
  readonly stop?: string;
  /** It is done in another position than the ordinary pictures show. */
  readonly isElsewhere?: true;
  /** The easier version, when there is one that suits and it is not in use. */
  readonly easier?: EasierItem;
}

/** What an item becomes in its easier version. */
export interface EasierItem extends Pick<ScriptItem, 'name' | 'instruction' | 'steps' | 'isElsewhere'> {
  /** What changes, a sentence: spoken when it is put in place. */
  readonly way: string;
  /** One round of it, where it has another rhythm: what is left of the rounds is played so. */
  readonly round?: readonly Segment[];
}
