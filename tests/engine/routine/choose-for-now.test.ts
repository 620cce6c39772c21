import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { remedyTargets } from '../../../src/data/remedy-schema.ts';
import { chooseForNow } from '../../../src/engine/routine/choose-for-now.ts';
import type { FitRequest } from '../../../src/engine/routine/fit-request.ts';
import type { NowFacts } from '../../../src/engine/routine/occasions.ts';
import { raised, requestOf, someRequest, tables } from './requests.ts';

const ordinaryDay: NowFacts = {
  hour: 11,
  fitting: ['pulled-muscle'],
  isGrabbing: false,
  doneToday: [],
  strengthDays: 0,
  sitsLong: false,
};

function choose(facts: Partial<NowFacts>, changes: Partial<FitRequest> = {}) {
  const { minutes: _, ...request } = requestOf();
  return chooseForNow(tables, { ...request, ...changes }, { ...ordinaryDay, ...facts });
}

describe('what `stretch` alone starts', () => {
  it.each<readonly [string, Partial<NowFacts>, Partial<FitRequest>, string | undefined, RegExp]>([
    ['a muscle that grabs', { isGrabbing: true }, {}, 'acute-spasm', /grabs/],
    ['a muscle that grabs, in the evening', { isGrabbing: true, hour: 21 }, {}, 'acute-spasm', /grabs/],
    ['pain of 8', { painNow: 8 }, { flags: raised('pain-severe'), stage: 1 }, 'acute-spasm', /8 of 10/],
    [
      'the fifth grab of the day, late',
      { isGrabbing: true, hour: 21, doneToday: Array(4).fill('acute-spasm') },
      {},
      'pre-sleep',
      /late/,
    ],
    [
      'the fifth grab of the day',
      { isGrabbing: true, doneToday: Array(4).fill('acute-spasm') },
      {},
      undefined,
      /for a spasm/,
    ],
    [
      'pain of 8 from long sitting',
      { painNow: 8, fitting: ['poor-posture'], sitsLong: true },
      { flags: raised('pain-severe'), stage: 1 },
      'acute-spasm',
      /8 of 10, so only the calmest/,
    ],
    [
      'pain of 7 and stress, late',
      { painNow: 7, fitting: ['chronic-stress'], hour: 23 },
      { flags: raised('pain-severe'), stage: 1 },
      'acute-spasm',
      /7 of 10/,
    ],
    [
      'the worst pain of today, not said anew',
      { fitting: ['tight-hamstrings'] },
      { flags: raised('pain-severe'), stage: 1 },
      'acute-spasm',
      /^Only the calmest moves, since you said yes/,
    ],
    [
      'pain of 8 that had its four',
      { painNow: 8, fitting: ['poor-posture'], doneToday: Array(4).fill('acute-spasm') },
      { flags: raised('pain-severe'), stage: 1 },
      undefined,
      /8 of 10/,
    ],
    ['long sitting, late', { hour: 22, fitting: ['poor-posture'] }, {}, 'pre-sleep', /late/],
    [
      'long sitting, late, after the slow one',
      { hour: 22, fitting: ['poor-posture'], doneToday: ['pre-sleep'] },
      {},
      'stress-wind-down',
      /late/,
    ],
    [
      'an evening that had both',
      { hour: 20, fitting: ['poor-posture'], doneToday: ['pre-sleep', 'stress-wind-down'] },
      {},
      undefined,
      /./,
    ],
    ['the first days of a strain', {}, { stage: 1, chronicity: 'acute' }, 'acute-spasm', /still fresh/],
    ['a morning', { hour: 7 }, {}, 'morning', /morning/],
    ['a morning that had it', { hour: 7, doneToday: ['morning'] }, {}, 'core-builder', /strength/],
    ['an evening', { hour: 22 }, {}, 'pre-sleep', /late/],
    ['a night', { hour: 2 }, {}, 'pre-sleep', /late/],
    ['stress after work', { hour: 18, fitting: ['chronic-stress'] }, {}, 'stress-wind-down', /over/],
    ['a desk', { fitting: ['poor-posture'], sitsLong: true }, {}, 'desk-break', /sit a lot/],
    [
      'a desk that had a break',
      { fitting: ['poor-posture'], sitsLong: true, doneToday: ['desk-break'] },
      {},
      'posture-reset',
      /longer break/,
    ],
    ['tight hamstrings at noon', { fitting: ['tight-hamstrings'] }, {}, 'hamstring-micro', /number 1 of 5/],
    [
      'tight hamstrings again',
      { fitting: ['tight-hamstrings'], doneToday: ['hamstring-micro'] },
      {},
      'hamstring-micro',
      /number 2 of 5/,
    ],
    [
      'tight hamstrings after five',
      { fitting: ['tight-hamstrings'], doneToday: Array(5).fill('hamstring-micro') },
      {},
      'hips-hamstrings',
      /strength/,
    ],
    ['a strength day', { hour: 17 }, {}, 'core-builder', /0 of 3/],
    ['the next strength day', { hour: 17, strengthDays: 1 }, {}, 'hips-hamstrings', /1 of 3/],
    ['back to lifting', { hour: 17 }, { stage: 4 }, 'lifting-ready', /strength/],
    [
      'strength done today',
      { hour: 17, doneToday: ['core-builder'], strengthDays: 1 },
      {},
      undefined,
      /pulled muscle/,
    ],
    ['strength done this week', { hour: 17, strengthDays: 3 }, {}, undefined, /pulled muscle/],
    ['no clear pattern', { hour: 17, fitting: [] }, {}, 'core-builder', /strength/],
    [
      'a worn disc in the morning',
      { hour: 7, fitting: ['spinal-problem'] },
      { subtypes: ['disc-degeneration'] },
      'morning',
      /morning/,
    ],
    [
      'a slipped disc in the morning',
      { hour: 7, fitting: ['spinal-problem'] },
      { subtypes: ['herniation'] },
      'core-builder',
      /strength/,
    ],
    ['a wish for a position', { hour: 7 }, { position: 'standing' }, undefined, /pulled muscle/],
    ['no chair, and a muscle that grabs', { isGrabbing: true }, { equipment: [] }, 'acute-spasm', /grabs/],
    [
      'flags that leave nothing of the morning',
      { hour: 7 },
      { flags: raised('recent-surgery') },
      undefined,
      /./,
    ],
  ])('%s', (_name, facts, changes, routine, because) => {
    const { plan } = choose(facts, changes);
    expect(plan.kind).toBe('routine');
    expect(plan.kind === 'routine' && plan.routine).toBe(routine);
    expect(plan.because[0]).toMatch(because);
  });

  it.each([20, 21, 22, 23, 0, 1, 2, 3])('at %i:00 there is nothing for strength', (hour) => {
    const strength = ['lifting-ready', 'core-builder', 'hips-hamstrings'];
    for (const fitting of [
      [],
      ...remedyTargets.filter((target) => target !== 'spasm').map((target) => [target]),
    ])
      for (const doneToday of [[], ['pre-sleep'], ['pre-sleep', 'stress-wind-down']]) {
        const { plan } = choose({ hour, fitting, doneToday }, { stage: 5 });
        expect(plan.kind).toBe('routine');
        if (plan.kind !== 'routine') continue;
        expect(strength).not.toContain(plan.routine);
        if (plan.routine === undefined)
          expect(plan.items.map(({ exercise }) => exercise.kind)).not.toContain('strength');
      }
  });

  it('says nothing of a spasm to somebody in strong pain who has none', () => {
    const { plan } = choose(
      { painNow: 9, fitting: ['poor-posture'], doneToday: Array(4).fill('acute-spasm') },
      { flags: raised('pain-severe'), stage: 1 },
    );
    expect(plan).toMatchObject({ name: 'Calm and easy' });
    expect(plan.because.join(' ')).not.toMatch(/spasm/);
    const ids = plan.kind === 'none' ? [] : plan.items.map(({ exercise }) => exercise.id);
    expect(ids).not.toContain('prone-on-elbows');
    expect(ids).not.toContain('shoulder-blade-squeeze');
  });

  it('offers two minutes of the same to a person who hesitates', () => {
    const { plan, short } = choose({ hour: 7 });
    expect(plan.kind === 'routine' && plan.seconds).toBeGreaterThan(300);
    expect(short?.routine).toBe('morning');
    expect(short?.seconds).toBeLessThanOrEqual(120);
  });

  it('offers nothing shorter where it is short already', () => {
    expect(choose({ fitting: ['tight-hamstrings'] }).short).toBeUndefined();
  });

  it('keeps to the minutes that were asked for', () => {
    const { plan } = choose({ hour: 7 }, { minutes: 4 });
    expect(plan).toMatchObject({ kind: 'routine', routine: 'morning' });
    expect(plan.kind === 'routine' && plan.seconds).toBeLessThanOrEqual(240);
  });

  it('always finds something for somebody with a chair and the floor, at any hour, and says why', () => {
    const day = fc.record({
      hour: fc.integer({ min: 0, max: 23 }),
      fitting: fc.shuffledSubarray(
        [...remedyTargets].filter((target) => target !== 'spasm'),
        { maxLength: 3 },
      ),
      isGrabbing: fc.boolean(),
      painNow: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
      doneToday: fc.array(fc.constantFrom(...tables.routines.map(({ id }) => id)), { maxLength: 8 }),
      strengthDays: fc.integer({ min: 0, max: 7 }),
      sitsLong: fc.boolean(),
    });
    fc.assert(
      fc.property(day, someRequest, (facts, { position: _, target: __, ...request }) => {
        const { plan, short } = chooseForNow(
          tables,
          { ...request, floorWork: true, equipment: ['chair', 'mat'] },
          facts,
        );
        expect(plan.kind).toBe('routine');
        expect(plan.because.length).toBeGreaterThan(0);
        if (plan.kind === 'routine') expect(plan.seconds).toBeLessThanOrEqual(request.minutes * 60);
        expect(short?.seconds ?? 0).toBeLessThanOrEqual(120);
      }),
      { numRuns: 3000 },
    );
  });
});
