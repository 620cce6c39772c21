import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exerciseTables } from '../../../src/data/exercise-tables.ts';
import { trackIds } from '../../../src/data/recovery-schema.ts';
import { recoveryTables } from '../../../src/data/recovery-tables.ts';
import { coldToHeatDay, heatOrCold, remedies, remedyFits, remedyLimits } from '../../../src/data/remedies.ts';
import { savedEntry } from '../../../src/engine/log/saved-entry.ts';
import { isGettingWorse, painDays } from '../../../src/engine/recovery/pain-course.ts';
import { placeNow } from '../../../src/engine/recovery/phase-place.ts';
import { mayMove } from '../../../src/engine/recovery/phase-today.ts';
import { remediesFor } from '../../../src/engine/recovery/remedies-for.ts';
import { anyStory, dayOf, rating } from './any-story.ts';
import { assessedAt, dateOn, factsOf, type Story, todayOf } from './people.ts';

const runs = { numRuns: 1500 };
/** The noted pain of the newest day changed. */
function withNewest(story: Story, change: (pain: number) => number): Story {
  const pain = [...(story.pain ?? [])];
  const last = pain.findLastIndex((value) => value !== undefined);
  const value = pain[last];
  if (value !== undefined) pain[last] = change(value);
  return { ...story, pain };
}

const ranks = { 'too-soon': 0, 'on-track': 0, watch: 1, 'off-track': 2, stop: 3 } as const;

