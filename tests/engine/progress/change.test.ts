import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  activityYardstick,
  type Change,
  changeOf,
  interferenceYardstick,
  painYardstick,
} from '../../../src/engine/progress/change.ts';
import { robustSlope } from '../../../src/engine/progress/slope.ts';

/** One value a day; a gap where it is undefined. */
const daily = (...values: readonly (number | undefined)[]) =>
  values.flatMap((value, day) => (value === undefined ? [] : [{ day, value }]));
const said = ({ word, direction, because }: Change) => [word, because ?? direction].join(' ');
const _ = undefined;

describe('change of pain', () => {
  test.each<[string, readonly (number | undefined)[], string]>([
    ['nothing at all', [], 'cannot-tell too-few-days'],
    ['one day', [6], 'cannot-tell too-short'],
    ['under a week, however steep', [9, 8, 7, 5, 3, 1], 'cannot-tell too-short'],
    ['a week with two days', [6, _, _, _, _, _, _, 2], 'cannot-tell too-few-days'],
    ['two points and a third down', [6, 6, 6, 5, 5, 5, 4, 4, 4, 4], 'clear better'],
    ['two points of eight: under three tenths', [8, 8, 8, 8, 7, 7, 6, 6, 6, 6], 'small better'],
    ['less than two points', [6, 6, 6, 6, 5.5, 5, 4.5, 4.5, 4.5, 4.5], 'small better'],
    ['within a point', [5, 6, 5, 5, 6, 5, 5, 5, 5.5, 5], 'cannot-tell within-a-point'],
    ['two points up', [4, 4, 4, 5, 5, 6, 6, 6, 6, 6], 'clear worse'],
    ['a point up', [4, 4, 4, 5, 5, 5, 5, 5.5, 5.5, 5.5], 'small worse'],
    ['a fall early that holds', [7, 7, 6, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3], 'clear better'],
    ['low at the start: points say little', [3, 3, 3, 2, 1, 0, 0, 0, 0, 0], 'small better'],
    [
      'ends against the days between',
      [7, 7, 7, 1, 1, 1.5, 2, 2, 2.5, 3, 3, 3.5, 4, 4, 4.5, 4.5, 5, 5, 5, 5],
      'cannot-tell up-and-down',
    ],
    ['up and down from day to day', [8, 3, 8, 3, 8, 3, 8, 3], 'cannot-tell up-and-down'],
    ['the same, begun low', [3, 8, 3, 8, 3, 8, 3, 8], 'cannot-tell up-and-down'],
    ['the same for two weeks', [8, 3, 8, 3, 8, 3, 8, 3, 8, 3, 8, 3, 8, 3, 3], 'cannot-tell up-and-down'],
    ['a real fall with a bad day in it', [8, 7, 8, 7, 4, 3, 8, 3, 3, 3], 'clear better'],
    ['gaps are no zeros', [6, _, 6, _, 6, _, _, _, 6, _, 6, _, 6], 'cannot-tell within-a-point'],
  ])('%s', (_name, values, expected) => {
    expect(said(changeOf(daily(...values), painYardstick))).toBe(expected);
  });

  test('low at the start and an activity gained is clear', () => {
    expect(said(changeOf(daily(3, 3, 3, 2, 1, 0, 0, 0, 0, 0), painYardstick, true))).toBe('clear better');
  });

  test('says from where to where and how fast', () => {
    expect(changeOf(daily(6, 6, 6, 5, 5, 5, 4, 4, 4, 4), painYardstick)).toEqual({
      word: 'clear',
      direction: 'better',
      start: 6,
      now: 4,
      perWeek: -1.7,
      days: 10,
    });
  });
});

test('what stops a person changes by three tenths', () => {
  expect(said(changeOf(daily(3, 3, 3, 3, 2, 2, 2, 2, 2), interferenceYardstick))).toBe('small better');
  expect(said(changeOf(daily(5, 5, 5, 5, 4, 3.5, 3, 3, 3), interferenceYardstick))).toBe('clear better');
});

test('an activity is better when it is higher, by three points, rated once a week', () => {
  const weekly = (...values: readonly number[]) => values.map((value, week) => ({ day: week * 7, value }));
  expect(said(changeOf(weekly(2, 3, 6, 7), activityYardstick))).toBe('clear better');
  expect(said(changeOf(weekly(2, 3, 4, 5), activityYardstick))).toBe('small better');
  expect(said(changeOf(weekly(7, 6, 3, 2), activityYardstick))).toBe('clear worse');
  expect(said(changeOf(weekly(2, 3, 7), activityYardstick))).toBe('cannot-tell too-few-days');
});

describe('the slope by Theil and Sen', () => {
  test.each<[string, readonly (number | undefined)[], number | undefined]>([
    ['of nothing', [], undefined],
    ['of one day', [4], undefined],
    ['of a straight line', [1, 2, 3, 4], 1],
    ['with a wild day', [1, 2, 30, 4, 5], 1],
    ['across a gap', [1, _, _, 4], 1],
  ])('%s', (_name, values, expected) => {
    expect(robustSlope(daily(...values))).toBe(expected);
  });

  test('a long history is walked in steps', () => {
    const values = Array.from({ length: 5000 }, (__, day) => ({ day, value: day / 10 }));
    expect(robustSlope(values)).toBeCloseTo(0.1, 6);
  });
});

describe('laws', () => {
  const level = fc.integer({ min: 0, max: 10 });

  test('one wild day never makes a steady course a clear change', () => {
    fc.assert(
      fc.property(level, fc.integer({ min: 8, max: 60 }), fc.nat(), level, (usual, days, place, wild) => {
        const values = Array.from({ length: days }, (__, day) => ({
          day,
          value: day === place % days ? wild : usual,
        }));
        expect(changeOf(values, painYardstick).word).toBe('cannot-tell');
      }),
    );
  });

  test('the slope stays when one day becomes wild', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -3, max: 3 }),
        fc.integer({ min: 9, max: 40 }),
        fc.nat(),
        level,
        (slope, days, place, wild) => {
          const values = Array.from({ length: days }, (__, day) => ({
            day,
            value: day === place % days ? wild * 100 : slope * day,
          }));
          expect(robustSlope(values)).toBeCloseTo(slope, 9);
        },
      ),
    );
  });

  test('a clear change is never less than what matters, and never below a week', () => {
    const course = fc.array(fc.option(level, { nil: undefined }), { maxLength: 50 });
    fc.assert(
      fc.property(course, (values) => {
        const { word, start, now, direction } = changeOf(daily(...values), painYardstick);
        if (word !== 'clear' || start === undefined || now === undefined) return;
        expect(Math.abs(now - start)).toBeGreaterThanOrEqual(2);
        if (direction === 'better') expect(start - now).toBeGreaterThanOrEqual(0.29 * start);
        expect(values.length).toBeGreaterThan(7);
      }),
    );
  });
});
