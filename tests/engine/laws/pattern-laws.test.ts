import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/engine/assessment.ts';
import { allowsPatterns } from '../../../src/engine/interview.ts';
import { triage } from '../../../src/engine/triage.ts';
import { urgencyRank } from '../../../src/engine/urgency.ts';
import { anyAnswers, plausibleAnswers, runs } from '../generators.ts';
import { knowledge } from '../world.ts';

describe('patterns, for anybody', { timeout: 600_000 }, () => {
  it('are none at emergency, urgent, under 18 or with safety answers missing; else all six, sorted', () => {
    fc.assert(
      fc.property(fc.oneof(anyAnswers, plausibleAnswers), (answers) => {
        const { urgency, complete } = triage(answers, knowledge);
        const { patterns, fitting, plan } = assess(answers, knowledge);
        if (!complete || !allowsPatterns(answers) || urgencyRank(urgency) >= urgencyRank('urgent')) {
          expect([patterns, fitting, plan]).toEqual([[], [], []]);
          return;
        }
        const likelihoods = patterns.map(({ likelihood }) => likelihood);
        expect(new Set(patterns.map(({ pattern }) => pattern.id)).size).toBe(6);
        expect(likelihoods).toEqual(likelihoods.toSorted((one, other) => other - one));
        expect(likelihoods.every((likelihood) => likelihood > 0 && likelihood < 1)).toBe(true);
        expect(fitting.length).toBeLessThanOrEqual(3);
        expect(plan.length).toBeGreaterThan(0);
      }),
      { numRuns: runs },
    );
  });

  it('do not depend on the order of the answers', () => {
    const ordered = plausibleAnswers.chain((answers) =>
      fc.tuple(
        fc.constant(answers),
        fc.shuffledSubarray(Object.entries(answers), { minLength: Object.keys(answers).length }),
      ),
    );
    fc.assert(
      fc.property(ordered, ([answers, shuffled]) => {
        const other = assess(Object.fromEntries(shuffled), knowledge);
        const { patterns, considerations, plan } = assess(answers, knowledge);
        expect([other.patterns, other.considerations, other.plan]).toEqual([patterns, considerations, plan]);
      }),
      { numRuns: runs },
    );
  });
});
