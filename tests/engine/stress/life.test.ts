import { describe, expect, it } from 'vitest';
import { stressTables } from '../../../src/data/stress-tables.ts';
import type { Commitment } from '../../../src/engine/stress/commitment.ts';
import {
  type AfterReview,
  afterReview,
  proposals,
  reviewSignposts,
} from '../../../src/engine/stress/review.ts';
import type { StressEvent } from '../../../src/engine/stress/stress-events.ts';
import { stressNow } from '../../../src/engine/stress/stress-now.ts';
import { stressToday } from '../../../src/engine/stress/today-lines.ts';
import { isPlannedOn, sinceReview, stressWeek, weekdayOf } from '../../../src/engine/stress/week.ts';
import { commitment, dateOn, eventOn, historyOf, monday, planBody } from './people.ts';

const tick = (days: number, id: string, is: string) =>
  eventOn(days, 'tick', { commitment: id, is, day: dateOn(days) });
const began = eventOn(0, 'plan', planBody());

function nowOn(day: number, ...events: readonly StressEvent[]) {
  const history = historyOf(...events);
  const now = stressNow(history, monday + day);
  if (now === undefined) throw new Error('no plan');
  return { history, now, today: monday + day };
}

describe('the plan as it stands', () => {
  it('is none before it was made, and none once it is over', () => {
    expect(stressNow(historyOf(), monday)).toBeUndefined();
    expect(stressNow(historyOf(began, eventOn(1, 'change', { is: 'over' })), monday + 1)).toBeUndefined();
  });

  it('is the newest one, with nothing of the one before', () => {
    const { now } = nowOn(
      9,
      began,
      eventOn(3, 'change', { is: 'waits' }),
      eventOn(4, 'review', { stress: 4, commitments: [] }),
      eventOn(9, 'plan', planBody({ chosen: ['money'], stress: 5 })),
    );
    expect(now).toMatchObject({ began: monday + 9, chosen: ['money'], stress: 5, waits: false, reviews: [] });
    expect(now.commitments).toHaveLength(2);
    expect(now.reviewDueOn).toBe(monday + 16);
  });

  it('follows changes and reviews in the order in which they were made', () => {
    const hobby = commitment('hobby-step');
    const { now } = nowOn(
      8,
      began,
      eventOn(1, 'change', { is: 'stopped', commitment: 'two-big-things' }),
      eventOn(2, 'change', { is: 'set', commitment: hobby }),
      eventOn(3, 'change', { is: 'set', commitment: { ...hobby, cue: 'it rains' } }),
      eventOn(4, 'change', { is: 'session', session: 'body-scan' }),
    );
    expect(now.commitments.map(({ id, cue }) => `${id}: ${cue}`)).toEqual([
      'walk-after-lunch: I have finished my lunch',
      'hobby-step: it rains',
    ]);
    expect(now.session).toBe('body-scan');
    const later = nowOn(
      8,
      began,
      eventOn(2, 'change', { is: 'set', commitment: hobby }),
      eventOn(7, 'review', { commitments: [hobby] }),
      eventOn(7, 'change', { is: 'session', session: null }),
    );
    expect(later.now.commitments.map(({ id }) => id)).toEqual(['hobby-step']);
    expect(later.now.session).toBeUndefined();
  });

  it('is not touched by a plan with nothing in it, or a review that says nothing of it', () => {
    const { now } = nowOn(
      8,
      began,
      eventOn(1, 'plan', null),
      eventOn(2, 'plan', {}),
      eventOn(7, 'review', null),
    );
    expect([now.began - monday, now.commitments.length, now.reviews.length]).toEqual([0, 2, 1]);
  });

  it('never has more than three commitments', () => {
    const added = ['hobby-step', 'one-ask', 'name-it'].map((id, place) =>
      eventOn(place + 1, 'change', { is: 'set', commitment: commitment(id) }),
    );
    expect(nowOn(5, began, ...added).now.commitments.map(({ id }) => id)).toEqual([
      'walk-after-lunch',
      'two-big-things',
      'hobby-step',
    ]);
  });

  it.each([
    [0, 7, false, false],
    [3, 28, true, false],
    [4, 35, false, false],
    [8, 63, false, true],
  ])('after %i reviews the next is due on day %i', (count, dueOn, rescore, isEight) => {
    const reviews = Array.from({ length: count }, (_, place) =>
      eventOn(7 * (place + 1), 'review', { commitments: [] }),
    );
    const { now } = nowOn(7 * count, began, ...reviews);
    expect([now.reviewDueOn - monday, now.rescoreIsDue, now.isEightWeeks]).toEqual([dueOn, rescore, isEight]);
  });
});

