import { describe, expect, it } from 'vitest';
import { dayInWords, daysAfter, instantWithOffset } from '../../src/engine/instant.ts';

const at = Date.UTC(2026, 10, 22, 18, 9, 45, 120);

describe('an instant with its offset', () => {
  it.each([
    ['in Greenwich', 0, '2026-11-22T18:09:45.120+00:00'],
    ['an hour east', 60, '2026-11-22T19:09:45.120+01:00'],
    ['west, over a half hour', -210, '2026-11-22T14:39:45.120-03:30'],
    ['far east, into the next day', 825, '2026-11-23T07:54:45.120+13:45'],
    ['far west', -720, '2026-11-22T06:09:45.120-12:00'],
  ])('%s', (_name, offset, text) => {
    expect(instantWithOffset(at, offset)).toBe(text);
    expect(Date.parse(text)).toBe(at);
  });
});

describe('a day in words', () => {
  it.each([
    ['a Sunday', Date.UTC(2026, 10, 29, 12), 0, 'Sun 29 Nov'],
    ['the first of January', Date.UTC(2027, 0, 1), 0, 'Fri 1 Jan'],
    ['already tomorrow to the east', Date.UTC(2026, 11, 31, 23), 60, 'Fri 1 Jan'],
    ['still yesterday to the west', Date.UTC(2026, 5, 1, 0, 30), -60, 'Sun 31 May'],
  ])('%s', (_name, moment, offset, text) => {
    expect(dayInWords(moment, offset)).toBe(text);
  });
});

describe('days after', () => {
  it('counts whole days of 24 hours', () => {
    expect(daysAfter(at, 7) - at).toBe(7 * 24 * 60 * 60 * 1000);
    expect(daysAfter(at, 0)).toBe(at);
  });
});
