import { describe, expect, test } from 'vitest';
import { nextDose } from '../../../src/engine/recovery/next-dose.ts';
import type { SessionReport } from '../../../src/engine/routine/after-session.ts';
import { dateOn, type Story, todayOf } from './people.ts';

const started = [0, 'start', { track: 'pulled-muscle', phase: 'calm' }] as const;
const reportOf = (story: Story) => todayOf({ events: [started], ...story }).report;
const idsOf = (story: Story) => reportOf(story).findings.map(({ id }) => id);
/** Nothing noted but these days. */
const on = (
  ...days: readonly (readonly [day: number, usual: number, interference?: number])[]
): NonNullable<Story['days']> =>
  days.map(([day, usual, interference]) => ({
    day,
    usual,
    worst: usual,
    ...(interference === undefined ? {} : { interference }),
  }));
const fresh = { duration: 0, 'pain-average': 6, 'activity-limit': 6 } as const;

describe('on track or not', () => {
  test.each<[string, Story, readonly string[]]>([
    ['a danger sign stops it', { dangerSign: true }, ['danger-sign']],
    ['very bad on day two, and unable', { answers: fresh, days: on([2, 8, 7]) }, ['cannot-manage']],
    ['the same on the first day is told by the interview', { answers: fresh, days: on([1, 8, 7]) }, []],
    ['very bad, but able', { answers: fresh, days: on([2, 8, 6]) }, []],
    [
      'worse than at the start after a week',
      { answers: fresh, days: on([6, 8], [7, 8]) },
      ['worse-after-a-week'],
    ],
    ['before a week that is no rule', { answers: fresh, days: on([5, 8], [6, 8]) }, []],
    ['worse by less than 2', { answers: fresh, days: on([7, 7], [8, 7]) }, ['slower-than-most']],
    [
      'no gain in two weeks',
      { answers: fresh, days: on([13, 6], [14, 6]) },
      ['no-gain-in-two-weeks', 'slower-than-most'],
    ],
    [
      'not better in three weeks',
      { answers: fresh, days: on([20, 5], [21, 5]) },
      ['not-better-in-weeks', 'slower-than-most'],
    ],
    [
      '2 points but not 30 parts of 100 are not enough',
      { answers: { ...fresh, 'pain-average': 8 }, days: on([20, 6], [21, 6]) },
      ['not-better-in-weeks'],
    ],
    [
      'a part of 30 in 100 but not 2 points is not enough either',
      { answers: { ...fresh, 'pain-average': 4 }, days: on([20, 2.5], [21, 2.5]) },
      ['not-better-in-weeks'],
    ],
    ['clearly better', { answers: fresh, days: on([20, 3], [21, 3]) }, []],
    ['better by what it stops', { answers: fresh, days: on([20, 5, 2], [21, 4, 2]) }, []],
    [
      'a nerve gets until week six',
      {
        answers: fresh,
        fitting: ['spinal-problem'],
        subtypes: ['herniation'],
        days: on([20, 5], [21, 5]),
        events: [[0, 'start', { track: 'spinal-nerve', phase: 'calm' }]],
      },
      ['slower-than-most'],
    ],
    ['still in the way after six weeks', { answers: fresh, days: on([41, 2, 3], [42, 2, 3]) }, ['six-weeks']],
    [
      'numb below the knee for over two weeks',
      {
        answers: { ...fresh, 'leg-symptoms': ['pain-below-knee', 'numb-or-tingle'] },
        fitting: ['spinal-problem'],
        today: 15,
      },
      ['leg-feelings'],
    ],
    [
      'not yet on the fourteenth day',
      {
        answers: { ...fresh, 'leg-symptoms': ['pain-below-knee', 'numb-or-tingle'] },
        fitting: ['spinal-problem'],
        today: 14,
      },
      [],
    ],
    ['often', { answers: { 'episodes-12m': '3-or-more' } }, ['often-back']],
    ['painkillers on most days', { answers: { 'painkiller-days': 'yes' } }, ['work-medicine-mood']],
    ['low mood', { answers: { 'low-mood': 'yes' } }, ['work-medicine-mood']],
    [
      'three days of rest in bed',
      { events: [started, [0, 'pause', { from: dateOn(0), until: dateOn(5), why: 'rest' }]], today: 2 },
      ['lying-down'],
    ],
    [
      'three of them in two pieces',
      {
        events: [
          started,
          [0, 'pause', { from: dateOn(0), until: dateOn(1), why: 'rest' }],
          [2, 'pause', { from: dateOn(2), until: dateOn(3), why: 'rest' }],
        ],
        today: 2,
      },
      ['lying-down'],
    ],
    [
      'what is clearly worse is not called slow or without gain beside it',
      { answers: { duration: 0, 'pain-average': 4 }, days: on([23, 8], [24, 8]) },
      ['worse-after-a-week'],
    ],
    [
      'two are fine',
      { events: [started, [0, 'pause', { from: dateOn(0), until: dateOn(5), why: 'rest' }]], today: 1 },
      [],
    ],
    [
      'a holiday is no rest in bed',
      { events: [started, [0, 'pause', { from: dateOn(0), until: dateOn(5), why: 'holiday' }]], today: 4 },
      [],
    ],
    [
      'a low start is judged by what it stops',
      { answers: { duration: 0, 'pain-average': 2, 'activity-limit': 0 }, days: on([20, 2], [21, 2]) },
      [],
    ],
  ])('%s', (_name, story, ids) => {
    expect(idsOf(story)).toEqual(ids);
  });

  test('the third flare in eight weeks', () => {
    const flares = (...days: readonly number[]): Story => ({
      events: [
        started,
        ...days.flatMap(
          (day) =>
            [
              [day, 'flare', { is: 'started' }],
              [day, 'flare', { is: 'over' }],
            ] as const,
        ),
      ],
    });
    expect(idsOf(flares(5, 20))).toEqual([]);
    expect(idsOf(flares(5, 20, 40))).toEqual(['flares-often']);
    expect(idsOf(flares(0, 20, 60))).toEqual([]);
  });

  test('the gravest finding gives the state, and nothing known is too soon', () => {
    expect(reportOf({ dangerSign: true, answers: { 'low-mood': 'yes' } }).state).toBe('stop');
    expect(reportOf({ answers: fresh, days: on([6, 8], [7, 8]) }).state).toBe('off-track');
    expect(reportOf({ answers: { 'low-mood': 'yes' } }).state).toBe('watch');
    expect(reportOf({ pain: [4, 4] }).state).toBe('on-track');
    expect(reportOf({ pain: [4] }).state).toBe('too-soon');
  });

  test('long-lasting pain counts its weeks from the plan, and nothing usual is said of it', () => {
    const old = { ...fresh, duration: 300 };
    expect(reportOf({ answers: old, days: on([1, 6], [2, 6]) })).toMatchObject({
      findings: [],
      expected: undefined,
    });
    expect(idsOf({ answers: old, days: on([20, 6], [21, 6]) })).toEqual(['not-better-in-weeks']);
    expect(reportOf({ answers: fresh, days: on([14, 3]) }).expected?.day).toBe(14);
  });

  test('a review is due on its day, unless it is clearly better', () => {
    expect(reportOf({ answers: fresh, days: on([27, 5], [28, 5]) })).toMatchObject({
      reviewDay: 28,
      isReviewDue: true,
    });
    expect(reportOf({ answers: fresh, days: on([27, 2], [28, 2]) }).isReviewDue).toBe(false);
    expect(reportOf({ answers: fresh, days: on([26, 5], [27, 5]) }).isReviewDue).toBe(false);
  });
});

