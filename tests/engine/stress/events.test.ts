import { describe, expect, it } from 'vitest';
import { stressHistory } from '../../../src/engine/stress/stress-events.ts';
import { stressHint } from '../../../src/engine/stress/stress-hint.ts';
import { commitment, dateOn, eventOn, historyOf, monday, planBody } from './people.ts';

const empty = { plans: [], ticks: [], changes: [], reviews: [] };

describe('what is kept', () => {
  it('is read as it was written', () => {
    const body = planBody();
    const [plan] = historyOf(eventOn(2, 'plan', JSON.parse(JSON.stringify(body)))).plans;
    expect(plan).toEqual({ ...body, at: Date.parse(`${dateOn(2)}T08:00:00Z`), day: monday + 2 });
  });

  it('comes in the order of its time, and other kinds are passed over', () => {
    const history = historyOf(
      eventOn(5, 'tick', { commitment: 'b', is: 'done', day: dateOn(5) }),
      { at: `${dateOn(1)}T09:00:00Z`, kind: 'recovery-tick', body: { item: 'walk', times: 1 } },
      eventOn(1, 'tick', { commitment: 'a', is: 'skipped', day: dateOn(0) }),
    );
    expect(history.ticks.map(({ commitment: id, day }) => `${id} ${day - monday}`)).toEqual(['a 0', 'b 5']);
  });

  it('is of the day before, until the day of the person begins', () => {
    const late = { at: `${dateOn(1)}T02:30:00+01:00`, kind: 'stress-plan', body: planBody() };
    expect(stressHistory([late], 3).plans[0]?.day).toBe(monday);
    expect(stressHistory([late], 2).plans[0]?.day).toBe(monday + 1);
  });

  it.each([
    ['a body that is none', 'tick', null, empty],
    ['a tick of nothing', 'tick', { is: 'done' }, empty],
    ['a tick that nobody knows', 'tick', { commitment: 'a', is: 'half' }, empty],
    ['a change that nobody knows', 'change', { is: 'shout' }, empty],
    ['a session that nobody knows', 'change', { is: 'session', session: 'yodel' }, empty],
    ['a commitment that is no sentence', 'change', { is: 'set', commitment: { id: 'a', does: '' } }, empty],
    [
      'a commitment of 2,000 letters',
      'change',
      { is: 'set', commitment: { id: 'a', cue: 'b', does: 'c'.repeat(2000) } },
      empty,
    ],
  ] as const)('%s is left out', (_name, kind, body, history) => {
    expect(historyOf(eventOn(0, kind, body))).toEqual(history);
  });

  it('takes what it knows of a strange plan', () => {
    const [plan] = historyOf(
      eventOn(0, 'plan', {
        stressors: { money: { weight: 9 }, noise: { weight: 2, change: 7 }, taxes: { weight: 1 } },
        chosen: ['noise', 'taxes', 'noise'],
        strategies: ['say-no', 'shout'],
        commitments: [
          { id: 'a', cue: 'b', does: 'c\u001b', days: ['someday'], minutes: -3 },
          { id: 'a', cue: 'x', does: 'y' },
          { ...commitment('alerts-off'), hurdle: { obstacle: 'rain' } },
          commitment('name-it'),
          commitment('one-ask'),
        ],
        session: 'yodel',
        stress: 11,
        sleep: 'bad',
      }),
    ).plans;
    expect(plan).toMatchObject({
      stressors: { noise: { weight: 2 } },
      chosen: ['noise'],
      strategies: ['say-no'],
    });
    expect(plan?.commitments.map(({ id }) => id)).toEqual(['a', 'alerts-off', 'name-it']);
    expect(plan?.commitments[0]).toEqual({
      id: 'a',
      cue: 'b',
      does: 'c',
      small: 'c',
      days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
    });
    expect(plan?.session ?? plan?.stress ?? plan?.sleep).toBeUndefined();
  });

  it('takes what it knows of a strange review', () => {
    const [review] = historyOf(
      eventOn(0, 'review', {
        stress: 4,
        pain: 'some',
        obstacles: { a: 'pain', b: 'the moon' },
        decisions: { a: 'swap', b: 'burn' },
        helped: ' the\nwalk ',
        kind: 7,
      }),
    ).reviews;
    expect(review).toMatchObject({
      stress: 4,
      obstacles: { a: 'pain' },
      decisions: { a: 'swap' },
      helped: 'the walk',
    });
    expect(review?.commitments).toBeUndefined();
    expect(review?.pain ?? review?.kind).toBeUndefined();
  });
});

describe('stress beside pain', () => {
  const day = (stress: number | undefined, usual: number | undefined) => ({
    ...(stress === undefined ? {} : { stress }),
    ...(usual === undefined ? {} : { usual }),
  });
  it.each([
    ['nothing noted', [], undefined],
    ['four days', [day(8, 6), day(8, 6), day(2, 3), day(2, 3)], undefined],
    ['one stressed day only', [day(8, 6), day(2, 3), day(2, 3), day(2, 3), day(2, 3)], undefined],
    ['much the same each day', [day(4, 6), day(4, 6), day(3, 3), day(3, 3), day(3, 3)], undefined],
    [
      'days with one number only',
      [day(8, 6), day(8, 6), day(2, 3), day(2, 3), day(2, undefined), day(undefined, 4)],
      undefined,
    ],
    [
      'three stressed days of five, all alike',
      [day(8, 6), day(8, 6), day(8, 6), day(2, 5), day(2, 5)],
      [5, 3, 2, 1],
    ],
    ['higher', [day(8, 6), day(7, 5), day(2, 3), day(1, 3), day(2, 4)], [5, 2, 3, 2]],
    ['the same', [day(8, 4), day(7, 3), day(2, 3), day(1, 4), day(2, 3.5)], [5, 2, 3, 0]],
    ['lower', [day(8, 2), day(7, 2), day(2, 4), day(1, 4), day(2, 4)], [5, 2, 3, -2]],
  ])('%s', (_name, days, expected) => {
    const hint = stressHint(days);
    expect(hint && [hint.days, hint.stressedDays, hint.otherDays, hint.difference]).toEqual(expected);
  });
});
