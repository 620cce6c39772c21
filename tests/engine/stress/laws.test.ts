import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sessionIds, strategyIds, stressorIds } from '../../../src/data/stress-schema.ts';
import { stressTables } from '../../../src/data/stress-tables.ts';
import type { Answers } from '../../../src/engine/answers.ts';
import { checkCommitments, ifThen, mostCommitments } from '../../../src/engine/stress/commitment.ts';
import { chosenStressors, evaluationOf, suggestedStressors } from '../../../src/engine/stress/evaluation.ts';
import { evaluationPages } from '../../../src/engine/stress/evaluation-pages.ts';
import { wellbeingGate } from '../../../src/engine/stress/gate.ts';
import { actionMenu } from '../../../src/engine/stress/menu.ts';
import { checkOwnWords, readOwnWords } from '../../../src/engine/stress/own-words.ts';
import { quickPlan } from '../../../src/engine/stress/quick-plan.ts';
import { afterReview } from '../../../src/engine/stress/review.ts';
import { rankStrategies } from '../../../src/engine/stress/strategies.ts';
import { stressKinds } from '../../../src/engine/stress/stress-events.ts';
import { stressNow } from '../../../src/engine/stress/stress-now.ts';
import { stressToday } from '../../../src/engine/stress/today-lines.ts';
import { stressWeek } from '../../../src/engine/stress/week.ts';
import { commitment, dateOn, historyOf, monday, planBody } from './people.ts';

const yesNo = fc.constantFrom('no', 'unsure', 'yes', 'skipped', 'rather-not-say');
const weight = fc.constantFrom('a-little', 'quite-a-bit', 'a-lot');
const change = fc.constantFrom('none', 'some', 'a-lot');

const answers: fc.Arbitrary<Answers> = fc
  .record(
    {
      'stress-now': fc.integer({ min: 0, max: 10 }),
      'stress-sleep': fc.constantFrom('good', 'fair', 'poor', 'skipped'),
      'low-mood': yesNo,
      'self-harm': yesNo,
      'afraid-at-home': yesNo,
      stressors: fc.uniqueArray(fc.constantFrom(...stressorIds)),
      heaviest: fc.uniqueArray(fc.constantFrom(...stressorIds), { maxLength: 4 }),
      chosen: fc.uniqueArray(fc.constantFrom(...stressorIds), { maxLength: 5 }),
      helps: fc.uniqueArray(fc.constantFrom('walking', 'talking', 'hobby', 'order')),
      minutes: fc.constantFrom('two', 'five', 'ten', 'twenty'),
      energy: fc.constantFrom('low', 'some', 'good'),
      weights: fc.array(weight, { minLength: 16, maxLength: 16 }),
      changes: fc.array(change, { minLength: 16, maxLength: 16 }),
    },
    { requiredKeys: [] },
  )
  .map(({ weights = [], changes = [], ...rest }) => ({
    ...rest,
    ...Object.fromEntries(weights.map((each, place) => [`weight-${stressorIds[place]}`, each])),
    ...Object.fromEntries(changes.map((each, place) => [`change-${stressorIds[place]}`, each])),
  }));

/** The same answers, given and listed in another order. */
function inOtherOrder(of: Answers): Answers {
  return Object.fromEntries(
    Object.entries(of)
      .map(([id, answer]): [string, Answers[string]] => [
        id,
        Array.isArray(answer) && id !== 'helps' ? [...answer].reverse() : answer,
      ])
      .reverse(),
  );
}

