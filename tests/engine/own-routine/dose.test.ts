import { describe, expect, test } from 'vitest';
import type { Dose } from '../../../src/data/exercise-schema.ts';
import { doseInFull } from '../../../src/engine/own-routine/dose-in-full.ts';
import { exerciseOf, problemsIn, stepIn } from './plans.ts';

/** The dose of one line of a list, with all that it means. */
const meant = (line: string): string => doseInFull(stepIn(line).dose);
const movesOf = (line: string): string => {
  const { dose } = stepIn(line);
  if (dose.kind !== 'repetitions') throw new Error(dose.kind);
  return dose.moves.map(({ say, seconds }) => `${say} ${seconds}`).join(', ');
};
const describedAs = (dose: string): Dose => stepIn(`Own: Wall press: ${dose} -- push the wall`).dose;

describe('a stretch', () => {
  const once = 'hold 30 seconds, each side, rest 10 seconds';
  const twice = 'hold 30 seconds, 2 times, each side, rest 10 seconds';
  test.each([
    ['the form of the page', 'hold 30 s, 2 times, each side, rest 10 s', twice],
    ['no dose: the catalogue', '', once],
    ['a hold without a count is one', 'hold 30 s', once],
    ['a bare time is the hold', '30 s', once],
    ['unit left out after hold', 'hold 30', once],
    ['sec', 'hold 30 sec', once],
    ['secs and full stops', 'Hold 30 secs.', once],
    ['quote mark', '30"', once],
    ['curly quote mark', '30”', once],
    ['two single quotes', "30''", once],
    ['capital letters', 'HOLD 30 SECONDS', once],
    ['crosswise', '2 x 30 s', twice],
    ['a real cross', '2 × 30 s', twice],
    ['without spaces', '2x30s', twice],
    ['a star as a cross', '2*30 s', twice],
    ['holds of', '2 holds of 30 s', twice],
    ['the time before the hold', '2 times, 30 s hold', twice],
    ['sets of a time', '2 sets of 30 s', twice],
    ['sets and hold', '2 sets, hold 30 s', twice],
    ['number words', 'hold thirty seconds, two times', twice],
    ['twice', 'hold 30 s twice', twice],
    ['each', '2 times, 30 s each', twice],
    ['each side is not each', '2 x 30 s each side', twice],
    ['per leg', '2 x 30 s per leg', twice],
    ['left and right', '2 x 30 s left and right', twice],
    ['L/R', '2 x 30 s L/R', twice],
    ['in other order', 'each side, rest 10 s, 2 times, hold 30 s', twice],
    ['semicolons and plus', 'hold 30 s; 2 times + rest 10 s', twice],
    ['rest between', '2 x 30 s with 10 s rest between sides', twice],
    ['a dose in brackets', '(2 x 30 s)', twice],
    ['half a minute', 'hold half a minute', once],
    ['a minute', 'hold 1 min', 'hold 1 minute, each side, rest 10 seconds'],
    ['minutes and seconds', 'hold 1 min 30 s', 'hold 1 minute 30 seconds, each side, rest 10 seconds'],
    ['a minute and a half', 'hold 1.5 min', 'hold 1 minute 30 seconds, each side, rest 10 seconds'],
    ['no rest', 'hold 30 s, no rest', 'hold 30 seconds, each side'],
    ['another rest', 'hold 30 s, rest 20 s', 'hold 30 seconds, each side, rest 20 seconds'],
    ['both at once', 'hold 30 s, both legs together', 'hold 30 seconds'],
    [
      'sets of several holds',
      '2 sets of 5, hold 10 s',
      '2 sets of 5, 10 seconds each time, each side, rest 30 seconds',
    ],
    ['short words of the planner', '2 times 30 seconds each side', twice],
  ])('%s', (_name, dose, expected) => {
    expect(meant(`Lying hamstring stretch: ${dose}`)).toBe(expected);
  });
});

