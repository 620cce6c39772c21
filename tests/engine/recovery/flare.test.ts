import { describe, expect, test } from 'vitest';
import { startFlare } from '../../../src/engine/recovery/flare.ts';
import { factsOf, type Story, todayOf } from './people.ts';

const begun = [0, 'start', { track: 'pulled-muscle', phase: 'rebuild' }] as const;
const flare = (day: number, more: object = {}) => [day, 'flare', { is: 'started', ...more }] as const;
const over = (day: number) => [day, 'flare', { is: 'over' }] as const;
const flareOf = (story: Story) => todayOf({ answers: { duration: 10 }, ...story }).now.flare;

describe('how a flare begins', () => {
  test('only after the danger signs', () => {
    const facts = factsOf();
    expect(startFlare('not-asked', facts, false).kind).toBe('refused');
    expect(startFlare('ticked', facts, false).kind).toBe('refused');
    expect(startFlare('none', facts, false)).toEqual({ kind: 'start' });
  });

  test('with new leg signs, or for the third time, a clinician is told', () => {
    expect(startFlare('none', factsOf(), true)).toMatchObject({
      tellClinician: expect.stringMatching(/leg/),
    });
    const twice = factsOf({ events: [begun, flare(1), over(2), flare(20), over(21)], today: 40 });
    expect(startFlare('none', twice, false)).toMatchObject({ tellClinician: expect.stringMatching(/third/) });
    expect(startFlare('none', twice, true)).toMatchObject({
      tellClinician: expect.stringMatching(/Leg signs with the third/),
    });
    expect(startFlare('none', { ...twice, today: twice.today + 30 }, false)).toEqual({ kind: 'start' });
  });

  test.each<[string, Story, string]>([
    ['2 above the days before looks like one', { pain: [2, 2, 2, 4], events: [begun] }, 'likely'],
    ['less does not', { pain: [2, 2, 2, 3], events: [begun] }, 'none'],
    ['two numbers are no calm spell', { pain: [2, 6], events: [begun] }, 'none'],
    ['a number of last week is no flare of today', { pain: [2, 2, 2, 4], events: [begun], today: 6 }, 'none'],
    ['nor one that was already ended', { pain: [2, 2, 2, 4], events: [begun, flare(3), over(3)] }, 'none'],
  ])('%s', (_name, story, kind) => {
    expect(flareOf(story).kind).toBe(kind);
  });
});

describe('how it goes on', () => {
  test.each([
    [1, 'first-hour', 1],
    [2, 'next-days', 2],
    [3, 'next-days', 3],
    [4, 'lead-back', 4],
  ] as const)('day %i', (today, step, dayOf) => {
    expect(flareOf({ events: [begun, flare(1)], today })).toMatchObject({
      kind: 'running',
      step: { id: step },
      dayOf,
    });
  });

  test('goals wait, and the plan drops to its smallest version', () => {
    const { lines, dose, week } = todayOf({ answers: { duration: 10 }, events: [begun, flare(1)], today: 2 });
    expect(lines.length).toBeLessThanOrEqual(3);
    expect(dose.dose).toBe('minimum');
    expect(week.isReached).toBe(true);
  });
});

describe('how it leads back', () => {
  test('after three days the list is a whole one again, one phase lower, and the dose about half', () => {
    const { lines, dose, now } = todayOf({ answers: { duration: 10 }, events: [begun, flare(1)], today: 4 });
    expect(lines.length).toBeGreaterThan(3);
    expect([now.phase.id, dose.dose]).toEqual(['move', 'down']);
  });
});

describe('how it ends', () => {
  test('two calm days let the person say so', () => {
    const pain = [2, 2, 2, 6, 5, 3, 3];
    expect(flareOf({ pain, events: [begun, flare(3)] })).toMatchObject({ isSettled: true });
    expect(flareOf({ pain: pain.slice(0, 6), events: [begun, flare(3)] })).toMatchObject({
      isSettled: false,
    });
    expect(flareOf({ pain, events: [begun, flare(3), over(6)] }).kind).toBe('none');
  });

  test('forgotten for two weeks, it has run out', () => {
    expect(flareOf({ events: [begun, flare(1)], today: 15 }).kind).toBe('running');
    expect(flareOf({ events: [begun, flare(1)], today: 16 }).kind).toBe('none');
  });

  test('a clock that was set back does not end it, and moves nothing before its start', () => {
    expect(flareOf({ events: [begun, flare(5)], today: 3 })).toMatchObject({ kind: 'running', dayOf: 1 });
  });
});
