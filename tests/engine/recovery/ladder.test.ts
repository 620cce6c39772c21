import { describe, expect, test } from 'vitest';
import type { LadderId } from '../../../src/data/recovery-schema.ts';
import { type Story, todayOf } from './people.ts';

const begun = [0, 'start', { track: 'pulled-muscle', phase: 'rebuild' }] as const;
const chosen = (ladder: LadderId) => [0, 'ladder', { ladder, is: 'chosen' }] as const;
const done = (step: number, pain = 2) =>
  [1, 'ladder', { ladder: 'lifting', is: 'done', step, pain }] as const;
const worse = (step: number) => [1, 'ladder', { ladder: 'lifting', is: 'worse-after', step }] as const;
const onDay20: Story = { answers: { duration: 20 } };
const ladderOf = (events: NonNullable<Story['events']> = [], more: Story = onDay20) =>
  todayOf({ ...more, events: [begun, ...events] }).ladder;

describe('one ladder at a time', () => {
  test('none until one is chosen, the newest after that, none once it is put away', () => {
    expect(ladderOf()).toBeUndefined();
    expect(ladderOf([chosen('desk'), chosen('lifting')])?.ladder.id).toBe('lifting');
    expect(ladderOf([chosen('desk'), [1, 'ladder', { ladder: 'desk', is: 'put-away' }]])).toBeUndefined();
    // What was put away earlier changes nothing now.
    expect(
      ladderOf([chosen('desk'), chosen('lifting'), [1, 'ladder', { ladder: 'desk', is: 'put-away' }]])?.ladder
        .id,
    ).toBe('lifting');
  });

  test.each<[string, NonNullable<Story['events']>, number, number]>([
    ['nothing done', [], 0, 0],
    ['once', [done(0)], 0, 1],
    ['twice: up', [done(0), done(0)], 1, 0],
    ['pain over 3 does not count, and begins anew', [done(0), done(0, 4), done(0)], 0, 1],
    ['another step than the present one moves nothing', [done(3), done(3)], 0, 0],
    ['a worse morning after going up: back', [done(0), done(0), worse(0)], 0, 0],
    ['a worse morning after one: begin anew', [done(0), worse(0)], 0, 0],
    ['a worse morning twice: one down', [done(0), done(0), done(1), worse(1), worse(1)], 0, 0],
    ['the top stays the top', [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 5].map((step) => done(step)), 5, 2],
  ])('%s', (_name, events, step, went) => {
    expect(ladderOf([chosen('lifting'), ...events])).toMatchObject({ step, went });
  });
});

test('it waits while pain is getting worse, and goes on when that is over', () => {
  const onDay = (pain: readonly number[]) => ladderOf([chosen('desk')], { ...onDay20, pain })?.waits;
  expect(onDay([2, 2, 5])).toMatch(/waits while your pain is higher/);
  expect(onDay([2, 5, 2])).toBeUndefined();
  // Above the assessment, before any other day was noted.
  expect(onDay([9])).toMatch(/waits while your pain is higher/);
});

describe('when it may begin', () => {
  const openOf = (story: Story) =>
    todayOf(story)
      .ladders.filter(({ isOpen }) => isOpen)
      .map(({ ladder }) => ladder.id);
  const at = (duration: number, phase: string): Story => ({
    answers: { duration, 'local-bruise-or-tender': 'yes' },
    events: [[0, 'start', { track: 'pulled-muscle', phase }]],
  });
  test.each<[string, Story, readonly LadderId[]]>([
    ['day 2', at(2, 'calm'), ['housework']],
    ['day 3', at(3, 'calm'), ['desk', 'driving', 'housework']],
    ['day 15, rebuilding', at(15, 'rebuild'), ['desk', 'driving', 'lifting', 'housework']],
    ['day 15, still calming', at(15, 'calm'), ['desk', 'driving', 'housework']],
    ['day 29, rebuilding', at(29, 'rebuild'), ['desk', 'driving', 'lifting', 'housework']],
    ['day 29, returning', at(29, 'return'), ['desk', 'driving', 'lifting', 'housework', 'running', 'sport']],
    [
      'posture: all, at once',
      { fitting: ['poor-posture'], events: [[0, 'start', { track: 'poor-posture', phase: 'start' }]] },
      ['desk', 'driving', 'lifting', 'housework', 'running', 'sport'],
    ],
    [
      'a flare: none',
      { ...at(29, 'return'), events: [...(at(29, 'return').events ?? []), [0, 'flare', { is: 'started' }]] },
      [],
    ],
  ])('%s', (_name, story, open) => {
    expect(openOf(story)).toEqual(open);
  });

  test('after a flare it begins one step lower than it stopped', () => {
    const events = [chosen('lifting'), done(0), done(0), [1, 'flare', { is: 'started' }]] as const;
    expect(ladderOf(events)).toMatchObject({ step: 0, waits: 'It waits while the flare lasts.' });
  });
});
