import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { summaryOf } from '../../src/engine/assessment-summary.ts';
import { daysBetween } from '../../src/engine/day-count.ts';
import { comfortPermission } from '../../src/engine/permissions.ts';
import { urgencyRank } from '../../src/engine/urgency.ts';

const at = '2026-11-20T10:00:00.000+01:00';
const savedAt = Date.parse(at);

describe('what a saved assessment says', () => {
  test.each<[string, unknown, unknown]>([
    [
      'a whole one',
      { urgency: 'routine', complete: true },
      { at: savedAt, urgency: 'routine', complete: true },
    ],
    [
      'unfinished',
      { urgency: 'routine', complete: false },
      { at: savedAt, urgency: 'routine', complete: false },
    ],
    ['nothing on being complete', { urgency: 'urgent' }, { at: savedAt, urgency: 'urgent', complete: false }],
    [
      'its own time',
      { urgency: 'urgent', complete: true, at: '2026-11-19T10:00:00Z' },
      { at: Date.parse('2026-11-19T10:00:00Z'), urgency: 'urgent', complete: true },
    ],
    [
      'a time that is none',
      { urgency: 'urgent', at: 'soon' },
      { at: savedAt, urgency: 'urgent', complete: false },
    ],
    [
      'self-harm only',
      { urgency: 'emergency', complete: true, onlySelfHarm: true },
      { at: savedAt, urgency: 'emergency', complete: true, onlySelfHarm: true },
    ],
    [
      'self-harm said in another way is not taken for it',
      { urgency: 'emergency', complete: true, onlySelfHarm: 'yes' },
      { at: savedAt, urgency: 'emergency', complete: true },
    ],
    [
      'comfort stays open, without a reason told',
      { urgency: 'emergency', complete: true, comfortOpen: true },
      { at: savedAt, urgency: 'emergency', complete: true, onlySelfHarm: true },
    ],
    [
      'an unfinished one under graver advice that it carries',
      { urgency: 'routine', complete: false, standing: { urgency: 'emergency', at: 5, comfortOpen: true } },
      { at: 5, urgency: 'emergency', complete: false, onlySelfHarm: true },
    ],
    [
      'thoughts of self-harm after an emergency of another cause',
      { urgency: 'emergency', complete: false, comfortOpen: true, standing: { urgency: 'emergency', at: 5 } },
      { at: savedAt, urgency: 'emergency', complete: false, helpLine: true },
    ],
    [
      'an emergency after thoughts of self-harm',
      { urgency: 'emergency', complete: false, standing: { urgency: 'emergency', at: 5, comfortOpen: true } },
      { at: savedAt, urgency: 'emergency', complete: false, helpLine: true },
    ],
    [
      'a lesser one after both',
      { urgency: 'urgent', complete: false, standing: { urgency: 'emergency', at: 5, helpLine: true } },
      { at: 5, urgency: 'emergency', complete: false, helpLine: true },
    ],
    [
      'thoughts of self-harm twice',
      {
        urgency: 'emergency',
        complete: false,
        comfortOpen: true,
        standing: { urgency: 'emergency', at: 5, comfortOpen: true },
      },
      { at: savedAt, urgency: 'emergency', complete: false, onlySelfHarm: true },
    ],
    [
      'a finished one carries nothing',
      { urgency: 'routine', complete: true, standing: { urgency: 'emergency', at: 5 } },
      { at: savedAt, urgency: 'routine', complete: true },
    ],
    [
      'a graver one is graver',
      { urgency: 'emergency', complete: false, standing: { urgency: 'urgent', at: 5 } },
      { at: savedAt, urgency: 'emergency', complete: false },
    ],
    [
      'what it carries must be grave',
      { urgency: 'self-care', complete: false, standing: { urgency: 'routine', at: 5 } },
      { at: savedAt, urgency: 'self-care', complete: false },
    ],
    [
      'what it carries must be readable',
      { urgency: 'routine', complete: false, standing: { urgency: 'dire' } },
      { at: savedAt, urgency: 'routine', complete: false },
    ],
    ['a level of a newer version', { urgency: 'watchful', complete: true }, undefined],
    ['a name that objects are born with', { urgency: 'toString' }, undefined],
    ['no body', undefined, undefined],
    ['a list', [], undefined],
    ['a word', 'emergency', undefined],
    ['null', null, undefined],
  ])('%s', (_name, body, expected) => {
    expect(summaryOf({ at, body })).toEqual(expected);
  });

  const level = fc.record(
    {
      urgency: fc.constantFrom('self-care', 'routine', 'urgent', 'emergency'),
      comfortOpen: fc.boolean(),
      helpLine: fc.boolean(),
    },
    { requiredKeys: ['urgency'] },
  );

  test('law: an unfinished one takes nothing from the grave advice that it carries', () => {
    fc.assert(
      fc.property(level, level, (newer, standing) => {
        const both = summaryOf({ at, body: { ...newer, complete: false, standing } });
        for (const part of [newer, ...(isGrave(standing) ? [standing] : [])]) {
          const alone = summaryOf({ at, body: { ...part, complete: false } });
          expect(urgencyRank(both?.urgency ?? 'self-care')).toBeGreaterThanOrEqual(
            urgencyRank(alone?.urgency ?? 'self-care'),
          );
          if (comfortPermission(alone, savedAt) === 'action-only')
            expect(comfortPermission(both, savedAt)).toBe('action-only');
          if (isGrave(standing) && (alone?.onlySelfHarm || alone?.helpLine))
            expect([both?.onlySelfHarm, both?.helpLine]).toContain(true);
        }
      }),
    );
  });

  const isGrave = ({ urgency }: { readonly urgency: string }) => ['urgent', 'emergency'].includes(urgency);

  test('no event', () => expect(summaryOf(undefined)).toBeUndefined());

  test('an event without a readable time is as old as can be, so it clears nobody', () => {
    expect(summaryOf({ at: '?', body: { urgency: 'self-care', complete: true } })?.at).toBe(0);
  });
});

describe('days of a person', () => {
  const moment = (iso: string) => ({ at: Date.parse(iso), offsetMinutes: 60 });
  test.each([
    ['the same evening', '2026-11-20T18:00+01:00', '2026-11-20T23:00+01:00', 0],
    ['after midnight is still that day', '2026-11-20T23:00+01:00', '2026-11-21T02:59+01:00', 0],
    ['from three o’clock on it is the next', '2026-11-20T23:00+01:00', '2026-11-21T03:00+01:00', 1],
    ['a week', '2026-11-20T12:00+01:00', '2026-11-27T08:00+01:00', 7],
    ['a clock that was set back', '2026-11-20T12:00+01:00', '2026-11-10T12:00+01:00', 0],
  ])('%s', (_name, from, to, days) => {
    expect(daysBetween(moment(from), moment(to), 3)).toBe(days);
  });

  test('each moment by its own offset', () => {
    const from = { at: Date.parse('2026-11-20T23:30Z'), offsetMinutes: 0 };
    const to = { at: Date.parse('2026-11-21T04:30Z'), offsetMinutes: -300 };
    expect(daysBetween(from, to, 3)).toBe(0);
  });
});
