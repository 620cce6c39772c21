import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantWithOffset } from '../../../src/engine/instant.ts';
import { dateOfPersonDay, personDay } from '../../../src/engine/log/person-day.ts';
import { bucketed, bucketsOf } from '../../../src/engine/progress/buckets.ts';
import { type ProgressEvent, tallyDays } from '../../../src/engine/progress/day-tally.ts';
import { progressOf } from '../../../src/engine/progress/progress.ts';
import { trendOf } from '../../../src/engine/progress/trend.ts';
import { weeksOf } from '../../../src/engine/progress/weeks.ts';

const day = 24 * 60 * 60 * 1000;
const monday = Date.parse('2026-11-02T19:00:00Z');
const today = personDay({ at: monday, offsetMinutes: 0 }, 3);
const atDay = (number: number) => `${new Date(monday + number * day).toISOString().slice(0, -1)}+00:00`;
const log = (number: number, body: object): ProgressEvent => ({ kind: 'log', at: atDay(number), body });
const practice = (number: number, minutes = 6): ProgressEvent => ({
  kind: 'practice',
  at: atDay(number),
  body: { result: { activeMilliseconds: minutes * 60_000 } },
});
const tally = (...events: readonly ProgressEvent[]) => tallyDays(events, 3);
const daysOf = (...events: readonly ProgressEvent[]) =>
  tally(...events).days.map(({ day: number, activities, ...others }) => ({
    date: dateOfPersonDay(number),
    ...others,
    activities: Object.fromEntries(activities),
  }));

