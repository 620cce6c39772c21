import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOfDate, recoveryHistory, recoveryKinds } from '../../../src/engine/recovery/recovery-events.ts';

const at = '2026-11-22T12:00:00.000+01:00';
const kinds = Object.values(recoveryKinds);

describe('what recovery kept is read', () => {
  test('any body of any kind, and nothing is ever thrown', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            id: fc.string(),
            at: fc.oneof(fc.constant(at), fc.string()),
            kind: fc.constantFrom(...kinds, 'log'),
            body: fc.jsonValue(),
          }),
        ),
        (events) => {
          const history = recoveryHistory(events, 3);
          expect(Object.values(history).every(Array.isArray)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each([
    [recoveryKinds.start, { track: 'lumbago', phase: 'calm' }],
    [recoveryKinds.start, { track: 'toString', phase: 'calm' }],
    [recoveryKinds.start, { track: 'pulled-muscle' }],
    [recoveryKinds.tick, { times: 2 }],
    [recoveryKinds.tasks, { answers: { 'walk-5': 'maybe' } }],
    [recoveryKinds.flare, { is: 'perhaps' }],
    [recoveryKinds.pause, { from: '2026-02-30', until: '2026-03-02' }],
    [recoveryKinds.pause, { from: '2026-03-02', until: '2026-03-01' }],
    [recoveryKinds.ladder, { ladder: 'sport', is: 'done' }],
    [recoveryKinds.ladder, { ladder: 'sport', is: 'done', step: -1 }],
    [recoveryKinds.ladder, { ladder: 'chess', is: 'chosen' }],
  ])('%s %j is left out', (kind, body) => {
    const history = recoveryHistory([{ id: '1', at, kind, body }], 3);
    expect(Object.values(history).flat()).toEqual([]);
  });

  test('order is that of writing, whatever the clock said, and what is missing is taken kindly', () => {
    const ahead = '2026-12-24T12:00:00.000+01:00';
    const history = recoveryHistory(
      [
        { id: '2', at, kind: recoveryKinds.tick, body: { item: 'breathe' } },
        { id: '1', at: ahead, kind: recoveryKinds.tick, body: { item: 'breathe', times: 2.4, least: true } },
        { id: '3', at, kind: recoveryKinds.pause, body: { from: '2026-11-22', why: 'moon' } },
      ],
      3,
    );
    expect(history.ticks.map(({ times, least }) => [times, least])).toEqual([
      [2, true],
      [1, false],
    ]);
    const day = dayOfDate('2026-11-22');
    expect(history.pauses).toEqual([{ from: day, until: day, why: 'other' }]);
  });

  test('the order in which events are read makes no difference', () => {
    const event = fc
      .tuple(fc.integer({ min: 1, max: 20 }), fc.constantFrom('calm', 'move', 'keep'))
      .map(([day, to]) => ({
        id: String(day).padStart(2, '0'),
        at: `2026-11-${String(day).padStart(2, '0')}T10:00:00Z`,
        kind: recoveryKinds.phase,
        body: { to },
      }));
    const events = fc.uniqueArray(event, { selector: ({ at: when }) => when, minLength: 2 });
    fc.assert(
      fc.property(
        events.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(recoveryHistory(shuffled, 3)).toEqual(recoveryHistory(list, 3));
        },
      ),
    );
  });

  test('the day is the one of the person: one at night belongs to the evening before', () => {
    const of = (hour: string) =>
      recoveryHistory(
        [{ id: '1', at: `2026-11-22T${hour}:30:00+09:00`, kind: recoveryKinds.phase, body: { to: 'move' } }],
        3,
      ).phases[0]?.day;
    expect(of('01')).toBe(dayOfDate('2026-11-21'));
    expect(of('03')).toBe(dayOfDate('2026-11-22'));
  });
});
