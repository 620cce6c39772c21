import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantWithOffset } from '../../../src/engine/instant.ts';
import { readTime, timeExamples } from '../../../src/engine/log/read-time.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** Sunday evening in Berlin. */
const now = Date.parse('2026-11-22T18:09:45.120+01:00');
const berlin = {
  now,
  // Winter time began on 25 October 2026 at 03:00 summer time.
  offsetMinutes: (at: number) => (at < Date.parse('2026-10-25T01:00:00Z') ? 120 : 60),
};

function read(text: string, reader = berlin): string {
  const time = readTime(text, reader);
  return time.kind === 'time'
    ? instantWithOffset(time.at, reader.offsetMinutes(time.at)).slice(0, 16)
    : time.kind;
}

describe('a time as people say it', () => {
  test.each([
    ['now', '2026-11-22T18:09'],
    ['2 hours ago', '2026-11-22T16:09'],
    ['an hour ago', '2026-11-22T17:09'],
    ['30 minutes ago', '2026-11-22T17:39'],
    ['3 days ago', '2026-11-19T18:09'],
    ['one week ago', '2026-11-15T18:09'],
    ['this morning', '2026-11-22T08:00'],
    ['this afternoon', '2026-11-22T15:00'],
    ['yesterday evening', '2026-11-21T20:00'],
    ['last night', '2026-11-21T22:00'],
    ['08:30', '2026-11-22T08:30'],
    ['8.30', '2026-11-22T08:30'],
    ['today 07:00', '2026-11-22T07:00'],
    ['today', '2026-11-22T12:00'],
    ['yesterday', '2026-11-21T12:00'],
    ['Yesterday  at 20:00', '2026-11-21T20:00'],
    ['monday', '2026-11-16T12:00'],
    ['mon 9:15', '2026-11-16T09:15'],
    // Today's own name is a week ago: for today there is a shorter word.
    ['sunday 10:00', '2026-11-15T10:00'],
    ['2026-11-21', '2026-11-21T12:00'],
    ['2026-11-21T08:00', '2026-11-21T08:00'],
    ['2026-11-21 08:00:30', '2026-11-21T08:00'],
    ['2026-11-21T08:00Z', '2026-11-21T09:00'],
    ['2026-11-21t08:00:00.000+09:00', '2026-11-21T00:00'],
    ['2024-02-29', '2024-02-29T12:00'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['yesterday-ish', 'unknown'],
    ['', 'unknown'],
    ['soon', 'unknown'],
    ['tomorrow', 'unknown'],
    ['last morning', 'unknown'],
    ['this night', 'unknown'],
    ['25:00', 'unknown'],
    ['12:75', 'unknown'],
    ['2026-02-30', 'unknown'],
    ['2026-13-01', 'unknown'],
    ['21/11/2026', 'unknown'],
    ['-2 hours ago', 'unknown'],
    ['this evening', 'future'],
    ['23:59', 'future'],
    ['2026-11-23', 'future'],
    ['1999-01-01', 'too-long-ago'],
    ['9999 weeks ago', 'too-long-ago'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('every example that is shown is understood', () => {
    expect(timeExamples.map((example) => read(example))).not.toContain('unknown');
    expect(timeExamples.map((example) => read(example))).not.toContain('future');
  });
});

describe('when the clocks change', () => {
  test('a day has its own offset', () => {
    expect(readTime('2026-10-24 20:00', berlin)).toEqual({
      kind: 'time',
      at: Date.parse('2026-10-24T20:00+02:00'),
    });
    expect(readTime('2026-10-25 20:00', berlin)).toEqual({
      kind: 'time',
      at: Date.parse('2026-10-25T20:00+01:00'),
    });
  });

  test('of an hour that came twice it is the first', () => {
    expect(readTime('2026-10-25 02:30', berlin)).toEqual({
      kind: 'time',
      at: Date.parse('2026-10-25T02:30+02:00'),
    });
  });

  test('an hour that was left out is read as if the clock had not been moved', () => {
    const spring = {
      now: Date.parse('2026-04-01T12:00+02:00'),
      offsetMinutes: (at: number) => (at < Date.parse('2026-03-29T01:00:00Z') ? 60 : 120),
    };
    expect(readTime('2026-03-29 02:30', spring)).toEqual({
      kind: 'time',
      at: Date.parse('2026-03-29T02:30+01:00'),
    });
  });

  test('south of the line as well', () => {
    const lordHowe = {
      now: Date.parse('2026-04-10T12:00Z'),
      offsetMinutes: (at: number) => (at < Date.parse('2026-04-04T15:00:00Z') ? 660 : 630),
    };
    expect(readTime('2026-04-05 01:45', lordHowe)).toEqual({
      kind: 'time',
      at: Date.parse('2026-04-05T01:45+11:00'),
    });
    expect(readTime('2026-04-05 02:15', lordHowe)).toEqual({
      kind: 'time',
      at: Date.parse('2026-04-05T02:15+10:30'),
    });
  });
});

describe('laws', () => {
  test('what was written with its offset comes back exactly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 * day }),
        fc.integer({ min: -14 * 60, max: 14 * 60 }),
        (ago, offset) => {
          const at = now - ago;
          expect(readTime(instantWithOffset(at, offset), berlin)).toEqual({ kind: 'time', at });
        },
      ),
    );
  });

  test('nothing that is read lies in the future, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom(...timeExamples), fc.stringMatching(/^[a-z0-9:. -]{1,20}$/)),
        (text) => {
          const time = readTime(text, berlin);
          if (time.kind === 'time') expect(time.at).toBeLessThanOrEqual(now + minute / 2);
        },
      ),
    );
  });
});