describe('repetitions', () => {
  const pace = '10 seconds each time, each side';
  test.each([
    ['no dose: the catalogue', '', `sets of 6, 4 and 2, ${pace}, rest 20 seconds`],
    ['sets', '3 sets of 8', `3 sets of 8, ${pace}, rest 20 seconds`],
    ['one set', '1 set of 8 reps', `8 times, ${pace}, rest 20 seconds`],
    [
      'sets with a pace',
      '3 sets of 8, 6 s each',
      '3 sets of 8, 6 seconds each time, each side, rest 20 seconds',
    ],
    ['rounds', '3 rounds of 8', `3 sets of 8, ${pace}, rest 20 seconds`],
    ['crosswise', '3x8', `3 sets of 8, ${pace}, rest 20 seconds`],
    ['crosswise, with a pace', '3 x 8 x 6 s', '3 sets of 8, 6 seconds each time, each side, rest 20 seconds'],
    ['times and a time', '8 x 6 s', '8 times, 6 seconds each time, each side, rest 20 seconds'],
    ['sets apart', '3 sets, 8 reps', `3 sets of 8, ${pace}, rest 20 seconds`],
    ['the other way round', '8 reps x 3 sets', `3 sets of 8, ${pace}, rest 20 seconds`],
    ['a list', 'sets of 6, 4 and 2', `sets of 6, 4 and 2, ${pace}, rest 20 seconds`],
    ['a list, counted', '2 sets of 6 and 4', `sets of 6 and 4, ${pace}, rest 20 seconds`],
    [
      'a list, then a pace',
      'sets of 6, 4, 2, 6 s each',
      'sets of 6, 4 and 2, 6 seconds each time, each side, rest 20 seconds',
    ],
    ['a list with dashes', '6-4-2', `sets of 6, 4 and 2, ${pace}, rest 20 seconds`],
    ['a list with slashes', '6/4/2', `sets of 6, 4 and 2, ${pace}, rest 20 seconds`],
    [
      'short words of the planner',
      '6, 4 and 2 times each side',
      `sets of 6, 4 and 2, ${pace}, rest 20 seconds`,
    ],
    ['times', '8 times', `8 times, ${pace}, rest 20 seconds`],
    ['slow times', '8 slow times', `8 times, ${pace}, rest 20 seconds`],
    ['x8', 'x8', `8 times, ${pace}, rest 20 seconds`],
    ['8x', '8x', `8 times, ${pace}, rest 20 seconds`],
    ['words', 'two sets of ten', `2 sets of 10, ${pace}, rest 20 seconds`],
    ['only a rest', 'rest 40 s', `sets of 6, 4 and 2, ${pace}, rest 40 seconds`],
    ['minutes', '2 min', '2 minutes'],
    ['left only', '8 times, left only', '8 times, 10 seconds each time'],
  ])('%s', (_name, dose, expected) => {
    expect(meant(`Bird dog: ${dose}`)).toBe(expected);
  });

  test.each([
    ['a shorter hold gives the time', 'Bird dog: 8 times, 6 s each', 'reach 1, hold 4, return 1'],
    ['a longer one takes it', 'Bird dog: 8 times, 12 s each', 'reach 1, hold 10, return 1'],
    ['the hold by itself', 'Bird dog: 8 times, hold 5 s', 'reach 1, hold 5, return 1'],
    ['too short for the hold: all alike', 'Bridge: 8 times, 4 s each', 'lift 1, hold 2, lower 1'],
    ['without a hold: all alike', 'Cat and cow: 8 times, 6 s each', 'round up 3, sink down 3'],
    ['half seconds', 'Cat and cow: 8 times, 5 s each', 'round up 2.5, sink down 2.5'],
    [
      'what rounding leaves over is spread',
      'Knee rolls: 8 times, 11 s each',
      'over to the left 2.5, middle 2.5, over to the right 3, middle 3',
    ],
    ['a squeeze is a hold', 'Chin tuck: 8 times, hold 8 s', 'slide back 8, let go 1'],
    [
      'both holds of two',
      'Dead bug: 6 times, hold 3 s',
      'right arm, left leg 3, stay 3, back 4, left arm, right leg 3, stay 3, back 4',
    ],
  ])('%s', (_name, line, expected) => {
    expect(movesOf(line)).toBe(expected);
  });

  test('a hold where the exercise has none is a plain hold', () => {
    expect(meant('Cat and cow: 8 times, hold 5 s')).toBe('hold 5 seconds, 8 times, rest 10 seconds');
  });

  test('minutes keep the moves going', () => {
    const { dose } = stepIn('Pelvic tilt: 2 min');
    expect(dose).toMatchObject({ kind: 'timed', seconds: 120, moves: [{ say: 'flatten' }, {}, {}] });
  });

  test('one side is told as a note, since a dose has no side', () => {
    expect(stepIn('Bird dog: 8 times, left leg only').notes).toEqual(['The left side only.']);
    expect(stepIn('Bird dog: 8 times, on the right').notes).toEqual(['The right side only.']);
  });
});

