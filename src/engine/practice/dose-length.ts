/**
 * How long things take in a guided session. The planner adds these up and the session plays them, so what was promised
 * is what passes.
 */
import type { Dose, Exercise, Position } from '../../data/exercise-schema.ts';
import type { Variant } from '../routine/plan.ts';
import { inVersion, wayOf } from './version.ts';

/** Into the first exercise: from the keyboard to the mat. */
const firstSeconds = 10;
const samePositionSeconds = 5;
/** A sore person does not get from standing to the floor in five seconds. */
const newPositionSeconds = 15;
/** Legs or arms are swapped even where the dose gives no rest. */
const leastChangeSeconds = 5;
/** A calm voice, and a breath after the sentence. */
export const wordsASecond = 2.4;
const afterSpeechSeconds = 1;
/** What the session adds to an announcement: "Let go. Next: …", "Left leg first.", "Hold for 30 seconds." */
const addedWords = 10;

/** What goes before an exercise, and whether it is read aloud. */
export interface Lead {
  /** Position of the exercise before; left out when this is the first. */
  readonly before?: Position | undefined;
  readonly spoken: boolean;
  /** Which version is announced; left out: the ordinary one. */
  readonly variant?: Variant | undefined;
}

/**
 * Seconds of a dose from its first move to its last. Easing into a hold and out of it happens while getting ready and
 * resting. Rests stand between holds, between sets and between sides, never after the last.
 */
export function secondsOf(dose: Dose): number {
  if (dose.kind === 'timed') return dose.seconds;
  const oneSide = dose.kind === 'hold' ? holdSideSeconds(dose) : repetitionSideSeconds(dose);
  return dose.sides === 1 ? oneSide : 2 * oneSide + changeSideSeconds(dose);
}

/** Seconds between the last move on one side and the first on the other. */
export function changeSideSeconds(dose: Exclude<Dose, { kind: 'timed' }>): number {
  return Math.max(dose.restSeconds, leastChangeSeconds);
}

/** Where the body is in this version of an exercise. */
export function positionOf(exercise: Exercise, variant: Variant = 'standard'): Position {
  return variant === 'easier' ? (exercise.easierPosition ?? exercise.position) : exercise.position;
}

/** Seconds of getting into an exercise: long enough to change position, and to hear what to do. */
export function getReadySeconds(exercise: Exercise, lead: Lead): number {
  const moving =
    lead.before === undefined
      ? firstSeconds
      : lead.before === positionOf(exercise, lead.variant)
        ? samePositionSeconds
        : newPositionSeconds;
  return lead.spoken
    ? Math.max(moving, speechSeconds(announcementOf(exercise, lead.variant), addedWords))
    : moving;
}

/** Seconds of an exercise in its place in a session: getting ready and the dose. */
export function itemSeconds(exercise: Exercise, dose: Dose, lead: Lead): number {
  return getReadySeconds(exercise, lead) + secondsOf(dose);
}

/** What is read aloud while getting ready: the name, how to get into it, and the easier or deeper way when that is meant. */
export function announcementOf(exercise: Exercise, variant: Variant = 'standard'): string {
  const { name, say } = inVersion(exercise, variant);
  return [`${name}.`, say, ...wayOf(exercise, variant)].join(' ');
}

/** Whole seconds in which a calm voice says a text and so many words more, with a short pause after them. */
export function speechSeconds(text: string, moreWords = 0): number {
  const words = text.split(/\s+/).filter((word) => word !== '').length + moreWords;
  return Math.ceil(words / wordsASecond + afterSpeechSeconds);
}

function holdSideSeconds(dose: Extract<Dose, { kind: 'hold' }>): number {
  return dose.repetitions * dose.holdSeconds + (dose.repetitions - 1) * dose.restSeconds;
}

function repetitionSideSeconds(dose: Extract<Dose, { kind: 'repetitions' }>): number {
  const repetition = dose.moves.reduce((sum, move) => sum + move.seconds, 0);
  const repetitions = dose.sets.reduce((sum, set) => sum + set, 0);
  return repetitions * repetition + (dose.sets.length - 1) * dose.restSeconds;
}
