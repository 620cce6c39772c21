import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { medianOf } from '../../../src/engine/log/middle.ts';
import { savedActivities } from '../../../src/engine/log/own-activities.ts';
import { dateOfPersonDay, personDay } from '../../../src/engine/log/person-day.ts';
import { momentOf, newestLog, savedEntry } from '../../../src/engine/log/saved-entry.ts';

const at = '2026-11-22T18:09:45.120+01:00';
const saved = (body: unknown) => savedEntry({ id: 'one', at, body });

describe('an entry of any version', () => {
  test('has what was kept', () => {
    const body = {
      usual: 4,
      worst: 7,
      interference: 3,
      where: ['low-back'],
      sleep: 'fair',
      stress: 6,
      note: 'after driving',
      activities: { gardening: 4 },
      told: ['rising'],
      toldBefore: ['very-bad-pain'],
    };
    expect(saved(body)).toEqual({
      id: 'one',
      writtenAt: Date.parse(at),
      at: Date.parse(at),
      offsetMinutes: 60,
      ...body,
    });
  });

  test('is about the time it names', () => {
    expect(saved({ usual: 4, about: '2026-11-21T20:00:00.000-05:00' })).toMatchObject({
      at: Date.parse('2026-11-21T20:00:00.000-05:00'),
      offsetMinutes: -300,
      writtenAt: Date.parse(at),
    });
  });

  test.each([
    ['nothing', undefined],
    ['no object', 'four'],
    ['a list', [4]],
    ['numbers out of range', { usual: 11, worst: -1, interference: Number.NaN, stress: '4' }],
    ['words that are none', { sleep: 'great', note: 4, where: 'low-back', told: [1], activities: [] }],
    ['a time that is none', { about: 'yesterday-ish' }],
    ['activities without a rating', { activities: { gardening: 'fine' } }],
  ])('bears %s', (_, body) => {
    expect(saved(body)).toEqual({
      id: 'one',
      writtenAt: Date.parse(at),
      at: Date.parse(at),
      offsetMinutes: 60,
    });
  });

  test('bears anything at all', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        expect(saved(body).id).toBe('one');
      }),
    );
  });
});

test('the newest tells about the latest time, and of equals it is the one written later', () => {
  const entry = (id: string, hour: number) =>
    savedEntry({ id, at: `2026-11-22T${hour}:00:00.000Z`, body: { usual: 4 } });
  expect(newestLog([])).toBeUndefined();
  expect(newestLog([entry('a', 12), entry('b', 18), entry('c', 15)])?.id).toBe('b');
  expect(newestLog([entry('a', 12), entry('b', 12)])?.id).toBe('b');
});

test.each([
  ['2026-11-22T18:00:00.000+05:30', 330],
  ['2026-11-22T18:00:00.000-03:30', -210],
  ['2026-11-22T18:00:00.000Z', 0],
])('the offset of %s is %i', (text, offsetMinutes) => {
  expect(momentOf(text)).toEqual({ at: Date.parse(text), offsetMinutes });
});

test.each([
  ['an evening', '2026-11-22T20:00:00.000+01:00', '2026-11-22'],
  ['one at night belongs to the day before', '2026-11-23T02:59:00.000+01:00', '2026-11-22'],
  ['three at night begins the next', '2026-11-23T03:00:00.000+01:00', '2026-11-23'],
  ['far in the east', '2026-11-23T04:00:00.000+13:00', '2026-11-23'],
])('the day of %s', (_, text, date) => {
  const moment = momentOf(text);
  expect(dateOfPersonDay(personDay(moment ?? { at: 0, offsetMinutes: 0 }, 3))).toBe(date);
});

test.each([
  [[], undefined],
  [[3], 3],
  [[9, 1, 2], 2],
  [[1, 2, 3, 10], 2.5],
])('the middle of %j is %s', (values, expected) => {
  expect(medianOf(values)).toBe(expected);
});

test('activities of any version', () => {
  expect(savedActivities({ activities: ['gardening', 4] })).toEqual(['gardening']);
  expect(savedActivities({ activities: 'gardening' })).toEqual([]);
  expect(savedActivities(undefined)).toEqual([]);
});