describe('the answers', () => {
  it('come to the same in whatever order they were given', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const other = inOtherOrder(given);
        // Of more than is allowed the first of the list are taken, whichever were typed first.
        expect(evaluationOf(other)).toEqual(evaluationOf(given));
        expect(chosenStressors(evaluationOf(other), other)).toEqual(
          chosenStressors(evaluationOf(given), given),
        );
        expect(evaluationPages(stressTables, other)).toEqual(evaluationPages(stressTables, given));
      }),
    );
  });

  it('that tell of self-harm, or do not rule it out, always stop everything', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom('yes', 'unsure'), (given, harm) => {
        const told = { ...given, 'self-harm': harm };
        expect(wellbeingGate(told)).toEqual({ kind: 'crisis' });
        const pages = evaluationPages(stressTables, told).map(({ id }) => id);
        expect(pages).toEqual(['wellbeing', 'self-harm']);
      }),
    );
  });

  it('worse ones never take a signpost away', () => {
    const worse: { readonly [answer: string]: string } = { skipped: 'unsure', no: 'unsure', unsure: 'yes' };
    fc.assert(
      fc.property(answers, fc.constantFrom('low-mood', 'afraid-at-home'), (given, question) => {
        const before = wellbeingGate(given);
        const answer = worse[String(given[question])];
        fc.pre(answer !== undefined && before.kind === 'open');
        const after = wellbeingGate({ ...given, [question]: answer });
        if (before.kind === 'open' && after.kind === 'open')
          expect(after.signposts).toEqual(expect.arrayContaining([...before.signposts]));
      }),
    );
  });
});

describe('what presses', () => {
  const heavier: { readonly [weight: string]: string } = {
    'a-little': 'quite-a-bit',
    'quite-a-bit': 'a-lot',
  };
  it('never ranks lower for being heavier', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(...stressorIds), (given, stressor) => {
        const more = heavier[String(given[`weight-${stressor}`])];
        fc.pre(more !== undefined);
        const place = (of: Answers) => {
          const at = suggestedStressors(evaluationOf(of)).indexOf(stressor);
          return at === -1 ? Number.POSITIVE_INFINITY : at;
        };
        expect(place({ ...given, [`weight-${stressor}`]: more })).toBeLessThanOrEqual(place(given));
      }),
    );
  });

  it('is three at most, each ticked and heavy, and sleep among them once it is', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const evaluation = evaluationOf(given);
        const heavy = evaluation.weighed.filter((each) => each.weight >= 2).map((each) => each.stressor);
        const suggested = suggestedStressors(evaluation);
        expect(suggested.length).toBe(Math.min(3, heavy.length));
        expect(heavy).toEqual(expect.arrayContaining([...suggested]));
        expect(suggested.includes('sleep')).toBe(heavy.includes('sleep'));
      }),
    );
  });
});

describe('the plan', () => {
  it('ranks all seven ways, and suggests at most three that something speaks for', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const evaluation = evaluationOf(given);
        const chosen = chosenStressors(evaluation, given);
        const ranked = rankStrategies(stressTables, evaluation, chosen);
        expect(ranked.map(({ strategy }) => strategy.id).toSorted()).toEqual([...strategyIds].toSorted());
        const suggested = ranked.filter(({ isSuggested }) => isSuggested);
        expect(suggested.length).toBeGreaterThan(0);
        expect(suggested.length).toBeLessThanOrEqual(3);
        if (chosen.length > 0) expect(suggested.every(({ because }) => because.length > 0)).toBe(true);
      }),
    );
  });

  it('offers each action once, and sizes that the person has time for', () => {
    fc.assert(
      fc.property(
        answers,
        fc.uniqueArray(fc.constantFrom(...strategyIds), { minLength: 1 }),
        (given, strategies) => {
          const evaluation = evaluationOf(given);
          const menu = actionMenu(stressTables, {
            evaluation,
            chosen: chosenStressors(evaluation, given),
            strategies,
          });
          const offered = menu.flatMap(({ actions }) => actions);
          const ids = offered.map(({ action }) => action.id);
          expect(new Set(ids).size).toBe(ids.length);
          for (const { action, isSmaller } of offered)
            if (!isSmaller)
              expect(action.minutes?.[0] ?? 0).toBeLessThanOrEqual(Math.min(10, evaluation.minutes ?? 10));
        },
      ),
    );
  });

  it('is never empty when it is quick, and small enough', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { commitments } = quickPlan(stressTables, evaluationOf(given));
        expect(commitments).toHaveLength(2);
        expect(checkCommitments(commitments)).toEqual([]);
      }),
    );
  });
});

