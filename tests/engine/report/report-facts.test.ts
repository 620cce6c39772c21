import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ReportEvent, reportFacts } from '../../../src/engine/report/report-facts.ts';
import { reportParts, withoutParts } from '../../../src/engine/report/report-parts.ts';
import { knowledge } from '../world.ts';

const first = Date.parse('2026-11-01T12:00:00Z');
const day = 24 * 60 * 60 * 1000;
const firstDay = first / day - 0.5;
const event = (on: number, kind: string, body: unknown): ReportEvent => ({
  id: `${on} ${kind} ${JSON.stringify(body)}`,
  at: `${new Date(first + on * day).toISOString().slice(0, -1)}+00:00`,
  kind,
  body,
});
const check = (on: number, urgency: string, answers = {}) =>
  event(on, 'assessment', { urgency, complete: true, answers });
const range = { from: firstDay, to: firstDay + 20, dayStart: 3, goal: 3 };
const answersOf = ({ body }: ReportEvent) =>
  (body as { readonly answers: { readonly [id: string]: string } }).answers;
const factsOf = (events: readonly ReportEvent[], newest?: ReportEvent) =>
  reportFacts(events, newest, range, answersOf);

describe('the facts of a time', () => {
  test('the newest check counts, with its answers; those before are named', () => {
    const { check: newest, earlierChecks } = factsOf([
      check(9, 'self-care', { 'rf-fever': 'no' }),
      check(2, 'urgent', { 'rf-fever': 'yes' }),
    ]);
    expect(newest).toMatchObject({ day: firstDay + 9, urgency: 'self-care', answers: { 'rf-fever': 'no' } });
    expect(earlierChecks).toEqual([{ day: firstDay + 2, urgency: 'urgent', complete: true }]);
  });

  test('a danger sign that was ticked after a finished check stands, until that part is left out', () => {
    const body = { urgency: 'emergency', complete: false, sign: 'chest-breath-faint', answers: {} };
    const facts = factsOf([event(9, 'assessment', body), check(2, 'self-care')]);
    expect(facts.check).toMatchObject({ urgency: 'emergency', complete: false, sign: 'chest-breath-faint' });
    const left = withoutParts(facts, new Set(['signs']), (id) => knowledge.question(id));
    expect(left.check).toMatchObject({ urgency: 'emergency', complete: false, sign: undefined });
  });

  test('a check from before that time still says the level', () => {
    expect(factsOf([], check(-200, 'routine')).check?.urgency).toBe('routine');
  });

  test('one from after it says nothing', () => {
    expect(factsOf([], check(30, 'urgent')).check).toBeUndefined();
  });

  test('given twice, it counts once', () => {
    const only = check(2, 'routine');
    expect(factsOf([only], only).earlierChecks).toEqual([]);
  });

  test('of several ticks of a day the last one holds', () => {
    const { ticks } = factsOf([
      event(1, 'recovery-tick', { item: 'breathe', times: 1 }),
      event(1.1, 'recovery-tick', { item: 'breathe', times: 0 }),
      event(2, 'recovery-tick', { item: 'breathe', times: 2 }),
      event(40, 'recovery-tick', { item: 'walk-short', times: 1 }),
    ]);
    expect(ticks).toEqual([{ item: 'breathe', days: 1 }]);
  });

  test('days of practice by week hold sessions alone', () => {
    const { practiceWeeks } = factsOf([
      event(1, 'practice', { name: 'Desk break', result: {} }),
      event(1.1, 'practice', { name: 'Desk break', result: {} }),
      event(3, 'recovery-tick', { item: 'breathe', times: 1 }),
    ]);
    expect(practiceWeeks.map(({ days }) => days)).toEqual([1, 0, 0]);
  });

  test('notes are those of the time they tell about, newest first', () => {
    const { notes } = factsOf([
      event(3, 'log', { usual: 4, note: 'one' }),
      event(5, 'log', { usual: 4, note: 'two' }),
      event(6, 'log', { usual: 4, note: 'long ago', about: '2026-10-01T12:00:00+00:00' }),
    ]);
    expect(notes.map(({ text }) => text)).toEqual(['two', 'one']);
  });

  test('private answers that were never kept are told as cut', () => {
    const body = { urgency: 'routine', complete: true, answers: {}, privateAnswersDropped: true };
    expect(factsOf([event(1, 'assessment', body)]).isCut).toBe(true);
  });
});

/** A word for each part that stands in no other. */
const canaries = {
  activities: 'zither',
  practice: 'Desk break',
  list: 'breathe',
  signs: 'rf-fever',
  sensitive: 'rf-sexual-loss',
  about: 'pain-worst',
  notes: 'Hull',
} as const;

test('whatever is left out, none of it stays in the facts, and the rest does', () => {
  const facts = factsOf([
    check(1, 'routine', { 'rf-fever': 'no', 'rf-sexual-loss': 'yes', 'pain-worst': 'bad' }),
    event(2, 'log', { usual: 4, note: 'to Hull', activities: { zither: 4 } }),
    event(2, 'practice', { name: 'Desk break', result: {} }),
    event(2, 'recovery-tick', { item: 'breathe', times: 1 }),
  ]);
  fc.assert(
    fc.property(fc.subarray([...reportParts]), (parts) => {
      const left = new Set(parts);
      const text = JSON.stringify(withoutParts(facts, left, knowledge.question));
      for (const part of reportParts) {
        if (!(part in canaries)) continue;
        const canary = canaries[part as keyof typeof canaries];
        const isOut = left.has(part) || (part === 'sensitive' && left.has('signs'));
        expect(text.includes(canary)).toBe(!isOut);
      }
    }),
  );
});
