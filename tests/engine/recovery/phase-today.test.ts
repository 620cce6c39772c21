import { describe, expect, test } from 'vitest';
import { exerciseTables } from '../../../src/data/exercise-tables.ts';
import { recoveryTables } from '../../../src/data/recovery-tables.ts';
import { firstPlace } from '../../../src/engine/recovery/phase-place.ts';
import { mayMove } from '../../../src/engine/recovery/phase-today.ts';
import { trackOf } from '../../../src/engine/recovery/plan-for.ts';
import { recoveryToday } from '../../../src/engine/recovery/recovery-today.ts';
import { dateOn, factsOf, type Story, todayOf } from './people.ts';

const strain = (phase: string) => [0, 'start', { track: 'pulled-muscle', phase }] as const;
const told = (day: number, answers: { readonly [task: string]: string }) =>
  [day, 'tasks', { answers }] as const;
const able = { 'walk-5': 'yes', 'bruise-settling': 'yes' };

describe('where a plan begins', () => {
  test.each<[string, Story, string]>([
    ['on the first day', { answers: { duration: 0, 'pain-average': 7 } }, 'calm'],
    ['late, with little pain', { answers: { duration: 10, 'pain-average': 3 } }, 'rebuild'],
    ['late, with much pain', { answers: { duration: 30, 'pain-average': 7 } }, 'calm'],
    [
      'an old pain that is no longer in the way',
      { answers: { duration: 60, 'pain-average': 1, 'activity-limit': 1 } },
      'keep',
    ],
    ['at an unknown length', { answers: { duration: 'unsure', 'pain-average': 1 } }, 'calm'],
  ])('%s', (_name, story, phase) => {
    const track = trackOf(recoveryTables, 'pulled-muscle');
    const place = firstPlace(track, factsOf(story), exerciseTables.stages);
    expect(track.phases[place]?.id).toBe(phase);
  });

  test('a plan about habits begins at its beginning, however old the pain', () => {
    const { now } = todayOf({ answers: { duration: 400, 'pain-average': 1 }, fitting: ['poor-posture'] });
    expect(now.reached.id).toBe('start');
  });
});

