import { describe, expect, it } from 'vitest';
import { recoveryTables } from '../../src/data/recovery-tables.ts';
import { coldToHeatDay } from '../../src/data/remedies.ts';
import { recoveryChecks } from './checks/recovery.ts';

const checks = recoveryChecks.map((check) => [check.rule, check] as const);

describe('the content of recovery keeps its rules', () => {
  it.each(checks)('%s', (_rule, { problems }) => {
    expect(problems(recoveryTables)).toEqual([]);
  });
});

describe('a broken rule is found', () => {
  it.each(checks)('%s', (_rule, { problems, broken }) => {
    expect(problems(broken(recoveryTables)).length).toBeGreaterThan(0);
  });
});

describe('settings', () => {
  it.each([
    ['pulled-muscle', 2, 3, 15, 29, 28],
    ['poor-posture', 0, 0, 0, 0, 28],
    ['chronic-stress', 0, 0, 0, 0, 28],
    ['tight-hamstrings', 0, 0, 7, 7, 42],
    ['spinal-facet', 1, 3, 22, 29, 28],
    ['spinal-disc', 2, 3, 22, 43, 28],
    ['spinal-nerve', 2, 0, 43, 85, 42],
    ['myofascial-pain', 0, 0, 14, 28, 28],
    ['no-clear-pattern', 2, 3, 15, 22, 28],
  ] as const)('of %s', (id, rest, warmth, lifting, running, review) => {
    const settings = recoveryTables.tracks.find((track) => track.id === id)?.settings;
    expect(settings).toMatchObject({
      restDays: rest,
      warmthFromDay: warmth,
      liftingFromDay: lifting,
      runningFromDay: running,
      reviewDay: review,
    });
  });

  it('never ask for more than two days of rest, and turn to warmth on the day that the remedies do', () => {
    for (const { settings, mildSettings } of recoveryTables.tracks)
      for (const each of [settings, mildSettings ?? settings]) {
        expect(each.restDays).toBeLessThanOrEqual(2);
        expect([0, coldToHeatDay.usual]).toContain(each.warmthFromDay);
      }
  });
});
