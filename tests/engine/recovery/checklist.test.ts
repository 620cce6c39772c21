import { describe, expect, test } from 'vitest';
import { dateOn, type Story, todayOf } from './people.ts';

const strain = (phase: string) => [0, 'start', { track: 'pulled-muscle', phase }] as const;
const itemsOf = (story: Story) => todayOf(story).lines.map(({ item }) => item.id);
const lineOf = (story: Story, id: string) => todayOf(story).lines.find(({ item }) => item.id === id);

describe("today's list", () => {
  test.each<[string, Story, readonly string[]]>([
    [
      'calm',
      { answers: { duration: 0 }, events: [strain('calm')] },
      ['up-hourly', 'walk-short', 'breathe', 'check-in', 'legs-up'],
    ],
    [
      'nobody lies flat in pregnancy',
      { answers: { duration: 0, 'mod-pregnant': 'yes' }, events: [strain('calm')] },
      ['up-hourly', 'walk-short', 'breathe', 'check-in'],
    ],
    [
      'the session of the second phase waits for day four',
      { answers: { duration: 2 }, events: [strain('move')], today: 1 },
      ['walk-plan', 'up-hourly', 'breathe', 'check-in'],
    ],
    [
      'and comes then',
      { answers: { duration: 2 }, events: [strain('move')], today: 2 },
      ['routine', 'walk-plan', 'up-hourly', 'breathe', 'check-in'],
    ],
    [
      'one step of the second pattern takes the place of the least of the first',
      { fitting: ['pulled-muscle', 'chronic-stress'], answers: { duration: 5 }, events: [strain('move')] },
      ['routine', 'walk-plan', 'up-hourly', 'breathe', 'check-in'],
    ],
    [
      'a stretch of another pattern waits for its stage',
      { fitting: ['pulled-muscle', 'tight-hamstrings'], answers: { duration: 0 }, events: [strain('calm')] },
      ['up-hourly', 'walk-short', 'breathe', 'check-in', 'legs-up'],
    ],
    [
      'a flare: three easy lines',
      { answers: { duration: 10 }, events: [strain('rebuild'), [1, 'flare', { is: 'started' }]] },
      ['walk-plan', 'up-hourly', 'check-in'],
    ],
    [
      'strong pain today: the same',
      { answers: { duration: 2 }, pain: [5, 7], events: [strain('calm')] },
      ['walk-short', 'up-hourly', 'check-in'],
    ],
    [
      'days off: nothing',
      { events: [strain('calm'), [1, 'pause', { from: dateOn(0), until: dateOn(3), why: 'holiday' }]] },
      [],
    ],
  ])('%s', (_name, story, items) => {
    expect(itemsOf(story)).toEqual(items);
  });

  test('in a flare each line is its smallest version', () => {
    const { lines } = todayOf({ events: [strain('rebuild'), [1, 'flare', { is: 'started' }]] });
    for (const line of lines) expect([line.text, line.wanted]).toEqual([line.item.least, 1]);
  });

  test('ticks of today count, the newest wins, and those of other days do not', () => {
    const tick = (day: number, times: number) => [day, 'tick', { item: 'walk-short', times }] as const;
    const events = [strain('calm'), tick(0, 1), tick(1, 2), tick(1, 1)] as const;
    expect(lineOf({ events, today: 1 }, 'walk-short')).toMatchObject({ done: 1, isDone: true });
    expect(lineOf({ events: [...events, tick(1, 0)], today: 1 }, 'walk-short')).toMatchObject({
      isDone: false,
    });
    expect(lineOf({ events, today: 2 }, 'walk-short')).toMatchObject({ done: 0 });
  });

  test('what was done elsewhere ticks itself: a session, an entry', () => {
    const done = { finished: true, day: 1 };
    const story: Story = {
      pain: [4, 4],
      events: [strain('calm')],
      sessions: [{ ...done, routine: 'slow-breathing-6' }],
    };
    expect(lineOf(story, 'breathe')).toMatchObject({ isDone: true });
    expect(lineOf(story, 'check-in')).toMatchObject({ isDone: true });
    // A tick that was taken back stays so.
    const taken = {
      ...story,
      events: [strain('calm'), [1, 'tick', { item: 'breathe', times: 0 }]],
    } satisfies Story;
    expect(lineOf(taken, 'breathe')).toMatchObject({ isDone: false });
  });

  test('a walk is no session of strength', () => {
    const story: Story = {
      answers: { duration: 10 },
      events: [strain('rebuild')],
      sessions: [{ finished: true, day: 0, routine: 'easy-walk' }],
    };
    expect(lineOf(story, 'routine')).toMatchObject({ done: 0 });
    expect(lineOf(story, 'walk-plan')).toMatchObject({ done: 1 });
  });

  test('routines take turns', () => {
    const story = (routine: string): Story => ({
      answers: { duration: 10 },
      events: [strain('rebuild')],
      today: 1,
      sessions: [{ finished: true, day: 0, routine }],
    });
    expect(lineOf(story('core-builder'), 'routine')?.starts).toBe('stretch hips-hamstrings');
    expect(lineOf(story('hips-hamstrings'), 'routine')?.starts).toBe('stretch core-builder');
  });

  test('three days a week leave a day between, and rest once the week is full', () => {
    const lifted = (...days: readonly number[]): Story => ({
      answers: { duration: 10 },
      events: [
        strain('rebuild'),
        ...days.map((day) => [day, 'tick', { item: 'lift-small', times: 1 }] as const),
      ],
      today: 6,
    });
    expect(itemsOf(lifted())).toContain('lift-small');
    expect(itemsOf(lifted(5))).not.toContain('lift-small');
    expect(itemsOf(lifted(4))).toContain('lift-small');
    expect(itemsOf(lifted(0, 2, 4))).not.toContain('lift-small');
    // What was done today stays on the list as done.
    expect(lineOf(lifted(0, 2, 4, 6), 'lift-small')).toMatchObject({ isDone: true });
  });
});

