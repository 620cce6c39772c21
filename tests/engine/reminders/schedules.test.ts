import { describe, expect, it } from 'vitest';
import { type Schedule, type When, weekdays } from '../../../src/data/reminder-schema.ts';
import { reminderTables } from '../../../src/data/reminder-tables.ts';
import { scheduleProblems } from '../../../src/engine/reminders/check-schedule.ts';
import { clockText } from '../../../src/engine/reminders/clock-time.ts';
import { occurrencesBetween } from '../../../src/engine/reminders/occurrences.ts';
import { readySchedules } from '../../../src/engine/reminders/ready-schedules.ts';
import { slotsOn } from '../../../src/engine/reminders/slots.ts';

function schedule(when: When, changes: Partial<Schedule> = {}): Schedule {
  return { id: 'own', kind: 'own', name: 'Own', when, days: [...weekdays], except: [], lead: 0, ...changes };
}

/** Slots of a day; those of the next day's date with a plus. */
function slots(when: When): readonly string[] {
  return slotsOn({ when }, 0).map(({ at }) => (at < 1440 ? clockText(at) : `+${clockText(at - 1440)}`));
}

const waking = [{ from: 420, until: 1305 }];

describe('the slots of a day', () => {
  it.each<readonly [string, When, string]>([
    [
      'every 45 minutes',
      { kind: 'every', minutes: 45, windows: [{ from: 540, until: 720 }] },
      '09:45 10:30 11:15',
    ],
    [
      'each window begins anew',
      {
        kind: 'every',
        minutes: 60,
        windows: [
          { from: 540, until: 661 },
          { from: 700, until: 770 },
        ],
      },
      '10:00 11:00 12:40',
    ],
    [
      'over midnight',
      { kind: 'every', minutes: 120, windows: [{ from: 1320, until: 240 }] },
      '+00:00 +02:00',
    ],
    ['the whole day', { kind: 'every', minutes: 720, windows: [{ from: 0, until: 1440 }] }, '12:00'],
    ['once a day', { kind: 'times', count: 1, windows: waking }, '14:20'],
    ['five times a day', { kind: 'times', count: 5, windows: waking }, '08:25 11:25 14:20 17:15 20:15'],
    [
      'three times over two windows',
      {
        kind: 'times',
        count: 3,
        windows: [
          { from: 540, until: 750 },
          { from: 810, until: 1050 },
        ],
      },
      '10:15 13:45 16:15',
    ],
    ['at set times', { kind: 'at', at: [435, 1230] }, '07:15 20:30'],
  ])('%s', (_name, when, expected) => {
    expect(slots(when).join(' ')).toBe(expected);
  });
});

it('one for a single day comes on that day alone', () => {
  const once = schedule({ kind: 'at', at: [600] }, { on: '2026-12-06', days: ['mon'] });
  const list = occurrencesBetween({
    schedules: [once],
    settings: { daysOff: [], openWords: false },
    tables: reminderTables,
    from: Date.parse('2026-11-01T00:00Z'),
    to: Date.parse('2027-12-31T00:00Z'),
    offsetMinutes: () => 0,
  });
  expect(list.map(({ id }) => id)).toEqual(['own/2026-12-06T10:00']);
});

