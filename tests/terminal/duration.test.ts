import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDuration, parseDuration } from '../../src/engine/duration.ts';

describe('lengths of time', () => {
  test.each([
    ['3 days', 3],
    ['5 weeks', 35],
    ['8 months', 243],
    ['2 years', 730],
    ['today', 0],
    ['yesterday', 1],
    ['10', 10],
    ['0', 0],
    ['a week', 7],
    ['two weeks', 14],
    ['1.5 years', 548],
    ['1,5 years', 548],
    ['1 year 2 months', 426],
    ['1 year, 2 months', 426],
    ['1 year and 2 months', 426],
    ['  About 3 WEEKS ago ', 21],
    ['3w', 21],
    ['3wks', 21],
    ['6mo', 182],
    ['2y', 730],
    ['8 hours', 0],
    ['36 hours', 2],
  ])('%j is %i days', (text, days) => {
    expect(parseDuration(text)).toBe(days);
  });

  test.each([
    '',
    '  ',
    'soon',
    '-3 days',
    '3 moons',
    '2-3 weeks',
    '3 5 weeks',
    'weeks',
    '1e9',
    '9999999',
    '200 years',
    '__proto__',
    '3 constructor',
    '5 weeks!',
  ])('%j is none', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  test.each([
    [0, 'today'],
    [1, '1 day'],
    [3, '3 days'],
    [7, '1 week'],
    [35, '5 weeks'],
    [243, '8 months'],
    [730, '2 years'],
    [400, '400 days'],
  ])('%i days are said as %j', (days, text) => {
    expect(formatDuration(days)).toBe(text);
  });

  test('what is said is read back as the same number', () => {
    fc.assert(
      fc.property(fc.nat({ max: 36_500 }), (days) => {
        expect(parseDuration(formatDuration(days))).toBe(days);
      }),
    );
  });

  test('any text is a whole number of days or none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-z., ]{0,20}$/)), (text) => {
        const days = parseDuration(text);
        if (days !== undefined) expect(Number.isInteger(days) && days >= 0).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  test('more of a unit is never shorter', () => {
    const unit = fc.constantFrom('hours', 'days', 'weeks', 'months', 'years');
    fc.assert(
      fc.property(unit, fc.nat({ max: 90 }), (word, count) => {
        expect(parseDuration(`${count + 1} ${word}`)).toBeGreaterThanOrEqual(
          parseDuration(`${count} ${word}`) ?? 0,
        );
      }),
    );
  });
});
