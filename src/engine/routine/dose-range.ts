import type { Dose, Exercise, StageNumber } from '../../data/exercise-schema.ts';
import { secondsOf } from '../practice/dose-length.ts';
import type { RoutineRequest } from './plan.ts';

type HoldDose = Extract<Dose, { kind: 'hold' }>;
type RepetitionDose = Extract<Dose, { kind: 'repetitions' }>;
type TimedDose = Extract<Dose, { kind: 'timed' }>;
export type Effort = RoutineRequest['effort'];

/** The doses that make sense for one exercise today. */
export type DoseRange =
  /** From the smallest to the largest, each longer than the one before; lengths in seconds. */
  | {
      readonly kind: 'steps';
      readonly steps: readonly { readonly dose: Dose; readonly seconds: number }[];
      readonly least: number;
      readonly usual: number;
      readonly most: number;
    }
  /** Any whole number of `unit` from `least` to `most`, in seconds. */
  | {
      readonly kind: 'timed';
      readonly dose: TimedDose;
      readonly unit: number;
      readonly least: number;
      readonly usual: number;
      readonly most: number;
    };

/** Four slow breaths: less than that is no exercise. */
const leastTimed = 40;
const timedUnit = 10;
/** A walk grows with what a person can do. */
const longestWalk: { readonly [stage in StageNumber]: number } = {
  1: 300,
  2: 600,
  3: 1200,
  4: 1500,
  5: 1800,
};
const shortestHold = 10;
const fewestRepetitions = 3;

/** The same dose one step back, as it is, or 10 to 20% more. Doses that cannot be divided so stay as they are. */
export function withEffort(dose: Dose, effort: Effort): Dose {
  if (effort === 'same') return dose;
  const factor = effort === 'less' ? 0.8 : 1.15;
  switch (dose.kind) {
    case 'timed':
      return { ...dose, seconds: toUnit(dose.seconds * factor, unitOf(dose)) };
    case 'hold':
      if (effort === 'less' && dose.repetitions > 1) return { ...dose, repetitions: dose.repetitions - 1 };
      return { ...dose, holdSeconds: scaledHold(dose.holdSeconds, factor) };
    case 'repetitions':
      if (effort === 'less' && dose.sets.length > 1) return { ...dose, sets: dose.sets.slice(0, -1) };
      return { ...dose, sets: effort === 'less' ? dose.sets.map(fewer) : more(dose.sets, factor) };
  }
}

/** What an exercise may be shrunk or stretched to. Only time, and a second stretch, ever goes above the usual dose. */
export function doseRangeOf(exercise: Exercise, stage: StageNumber, effort: Effort): DoseRange {
  const usual = withEffort(exercise.dose, effort);
  if (usual.kind === 'timed') return timedRange(exercise, usual, stage, effort);
  const doses = usual.kind === 'hold' ? holdSteps(usual) : repetitionSteps(usual);
  const mayRepeat =
    usual.kind === 'hold' && exercise.kind === 'stretch' && usual.repetitions === 1 && effort !== 'less';
  if (mayRepeat) doses.push({ ...usual, repetitions: 2 });
  const steps = doses.map((dose) => ({ dose, seconds: secondsOf(dose) }));
  const length = secondsOf(usual);
  return {
    kind: 'steps',
    steps,
    least: steps[0]?.seconds ?? length,
    usual: length,
    most: steps.at(-1)?.seconds ?? length,
  };
}

/** The largest dose of the range that takes no longer than this; undefined when none does. */
export function doseWithin(range: DoseRange, seconds: number): Dose | undefined {
  if (range.kind === 'steps') return range.steps.findLast((step) => step.seconds <= seconds)?.dose;
  const fitting = Math.min(Math.floor(seconds / range.unit) * range.unit, range.most);
  return fitting < range.least ? undefined : { ...range.dose, seconds: fitting };
}

function timedRange(exercise: Exercise, usual: TimedDose, stage: StageNumber, effort: Effort): DoseRange {
  const unit = unitOf(usual);
  const isWalk = exercise.kind === 'aerobic';
  const cap = isWalk ? longestWalk[stage] : usual.seconds * (isScript(usual) || effort === 'less' ? 1 : 1.5);
  const most = toUnit(Math.max(isWalk && effort === 'less' ? cap * 0.8 : cap, unit), unit);
  // A script is read once: squeezed into less than half its time it is a list of words.
  const shortest = isScript(usual) ? usual.seconds / 2 : leastTimed;
  const least = Math.min(Math.ceil(shortest / unit) * unit, most);
  return {
    kind: 'timed',
    dose: usual,
    unit,
    least,
    usual: Math.max(Math.min(toUnit(usual.seconds, unit), most), least),
    most,
  };
}

function holdSteps(usual: HoldDose): Dose[] {
  const steps: Dose[] = Array.from({ length: usual.repetitions }, (_, index) => ({
    ...usual,
    repetitions: index + 1,
  }));
  // Only both sides in one minute need it: a single hold fits as it is.
  if (usual.sides === 1) return steps;
  const shortest = Math.max(shortestHold, (usual.holdSeconds * 2) / 3);
  for (let hold = usual.holdSeconds - 5; hold >= shortest; hold -= 5)
    steps.unshift({ ...usual, repetitions: 1, holdSeconds: hold });
  return steps;
}

function repetitionSteps(usual: RepetitionDose): Dose[] {
  const [first = 1] = usual.sets;
  const steps: Dose[] = usual.sets.map((_, index) => ({ ...usual, sets: usual.sets.slice(0, index + 1) }));
  const fewest = Math.min(first, Math.max(fewestRepetitions, Math.ceil(first / 2)));
  for (let count = first; count > fewest; ) {
    count = Math.max(fewer(count), fewest);
    steps.unshift({ ...usual, sets: [count] });
  }
  return steps;
}

/** About a fifth fewer, and at least one fewer. */
function fewer(count: number): number {
  return Math.max(1, Math.min(count - 1, Math.round(count * 0.8)));
}

function scaledHold(seconds: number, factor: number): number {
  const scaled = Math.round(seconds * factor);
  return scaled < seconds ? Math.max(scaled, Math.min(seconds, shortestHold)) : scaled;
}

/** More in all by about the factor and never by more than a fifth, given to the first sets first. */
function more(sets: readonly number[], factor: number): readonly number[] {
  const total = sets.reduce((sum, set) => sum + set, 0);
  const added = Math.min(Math.round(total * factor), Math.floor(total * 1.2)) - total;
  const each = Math.floor(added / sets.length);
  return sets.map((set, index) => set + each + (index < added - each * sets.length ? 1 : 0));
}

/** A breath is not cut in the middle. */
function unitOf(dose: TimedDose): number {
  const cycle = dose.moves?.reduce((sum, move) => sum + move.seconds, 0) ?? 0;
  return cycle > 0 ? cycle : timedUnit;
}

function isScript(dose: TimedDose): boolean {
  return dose.script !== undefined;
}

function toUnit(seconds: number, unit: number): number {
  return Math.max(Math.floor(seconds / unit), 1) * unit;
}
