import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offeredInDoubt, type Verdict, verdictOn } from '../../../src/engine/routine/exclusions.ts';
import { exerciseOf, raised, someFlags, tables } from './requests.ts';

const rank: { readonly [kind in Verdict['kind']]: number } = { standard: 0, easier: 1, out: 2 };

describe('what flags make of an exercise', () => {
  it.each<readonly [string, readonly string[], Verdict['kind'], readonly string[]]>([
    ['belly-breathing', [], 'standard', []],
    ['belly-breathing', ['wrist-painful'], 'standard', []],
    ['belly-breathing', ['breathless-lying-flat'], 'easier', ['breathless-lying-flat']],
    ['belly-breathing', ['recent-surgery', 'breathless-lying-flat'], 'easier', ['breathless-lying-flat']],
    ['cat-cow', ['wrist-painful'], 'easier', ['wrist-painful']],
    ['cat-cow', ['wrist-painful', 'recent-surgery'], 'out', ['recent-surgery']],
    ['cat-cow', ['pain-severe', 'wrist-painful'], 'out', ['pain-severe']],
    ['seated-hamstring-stretch', ['leg-pain-below-knee'], 'out', ['leg-pain-below-knee']],
    [
      'seated-hamstring-stretch',
      ['osteoporosis', 'leg-pain-below-knee'],
      'out',
      ['leg-pain-below-knee', 'osteoporosis'],
    ],
    ['pelvic-tilt', ['heart-or-lung-condition-unstable'], 'standard', []],
    ['pelvic-tilt', ['heart-or-lung-condition-unstable', 'pregnancy-late'], 'out', ['pregnancy-late']],
    ['easy-walk', ['heart-or-lung-condition-unstable'], 'out', ['heart-or-lung-condition-unstable']],
    [
      'slow-breathing-6',
      ['recent-surgery', 'heart-or-lung-condition-unstable', 'pain-severe'],
      'standard',
      [],
    ],
  ])('%s with %j is %s', (id, flags, kind, because) => {
    const verdict = verdictOn(exerciseOf(id), raised(...flags), tables.flags);
    expect(verdict.kind).toBe(kind);
    expect('because' in verdict ? verdict.because : []).toEqual(raised(...because));
  });

  it('an easier version that nobody wrote cannot stand in', () => {
    const { easier: _, ...exercise } = exerciseOf('cat-cow');
    expect(verdictOn(exercise, raised('wrist-painful'), tables.flags).kind).toBe('out');
  });

  it('more flags never make it better, and their order never shows', () => {
    const some = fc.tuple(fc.constantFrom(...tables.exercises), someFlags, someFlags, fc.boolean());
    fc.assert(
      fc.property(some, ([exercise, flags, more, twice]) => {
        const verdict = verdictOn(exercise, flags, tables.flags);
        expect(verdictOn(exercise, [...flags].reverse(), tables.flags)).toEqual(verdict);
        expect(verdictOn(exercise, twice ? [...flags, ...flags] : flags, tables.flags)).toEqual(verdict);
        const all = verdictOn(exercise, [...flags, ...more], tables.flags);
        expect(rank[all.kind]).toBeGreaterThanOrEqual(rank[verdict.kind]);
      }),
      { numRuns: 5000 },
    );
  });

  it('a flag that no table knows still leaves out what names it', () => {
    const exercise = { ...exerciseOf('easy-walk'), notWith: ['of-another-version'] };
    expect(verdictOn(exercise, raised('of-another-version'), tables.flags).kind).toBe('out');
  });
});

describe('in doubt', () => {
  it('walking, breathing and bracing are offered, and what a flag names as the only ones left', () => {
    expect(offeredInDoubt(raised('pain-severe'), tables.flags)).toEqual([
      'easy-walk',
      'belly-breathing',
      'brace-and-breathe',
    ]);
    expect(offeredInDoubt(raised('recent-surgery'), tables.flags)).toContain('body-scan');
    for (const id of offeredInDoubt([], [])) expect(exerciseOf(id).fromStage).toBe(1);
  });
});
