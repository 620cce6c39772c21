import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysBetween } from '../../src/engine/day-count.ts';
import { dateOfPersonDay, personDay } from '../../src/engine/log/person-day.ts';
import { momentOf } from '../../src/engine/log/saved-entry.ts';

/** An instant as it stands in the record: with the offset that the person's clock had then. */
const moment = (at: string) => momentOf(at)!;
const days = (from: string, to: string, dayStart = 3) => daysBetween(moment(from), moment(to), dayStart);
const dateOf = (at: string, dayStart = 3) => dateOfPersonDay(personDay(moment(at), dayStart));

describe('days of the person, which begin at 3', () => {
  test.each([
    ['one minute before the day begins', '2026-11-22T02:59:00+01:00', '2026-11-21'],
    ['when it begins', '2026-11-22T03:00:00+01:00', '2026-11-22'],
    ['at midnight', '2026-11-22T00:00:00+01:00', '2026-11-21'],
    ['at noon', '2026-11-22T12:00:00+01:00', '2026-11-22'],
    // Europe, 23 hours: 02:00 becomes 03:00 on 29 March 2026.
    ['Berlin, the hour before the short day', '2026-03-29T01:59:59+01:00', '2026-03-28'],
    ['Berlin, the first second of the short day', '2026-03-29T03:00:00+02:00', '2026-03-29'],
    ['Berlin, the end of the short day', '2026-03-30T02:59:59+02:00', '2026-03-29'],
    // Europe, 25 hours: 03:00 becomes 02:00 on 25 October 2026.
    ['Berlin, half past two, the first time', '2026-10-25T02:30:00+02:00', '2026-10-24'],
    ['Berlin, half past two, the second time', '2026-10-25T02:30:00+01:00', '2026-10-24'],
    ['Berlin, the first second of the day after', '2026-10-25T03:00:00+01:00', '2026-10-25'],
    // Sydney, 23 hours: 02:00 becomes 03:00 on 4 October 2026.
    ['Sydney, before the short day', '2026-10-04T01:59:59+10:00', '2026-10-03'],
    ['Sydney, the first second of the short day', '2026-10-04T03:00:00+11:00', '2026-10-04'],
    // Sydney, 25 hours: 03:00 becomes 02:00 on 5 April 2026.
    ['Sydney, half past two, the first time', '2026-04-05T02:30:00+11:00', '2026-04-04'],
    ['Sydney, half past two, the second time', '2026-04-05T02:30:00+10:00', '2026-04-04'],
    ['Sydney, three in the morning after', '2026-04-05T03:00:00+10:00', '2026-04-05'],
    // Santiago changes at midnight: 4 April 24:00 becomes 23:00.
    ['Santiago, half past eleven, the second time', '2026-04-04T23:30:00-04:00', '2026-04-04'],
    // Lord Howe moves by half an hour.
    ['Lord Howe, a quarter to two, the second time', '2026-04-05T01:45:00+10:30', '2026-04-04'],
    ['far east', '2026-11-22T04:00:00+14:00', '2026-11-22'],
    ['far west', '2026-11-22T04:00:00-11:00', '2026-11-22'],
  ])('%s', (_, at, expected) => expect(dateOf(at)).toBe(expected));

  test.each([
    ['over a day of 23 hours in the north', '2026-03-28T20:00:00+01:00', '2026-03-29T20:00:00+02:00', 1],
    ['over a day of 25 hours in the north', '2026-10-24T20:00:00+02:00', '2026-10-25T20:00:00+01:00', 1],
    ['over a day of 23 hours in the south', '2026-10-03T20:00:00+10:00', '2026-10-04T20:00:00+11:00', 1],
    ['over a day of 25 hours in the south', '2026-04-04T20:00:00+11:00', '2026-04-05T20:00:00+10:00', 1],
    ['within a night of 25 hours', '2026-10-24T23:30:00+02:00', '2026-10-25T02:30:00+01:00', 0],
    ['a whole year with both changes', '2025-11-22T12:00:00+01:00', '2026-11-22T12:00:00+01:00', 365],
    ['flying east over midnight', '2026-11-22T21:00:00+01:00', '2026-11-23T07:00:00+08:00', 1],
    [
      'flying west over midnight: still the same evening',
      '2026-11-22T23:00:00+09:00',
      '2026-11-22T20:00:00-10:00',
      0,
    ],
    [
      'flying west over the date line: never below nought',
      '2026-11-23T08:00:00+13:00',
      '2026-11-22T21:00:00-10:00',
      0,
    ],
    [
      'flying east over the date line skips a day',
      '2026-11-22T21:00:00-10:00',
      '2026-11-24T06:00:00+13:00',
      2,
    ],
    ['a clock that was set back', '2026-11-22T12:00:00+01:00', '2026-11-20T12:00:00+01:00', 0],
    ['an entry from the future', '2033-01-01T12:00:00+01:00', '2026-11-22T12:00:00+01:00', 0],
  ])('%s', (_, from, to, expected) => expect(days(from, to)).toBe(expected));

  test('a streak of evenings stays one through both changes and both hemispheres', () => {
    // Every evening at nine, by the clock on the wall.
    const evenings = (first: string, count: number, offsetOf: (date: string) => string) =>
      Array.from({ length: count }, (_, place) => {
        const date = new Date(Date.parse(first) + place * 86_400_000).toISOString().slice(0, 10);
        return `${date}T21:00:00${offsetOf(date)}`;
      });
    const berlin = evenings('2026-03-20', 230, (date) =>
      date >= '2026-03-29' && date < '2026-10-25' ? '+02:00' : '+01:00',
    );
    const sydney = evenings('2026-03-20', 230, (date) =>
      date >= '2026-04-05' && date < '2026-10-04' ? '+10:00' : '+11:00',
    );
    for (const streak of [berlin, sydney])
      for (const [place, at] of streak.slice(1).entries()) expect(days(streak[place]!, at), at).toBe(1);
  });

  test('no day is left out and none comes twice, whatever the start of day', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: -44, max: 56 }),
        fc.nat(40_000),
        (start, quarters, day) => {
          const offsetMinutes = quarters * 15;
          const begins = day * 86_400_000 + (start * 60 - offsetMinutes) * 60_000;
          expect(personDay({ at: begins, offsetMinutes }, start)).toBe(day);
          expect(personDay({ at: begins + 86_399_999, offsetMinutes }, start)).toBe(day);
          expect(personDay({ at: begins + 86_400_000, offsetMinutes }, start)).toBe(day + 1);
        },
      ),
    ));
});