describe('what only takes a time', () => {
  test.each([
    ['no dose: the catalogue', 'Easy walk', '10 minutes'],
    ['minutes', 'Easy walk: 10 min', '10 minutes'],
    ["the minutes' mark", "Easy walk: 5'", '5 minutes'],
    ['for', 'Easy walk: for 5 minutes', '5 minutes'],
    ['half minutes', 'Easy walk: 2 and a half minutes', '2 minutes 30 seconds'],
    ['a name with figures', '90/90 rest 10 min', '10 minutes'],
  ])('%s', (_name, line, expected) => {
    expect(meant(line)).toBe(expected);
  });

  test('a breathing exercise keeps its pace, a script its script', () => {
    const { dose: breathing } = exerciseOf('belly-breathing');
    expect(stepIn('Belly breathing: 3 min').dose).toEqual({ ...breathing, seconds: 180 });
    const { dose: scan } = exerciseOf('body-scan');
    expect(stepIn('Body scan: 8 min').dose).toEqual({ ...scan, seconds: 480 });
  });
});

describe('an exercise that the plan describes', () => {
  test.each<[string, string, Dose]>([
    [
      'repetitions with a pace',
      '2 sets of 10, 5 s each',
      {
        kind: 'repetitions',
        sets: [10, 10],
        moves: [
          { say: 'go', seconds: 2.5 },
          { say: 'back', seconds: 2.5 },
        ],
        sides: 1,
        restSeconds: 30,
      },
    ],
    [
      'repetitions without one: two seconds each way',
      '10 times, each side, rest 20 s',
      {
        kind: 'repetitions',
        sets: [10],
        moves: [
          { say: 'go', seconds: 2 },
          { say: 'back', seconds: 2 },
        ],
        sides: 2,
        restSeconds: 20,
      },
    ],
    [
      'repetitions with a hold',
      '2 x 10, hold 5 s',
      {
        kind: 'repetitions',
        sets: [10, 10],
        moves: [
          { say: 'go', seconds: 2 },
          { say: 'hold', seconds: 5 },
          { say: 'back', seconds: 2 },
        ],
        sides: 1,
        restSeconds: 30,
      },
    ],
    ['a hold', '3 x 30 s', { kind: 'hold', holdSeconds: 30, repetitions: 3, sides: 1, restSeconds: 10 }],
    [
      'one hold',
      '20 s each side',
      { kind: 'hold', holdSeconds: 20, repetitions: 1, sides: 2, restSeconds: 10 },
    ],
    ['a time', '5 min', { kind: 'timed', seconds: 300 }],
  ])('%s', (_name, dose, expected) => {
    expect(describedAs(dose)).toEqual(expected);
  });
});

