/** Facts about an exercise as words, for every page that shows one. */
import type { Dose, Equipment, Exercise, ExerciseTables, PlanningFlag } from '../data/exercise-schema.ts';
import { timeInWords } from '../engine/routine/dose-words.ts';
import { verdictOn } from '../engine/routine/exclusions.ts';
import type { RaisedFlag } from '../engine/routine/plan.ts';
import { equipmentWords } from '../engine/routine/routine-words.ts';

/** What each grade of evidence is called beside a name. */
export const gradeWords: { readonly [grade in Exercise['grade']]: string } = {
  good: 'good evidence',
  some: 'some evidence',
  thin: 'thin evidence',
  against: 'advised against',
};

/** What each grade means. */
export const gradeMeanings: { readonly [grade in Exercise['grade']]: string } = {
  good: 'Good: studies make it fairly sure that this helps.',
  some: 'Some: studies disagree, or tested the kind of exercise and not this one alone.',
  thin: 'Thin: custom, or a few very small studies.',
  against: 'Guidelines speak against using it as a rule.',
};

/** Flags under which an exercise is left out, and those under which its easier version takes its place. */
export interface Cautions {
  readonly out: readonly PlanningFlag[];
  readonly easier: readonly PlanningFlag[];
}

/** Each flag is tried by itself, so a flag that allows only a few exercises counts for all the others. */
export function cautionsOf(exercise: Exercise, flags: readonly PlanningFlag[]): Cautions {
  const verdicts = flags.map((flag) => ({
    flag,
    kind: verdictOn(exercise, [{ flag: flag.id, because: '' }], flags).kind,
  }));
  const of = (kind: string) => verdicts.filter((verdict) => verdict.kind === kind).map(({ flag }) => flag);
  return { out: of('out'), easier: of('easier') };
}

/** What is left out and when, as the rest of "Leave out if …". */
export function ifAnyOf(flags: readonly PlanningFlag[]): string {
  const parts = flags.map(({ leaveOut }) => leaveOut);
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join('; ')}; or ${parts.at(-1)}`;
}

/** The easier version, and when it must be the one. Undefined when there is none. */
export function easierLine(exercise: Exercise, flags: readonly PlanningFlag[]): string | undefined {
  if (exercise.easier === undefined) return undefined;
  const { easier } = cautionsOf(exercise, flags);
  const against = flags.filter(({ id }) => exercise.easierNotWith?.includes(id));
  return [
    exercise.easier,
    ...(easier.length === 0 ? [] : [`Take it if ${ifAnyOf(easier)}.`]),
    ...(against.length === 0 ? [] : [`Not if ${ifAnyOf(against)}.`]),
  ].join(' ');
}

/** Why, as a sentence: "You said yes to …". */
export function becauseOf(flags: readonly RaisedFlag[]): string {
  const reasons = [...new Set(flags.map(({ because }) => because))];
  return asSentence(reasons.join(', and '));
}

export function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** "a chair or a pillow", "nothing; a towel or a mat if you like". */
export function needsInWords({ ways }: Pick<Exercise, 'ways'>): string {
  const filled = ways.filter((way) => way.length > 0).map(thingsInWords);
  const choices =
    filled.length < 3 ? filled.join(' or ') : `${filled.slice(0, -1).join(', ')} or ${filled.at(-1)}`;
  if (filled.length === ways.length) return choices;
  return filled.length === 0 ? 'nothing' : `nothing; ${choices} if you like`;
}

/** What some of these exercises cannot be done without, each thing once; empty when nothing is needed. */
export function neededThings(exercises: readonly Pick<Exercise, 'ways'>[]): string {
  const needs = exercises.filter(({ ways }) => ways.every((way) => way.length > 0)).map(needsInWords);
  return listed([...new Set(needs)]);
}

/** "about 3 minutes". */
export function aboutMinutes(seconds: number): string {
  return `about ${timeInWords(Math.max(1, Math.round(seconds / 60)) * 60)}`;
}

/** Whether all of a dose is done on one side, then all of it on the other. */
export function hasSides(dose: Dose): boolean {
  return dose.kind !== 'timed' && dose.sides === 2;
}

/** Only a clinician's plan knows it, so nothing of it can be checked or graded. */
export function isDescribed({ id }: Pick<Exercise, 'id'>): boolean {
  return id.startsWith('own-');
}

/** Name of an exercise; its id where the table has none, as after an update. */
export function nameOf(id: string, { exercises }: Pick<ExerciseTables, 'exercises'>): string {
  return exercises.find((exercise) => exercise.id === id)?.name ?? id;
}

/** "a wall", "a wall and a chair", "a wall, a chair and a band". */
function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function thingsInWords(way: readonly Equipment[]): string {
  return way.map((thing) => equipmentWords[thing]).join(' and ');
}