describe('the week', () => {
  const ticked = (...days: readonly number[]): Story => ({
    events: [strain('calm'), ...days.map((day) => [day, 'tick', { item: 'breathe', times: 1 }] as const)],
    today: 6,
  });
  test.each<[string, Story, object]>([
    ['five of seven are enough', ticked(0, 1, 3, 4, 6), { activeDays: 5, wanted: 5, isReached: true }],
    [
      'four are not, and nobody is scolded',
      ticked(0, 1, 3, 4),
      { isReached: false, says: expect.stringContaining('Today counts the same') },
    ],
    [
      'a session and an entry count too',
      { ...ticked(0, 1, 3), pain: [undefined, undefined, 4], sessions: [{ finished: false, day: 5 }] },
      { activeDays: 5 },
    ],
    [
      'a comfort alone does not',
      { ...ticked(), events: [strain('calm'), [6, 'tick', { item: 'legs-up', times: 1 }]] },
      { activeDays: 0 },
    ],
    [
      'a plan of three days asks for one',
      { events: [strain('calm')], today: 2 },
      { wanted: 1, notCounted: 4 },
    ],
    [
      'nothing done is said kindly',
      ticked(),
      { activeDays: 0, says: 'Today counts. A small version is enough.' },
    ],
  ])('%s', (_name, story, week) => {
    expect(todayOf(story).week).toMatchObject(week);
  });

  test('days off and days of a flare do no harm', () => {
    const off = [2, 'pause', { from: dateOn(2), until: dateOn(4), why: 'illness' }] as const;
    const paused = todayOf({ ...ticked(0, 1), events: [...(ticked(0, 1).events ?? []), off] }).week;
    expect(paused).toMatchObject({ wanted: 2, isReached: true });
    const flare = [
      [2, 'flare', { is: 'started' }],
      [5, 'flare', { is: 'over' }],
    ] as const;
    const flared = todayOf({ ...ticked(0, 1), events: [...(ticked(0, 1).events ?? []), ...flare] }).week;
    expect(flared).toMatchObject({ wanted: 2, isReached: true });
  });
});