describe('what is proposed', () => {
  test.each<[string, Story, string, RegExp]>([
    [
      'all there: on',
      { pain: [5, 4, 4], events: [strain('calm'), told(2, able)] },
      'up',
      /^All that this phase asks for/,
    ],
    [
      'pain on one day only: stay',
      { pain: [undefined, undefined, 3], events: [strain('calm'), told(2, able)] },
      'stay',
      /Still to come: usual pain/,
    ],
    [
      'nobody said what works: stay',
      { pain: [5, 4, 4], events: [strain('calm')] },
      'stay',
      /Still to come: walk for 5/,
    ],
    [
      'something does not work yet: stay',
      { pain: [5, 4, 4], events: [strain('calm'), told(2, { ...able, 'walk-5': 'no' })] },
      'stay',
      /Still to come: walk for 5/,
    ],
    [
      'not sure is no yes',
      { pain: [5, 4, 4], events: [strain('calm'), told(2, { ...able, 'walk-5': 'unsure' })] },
      'stay',
      /Still to come/,
    ],
    [
      'higher than in the days before: stay',
      { pain: [2, 2, 4], events: [strain('calm'), told(2, able)] },
      'stay',
      /higher than before/,
    ],
    [
      'higher than at the assessment, and nothing noted since: stay',
      { pain: [undefined, undefined, 4], events: [strain('calm'), told(2, able)] },
      'stay',
      /higher than before/,
    ],
    [
      'the worst higher than the day before: stay',
      {
        days: [
          { day: 0, usual: 3, worst: 4 },
          { day: 1, usual: 2, worst: 4 },
          { day: 2, usual: 2, worst: 7 },
        ],
        events: [strain('calm'), told(2, able)],
      },
      'stay',
      /higher than before/,
    ],
    [
      'the day it began: one more',
      { pain: [4, 4], events: [strain('calm'), told(1, able)] },
      'stay',
      /One more day/,
    ],
    [
      'days alone move nobody',
      { answers: { duration: 2 }, today: 30, events: [strain('calm')] },
      'stay',
      /Still to come/,
    ],
    [
      '2 up for two days: back',
      { pain: [3, 3, 3, 5, 5], events: [strain('rebuild')] },
      'back',
      /2 or more higher for two days/,
    ],
    ['up for one day: not back', { pain: [3, 3, 3, 3, 5], events: [strain('rebuild')] }, 'stay', /higher/],
    [
      'something lost: back',
      {
        pain: [3, 3, 3],
        events: [strain('rebuild'), told(1, { 'walk-30': 'yes' }), told(2, { 'walk-30': 'no' })],
      },
      'back',
      /not possible at the moment/,
    ],
    [
      'back from the first phase: stay there',
      { pain: [3, 3, 3, 6, 6], events: [strain('calm')] },
      'stay',
      /higher/,
    ],
    [
      'the last phase has no end',
      { answers: { duration: 50 }, pain: [1, 1], events: [strain('keep')] },
      'stay',
      /no end/,
    ],
    [
      'days off',
      {
        pain: [4, 4, 4],
        events: [
          strain('calm'),
          told(2, able),
          [2, 'pause', { from: dateOn(2), until: dateOn(4), why: 'illness' }],
        ],
      },
      'stay',
      /days off/,
    ],
    [
      'a flare',
      { pain: [4, 4, 4], events: [strain('calm'), told(2, able), [2, 'flare', { is: 'started' }]] },
      'stay',
      /flare/,
    ],
    [
      'a danger sign',
      { pain: [4, 4, 4], events: [strain('calm'), told(2, able)], dangerSign: true },
      'stay',
      /danger sign/,
    ],
    [
      'two weeks of strain are over',
      {
        answers: { duration: 3 },
        fitting: ['pulled-muscle', 'poor-posture'],
        today: 12,
        events: [strain('rebuild')],
      },
      'track',
      /Two weeks/,
    ],
  ])('%s', (_name, story, kind, because) => {
    const { proposal } = todayOf(story).now;
    expect(proposal).toMatchObject({ kind, because: expect.stringMatching(because) });
  });

  test('what a person can do is asked once what is measured speaks for it', () => {
    expect(todayOf({ pain: [8, 8, 8], events: [strain('calm')] }).now.askAbout).toEqual([]);
    expect(todayOf({ pain: [5, 4, 4], events: [strain('calm')] }).now.askAbout.map(({ id }) => id)).toEqual([
      'walk-5',
      'bruise-settling',
    ]);
  });

  test('an answer from the phase before says nothing about this one', () => {
    const events = [
      strain('move'),
      told(0, { 'dress-sit-sleep': 'yes' }),
      [1, 'phase', { to: 'rebuild' }],
      [2, 'phase', { to: 'move' }],
    ] as const;
    const { criteria } = todayOf({ pain: [3, 3, 3, 3], events }).now;
    expect(criteria.map(({ state }) => state)).toEqual(['met', 'not-known']);
  });

  test('habits count on the days on which they were done often enough', () => {
    const ticks = (times: number) =>
      [0, 1, 2, 3].map((day) => [day, 'tick', { item: 'breaks', times }] as const);
    const story = (times: number): Story => ({
      fitting: ['poor-posture'],
      events: [[0, 'start', { track: 'poor-posture', phase: 'start' }], ...ticks(times)],
    });
    expect(todayOf(story(4)).now.proposal.kind).toBe('up');
    expect(todayOf(story(3)).now.proposal.kind).toBe('stay');
  });
});