describe('laws of a plan', () => {
  test('pain above all that was noted in the week before is getting worse, at whatever hour it was noted', () => {
    const entry = fc.record({ hours: fc.nat(6 * 24), usual: fc.integer({ min: 0, max: 9 }) });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 12 }), rating, (given, more) => {
        const highest = Math.max(...given.map(({ usual }) => usual));
        const newest = { hours: 6 * 24 + 1, usual: Math.min(10, highest + 1 + (more % 3)) };
        const entries = [...given, newest].map(({ hours, usual }) =>
          savedEntry({ id: '', at: new Date(assessedAt + hours * 3_600_000).toISOString(), body: { usual } }),
        );
        const days = painDays(entries, 3);
        const today = Math.max(...days.map(({ day }) => day));
        const answers = { 'pain-average': 10 };
        // With nothing but the day itself there is the assessment to compare with.
        if (days.length > 1) expect(isGettingWorse({ days, today, assessment: { answers } })).toBe(true);
      }),
      runs,
    );
  });

  test('it never goes ahead on pain that is getting worse, in a flare or with a danger sign, and only to the next phase', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const facts = factsOf(story);
        const { now } = todayOf(story);
        const noted = facts.days.filter(({ day }) => day <= facts.today).slice(-2);
        const [before, newest] = noted;
        const isWorse =
          before !== undefined &&
          newest !== undefined &&
          newest.usual > before.usual &&
          newest.day - before.day <= 7;
        const isBlocked = isWorse || now.flare.kind === 'running' || facts.dangerSign;
        if (isBlocked) expect(now.proposal.kind).not.toBe('up');
        if (now.proposal.kind === 'up') expect(now.proposal.to).toBe(now.track.phases[now.place + 1]);
        for (const [place, { id }] of now.track.phases.entries()) {
          const { kind } = mayMove(now, id, facts);
          if (place > now.place + 1 || (place > now.place && isBlocked)) expect(kind).toBe('no');
          if (place <= now.place) expect(kind).toBe('yes');
        }
      }),
      runs,
    );
  });

  test('to change the plan, or to come back to one that was left, is no way to get further', () => {
    fc.assert(
      fc.property(anyStory, fc.constantFrom(...trackIds), (story, other) => {
        const facts = factsOf(story);
        const here = facts.history.starts.at(-1);
        const left = recoveryTables.tracks.find(({ id }) => id === here?.track);
        const next = recoveryTables.tracks.find(({ id }) => id === other);
        if (left === undefined || next === undefined || left === next) return;
        const { tracks } = recoveryTables;
        const stageAt = (track: typeof left) =>
          track.phases[placeNow(tracks, { track }, facts, exerciseTables.stages).place]?.stage ?? 0;
        expect(stageAt(next)).toBeLessThanOrEqual(Math.max(stageAt(left), next.phases[0]?.stage ?? 0));
      }),
      runs,
    );
  });

  test('more pain on the newest day never turns "not yet" into "on", and never makes the course look better', () => {
    fc.assert(
      fc.property(anyStory, rating, (story, more) => {
        const before = todayOf(story);
        const after = todayOf(withNewest(story, (pain) => Math.min(10, pain + more)));
        if (before.now.proposal.kind !== 'up') expect(after.now.proposal.kind).not.toBe('up');
        // A phase that eased off counts the same rules.
        expect(ranks[after.report.state]).toBeGreaterThanOrEqual(ranks[before.report.state]);
      }),
      runs,
    );
  });

  test('whatever was written, the phase rises by one at most with each move', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const { events = [] } = story;
        const { now, hasBegun } = todayOf(story);
        const start = events.findLast(([, kind]) => kind === 'start')?.[2] as { phase: string } | undefined;
        const began = now.track.phases.findIndex(({ id }) => id === start?.phase);
        const moves = events.filter(([, kind]) => kind === 'phase').length;
        if (hasBegun && began >= 0) expect(now.place).toBeLessThanOrEqual(began + moves);
        expect(now.place).toBeLessThan(now.track.phases.length);
      }),
      runs,
    );
  });

  test('a day asks for five lines at most, none twice; a flare for three; days off for none', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const { lines, now, plan } = todayOf(story);
        const most =
          now.pause !== undefined || story.dangerSign === true
            ? 0
            : now.flare.kind === 'running' && now.flare.dayOf <= 3
              ? 3
              : 5;
        expect(lines.length).toBeLessThanOrEqual(most);
        expect(new Set(lines.map(({ item }) => item.id)).size).toBe(lines.length);
        expect(lines.filter(({ item }) => plan.bars.includes(item.id))).toEqual([]);
        if (most > 0 && now.phase.stage < 4) expect(lines.map(({ item }) => item.id)).toContain('check-in');
      }),
      runs,
    );
  });

  test('days off never take a reached week away, and no dose grows on an easy day', () => {
    fc.assert(
      fc.property(anyStory, dayOf, fc.nat(9), (story, from, length) => {
        const before = todayOf(story);
        const pause = [
          from,
          'pause',
          { from: dateOn(from), until: dateOn(from + length), why: 'holiday' },
        ] as const;
        const after = todayOf({ ...story, events: [...(story.events ?? []), pause] });
        if (before.week.isReached) expect(after.week.isReached).toBe(true);
        if (before.now.flare.kind === 'running') expect(before.dose.effort).toBe('less');
      }),
      runs,
    );
  });

  test('a danger sign stops it all', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const { report, now, lines } = todayOf({ ...story, dangerSign: true });
        expect([lines, now.askAbout]).toEqual([[], []]);
        expect(report.state).toBe('stop');
        expect(now.proposal.kind).toBe('stay');
      }),
      runs,
    );
  });

  test('a worse answer to a caution never brings a remedy back', () => {
    const tables = {
      remedies,
      remedyFits,
      remedyLimits,
      heatOrCold,
      coldToHeatDay,
      nerveSigns: recoveryTables.nerveSigns,
    };
    const idsOf = (story: Story) => {
      const facts = factsOf(story);
      return new Set(
        remediesFor(tables, { ...facts, spellDay: 5, isGrabbing: false }).now.map(({ remedy }) => remedy.id),
      );
    };
    const cautions = fc.constantFrom(
      'mod-pregnant',
      'mod-blood-thinner',
      'mod-osteoporosis',
      'mod-steroids',
      'local-bruise-or-tender',
    );
    fc.assert(
      fc.property(anyStory, cautions, (story, caution) => {
        const [no, unsure, yes] = ['no', 'unsure', 'yes'].map((answer) =>
          idsOf({ ...story, answers: { ...story.answers, [caution]: answer } }),
        );
        expect([...(unsure ?? [])].filter((id) => !no?.has(id))).toEqual([]);
        expect([...(yes ?? [])].filter((id) => !unsure?.has(id))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