describe('the next dose', () => {
  const good: SessionReport = { painBefore: 2, painAfter: 2, finished: true, nextMorning: 'same' };
  const bad: SessionReport = { painBefore: 2, painAfter: 6, finished: true };
  test.each<[string, readonly SessionReport[], number, boolean, string, RegExp]>([
    ['nothing yet', [], 0, false, 'same', /As written/],
    ['one good', [good], 1, false, 'same', /one more like it/],
    ['two good', [good, good], 1, false, 'up', /Two in a row went well/],
    [
      'two good, the morning not told',
      [{ ...good, nextMorning: undefined }, good],
      1,
      false,
      'same',
      /morning after was decides/,
    ],
    ['two good, one of them cut short', [{ ...good, finished: false }, good], 1, false, 'same', /done whole/],
    ['too much', [bad, good], 1, false, 'down', /a bit much/],
    [
      'a worse morning',
      [{ ...good, nextMorning: 'worse' }, good],
      1,
      false,
      'down',
      /morning after was worse/,
    ],
    ['a sign to stop', [{ ...good, stopSign: 'spreads' }, good], 1, false, 'down', /sign to stop/],
    ['too much twice', [bad, bad], 1, false, 'minimum', /no setback/],
    ['after three weeks', [good, good], 21, false, 'down', /over 14 days ago/],
    ['an easy day beats all', [good, good], 1, true, 'minimum', /smallest version/],
  ])('%s', (_name, sessions, daysSinceLast, isEasyDay, dose, because) => {
    const next = nextDose({ sessions, daysSinceLast, isEasyDay, isLeadingBack: false });
    expect(next).toMatchObject({ dose, because: expect.stringMatching(because) });
    expect(next.effort).toBe({ up: 'more', same: 'same', down: 'less', minimum: 'less' }[next.dose]);
  });

  test('on the way out of a flare it is about half, even after two good ones', () => {
    const facts = { sessions: [good, good], daysSinceLast: 1, isEasyDay: false, isLeadingBack: true };
    expect(nextDose(facts)).toMatchObject({ dose: 'down', effort: 'less' });
  });
});