describe('what a schedule is told before it is kept', () => {
  const settings = { daysOff: [], openWords: false };
  const problems = (own: Schedule, others: readonly Schedule[] = []) =>
    scheduleProblems(own, { others, settings, tables: reminderTables });

  it.each<readonly [string, When, string]>([
    [
      'a distance longer than its hours',
      { kind: 'every', minutes: 240, windows: [{ from: 540, until: 720 }] },
      'Every 4h never comes between 09:00-12:00: the first would be 4h after the start.',
    ],
    [
      'more times than fit',
      { kind: 'times', count: 10, windows: [{ from: 540, until: 570 }] },
      '10 times do not fit between 09:00-09:30: that is less than 5 minutes for each.',
    ],
    ['quiet hours only', { kind: 'at', at: [1380] }, 'All its times lie in your quiet hours (21:45-07:00).'],
  ])('%s is refused', (_name, when, why) => {
    expect(problems(schedule(when))).toEqual({ refused: [why], notes: [] });
  });

  it('what comes all the same has notes', () => {
    expect(problems(schedule({ kind: 'at', at: [1200, 1380] })).notes).toEqual([
      'Some of its times lie in your quiet hours (21:45-07:00): those do not come.',
    ]);
    expect(
      problems(schedule({ kind: 'every', minutes: 60, windows: [{ from: 540, until: 1080 }] })).notes,
    ).toEqual([
      'With your others that is more than 5 a day of this sort: 21 a week do not come.',
      'All of them would come with: backcare remind change own --every 1h30m',
    ]);
    expect(
      problems(schedule({ kind: 'times', count: 7, windows: [{ from: 540, until: 1080 }] })).notes,
    ).toEqual([
      'With your others that is more than 5 a day of this sort: 14 a week do not come.',
      'All of them would come with: backcare remind change own --times 5/day',
    ]);
    expect(
      problems(schedule({ kind: 'at', at: [540, 600, 660, 720, 780, 840, 900] })).notes,
      'set times are the wish of the person: none is taken out for them',
    ).toEqual(['With your others that is more than 5 a day of this sort: 14 a week do not come.']);
    const often = schedule(
      { kind: 'every', minutes: 10, windows: [{ from: 540, until: 600 }] },
      { kind: 'break' },
    );
    expect(problems(often).notes).toEqual(['Usual for this sort is every 20m to 2h.']);
  });

  it('one that leaves no room for another says which', () => {
    const walks = schedule(
      { kind: 'times', count: 5, windows: [{ from: 540, until: 1080 }] },
      { id: 'walk' },
    );
    const bend = schedule({ kind: 'at', at: [600, 660] }, { id: 'bend', days: ['tue'] });
    expect(problems(walks, [bend]).notes).toEqual([
      'With your others that is more than 5 a day of this sort: 2 a week do not come.',
      'All of them would come with: backcare remind change walk --times 3/day',
    ]);
    const once = schedule({ kind: 'at', at: [495] }, { id: 'physio' });
    expect(problems(once, [walks]).notes).toEqual([
      'At most 5 a day of this sort come, so these come less often now: walk (7 a week).',
    ]);
  });

  it('one for which no room is left is refused', () => {
    const others = [480, 540, 600, 660, 720].map((minute) =>
      schedule({ kind: 'at', at: [minute] }, { id: `one-${minute}`, kind: 'evening' }),
    );
    expect(problems(schedule({ kind: 'at', at: [1000] }), others).refused).toEqual([
      'At most 5 reminders of this kind come in a day, and yours fill that already. Let some of them come less often first.',
    ]);
  });

  it('a plain one has nothing to be told, nor has one for the night that is meant', () => {
    expect(problems(schedule({ kind: 'at', at: [1200] }))).toEqual({ refused: [], notes: [] });
    const night = schedule({ kind: 'at', at: [1380] }, { evenInQuiet: true });
    expect(problems(night)).toEqual({ refused: [], notes: [] });
  });
});

describe('what is offered', () => {
  const course = { today: 20_000, course: 3, reviewDay: 28 };
  const offered = (track: Parameters<typeof readySchedules>[1]['track'], day: number) => {
    const { few, whole, article } = readySchedules(reminderTables, { track, day, ...course });
    return [few.id, whole.id, article?.id];
  };

  it.each([
    ['pulled-muscle', 0, 'first-days', undefined],
    ['pulled-muscle', 3, 'first-days', undefined],
    ['pulled-muscle', 4, 'first-week', undefined],
    ['pulled-muscle', 8, 'desk-day', 'article'],
    ['poor-posture', 0, 'desk-day', 'article'],
    ['tight-hamstrings', 0, 'article', 'article'],
    ['chronic-stress', 0, 'calm', 'article'],
    ['myofascial-pain', 30, 'sore-spots', 'article'],
    ['spinal-nerve', 0, 'leg-pain', undefined],
    ['spinal-nerve', 100, 'leg-pain', undefined],
  ] as const)('%s on day %d', (track, day, whole, article) => {
    expect(offered(track, day)).toEqual(['few', whole, article]);
  });

  it.each([
    ['pulled-muscle', 3, '2024-10-29'],
    ['pulled-muscle', 27, '2024-10-05'],
    ['pulled-muscle', 28, undefined],
    ['spinal-nerve', 3, '2024-10-15'],
    ['spinal-nerve', 20, undefined],
  ] as const)('%s on day %d of its course: a look by a clinician on %s', (track, day, on) => {
    const stand = { ...course, course: day };
    const { few, whole } = readySchedules(reminderTables, { track, day, ...stand });
    expect(whole.schedules.find(({ kind }) => kind === 'clinician')?.on).toBe(on);
    expect(few).toBe(reminderTables.few);
  });
});