describe('days', () => {
  test('several entries of a day: the mean, the highest, what was said last', () => {
    expect(
      daysOf(
        log(0, {
          usual: 4,
          worst: 6,
          interference: 2,
          sleep: 'poor',
          stress: 3,
          activities: { gardening: 2 },
        }),
        log(0, { usual: 7, interference: 4, sleep: 'good', activities: { gardening: 4, stairs: 9 } }),
        practice(0),
        practice(0, 3),
      ),
    ).toEqual([
      {
        date: '2026-11-02',
        usual: 5.5,
        worst: 7,
        interference: 3,
        stress: 3,
        sleep: 'good',
        entries: 2,
        sessions: 2,
        isActive: true,
        minutes: 9,
        activities: { gardening: 3, stairs: 9 },
      },
    ]);
  });

  test('an entry belongs to the day it tells about, and one at night to the day before', () => {
    const late = { kind: 'log', at: '2026-11-05T02:00:00.000+01:00', body: { usual: 2 } };
    const dates = daysOf(log(3, { usual: 3, about: '2026-11-03T20:00:00.000+01:00' }), late).map(
      ({ date }) => date,
    );
    expect(dates).toEqual(['2026-11-03', '2026-11-04']);
  });

  test('what nobody said is left out, and what no version wrote is borne', () => {
    expect(daysOf(log(0, { note: 'rain' }), { kind: 'assessment', at: atDay(1), body: {} })).toEqual([
      { date: '2026-11-02', entries: 1, sessions: 0, isActive: false, minutes: 0, activities: {} },
    ]);
    fc.assert(
      fc.property(
        fc.anything(),
        fc.constantFrom('log', 'practice', 'recovery-flare', 'recovery-pause', 'recovery-tick'),
        (body, kind) => {
          const { days, excused } = tally({ kind, at: atDay(0), body });
          expect(days.length + excused.length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

test('the day read from the text is the day of the instant, at any hour and offset', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.integer({ min: 200_000_000, max: 4_000_000_000_000 }),
          fc.integer({ min: -840, max: 840 }),
        ),
        { maxLength: 6 },
      ),
      fc.integer({ min: 0, max: 12 }),
      (moments, dayStart) => {
        const events = moments.map(([at, offset]) => ({
          kind: 'log',
          at: instantWithOffset(at, offset),
          body: {},
        }));
        const found = tallyDays(events, dayStart).days.map((each) => each.day);
        const expected = moments.map(([at, offsetMinutes]) => personDay({ at, offsetMinutes }, dayStart));
        expect(found).toEqual([...new Set(expected)].sort((one, other) => one - other));
      },
    ),
  );
});

describe('flares and days off', () => {
  const of = (kind: string, number: number, body: object): ProgressEvent => ({
    kind,
    at: atDay(number),
    body,
  });
  test.each<[string, readonly ProgressEvent[], readonly string[]]>([
    [
      'a flare without an end runs out after two weeks, as in the plan',
      [of('recovery-flare', 0, { is: 'started' })],
      ['flare 2026-11-02 2026-11-16'],
    ],
    [
      'a flare that is over',
      [of('recovery-flare', 0, { is: 'started' }), of('recovery-flare', 2, { is: 'over' })],
      ['flare 2026-11-02 2026-11-04'],
    ],
    ['an end without a beginning', [of('recovery-flare', 2, { is: 'over' })], []],
    [
      'a holiday',
      [of('recovery-pause', 0, { from: '2026-11-05', until: '2026-11-09', why: 'holiday' })],
      ['pause 2026-11-05 2026-11-09'],
    ],
    [
      'days off that end before they begin',
      [of('recovery-pause', 0, { from: '2026-11-05', until: '2026-11-01' })],
      [],
    ],
    ['days off without a date', [of('recovery-pause', 0, { from: 'soon' })], []],
  ])('%s', (_, events, expected) => {
    const found = tally(...events).excused.map(({ why, from, to }) =>
      [why, dateOfPersonDay(from), dateOfPersonDay(to)].join(' '),
    );
    expect(found).toEqual(expected);
  });

  test('what is ticked on the list makes a day active, and an untick does not', () => {
    const ticks = [
      of('recovery-tick', 0, { item: 'walk-plan', times: 1 }),
      of('recovery-tick', 1, { item: 'walk-plan', times: 0 }),
    ];
    expect(tally(...ticks).days.map(({ isActive }) => isActive)).toEqual([true]);
  });
});

describe('weeks', () => {
  const weeks = (active: readonly number[], excusedDays: readonly number[] = [], to = 13) =>
    weeksOf({
      days: tally(...active.map((number) => practice(number))).days,
      excused: excusedDays.map((number) => ({
        why: 'flare' as const,
        from: today + number,
        to: today + number,
      })),
      from: today,
      to: today + to,
      today: today + to,
      goal: 3,
    }).map(({ activeDays, planned, word }) => `${activeDays} of ${planned}: ${word}`);

  test.each<[string, readonly number[], readonly number[], string]>([
    ['all of it', [0, 2, 4], [], '3 of 3: good-enough'],
    ['two of three is not seven tenths', [0, 2], [], '2 of 3: building'],
    ['one', [3], [], '1 of 3: make-it-smaller'],
    ['none', [], [], '0 of 3: paused'],
    ['a flare of three days asks for less', [0, 1], [4, 5, 6], '2 of 2: good-enough'],
    ['a flare of five days asks for nothing', [], [2, 3, 4, 5, 6], '0 of 0: free'],
  ])('%s', (_, active, excusedDays, expected) => {
    expect(weeks(active, excusedDays)[0]).toBe(expected);
  });

  test('the week that still runs is not judged', () => {
    expect(weeks([0], [], 9)).toEqual(['1 of 3: make-it-smaller', '0 of 1: so-far']);
  });

  test('they begin on Monday, wherever the record begins', () => {
    const found = weeksOf({
      days: [],
      excused: [],
      from: today + 3,
      to: today + 8,
      today: today + 8,
      goal: 3,
    });
    expect(found.map((week) => dateOfPersonDay(week.monday))).toEqual(['2026-11-02', '2026-11-09']);
  });
});

describe('progress', () => {
  test('begins with the record, and with twelve weeks when that is longer', () => {
    const short = progressOf({ tallied: tally(log(-9, { usual: 4 })), today, goal: 3 });
    expect([short.from, short.firstDay]).toEqual([today - 9, today - 9]);
    const long = progressOf({
      tallied: tally(log(-200, { usual: 4 }), log(0, { usual: 4 })),
      today,
      goal: 3,
    });
    expect([long.from, long.firstDay, long.entries]).toEqual([today - 83, today - 200, 1]);
    const all = progressOf({ tallied: tally(log(-200, { usual: 4 })), from: 0, today, goal: 3 });
    expect([all.from, all.entries]).toEqual([today - 200, 1]);
  });

  test('an empty record has nothing to say', () => {
    expect(progressOf({ tallied: tally(), today, goal: 3 })).toMatchObject({
      measures: [],
      entries: 0,
      firstDay: undefined,
    });
  });

  test('a gained activity makes a small fall from a low start clear', () => {
    const course = (gains: boolean) =>
      progressOf({
        tallied: tally(
          ...Array.from({ length: 12 }, (_, index) =>
            log(index - 12, { usual: index < 6 ? 3 : 1, activities: { stairs: gains ? index : 5 } }),
          ),
        ),
        today,
        goal: 3,
      }).measures.map(({ id, change }) => `${id} ${change.word}`);
    expect(course(false)).toEqual(['usual small', 'activity cannot-tell']);
    expect(course(true)).toEqual(['usual clear', 'activity clear']);
  });

  test('nothing of an event that was taken back is left: all of it comes from the events', () => {
    const event = fc.record({
      day: fc.integer({ min: -60, max: 0 }),
      usual: fc.integer({ min: 0, max: 10 }),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), event, (events, undone) => {
        const kept = events.map((each) => log(each.day, { usual: each.usual }));
        const before = progressOf({ tallied: tally(...kept), today, goal: 3 });
        progressOf({ tallied: tally(...kept, log(undone.day, { usual: undone.usual })), today, goal: 3 });
        expect(progressOf({ tallied: tally(...kept), today, goal: 3 })).toEqual(before);
      }),
    );
  });

  test('the order in which entries were written changes nothing', () => {
    const event = fc.record({
      day: fc.integer({ min: -60, max: 0 }),
      usual: fc.integer({ min: 0, max: 10 }),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        const logs = events.map((each) => log(each.day, { usual: each.usual }));
        expect(progressOf({ tallied: tally(...[...logs].reverse()), today, goal: 3 })).toEqual(
          progressOf({ tallied: tally(...logs), today, goal: 3 }),
        );
      }),
    );
  });
});

describe('stretches for a picture', () => {
  test.each([
    [0, 27, 1, 28],
    [0, 119, 1, 120],
    [0, 120, 7, 18],
    [0, 3650, 91, 41],
  ])('from %i to %i: %i days each, %i of them', (from, to, size, count) => {
    const buckets = bucketsOf(from, to);
    expect([buckets.size, buckets.starts.length]).toEqual([size, count]);
  });

  test('one value each, a gap where there is none', () => {
    const buckets = { size: 7, starts: [0, 7, 14] };
    const values = [
      { day: 0, value: 4 },
      { day: 6, value: 7 },
      { day: 20, value: 1 },
    ];
    expect(bucketed(values, buckets, 'mean')).toEqual([5.5, undefined, 1]);
    expect(bucketed(values, buckets, 'highest')).toEqual([7, undefined, 1]);
  });
});

test('a small trend: the last days with their gaps, the newest, and a word', () => {
  const events = [6, 6, 6, 5, 5, 4, 4, 4].map((usual, index) => log(index - 8, { usual }));
  const trend = trendOf(events.reverse(), { dayStart: 3, today, count: 10 });
  expect(trend.days).toEqual([undefined, 6, 6, 6, 5, 5, 4, 4, 4, undefined]);
  expect([trend.newest, trend.change.word, trend.change.direction]).toEqual([4, 'clear', 'better']);
});