describe('a week', () => {
  const lived = [
    began,
    tick(0, 'walk-after-lunch', 'done'),
    tick(1, 'walk-after-lunch', 'small'),
    tick(2, 'walk-after-lunch', 'skipped'),
    tick(3, 'walk-after-lunch', 'done'),
    tick(3, 'walk-after-lunch', 'open'),
    tick(0, 'two-big-things', 'done'),
    tick(1, 'two-big-things', 'done'),
  ];

  it('names its days', () => {
    expect([0, 4, 6, 7].map((days) => weekdayOf(monday + days))).toEqual(['mon', 'fri', 'sun', 'mon']);
  });

  it('shows what was done, skipped, missed, open and ahead', () => {
    const { history, now, today } = nowOn(4, ...lived);
    const { lines, plannedDays, keptDays, word } = stressWeek(history, now, today);
    expect(lines.map(({ days }) => days.map(({ day, state }) => `${day - monday} ${state}`))).toEqual([
      ['0 done', '1 small', '2 skipped', '3 missed', '4 open', '5 ahead', '6 ahead'],
      // A day that was not planned counts when it was done.
      ['0 done', '1 done', '2 missed', '4 open'],
    ]);
    expect(lines.map(({ planned, done }) => [planned, done])).toEqual([
      [4, 2],
      [3, 2],
    ]);
    expect([plannedDays, keptDays, word]).toEqual([4, 2, 'so-far']);
  });

  it.each([
    [7, 'good-enough'],
    [5, 'good-enough'],
    [4, 'building'],
    [3, 'make-it-smaller'],
    [0, 'make-it-smaller'],
  ])('with %i of seven days kept is %s', (kept, word) => {
    const plan = planBody({ commitments: [commitment('walk-after-lunch')] });
    const ticks = Array.from({ length: kept }, (_, day) => tick(day, 'walk-after-lunch', 'small'));
    // On Sunday evening something was said of that day too.
    const last = kept === 7 ? [] : [tick(6, 'walk-after-lunch', 'skipped')];
    const { history, now, today } = nowOn(6, eventOn(0, 'plan', plan), ...ticks, ...last);
    expect(stressWeek(history, now, today).word).toBe(word);
  });

  it('that began on Friday asks for nothing before', () => {
    const { history, now, today } = nowOn(5, eventOn(4, 'plan', planBody()));
    const week = stressWeek(history, now, today);
    expect([week.from - monday, week.to - monday]).toEqual([4, 6]);
    expect(week.lines[0]?.days.map(({ state }) => state)).toEqual(['missed', 'open', 'ahead']);
  });

  it('asks once for what is done once, however many days it waits', () => {
    const plan = eventOn(0, 'plan', planBody({ commitments: [commitment('alerts-off')] }));
    const states = (day: number, ...events: readonly StressEvent[]) => {
      const { history, now, today } = nowOn(day, plan, ...events);
      const line = stressWeek(history, now, today).lines[0];
      return [...(line?.days ?? []).map((each) => `${each.day - monday} ${each.state}`), line?.planned];
    };
    expect(states(3)).toEqual(['3 open', 0]);
    expect(states(3, tick(1, 'alerts-off', 'skipped'))).toEqual(['1 skipped', '3 open', 1]);
    expect(states(3, tick(2, 'alerts-off', 'done'))).toEqual(['2 done', 1]);
    expect(states(9, tick(2, 'alerts-off', 'done'))).toEqual([0]);
  });

  it('of a review goes back to the one before, and a week at least', () => {
    const early = nowOn(9, began, eventOn(7, 'review', { commitments: [commitment('walk-after-lunch')] }));
    expect(sinceReview(early.history, early.now, early.today).from - monday).toBe(3);
    const late = nowOn(20, began, eventOn(7, 'review', { commitments: [commitment('walk-after-lunch')] }));
    expect(sinceReview(late.history, late.now, late.today).from - monday).toBe(7);
  });
});

