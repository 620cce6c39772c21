import type { Dose, Exercise } from '../../data/exercise-schema.ts';
import { type CatalogueNames, plainName } from './catalogue-names.ts';
import { doseFromParts } from './dose-from-parts.ts';
import { type DosePart, type DoseParts, saidParts, type WrongDose } from './dose-parts.ts';
import { readDoseText } from './dose-text.ts';
import { type Nearest, type OwnRoutineProblem, quoted } from './own-routine.ts';

/** What is known when an exercise of a plan is read. */
export interface PlanWorld {
  readonly names: CatalogueNames;
  readonly nearest: Nearest;
}

interface Wrong extends Omit<OwnRoutineProblem, 'line' | 'column'> {
  readonly kind: 'wrong';
  /** The part of the dose that it is, where it is one. */
  readonly part?: DosePart;
}

/** One exercise of a plan, without the lines under it. */
export type PlanItem =
  | {
      readonly kind: 'item';
      /** Undefined: not in the catalogue, described by the plan itself. */
      readonly exercise?: Exercise;
      readonly name: string;
      readonly dose: Dose;
      readonly variant?: 'easier' | 'deeper';
      readonly notes: readonly string[];
      /** The plan gives a dose of its own. */
      readonly hasDose: boolean;
    }
  | Wrong;

interface Split {
  readonly name: string;
  readonly dose: string;
}

const mostNameCharacters = 80;
const ownMark = /^own(?: exercise)?\s*:\s*/i;
const noteMark = /\s(?:--+|[—–]|-(?=\s))\s*(?=\S)/;

/** Whether the words begin an exercise that the plan describes itself: "Own: Wall press: …". */
export const isOwnItem = (words: string): boolean => ownMark.test(words);

/** Reads the words of one item of the list: a name, a dose and a remark, as "Bird dog: 3 x 8, each side -- slowly". */
export function readPlanItem(words: string, world: PlanWorld): PlanItem {
  const plain = withoutEmphasis(words);
  const [before, after] = cutAt(plain, /\s--+\s+/);
  const isOwn = isOwnItem(before);
  const { name, dose } = splitName(isOwn ? before.replace(ownMark, '') : before, world.names);
  const [said, aside] = cutAtRemark(dose);
  const notes = [aside, after].filter((note) => note !== '');
  const exercise = isOwn ? undefined : world.names.find(name);
  const unnamed = isOwn
    ? wrongOwnName(name, world)
    : exercise === undefined
      ? unknownExercise(name, world)
      : undefined;
  if (unnamed !== undefined) return unnamed;
  // "Bird dog -- 3 x 8": the marks of a remark, but it is the dose.
  const [first, ...others] = notes;
  const isDose = said === '' && first !== undefined && saysDose(first);
  return withDose(name, exercise, isDose ? first : said, isDose ? others : notes);
}

function saysDose(text: string): boolean {
  const reading = readDoseText(text);
  return reading.kind === 'parts' && saidParts(reading.parts).length > 0;
}

function withDose(
  name: string,
  exercise: Exercise | undefined,
  said: string,
  notes: readonly string[],
): PlanItem {
  const reading = readDoseText(said);
  if (reading.kind === 'wrong') return about(exercise?.name ?? name, reading);
  const built = itemFromParts(name, exercise, reading.parts);
  if (built.kind === 'wrong') return built;
  return { ...built, notes: [...built.notes, ...reading.asides, ...notes] };
}

/** The item that these parts of a dose make of an exercise; both formats end here. */
export function itemFromParts(name: string, exercise: Exercise | undefined, parts: DoseParts): PlanItem {
  const built = doseFromParts(parts, exercise);
  if (built.kind === 'wrong') return about(exercise?.name ?? name, built);
  return {
    kind: 'item',
    ...(exercise === undefined ? {} : { exercise }),
    name: exercise?.name ?? name,
    dose: built.dose,
    ...(parts.variant === undefined ? {} : { variant: parts.variant }),
    notes: parts.only === undefined ? [] : [`The ${parts.only} side only.`],
    hasDose: saidParts(parts).length > 0,
  };
}

/** The name of an exercise that a plan describes must be a name, and none that we have. */
export function wrongOwnName(name: string, { names }: PlanWorld): Wrong | undefined {
  const known = names.find(name);
  if (known !== undefined) {
    return {
      kind: 'wrong',
      message: `"${known.name}" is in the catalogue, so it can be checked`,
      expected: 'the same without "own", or another name for what you describe',
    };
  }
  const isName = /\p{L}/u.test(plainName(name)) && name.length <= mostNameCharacters;
  if (isName) return undefined;
  return {
    kind: 'wrong',
    message: `${quoted(name)} is not a name`,
    expected: `a name of at most ${mostNameCharacters} characters, such as "Own: Wall press: 2 sets of 10"`,
  };
}

export function unknownExercise(name: string, { names, nearest }: PlanWorld): Wrong {
  const guess = name.length > mostNameCharacters ? undefined : nearest(name, names.all);
  return {
    kind: 'wrong',
    message: `${quoted(name)} is not an exercise we know`,
    expected:
      'a name or id of the list (backcare stretch list), or "Own: " and how it is done in the lines under it',
    ...(guess === undefined ? {} : { nearest: guess }),
  };
}

function about(name: string, problem: WrongDose): Wrong {
  return { ...problem, message: `${name}: ${problem.message}` };
}

/** A colon ends the name; without one, a name that we know does, or a dash, or the first figure. */
function splitName(words: string, names: CatalogueNames): Split {
  const colon = /:\s*/.exec(words);
  if (colon !== null) return cutName(words, colon.index, colon[0].length);
  const known = names.findAtStart(words);
  if (known !== undefined)
    return { name: words.slice(0, words.length - known.rest.length), dose: opened(known.rest) };
  const dash = /\s[-–—]\s+/.exec(words);
  if (dash !== null) return cutName(words, dash.index, dash[0].length);
  const dose = /\s(?=-?\d|hold\b|\()/i.exec(words);
  return dose === null ? { name: words.trim(), dose: '' } : cutName(words, dose.index, dose[0].length);
}

function cutName(words: string, index: number, length: number): Split {
  const name = words.slice(0, index).trim();
  // "Bird dog (slowly): 3 x 8": what stands in brackets belongs to the rest.
  const aside = /\s*(\([^()]*\))$/.exec(name);
  const rest = words.slice(index + length).trim();
  return aside === null
    ? { name, dose: rest }
    : { name: name.slice(0, aside.index), dose: `${rest} ${aside[1] ?? ''}`.trim() };
}

/** What follows a name without the sign between them; a dash before a figure is a minus. */
function opened(rest: string): string {
  return rest.replace(/^[\s,;.]*(?:[-–—](?![\d]))?\s*/, '').trim();
}

/** A dash between figures is a range, and part of the dose. */
function cutAtRemark(dose: string): readonly [string, string] {
  for (const dash of dose.matchAll(new RegExp(noteMark, 'g'))) {
    const before = dose.slice(0, dash.index);
    const after = dose.slice(dash.index + dash[0].length);
    if (!/\d\s*$/.test(before) || !/^\d/.test(after)) return [before.trim(), after.trim()];
  }
  return [dose.trim(), ''];
}

function cutAt(text: string, mark: RegExp): readonly [string, string] {
  const found = mark.exec(text);
  if (found === null) return [text, ''];
  return [text.slice(0, found.index), text.slice(found.index + found[0].length).trim()];
}

/** Stars, underscores and backticks that only make letters look different. */
function withoutEmphasis(words: string): string {
  return words
    .replace(/\*\*|__|`/g, '')
    .replace(/(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, '');
}
