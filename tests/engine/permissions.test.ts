import { describe, expect, it } from 'vitest';
import {
  type Activity,
  type AssessmentSummary,
  assessmentLifetimeMilliseconds,
  comfortPermission,
  type Permission,
  permission,
  type Standing,
  standingOf,
} from '../../src/engine/permissions.ts';

const week = 7 * 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 10, 22);
const summary = (changes: Partial<AssessmentSummary>): AssessmentSummary => ({
  at: now,
  urgency: 'self-care',
  complete: true,
  ...changes,
});

/** The table of the design, row by row and cell by cell. */
const activities = ['information', 'comfort', 'sheets', 'guided-session', 'plans', 'reminders'] as const;
const rows: readonly (readonly [Standing, ...Permission[]])[] = [
  [
    'unchecked',
    'yes',
    'seven-lines-first',
    'with-stop-rules',
    'seven-lines-first',
    'ask-for-diagnose',
    'off',
  ],
  ['emergency', 'advice-first', 'action-only', 'action-only', 'action-only', 'action-only', 'off'],
  ['urgent', 'advice-first', 'yes', 'advice-first', 'advice-only', 'advice-only', 'off'],
  ['cleared', 'yes', 'yes', 'yes', 'yes', 'yes', 'yes'],
];
const cells = rows.flatMap(([standing, ...permissions]) =>
  activities.map((activity, place): [Standing, Activity, Permission | undefined] => [
    standing,
    activity,
    permissions[place],
  ]),
);

describe('what a standing allows', () => {
  it.each(cells)('%s: %s is %s', (standing, activity, expected) => {
    expect(permission(standing, activity)).toBe(expected);
  });
});

describe('where a person stands', () => {
  it.each([
    ['nothing in the record', undefined, 'unchecked'],
    ['self-care, complete, new', summary({}), 'cleared'],
    ['routine, complete, new', summary({ urgency: 'routine' }), 'cleared'],
    ['self-care, incomplete', summary({ complete: false }), 'unchecked'],
    ['routine, incomplete', summary({ urgency: 'routine', complete: false }), 'unchecked'],
    ['routine, twelve weeks old to the day', summary({ at: now - 12 * week }), 'cleared'],
    ['routine, a moment over twelve weeks old', summary({ at: now - 12 * week - 1 }), 'unchecked'],
    ['urgent, new', summary({ urgency: 'urgent' }), 'urgent'],
    ['urgent, incomplete', summary({ urgency: 'urgent', complete: false }), 'urgent'],
    ['urgent, a year old', summary({ urgency: 'urgent', at: now - 52 * week }), 'urgent'],
    ['emergency, new', summary({ urgency: 'emergency' }), 'emergency'],
    ['emergency, incomplete', summary({ urgency: 'emergency', complete: false }), 'emergency'],
    ['emergency, ten years old', summary({ urgency: 'emergency', at: now - 520 * week }), 'emergency'],
    ['self-care, from a clock that ran ahead', summary({ at: now + week }), 'unchecked'],
  ] as const)('%s: %s', (_name, newest, standing) => {
    expect(standingOf(newest, now)).toBe(standing);
  });

  it('keeps an assessment for twelve weeks', () => {
    expect(assessmentLifetimeMilliseconds).toBe(12 * week);
  });

  it('never clears an emergency or urgent result by time alone (E9)', () => {
    for (const urgency of ['emergency', 'urgent'] as const) {
      for (let weeks = 0; weeks < 1000; weeks += 1) {
        expect(standingOf(summary({ urgency, at: now - weeks * week }), now)).toBe(urgency);
      }
    }
  });
});

describe('comfort', () => {
  it.each([
    ['nothing in the record', undefined, 'seven-lines-first'],
    ['an emergency', summary({ urgency: 'emergency' }), 'action-only'],
    ['only thoughts of self-harm', summary({ urgency: 'emergency', onlySelfHarm: true }), 'advice-first'],
    ['thoughts of self-harm, not sure', summary({ urgency: 'urgent', onlySelfHarm: true }), 'yes'],
    [
      'more than thoughts of self-harm',
      summary({ urgency: 'emergency', onlySelfHarm: false }),
      'action-only',
    ],
    ['an urgent result', summary({ urgency: 'urgent' }), 'yes'],
    ['a routine result', summary({ urgency: 'routine' }), 'yes'],
    ['an outdated result', summary({ at: now - 13 * week }), 'seven-lines-first'],
    ['a result from next week, by a clock that was wrong', summary({ at: now + week }), 'seven-lines-first'],
    ['a result of an hour ahead, by a clock that was put right', summary({ at: now + week / 168 }), 'yes'],
  ] as const)('after %s: %s', (_name, newest, expected) => {
    expect(comfortPermission(newest, now)).toBe(expected);
  });
});
