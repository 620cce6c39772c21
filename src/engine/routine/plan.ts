/** What a planned routine is. `plan-routine.ts` makes one, `practice` runs it, documents show it. */
import type { Dose, Equipment, Exercise, Position, StageNumber } from '../../data/exercise-schema.ts';
import type { RemedyTarget } from '../../data/remedy-schema.ts';
import type { SubtypeId } from '../../data/schema.ts';

export type Variant = 'standard' | 'easier' | 'deeper';

/** A planning flag that holds, and the answer that says so. */
export interface RaisedFlag {
  readonly flag: string;
  /** As the rest of a sentence: `you said "pain runs below the knee" (22 November)`. */
  readonly because: string;
}

/** What the person wants, and what is known of them. */
export interface RoutineRequest {
  /** Time there is, in minutes: 1 to 30 (whole or not). */
  readonly minutes: number;
  /** Only exercises in this position; left out: any. */
  readonly position?: Position | 'lying' | undefined;
  /** What is at hand. */
  readonly equipment: readonly Equipment[];
  /** False: nothing on the floor. */
  readonly floorWork: boolean;
  /** What it is for; left out: general. */
  readonly target?: RemedyTarget | undefined;
  readonly subtypes?: readonly SubtypeId[] | undefined;
  readonly stage: StageNumber;
  readonly chronicity: 'acute' | 'subacute' | 'chronic';
  readonly flags: readonly RaisedFlag[];
  /** Whole number that turns the choice: the day of the person. */
  readonly seed: number;
  /** Exercises done lately, newest first: they come later. */
  readonly recent: readonly string[];
  /** From how the last sessions went: less, as written, or more. */
  readonly effort: 'less' | 'same' | 'more';
  /** Words that are spoken need time: the length of "move on" follows them. */
  readonly spoken: boolean;
}

export interface PlannedItem {
  readonly exercise: Exercise;
  readonly variant: Variant;
  readonly dose: Dose;
  /** The dose in words. */
  readonly how: string;
  /** Seconds from getting into it to its end. */
  readonly seconds: number;
  /** The ordinary version is out because of these; the easier one stands in. */
  readonly easierBecause?: readonly RaisedFlag[];
}

/** An exercise that is not offered, and why. */
export interface Exclusion {
  readonly exercise: string;
  readonly flags: readonly RaisedFlag[];
  /** Why, as the rest of a sentence, where it is no flag: "it is for later, when pain has settled more". */
  readonly because?: string;
}

export type RoutinePlan =
  | {
      readonly kind: 'routine';
      /** Id of a ready or an own routine; left out when it was put together for now. */
      readonly routine?: string;
      readonly name: string;
      readonly items: readonly PlannedItem[];
      /** From the first second to the last, getting ready included. */
      readonly seconds: number;
      readonly excluded: readonly Exclusion[];
      /** Why this one, sentences. */
      readonly because: readonly string[];
    }
  | {
      /** Nothing fits; says why, and what to change. */
      readonly kind: 'none';
      readonly because: readonly string[];
      readonly change: readonly string[];
      /** The request that each line of `change` stands for, in the same order: every one of them gives a routine. */
      readonly changed: readonly RoutineRequest[];
      readonly excluded: readonly Exclusion[];
    };
