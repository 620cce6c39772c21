import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEventIds } from '../../src/store/event-id.ts';
import { instantWithOffset } from '../../src/store/instant.ts';
import { seededRandom } from '../support/fake-context.ts';

describe('ids', () => {
  test('are 26 characters, the time first', () => {
    const id = createEventIds(seededRandom(1))(Date.parse('2026-11-22T18:09:45.120+01:00'));
    expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(createEventIds({ next: () => 0 })(0)).toBe('0'.repeat(26));
    // The example of the ULID specification.
    expect(createEventIds({ next: () => 0 })(1_469_918_176_385).slice(0, 10)).toBe('01ARYZ6S41');
  });

  test('grow within a process, whatever the clock does', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 2 }), fc.nat(), (times, seed) => {
        const next = createEventIds(seededRandom(seed));
        const ids = times.map((time) => next(time));
        expect(ids).toEqual([...new Set(ids)].sort());
      }),
    ));

  test('grow even when chance is at its end', () => {
    const next = createEventIds({ next: () => 0.999_999 });
    const ids = [1, 1, 1, 1].map((time) => next(time));
    expect(ids).toEqual([...new Set(ids)].sort());
  });
});

describe('an instant with its offset', () => {
  test.each([
    ['2026-11-22T17:09:45.120Z', 60, '2026-11-22T18:09:45.120+01:00'],
    ['2026-11-22T17:09:45.120Z', 0, '2026-11-22T17:09:45.120+00:00'],
    ['2026-11-22T01:00:00.000Z', -210, '2026-11-21T21:30:00.000-03:30'],
    ['2026-12-31T23:00:00.000Z', 345, '2027-01-01T04:45:00.000+05:45'],
  ])('%s at %i minutes', (at, offset, expected) => {
    expect(instantWithOffset(Date.parse(at), offset)).toBe(expected);
  });

  test('is the same instant when it is read back', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true }),
        fc.integer({ min: -14 * 60, max: 14 * 60 }),
        (date, offset) => {
          expect(Date.parse(instantWithOffset(date.getTime(), offset))).toBe(date.getTime());
        },
      ),
    ));
});