describe('a dose that cannot be is refused, with what would be right', () => {
  test.each([
    ['hours', 'Bird dog: hold 30 hours', 'Bird dog: a hold cannot be 30 hours', '1 to 180 seconds'],
    ['too long a hold', 'Lying hamstring stretch: hold 181 s', 'a hold cannot be 181 s', '1 to 180'],
    [
      'a bare time too long for a stretch',
      'Lying hamstring stretch: 5 min',
      'a hold cannot be 5 min',
      '1 to 180',
    ],
    ['no time', 'Lying hamstring stretch: hold 0 s', 'a hold cannot be 0 s', '1 to 180'],
    ['a negative time', 'Lying hamstring stretch: hold -30 s', 'a hold cannot be -30 s', '1 to 180'],
    ['a third of a second', 'Lying hamstring stretch: hold 0.3 s', 'a hold cannot be 0.3 s', '1 to 180'],
    ['no repetitions', 'Bird dog: 0 times', 'repetitions cannot be 0', '1 to 50'],
    ['negative repetitions', 'Bird dog -3 times', 'repetitions cannot be -3', '1 to 50'],
    ['half a repetition', 'Bird dog: 2.5 times', 'repetitions cannot be 2.5', '1 to 50'],
    ['too many repetitions', 'Bird dog: 51 times', 'repetitions cannot be 51', '1 to 50'],
    ['too many in a set', 'Bird dog: sets of 51, 4', 'repetitions in a set cannot be 51', '1 to 50'],
    ['too many sets', 'Bird dog: 11 sets of 2', 'sets cannot be 11', '1 to 10'],
    ['too many sets in a list', 'Bird dog: 1-1-1-1-1-1-1-1-1-1-1', 'sets cannot be 11', '1 to 10'],
    ['too long a rest', 'Bird dog: 3 x 8, rest 301 s', 'a rest cannot be 301 s', '0 to 300'],
    ['no minutes', 'Easy walk: 0 min', 'the time cannot be 0 min', '1 to 60 minutes'],
    ['too many minutes', 'Easy walk: 61 min', 'the time cannot be 61 min', '1 to 60 minutes'],
    ['seconds of a walk', 'Easy walk: 30 s', 'the time cannot be 30 s', '1 to 60 minutes'],
    ['a hold of a walk', 'Easy walk: hold 30 s', 'it takes a time and nothing else', '"10 min"'],
    [
      'faster than its moves',
      'Bridge: 8 times, 2 s each',
      'one repetition cannot take 2 s',
      'at least 3 seconds',
    ],
    ['slower than anybody', 'Bridge: 8 times, 181 s each', 'one repetition cannot be 181 s', '1 to 180'],
    ['an hour and more in all', 'Bird dog: 10 x 50, 60 s each', 'this takes 1007 minutes', '60 minutes'],
    ['a range', 'Bird dog: 8-12 reps', '"8-12" is a range', 'one number'],
    ['a range with a long dash', 'Bird dog: 3 sets of 8 – 12', '"8 - 12" is a range', 'one number'],
    ['a range of holds', 'Lying hamstring stretch: hold 20 to 30 s', '"20 to 30" is a range', 'one number'],
    ['a number alone', 'Bird dog: 8', '"8" does not say what it counts', '"8 times"'],
    [
      'a number for each side',
      'Bird dog: 8 each side',
      '"8 each side" does not say what it counts',
      '"8 times"',
    ],
    ['seconds of repetitions', 'Pelvic tilt: 30 s', 'it does not say how often', '"2 min"'],
    ['a hold of repetitions', 'Bird dog: hold 30 s', 'it does not say how often', 'hold 10 s, 6 times'],
    ['sets without repetitions', 'Pelvic tilt: 3 sets', 'how many in each set', '"3 sets of 8"'],
    ['two numbers of a stretch', 'Lying hamstring stretch: 2 x 30', 'how long each hold is', '"2 x 30 s"'],
    ['said twice', 'Bird dog: 8 times, 9 times', '"9 times" says again', 'once'],
    ['two times', 'Bird dog: 8 times, hold 5 s, 9 s each', 'it says two times: 5 s and 9 s', 'one'],
    [
      'sets and a list apart',
      'Bird dog: 3 sets of 6, 4',
      'it says 3 sets, and repetitions for 2',
      'each set',
    ],
    ['a list and repetitions', 'Bird dog: 6-4-2, 8 times', 'it says repetitions twice', '8 times'],
    [
      'one side and both',
      'Bird dog: 8 times each side, left only',
      'it says one side and both',
      '"left only"',
    ],
    [
      'a version that is not there',
      'Own: Wall press: 8 times, easier version',
      'there is no easier version',
      'a note',
    ],
    [
      'how often in a day',
      'Bird dog: 8 times, 2 times a day',
      'belongs to the whole plan',
      '"Times: 2 a day"',
    ],
    ['no hold to change', 'Cat and cow: 2 x 8, hold 5 s', 'there is no hold in this one', '6 s each'],
    ['words', 'Bird dog: hodl 30 s', '"hodl 30 s" is not a dose we understand', ' -- '],
    ['words after a dose', 'Bird dog: 3 x 8, alternating', '"alternating" is not a dose', ' -- '],
    ['a list of words', `Bird dog: ${'very '.repeat(50)}slowly`, 'too long for a dose', 'a note'],
    ['nothing, of a described exercise', 'Own: Wall press -- push', 'it does not say how much', '"5 min"'],
    [
      'too fast a described one',
      'Own: Wall press: 8 times, 1 s each -- push',
      'cannot take 1 s',
      'at least 2',
    ],
  ])('%s', (_name, line, message, expected) => {
    const [problem] = problemsIn(`# Plan\n\n- ${line}\n`);
    expect(problem?.message).toContain(message);
    expect(problem?.expected).toContain(expected);
    expect(problem?.line).toBe(3);
  });
});
