import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dose } from '../../../src/data/exercise-schema.ts';
import { secondsOf } from '../../../src/engine/practice/dose-length.ts';
import { doseRangeOf, doseWithin, withEffort } from '../../../src/engine/routine/dose-range.ts';
import { doseInWords, timeInWords } from '../../../src/engine/routine/dose-words.ts';
import { everyStage, exerciseOf, tables } from './requests.ts';

const moves = [{ say: 'up', seconds: 5 }];
const holdOf = (holdSeconds: number, repetitions: number): Dose => ({
  kind: 'hold',
  holdSeconds,
  repetitions,
  sides: 2,
  restSeconds: 10,
});
const setsOf = (...sets: number[]): Dose => ({ kind: 'repetitions', sets, moves, sides: 1, restSeconds: 20 });
const timeOf = (seconds: number, cycle?: number): Dose =>
  cycle === undefined
    ? { kind: 'timed', seconds }
    : { kind: 'timed', seconds, moves: [{ say: 'breathe', seconds: cycle }] };

describe('less and more', () => {
  it.each<readonly [string, Dose, Dose, Dose]>([
    ['one hold', holdOf(30, 1), holdOf(24, 1), holdOf(35, 1)],
    ['two holds', holdOf(20, 2), holdOf(20, 1), holdOf(23, 2)],
    ['a hold that is short already', holdOf(10, 1), holdOf(10, 1), holdOf(12, 1)],
    ['a hold of a plan from elsewhere', holdOf(6, 1), holdOf(6, 1), holdOf(7, 1)],
    ['one set', setsOf(10), setsOf(8), setsOf(12)],
    ['one set that may only grow by a little', setsOf(4), setsOf(3), setsOf(4)],
    ['two sets', setsOf(10, 10), setsOf(10), setsOf(12, 11)],
    ['three sets', setsOf(6, 4, 2), setsOf(6, 4), setsOf(7, 5, 2)],
    ['a walk', timeOf(600), timeOf(480), timeOf(690)],
    ['whole breaths', timeOf(300, 16), timeOf(240, 16), timeOf(336, 16)],
  ])('%s', (_name, usual, less, more) => {
    expect(withEffort(usual, 'less')).toEqual(less);
    expect(withEffort(usual, 'more')).toEqual(more);
    expect(withEffort(usual, 'same')).toBe(usual);
  });

  it.each(tables.exercises.map(({ id }) => id))('%s grows by a tenth to a fifth, and shrinks', (id) => {
    const { dose } = exerciseOf(id);
    const amount = (some: Dose): number =>
      some.kind === 'timed'
        ? some.seconds
        : some.kind === 'hold'
          ? some.holdSeconds * some.repetitions
          : some.sets.reduce((sum, set) => sum + set, 0);
    const grown = amount(withEffort(dose, 'more')) / amount(dose);
    expect(grown).toBeGreaterThan(1.07);
    expect(grown).toBeLessThanOrEqual(1.2);
    expect(amount(withEffort(dose, 'less'))).toBeLessThan(amount(dose));
  });
});

describe('a dose that fits', () => {
  const ranges = fc.record({
    exercise: fc.constantFrom(...tables.exercises),
    stage: fc.constantFrom(...everyStage),
    effort: fc.constantFrom('less', 'same', 'more'),
    seconds: fc.integer({ min: 0, max: 2000 }),
  });

  it('takes no longer than asked, stands between the bounds, and is there from the least on', () => {
    fc.assert(
      fc.property(ranges, ({ exercise, stage, effort, seconds }) => {
        const range = doseRangeOf(exercise, stage, effort);
        expect(range.least).toBeLessThanOrEqual(range.usual);
        expect(range.usual).toBeLessThanOrEqual(range.most);
        const dose = doseWithin(range, seconds);
        expect(dose !== undefined).toBe(seconds >= range.least);
        if (dose === undefined) return;
        expect(secondsOf(dose)).toBeLessThanOrEqual(Math.min(seconds, range.most));
        expect(secondsOf(dose)).toBeGreaterThanOrEqual(range.least);
        // More time never gives less.
        expect(secondsOf(doseWithin(range, seconds + 30) ?? dose)).toBeGreaterThanOrEqual(secondsOf(dose));
      }),
      { numRuns: 3000 },
    );
  });

  it('a walk grows with the stage, from five minutes to half an hour', () => {
    const most = everyStage.map((stage) => doseRangeOf(exerciseOf('easy-walk'), stage, 'same').most);
    expect(most).toEqual([300, 600, 1200, 1500, 1800]);
  });

  it('what is read out gets at least half its time', () => {
    for (const exercise of tables.exercises)
      if (exercise.dose.kind === 'timed' && exercise.dose.script !== undefined)
        expect(doseRangeOf(exercise, 3, 'same').least).toBeGreaterThanOrEqual(exercise.dose.seconds / 2);
  });
});

it.each<readonly [Dose, string]>([
  [holdOf(30, 1), '30 seconds each side'],
  [{ kind: 'hold', holdSeconds: 30, repetitions: 3, sides: 1, restSeconds: 15 }, '3 times 30 seconds'],
  [setsOf(8), '8 slow times'],
  [setsOf(10, 10), '2 rounds of 10'],
  [setsOf(6, 4, 2), '6, 4 and 2 times'],
  [timeOf(300), '5 minutes'],
])('%j in words', (dose, words) => {
  expect(doseInWords(dose)).toBe(words);
});

it.each<readonly [number, string]>([
  [40, '40 seconds'],
  [60, '1 minute'],
  [90, '1 and a half minutes'],
  [150, '2 and a half minutes'],
  [130, '2 minutes 10 seconds'],
])('%d seconds in words', (seconds, words) => {
  expect(timeInWords(seconds)).toBe(words);
});
