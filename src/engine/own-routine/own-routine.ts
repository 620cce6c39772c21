/** What a clinician's plan is once it has been read. `readOwnRoutine` makes one, `asRoutine` hands it to the planner. */
import type { Dose } from '../../data/exercise-schema.ts';

/** A plan that a clinician wrote for this person. It is kept as written: what is not understood is refused, never guessed. */
export interface OwnRoutine {
  /** From the name; no other routine or exercise has it. */
  readonly id: string;
  readonly name: string;
  /** Who wrote it, as written: "Anna Meier, physiotherapist". */
  readonly from?: string;
  /** As written: "2 a day", "3 days a week". */
  readonly howOften?: string;
  /** Where `howOften` counts sessions in a day. */
  readonly sessionsADay?: number;
  /** Last day of the plan, as written. Shown; nothing ends by itself. */
  readonly until?: string;
  /** What else the plan says, line by line, to be shown as it is. */
  readonly remarks: readonly string[];
  readonly steps: readonly OwnStep[];
  /** The whole file as text: written as UTF-8 it is the same file byte for byte, a byte order mark included. */
  readonly raw: string;
}

interface OwnStepFields {
  readonly name: string;
  readonly dose: Dose;
  /** What the clinician says about it, line by line, to be shown as it is. */
  readonly notes: readonly string[];
  /** Where it begins in the file, from 1. */
  readonly line: number;
}

export type OwnStep =
  | (OwnStepFields & {
      readonly kind: 'catalogue';
      /** Id of an exercise of the catalogue. */
      readonly exercise: string;
      readonly variant?: 'easier' | 'deeper';
    })
  /** Not in the catalogue: nothing is known about whom it suits, so it cannot be checked. */
  | (OwnStepFields & {
      readonly kind: 'described';
      /** Begins with "own-", as no id of the catalogue does. */
      readonly exercise: string;
      /** How it is done, in the words of the plan. */
      readonly steps: readonly string[];
    });

/** Why a plan was refused, and where. The words have no full stop, so that a file and a line can be put before them. */
export interface OwnRoutineProblem {
  /** From 1, as an editor counts; the file has this line. */
  readonly line: number;
  /** From 1, where one place in the line is meant. */
  readonly column?: number;
  /** What is wrong: `"Brid dog" is not an exercise we know`. */
  readonly message: string;
  /** What would be right, as it follows "Expected". */
  readonly expected?: string;
  /** The known name most like the one that was written. */
  readonly nearest?: string;
}

/** The candidate most like a word; undefined when none is near. */
export type Nearest = (word: string, candidates: readonly string[]) => string | undefined;

/** What a plan says of itself, as written. */
export interface PlanHead {
  readonly name?: string | undefined;
  readonly from?: string | undefined;
  readonly howOften?: string | undefined;
  readonly until?: string | undefined;
}

/** A plan as one of the two formats gives it, before it has an id. */
export interface PlanDraft extends PlanHead {
  readonly remarks: readonly string[];
  readonly steps: readonly OwnStep[];
  /** In the order of the file. */
  readonly problems: readonly OwnRoutineProblem[];
}

/** Words of a plan in a message, short enough for one line. */
export function quoted(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return `"${words.length > 60 ? `${words.slice(0, 60)}…` : words}"`;
}