describe('where the person is', () => {
  test('a flare and a grabbing muscle put one phase back, for as long as they last', () => {
    const flare = todayOf({ events: [strain('rebuild'), [1, 'flare', { is: 'started' }]] }).now;
    expect([flare.reached.id, flare.phase.id, flare.stage]).toEqual(['rebuild', 'move', 2]);
    const over = todayOf({
      events: [strain('rebuild'), [1, 'flare', { is: 'started' }], [2, 'flare', { is: 'over' }]],
    }).now;
    expect(over.phase.id).toBe('rebuild');
    expect(todayOf({ answers: { 'spasm-grabs': 'yes' }, events: [strain('rebuild')] }).now.phase.id).toBe(
      'move',
    );
  });

  test('what was written by hand never jumps over a phase', () => {
    const { now } = todayOf({
      events: [strain('calm'), [1, 'phase', { to: 'keep' }], [2, 'phase', { to: 'move' }]],
    });
    expect(now.reached.id).toBe('move');
  });

  test('phases of a track that was left say nothing', () => {
    const { now } = todayOf({
      fitting: ['poor-posture'],
      events: [
        strain('calm'),
        [1, 'phase', { to: 'move' }],
        [2, 'start', { track: 'poor-posture', phase: 'start' }],
      ],
    });
    expect([now.track.id, now.reached.id, now.day]).toEqual(['poor-posture', 'start', 0]);
  });

  test('coming back to a plan that was left leads to the phase that was left, however much time has passed', () => {
    const { now } = todayOf({
      answers: { duration: 12 },
      pain: [7, 3, 1, 1, 3],
      events: [strain('calm'), [4, 'start', { track: 'poor-posture', phase: 'start' }]],
      fitting: ['pulled-muscle'],
    });
    expect(now.track.id).toBe('poor-posture');
    const facts = factsOf({
      answers: { duration: 12 },
      pain: [7, 3, 1, 1, 3],
      events: [strain('calm'), [4, 'start', { track: 'poor-posture', phase: 'start' }]],
    });
    const back = recoveryToday(recoveryTables, exerciseTables, facts, 'pulled-muscle').now;
    expect([back.track.id, back.reached.id]).toEqual(['pulled-muscle', 'calm']);
  });

  test('a plan begun by a clock that ran ahead gives way to the one that was begun after it', () => {
    const { now } = todayOf({
      today: 1,
      events: [
        [300, 'start', { track: 'poor-posture', phase: 'start' }],
        [1, 'start', { track: 'pulled-muscle', phase: 'calm' }],
      ],
    });
    expect([now.track.id, now.reached.id]).toEqual(['pulled-muscle', 'calm']);
  });

  test('a flare that began by a clock that ran ahead is over when it was said so', () => {
    const { now } = todayOf({
      today: 2,
      events: [strain('calm'), [40, 'flare', { is: 'started' }], [2, 'flare', { is: 'over' }]],
    });
    expect(now.flare.kind).toBe('none');
  });

  test('pain that is noted for days to come, by a clock that was set back, says nothing yet', () => {
    const { now, report } = todayOf({ pain: [4, 4, 9, 9], today: 1, events: [strain('calm')] });
    expect(now.askAbout.length).toBeGreaterThan(0);
    expect(report.findings).toEqual([]);
  });

  test('a slow pace stretches the usual days by half', () => {
    const { usualDays } = todayOf({ answers: { age: 70 }, events: [strain('move')] }).now;
    expect(usualDays).toEqual({ from: 5, until: 11 });
  });
});

describe('what the person decides', () => {
  const decide = (story: Story, to: string) => {
    const facts = factsOf(story);
    return mayMove(todayOf(story).now, to, facts).kind;
  };
  test.each<[string, Story, string, 'yes' | 'no']>([
    ['one on, though not all is there', { pain: [5, 5], events: [strain('calm')] }, 'move', 'yes'],
    ['two on', { pain: [5, 5], events: [strain('calm')] }, 'rebuild', 'no'],
    ['on, while it gets worse', { pain: [4, 6], events: [strain('calm')] }, 'move', 'no'],
    [
      'on, in a flare',
      { pain: [4, 4], events: [strain('calm'), [1, 'flare', { is: 'started' }]] },
      'move',
      'no',
    ],
    ['on, with a danger sign', { pain: [4, 4], events: [strain('calm')], dangerSign: true }, 'move', 'no'],
    [
      'on, when it was last noted as worse, and not since',
      { pain: [4, 6], today: 12, events: [strain('calm')] },
      'move',
      'no',
    ],
    [
      'on, with less pain noted for days to come',
      { pain: [4, 6, 1], today: 1, events: [strain('calm')] },
      'move',
      'no',
    ],
    [
      'a second step on one day',
      { pain: [5, 5], events: [strain('calm'), [1, 'phase', { to: 'move' }]] },
      'rebuild',
      'no',
    ],
    [
      'a step on the day after one',
      { pain: [5, 5, 5], events: [strain('calm'), [1, 'phase', { to: 'move' }]] },
      'rebuild',
      'yes',
    ],
    [
      'on, on the day of a step back',
      { pain: [5, 5], events: [strain('move'), [1, 'phase', { to: 'calm' }]] },
      'move',
      'yes',
    ],
    ['back, at any time', { pain: [2, 2], events: [strain('return')] }, 'calm', 'yes'],
    ['a phase of another plan', { events: [strain('calm')] }, 'soothe', 'no'],
  ])('%s', (_name, story, to, expected) => {
    expect(decide(story, to)).toBe(expected);
  });
});
