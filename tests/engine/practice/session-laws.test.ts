import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestTick } from '../../../src/engine/practice/advance.ts';
import { buildScript } from '../../../src/engine/practice/build-script.ts';
import { startPractice, updatePractice } from '../../../src/engine/practice/practice.ts';
import { practiceResult } from '../../../src/engine/practice/practice-result.ts';
import {
  isRunning,
  type PracticeEvent,
  type PracticeState,
} from '../../../src/engine/practice/practice-state.ts';
import { practiceView, untilNextChange } from '../../../src/engine/practice/practice-view.ts';
import { anyPlan, exerciseOf, planOf, threeExercises } from './sessions.ts';

const kinds: readonly PracticeEvent['kind'][] = [
  'toggle-pause',
  'back',
  'forward',
  'skip',
  'easier',
  'how',
  'suspended',
  'resumed',
  'resized',
];
const kind = fc.oneof(
  { weight: 4, arbitrary: fc.constant<PracticeEvent['kind']>('tick') },
  { weight: 2, arbitrary: fc.constantFrom(...kinds) },
);
/** Ordinary ticks, late ones, a lid that was closed, and clocks that are set: forward, backward, far. */
const anyPassing = fc.oneof(
  { weight: 5, arbitrary: fc.double({ min: 0, max: longestTick, noNaN: true }) },
  fc.double({ min: longestTick, max: 1e8, noNaN: true }),
  fc.double({ min: -1e8, max: 0, noNaN: true }),
);
const anyEvents = fc.array(fc.record({ kind, passing: anyPassing }), { maxLength: 120 });
const script = anyPlan.map(buildScript);

/** Every state on the way, with the event that led to it. */
function play(
  start: PracticeState,
  events: readonly { readonly kind: PracticeEvent['kind']; readonly passing: number }[],
  look: (before: PracticeState, after: PracticeState, passing: number, said: number) => void,
): PracticeState {
  let at = start.at;
  return events.reduce((before, event) => {
    const since = at;
    at += event.passing;
    const { state, effects } = updatePractice(before, { kind: event.kind, at });
    look(before, state, at - since, effects.filter((effect) => effect.kind === 'say').length);
    return state;
  }, start);
}

describe('whatever the clock, the keys and the window do', () => {
  test('elapsed time never goes back, runs no faster than the clock, and stands still in a pause', () => {
    fc.assert(
      fc.property(script, anyEvents, (played, events) => {
        play(startPractice(played, 0).state, events, (before, after, passing) => {
          const ran = after.elapsed - before.elapsed;
          expect(ran).toBeGreaterThanOrEqual(0);
          expect(ran).toBeLessThanOrEqual(Math.max(0, passing) + 1e-6);
          if (!isRunning(before) || passing > longestTick) expect(ran).toBe(0);
          expect(after.paused).toBeGreaterThanOrEqual(before.paused);
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('until the end, every millisecond ran or was a pause', () => {
    fc.assert(
      fc.property(script, anyEvents, (played, events) => {
        let whole = 0;
        play(startPractice(played, 0).state, events, (_before, after, passing) => {
          whole += Math.max(0, passing);
          if (after.over === undefined) expect(after.elapsed + after.paused).toBeCloseTo(whole, 3);
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('it stands somewhere in its script, says one thing at a time, and there is always something to show', () => {
    fc.assert(
      fc.property(script, anyEvents, (played, events) => {
        play(startPractice(played, 0).state, events, (_before, after, _passing, said) => {
          expect(said).toBeLessThanOrEqual(1);
          const segment = after.script.segments[after.position];
          expect(segment === undefined).toBe(after.over === 'finished');
          expect(after.into).toBeGreaterThanOrEqual(0);
          expect(after.into).toBeLessThanOrEqual(segment?.milliseconds ?? 0);
          expect(after.reached).toHaveLength(after.script.segments.length);
          expect(practiceView(after)?.left).toBeGreaterThanOrEqual(0);
          const wait = untilNextChange(after);
          expect(wait === undefined).toBe(!isRunning(after));
          if (wait !== undefined) expect(wait).toBeLessThanOrEqual(1000);
          const { items, activeMilliseconds } = practiceResult(after);
          expect(items).toHaveLength(played.items.length);
          const worked = items.reduce((sum, { seconds }) => sum + seconds, 0);
          expect(worked * 1000).toBeLessThanOrEqual(activeMilliseconds + 500 * items.length);
        });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('thirty minutes', () => {
  const long = buildScript(
    planOf([
      {
        exercise: exerciseOf('breaths', {
          kind: 'timed',
          seconds: 1790,
          moves: [
            { say: 'breathe in', seconds: 4 },
            { say: 'breathe out', seconds: 6 },
          ],
        }),
      },
    ]),
  );
  const slowness = fc.array(fc.double({ min: 250, max: longestTick - 1, noNaN: true }), {
    minLength: 1,
    maxLength: 20,
  });
  const pauses = fc.array(
    fc.record({ tick: fc.nat(2000), length: fc.double({ min: 0, max: 1e7, noNaN: true }) }),
  );

  test('end within 100 ms of the truth, however slow each tick is and however often it was paused', () => {
    fc.assert(
      fc.property(slowness, pauses, (ticks, paused) => {
        const lengths = new Map(paused.map(({ tick, length }) => [tick, length]));
        const start = 12_345.678;
        let at = start;
        let rested = 0;
        let { state } = startPractice(long, at);
        for (let tick = 0; state.over === undefined; tick += 1) {
          at += ticks[tick % ticks.length] ?? 0;
          ({ state } = updatePractice(state, { kind: 'tick', at }));
          const length = lengths.get(tick);
          if (length === undefined || state.over !== undefined) continue;
          ({ state } = updatePractice(state, { kind: 'toggle-pause', at }));
          at += length;
          rested += length;
          ({ state } = updatePractice(state, { kind: 'toggle-pause', at }));
          // A pause while getting ready begins the announcement anew, which is time of its own.
          if (state.position === 0) return;
        }
        expect(Math.abs(state.at - start - rested - 1_800_000)).toBeLessThan(100);
        expect(practiceResult(state)).toMatchObject({ activeMilliseconds: 1_800_000, endedEarly: false });
      }),
      { numRuns: 200 },
    );
  });
});

test('a session that is left alone is done, each exercise of it', () => {
  fc.assert(
    fc.property(script, (played) => {
      let { state } = startPractice(played, 0);
      for (let at = 0; state.over === undefined; at += 900)
        ({ state } = updatePractice(state, { kind: 'tick', at }));
      expect(practiceResult(state).items.every(({ done }) => done === 'done')).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('after the end nothing changes any more', () => {
  const { state } = updatePractice(startPractice(threeExercises, 0).state, { kind: 'stop', at: 10 });
  fc.assert(
    fc.property(anyEvents, (events) => {
      expect(play(state, events, () => undefined)).toEqual(state);
    }),
  );
});