describe('own words', () => {
  it('of whatever kind are one clean line, and what is offered instead is fine', () => {
    const plain = fc
      .array(
        fc.constantFrom(
          'if',
          'I',
          'try',
          'to',
          'walk',
          'more',
          'less',
          'at 9:00',
          ',',
          'then',
          '45 minutes',
          'an hour',
          '.',
          'after',
          'lunch',
        ),
        { maxLength: 12 },
      )
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.oneof(plain, fc.string({ unit: 'binary', maxLength: 300 })), (typed) => {
        const { words, isUsable, rewrite } = checkOwnWords(readOwnWords(typed));
        expect(ifThen(words)).not.toMatch(/[\p{Control}\p{Format}]/u);
        if (isUsable) expect(words.cue.length + words.does.length).toBeLessThanOrEqual(200);
        if (rewrite !== undefined) expect(checkOwnWords(rewrite).problems).toEqual([]);
      }),
      { examples: [['. . .']] },
    );
  });
});

describe('a life with it', () => {
  const known = ['walk-after-lunch', 'two-big-things', 'hobby-step', 'one-ask', 'alerts-off', 'session'];
  const someCommitment = fc.constantFrom(...known.slice(0, 5)).map((id) => commitment(id));
  const body = fc.oneof(
    fc.record({
      kind: fc.constant(stressKinds.tick),
      body: fc.record({
        commitment: fc.constantFrom(...known),
        is: fc.constantFrom('done', 'small', 'skipped', 'open'),
      }),
    }),
    fc.record({
      kind: fc.constant(stressKinds.change),
      body: fc.oneof(
        fc.record({ is: fc.constant('set'), commitment: someCommitment }),
        fc.record({ is: fc.constant('stopped'), commitment: fc.constantFrom(...known) }),
        fc.record({ is: fc.constantFrom('waits', 'goes-on') }),
        fc.record({ is: fc.constant('session'), session: fc.constantFrom(...sessionIds, null, 'yodel') }),
        fc.anything(),
      ),
    }),
    fc.record({
      kind: fc.constant(stressKinds.review),
      body: fc.oneof(fc.record({ commitments: fc.array(someCommitment, { maxLength: 6 }) }), fc.anything()),
    }),
    fc.record({
      kind: fc.constant(stressKinds.plan),
      body: fc.oneof(fc.constant(planBody()), fc.anything()),
    }),
  );
  const lives = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), body), { maxLength: 40 });

  it('never has more than three commitments, nor more done than planned', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 0, max: 70 }), (events, on) => {
        const history = historyOf(
          ...events.map(([day, event]) => ({ ...event, at: `${dateOn(day)}T09:00:00+01:00` })),
        );
        const today = monday + on;
        const now = stressNow(history, today);
        if (now === undefined) return;
        expect(now.commitments.length).toBeLessThanOrEqual(mostCommitments);
        const lines = stressToday(history, now, today, []);
        expect(lines.length).toBeLessThanOrEqual(now.waits ? 0 : mostCommitments + 1);
        const week = stressWeek(history, now, today);
        expect(week.keptDays).toBeLessThanOrEqual(week.plannedDays);
        for (const { done, planned } of week.lines) expect(done).toBeLessThanOrEqual(planned);
      }),
    );
  });

  it('takes no review past three, and loses none that was kept', () => {
    const decision = fc.constantFrom('keep', 'shrink', 'swap', 'stop');
    const list = fc.uniqueArray(someCommitment, { maxLength: 3, selector: ({ id }) => id });
    fc.assert(
      fc.property(
        list,
        fc.dictionary(fc.constantFrom(...known), fc.record({ is: decision })),
        fc.option(someCommitment, { nil: undefined }),
        (before, decided, added) => {
          const after = afterReview(before, decided, added);
          if (after.kind !== 'fine') return;
          expect(checkCommitments(after.commitments).filter(({ kind }) => kind !== 'none')).toEqual([]);
          for (const { id } of before)
            expect(after.commitments.some((each) => each.id === id) || id === added?.id).toBe(
              decided[id]?.is !== 'stop' || id === added?.id,
            );
        },
      ),
    );
  });
});
