import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateOfDay,
  dayOfDateText,
  dayOfWall,
  instantOfWall,
  wallOf,
  wallText,
  weekdayOfDay,
} from '../../../src/engine/reminders/wall-time.ts';
import { changes, offsetsOf, zones } from './zones.ts';

const minute = 60_000;

function wallAt(text: string): number {
  return Date.parse(`${text}:00Z`) / minute;
}

describe('what the clock shows, as an instant', () => {
  it.each([
    ['Sydney, an hour is left out: at the jump', 'Australia/Sydney', '2026-10-04T02:30', '2026-10-03T16:00Z'],
    ['Sydney, just before it', 'Australia/Sydney', '2026-10-04T01:59', '2026-10-03T15:59Z'],
    ['Sydney, just after it', 'Australia/Sydney', '2026-10-04T03:00', '2026-10-03T16:00Z'],
    ['Sydney, an hour comes twice: the first', 'Australia/Sydney', '2026-04-05T02:30', '2026-04-04T15:30Z'],
    ['Sydney, after both', 'Australia/Sydney', '2026-04-05T03:00', '2026-04-04T17:00Z'],
    ['London, left out', 'Europe/London', '2026-03-29T01:15', '2026-03-29T01:00Z'],
    ['London, twice', 'Europe/London', '2026-10-25T01:15', '2026-10-25T00:15Z'],
    ['New York, left out', 'America/New_York', '2026-03-08T02:59', '2026-03-08T07:00Z'],
    ['New York, twice', 'America/New_York', '2026-11-01T01:00', '2026-11-01T05:00Z'],
    ['Lord Howe, half an hour left out', 'Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:30Z'],
    ['Lord Howe, half an hour twice', 'Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45Z'],
    ['Chatham, left out at an odd time', 'Pacific/Chatham', '2026-09-27T03:00', '2026-09-26T14:00Z'],
    ['Kathmandu, no change ever', 'Asia/Kathmandu', '2026-11-23T20:30', '2026-11-23T14:45Z'],
  ])('%s', (_name, zone, wall, instant) => {
    expect(new Date(instantOfWall(wallAt(wall), offsetsOf(zone))).toISOString()).toBe(
      new Date(instant).toISOString(),
    );
  });

  it('is a whole lost day too: Apia had no 30 December 2011', () => {
    const at = instantOfWall(wallAt('2011-12-30T12:00'), offsetsOf('Pacific/Apia'));
    expect(new Date(at).toISOString()).toBe('2011-12-30T10:00:00.000Z');
  });

  it('is the first instant at which the clock shows that or more, around every change', () => {
    const around = fc.tuple(fc.constantFrom(...changes), fc.integer({ min: -300, max: 2200 }));
    fc.assert(
      fc.property(around, ([[zone, date], minutes]) => {
        const offsetMinutes = offsetsOf(zone);
        const wall = wallAt(`${date}T12:00`) + minutes;
        const at = instantOfWall(wall, offsetMinutes);
        expect(wallOf(at, offsetMinutes)).toBeGreaterThanOrEqual(wall);
        // What a brute search over the hours before finds: none of them shows it already.
        for (let earlier = at - minute; earlier >= at - 150 * minute; earlier -= minute)
          expect(wallOf(earlier, offsetMinutes)).toBeLessThan(wall);
      }),
      { numRuns: 1000 },
    );
  });

  it('never decreases, and comes back unchanged where the clock shows it', () => {
    const times = fc.integer({ min: wallAt('2025-01-01T00:00'), max: wallAt('2028-01-01T00:00') });
    fc.assert(
      fc.property(fc.constantFrom(...zones), times, fc.integer({ min: 0, max: 200 }), (zone, wall, more) => {
        const offsetMinutes = offsetsOf(zone);
        const at = instantOfWall(wall, offsetMinutes);
        expect(instantOfWall(wall + more, offsetMinutes)).toBeGreaterThanOrEqual(at);
        expect(wallOf(at, offsetMinutes) - wall).toBeLessThanOrEqual(60);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('days', () => {
  it.each([
    ['2026-11-23', 0],
    ['2026-11-29', 6],
    ['1970-01-01', 3],
    ['1969-12-31', 2],
  ])('%s', (date, weekday) => {
    expect(dateOfDay(dayOfDateText(date))).toBe(date);
    expect(weekdayOfDay(dayOfDateText(date))).toBe(weekday);
  });

  it('are told by wall time', () => {
    expect(dayOfWall(wallAt('2026-11-23T23:59'))).toBe(dayOfDateText('2026-11-23'));
    expect(wallText(wallAt('2026-11-23T09:45'))).toBe('2026-11-23T09:45');
  });
});