describe('today', () => {
  const lines = (day: number, ...events: readonly StressEvent[]) => {
    const { history, now, today } = nowOn(day, began, ...events);
    return stressToday(history, now, today, [monday + 1]).map(({ id, state, starts }) =>
      [id, state, starts].filter((part) => part !== undefined).join(' '),
    );
  };
  const session = 'stress-plan breathe slow-breathing-6';

  it('has what is planned for the day, and the calm session last', () => {
    expect(lines(0)).toEqual(['walk-after-lunch open', 'two-big-things open', `session open ${session}`]);
    expect(lines(1)).toEqual(['walk-after-lunch open', `session done ${session}`]);
  });

  it('shows what was said of it today', () => {
    expect(lines(0, tick(0, 'walk-after-lunch', 'done'), tick(0, 'session', 'skipped'))).toEqual([
      'walk-after-lunch done',
      'two-big-things open',
      `session skipped ${session}`,
    ]);
    expect(lines(1, tick(1, 'session', 'skipped'))).toContain(`session skipped ${session}`);
  });

  it('has nothing while the plan waits', () => {
    expect(lines(0, eventOn(0, 'change', { is: 'waits' }))).toEqual([]);
    expect(
      lines(1, eventOn(0, 'change', { is: 'waits' }), eventOn(1, 'change', { is: 'goes-on' })),
    ).not.toEqual([]);
  });

  it('has a thing that is done once until it is done', () => {
    const once = commitment('alerts-off', { from: 'wed' });
    const plan = eventOn(0, 'plan', planBody({ commitments: [once] }));
    const due = (day: number, ...events: readonly StressEvent[]) =>
      isPlannedOn(historyOf(plan, ...events), once, monday + day);
    expect([0, 3, 9].map((day) => due(day))).toEqual([true, true, true]);
    const done = tick(3, 'alerts-off', 'done');
    expect([3, 4, 9].map((day) => due(day, done))).toEqual([true, false, false]);
    expect(due(4, done, tick(3, 'alerts-off', 'open'))).toBe(true);
  });

  it('has the words of it, and none for the session', () => {
    const { history, now, today } = nowOn(0, began);
    expect(stressToday(history, now, today, []).map(({ sentence }) => sentence)).toEqual([
      'If I have finished my lunch, then I walk for ten minutes.',
      'If I have finished my breakfast, then I write down the two things that matter today, and do one first.',
      '',
    ]);
  });
});

