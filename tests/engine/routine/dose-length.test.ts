import { describe, expect, it } from 'vitest';
import type { Dose, Position } from '../../../src/data/exercise-schema.ts';
import {
  getReadySeconds,
  itemSeconds,
  secondsOf,
  speechSeconds,
} from '../../../src/engine/practice/dose-length.ts';
import { exerciseOf, tables } from './requests.ts';

const two = [
  { say: 'up', seconds: 2 },
  { say: 'down', seconds: 3 },
];

describe('seconds of a dose', () => {
  it.each<readonly [string, Dose, number]>([
    [
      'a hold on each leg, with the rest between',
      { kind: 'hold', holdSeconds: 30, repetitions: 1, sides: 2, restSeconds: 10 },
      70,
    ],
    [
      'two holds on each leg',
      { kind: 'hold', holdSeconds: 20, repetitions: 2, sides: 2, restSeconds: 5 },
      95,
    ],
    ['five holds', { kind: 'hold', holdSeconds: 20, repetitions: 5, sides: 1, restSeconds: 10 }, 140],
    ['one set', { kind: 'repetitions', sets: [8], moves: two, sides: 1, restSeconds: 45 }, 40],
    ['two sets', { kind: 'repetitions', sets: [10, 10], moves: two, sides: 1, restSeconds: 45 }, 145],
    [
      'sets that shrink, on each side',
      { kind: 'repetitions', sets: [6, 4, 2], moves: two, sides: 2, restSeconds: 20 },
      220,
    ],
    [
      'sides without a rest still take a moment to change',
      { kind: 'repetitions', sets: [6], moves: two, sides: 2, restSeconds: 0 },
      65,
    ],
    ['a time', { kind: 'timed', seconds: 300, moves: two }, 300],
  ])('%s', (_name, dose, seconds) => {
    expect(secondsOf(dose)).toBe(seconds);
  });
});

describe('getting ready', () => {
  const stretch = exerciseOf('lying-hamstring-stretch');
  it.each<readonly [string, Position | undefined, number]>([
    ['first of all', undefined, 10],
    ['after another one lying on the back', 'lying-on-back', 5],
    ['after standing', 'standing', 15],
  ])('%s', (_name, before, seconds) => {
    expect(getReadySeconds(stretch, { before, spoken: false })).toBe(seconds);
    expect(itemSeconds(stretch, stretch.dose, { before, spoken: false })).toBe(seconds + 70);
  });

  it('an easier version that is done elsewhere is got into from there', () => {
    const breathing = exerciseOf('belly-breathing');
    expect(getReadySeconds(breathing, { before: 'sitting', spoken: false, variant: 'easier' })).toBe(5);
    expect(getReadySeconds(breathing, { before: 'sitting', spoken: false })).toBe(15);
  });

  it('spoken words have room, and never take room away', () => {
    for (const exercise of tables.exercises)
      for (const before of [undefined, exercise.position, 'half-kneeling'] as const) {
        const spoken = getReadySeconds(exercise, { before, spoken: true });
        expect(spoken).toBeGreaterThanOrEqual(getReadySeconds(exercise, { before, spoken: false }));
        expect(spoken).toBeGreaterThanOrEqual(speechSeconds(exercise.say));
      }
  });

  it('24 words take ten seconds and a breath', () => {
    expect(speechSeconds('word '.repeat(24))).toBe(11);
  });
});
