import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chronicityOf, type StageFacts, stageOf } from '../../../src/engine/routine/stage.ts';
import { tables } from './requests.ts';

function stageFor(facts: Partial<StageFacts>) {
  return stageOf({ stages: tables.stages, standing: 'cleared', ...facts });
}

describe('how far a person is', () => {
  it.each<readonly [string, Partial<StageFacts>, number, string]>([
    ['today', { durationDays: 0, pain: 2 }, 1, 'It began today.'],
    ['yesterday', { durationDays: 1, pain: 2 }, 1, 'It began yesterday.'],
    ['day 3', { durationDays: 3, pain: 2 }, 2, 'It began 3 days ago.'],
    ['day 8', { durationDays: 8, pain: 4 }, 3, 'It began 8 days ago.'],
    ['day 8 with pain of 5', { durationDays: 8, pain: 5 }, 2, 'The pain is 5 of 10.'],
    ['day 30', { durationDays: 30, pain: 3 }, 4, 'It began 30 days ago.'],
    ['day 30 with pain of 7', { durationDays: 30, pain: 7 }, 1, 'The pain is 7 of 10.'],
    [
      'half a year, pain of 2, everything easy',
      { durationDays: 180, pain: 2, activityLimit: 1 },
      5,
      'It began 180 days ago.',
    ],
    [
      'half a year, pain of 2, and nothing known of daily life',
      { durationDays: 180, pain: 2 },
      4,
      'Usual tasks are not all easy yet, as far as we know.',
    ],
    [
      'half a year with pain of 5',
      { durationDays: 180, pain: 5, activityLimit: 1 },
      2,
      'The pain is 5 of 10.',
    ],
    [
      'pain not known',
      { durationDays: 180, activityLimit: 0 },
      3,
      'How strong the pain is now is not known.',
    ],
    ['length not known', { pain: 1, activityLimit: 0 }, 2, 'How long it has lasted is not known.'],
    [
      'not checked',
      { durationDays: 180, pain: 1, activityLimit: 0, standing: 'unchecked' },
      2,
      'Your back has not been checked yet.',
    ],
    ['nothing known at all', { standing: 'unchecked' }, 2, 'How long it has lasted is not known.'],
  ])('%s', (_name, facts, stage, because) => {
    expect(stageFor(facts)).toEqual({ stage, because });
  });

  it('more pain never takes anybody further, nor does a check that is missing', () => {
    const facts = fc.record({
      durationDays: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }),
      activityLimit: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(facts, (known) => {
        const byPain = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((pain) => stageFor({ ...known, pain }).stage);
        expect(byPain).toEqual(byPain.toSorted((one, other) => other - one));
        expect(byPain.at(-1)).toBe(1);
        expect(stageFor(known).stage).toBeLessThanOrEqual(3);
        expect(stageFor({ ...known, pain: 0, standing: 'unchecked' }).stage).toBeLessThanOrEqual(2);
      }),
    );
  });
});

it.each<readonly [number | undefined, string]>([
  [0, 'acute'],
  [41, 'acute'],
  [42, 'subacute'],
  [83, 'subacute'],
  [84, 'chronic'],
  [undefined, 'acute'],
])('%s days are %s', (days, chronicity) => {
  expect(chronicityOf(days)).toBe(chronicity);
});