describe('the weekly look back', () => {
  const walk = commitment('walk-after-lunch');
  const line = (planned: number, done: number, of = walk) => ({
    lines: [{ commitment: of, days: [], planned, done }],
  });
  const propose = (week: Parameters<typeof proposals>[1], obstacle?: 'too-big' | 'pain' | 'forgot') =>
    proposals(
      stressTables,
      week,
      obstacle === undefined ? {} : { [week.lines[0]?.commitment.id ?? '']: obstacle },
    )[0];

  it.each([
    ['went well', line(7, 5), undefined, 'keep'],
    ['did not', line(7, 4), undefined, 'shrink'],
    ['nothing was planned yet', line(0, 0), undefined, 'keep'],
    ['too big', line(7, 6), 'too-big', 'shrink'],
    ['pain', line(7, 0), 'pain', 'swap'],
    ['forgot', line(7, 0), 'forgot', 'keep'],
    [
      'did not, and is the smallest',
      line(7, 0, commitment('walk-after-lunch', { isSmaller: true })),
      undefined,
      'swap',
    ],
    ['done once', line(1, 1, commitment('alerts-off')), 'too-big', 'stop'],
  ] as const)('%s', (_name, week, obstacle, decision) => {
    expect(propose(week, obstacle)?.proposes).toBe(decision);
  });

  it('names the repair of what got in the way', () => {
    expect(propose(line(7, 0), 'pain')?.repair?.obstacle).toBe('pain');
    expect(propose(line(7, 0))?.repair).toBeUndefined();
  });

  const big = commitment('two-big-things');
  const two = [walk, big];
  it('keeps, shrinks, swaps and stops', () => {
    const hobby = commitment('hobby-step');
    expect(afterReview(two, {})).toEqual({ kind: 'fine', commitments: two });
    expect(afterReview(two, { 'walk-after-lunch': { is: 'shrink' } })).toMatchObject({
      commitments: [{ id: 'walk-after-lunch', isSmall: true }, { id: 'two-big-things' }],
    });
    expect(
      afterReview(two, { 'walk-after-lunch': { is: 'swap', to: hobby }, 'two-big-things': { is: 'stop' } }),
    ).toEqual({ kind: 'fine', commitments: [hobby] });
  });

  it.each<[string, Parameters<typeof afterReview>[1], Commitment | undefined, AfterReview]>([
    [
      'a swap for nothing',
      { 'walk-after-lunch': { is: 'swap' } },
      undefined,
      { kind: 'swap-for-what', id: 'walk-after-lunch' },
    ],
    [
      'a swap for what is there',
      { 'walk-after-lunch': { is: 'swap', to: big } },
      undefined,
      { kind: 'same-twice', id: 'two-big-things' },
    ],
    ['what is there, added', {}, walk, { kind: 'same-twice', id: 'walk-after-lunch' }],
  ])('asks again after %s', (_name, decided, added, answer) => {
    expect(afterReview(two, decided, added)).toEqual(answer);
  });

  it('adds one, and never a fourth', () => {
    const third = commitment('hobby-step');
    expect(afterReview(two, {}, third)).toMatchObject({ kind: 'fine' });
    expect(afterReview([...two, third], {}, commitment('one-ask'))).toEqual({ kind: 'too-many', count: 4 });
    expect(
      afterReview([...two, third], { 'hobby-step': { is: 'stop' } }, commitment('one-ask')),
    ).toMatchObject({ kind: 'fine' });
  });

  const reviewsBefore = (count: number, stress?: number) =>
    Array.from({ length: count }, (_, place) => ({
      at: place,
      day: monday + place * 7,
      commitments: [],
      ...(stress === undefined ? {} : { stress }),
    }));
  it.each([
    ['in the first weeks', { reviews: reviewsBefore(1), stress: 8 }, { 'stress-now': 8 }, []],
    ['low mood, at any time', { reviews: [], stress: 8 }, { 'low-mood': 'yes' }, ['low-mood']],
    [
      'a crisis, and nothing else',
      { reviews: reviewsBefore(3), stress: 8 },
      { 'self-harm': 'yes', 'stress-now': 9 },
      ['crisis'],
    ],
    [
      'the fourth without a gain',
      { reviews: reviewsBefore(3), stress: 8 },
      { 'stress-now': 7 },
      ['no-better', 'hard-signs'],
    ],
    ['the fourth with a gain', { reviews: reviewsBefore(3), stress: 8 }, { 'stress-now': 6 }, ['hard-signs']],
    ['the fourth without a number', { reviews: reviewsBefore(3), stress: 8 }, {}, ['hard-signs']],
    ['the fifth', { reviews: reviewsBefore(4), stress: 8 }, { 'stress-now': 8 }, []],
    [
      'the eighth without a gain',
      { reviews: reviewsBefore(7), stress: 8 },
      { 'stress-now': 8 },
      ['no-better', 'hard-signs'],
    ],
    [
      'the fourth, stress first noted in a review',
      { reviews: reviewsBefore(3, 6) },
      { 'stress-now': 6 },
      ['no-better', 'hard-signs'],
    ],
    [
      'the fourth, hardly stressed from the start',
      { reviews: reviewsBefore(3), stress: 2 },
      { 'stress-now': 2 },
      ['hard-signs'],
    ],
  ])('shows where help is: %s', (_name, now, answers, signposts) => {
    expect(reviewSignposts(now, answers)).toEqual(signposts);
  });
});
