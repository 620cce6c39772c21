import { describe, expect, test } from 'vitest';
import { isWorseAtCheckIn, savedCheckIn } from '../../../src/engine/recovery/check-in.ts';
import {
  answersSigns,
  checkInDay,
  dueCheckIn,
  nextCheckInDay,
} from '../../../src/engine/recovery/check-in-days.ts';

const day = 24 * 60 * 60 * 1000;
const dayStart = 3;
const checkedAt = Date.parse('2026-11-01T12:00:00Z');
const on = (days: number) => ({ at: checkedAt + days * day, offsetMinutes: 0 });

describe('the days of a check-in', () => {
  test.each([
    [0, undefined, 1],
    [1, 1, 3],
    [2, 1, 3],
    [3, 3, 7],
    [20, 14, 21],
    [41, 28, 42],
    [42, 42, 70],
    [69, 42, 70],
    [70, 70, 98],
  ] as const)('day %i: %s has come, %i comes next', (since, newest, next) => {
    expect([checkInDay(since), nextCheckInDay(since)]).toEqual([newest, next]);
  });

  test.each<[string, number, readonly number[], number | undefined]>([
    ['nothing on the day of the check', 0, [], undefined],
    ['from the day on', 3, [], 3],
    ['until it was done', 5, [], 3],
    ['not after that', 5, [4], undefined],
    ['one that was done early does not count for the next', 3, [2], 3],
    ['the next takes the place of one that was missed', 8, [1], 7],
    ['one of a clock that ran ahead counts for nothing', 3, [30], 3],
  ])('%s', (_name, since, answered, due) => {
    expect(dueCheckIn(since, answered.map(on), on(since), dayStart)).toBe(due);
  });

  test('left open, the danger signs still wait', () => {
    const bodies = [{ signs: 'none' }, { signs: 'some' }, { signs: 'not-answered' }, {}, null, 'x'];
    expect(bodies.map(answersSigns)).toEqual([true, true, false, false, false, false]);
  });
});

describe('when all the danger signs are asked again', () => {
  test.each(['a-little-worse', 'worse', 'much-worse'] as const)('%s', (change) => {
    expect(isWorseAtCheckIn({ change }, [], undefined)).toBe(true);
  });

  test.each<[string, number | undefined, readonly (number | undefined)[], number | undefined, boolean]>([
    ['two check-ins two points above the start', 6, [6], 4, true],
    ['two above the one before them', 6, [7, 4], 8, true],
    ['only this one', 6, [4], 4, false],
    ['a point less', 5, [6], 4, false],
    ['the first', 9, [], 4, false],
    ['no number now', undefined, [9, 4], 4, false],
    ['one without a number is passed over', 6, [undefined, 6], 4, true],
  ])('%s', (_name, usual, before, start, isWorse) => {
    const kept = before.map((each) => (each === undefined ? {} : { usual: each }));
    expect(isWorseAtCheckIn(usual === undefined ? {} : { usual }, kept, start)).toBe(isWorse);
  });
});

test('a check-in of another version: what is not understood is left out', () => {
  const at = '2026-11-01T12:00:00+01:00';
  expect(savedCheckIn({ at, body: { items: 1, usual: 4, change: 'better' } })).toMatchObject({
    usual: 4,
    change: 'better',
  });
  const strange = savedCheckIn({ at, body: { items: 2, usual: 40, change: 'better' } });
  expect([strange?.usual, strange?.change]).toEqual([undefined, undefined]);
  expect(savedCheckIn({ at: 'never', body: null })).toBeUndefined();
});
