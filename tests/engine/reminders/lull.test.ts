import { describe, expect, it } from 'vitest';
import { reminderTables } from '../../../src/data/reminder-tables.ts';
import { isLullDue } from '../../../src/engine/reminders/lull.ts';
import { type ReminderEvent, reminderHistory } from '../../../src/engine/reminders/reminder-history.ts';
import { type SimulationInput, simulateReminders } from '../../../src/engine/reminders/simulate.ts';
import { upcomingReminders } from '../../../src/engine/reminders/upcoming-reminders.ts';
import { offsetsOf } from './zones.ts';

const day = 86_400_000;
/** A Monday. */
const start = Date.parse('2026-11-23T00:00:00Z');
const at = (dayNumber: number) => new Date(start + dayNumber * day).toISOString();
const event = (dayNumber: number, kind: string, body: unknown = {}): ReminderEvent => ({
  at: at(dayNumber),
  kind,
  body,
});

const breaks = event(0, 'reminder-schedule', { schedule: reminderTables.few.schedules[0] });
const evening = event(0, 'reminder-schedule', { schedule: reminderTables.few.schedules[1] });
const silentWeek = (from: number) =>
  Array.from({ length: 14 }, (_, each) =>
    event(from + each + 0.9, 'reminder-shown', {
      ids: [`check-in/${at(from + each).slice(0, 10)}T20:30`],
    }),
  );

/** How many prompts come on each day. */
function lived(events: readonly ReminderEvent[], days: number, more: Partial<SimulationInput> = {}) {
  const list = simulateReminders({
    history: reminderHistory(events),
    tables: reminderTables,
    circumstances: { standing: 'cleared' },
    from: start,
    to: start + days * day,
    offsetMinutes: offsetsOf('UTC'),
    isAwake: () => true,
    respond: () => undefined,
    ...more,
  });
  const perDay = Array.from({ length: days }, () => 0);
  const words: string[] = [];
  for (const each of list)
    if (each.kind === 'shown') {
      const place = Math.floor((each.at - start) / day);
      perDay[place] = (perDay[place] ?? 0) + 1;
      words.push(each.text.id);
    }
  return { perDay, words };
}

/** How many wait for the prompt of a shell. */
const upcoming = (events: readonly ReminderEvent[]) =>
  upcomingReminders(
    {
      history: reminderHistory(events),
      tables: reminderTables,
      circumstances: { standing: 'cleared' },
      now: start,
      offsetMinutes: offsetsOf('UTC'),
    },
    start + 2 * day,
  ).length;

/** One prompt on each of these days before now, after a sign that was so long ago. */
function isDue(sign: number, shown: readonly number[]): boolean {
  const marks = new Map(shown.map((ago) => [`one/${ago}`, { shown: [start - ago * day] }]));
  return isLullDue({ marks, lastSign: start - sign * day, lull: undefined }, start);
}

it('two weeks to the minute, with prompts on five days of them, are enough, and nothing less', () => {
  const five = [14, 9, 7, 5, 3, 1];
  expect(isDue(14, five)).toBe(true);
  expect(isDue(13.99, five)).toBe(false);
  expect(isDue(20, [14, 9, 7, 5, 3])).toBe(false);
  expect(isDue(20, [13.9, 9, 7, 5, 3, 1])).toBe(false);
  expect(isDue(20, [19, 18, 17, 16, 15, 14])).toBe(false);
});

describe('two weeks without an answer', () => {
  it('leave one a week, which says so, for as long as nobody says anything', () => {
    const { perDay, words } = lived([breaks, evening], 70);
    expect(perDay.slice(0, 14).every((count) => count >= 1)).toBe(true);
    const later = perDay.slice(15);
    const weekly = later.flatMap((count, place) => (count === 0 ? [] : [place]));
    expect(Math.max(...later)).toBe(1);
    expect(weekly).toEqual([6, 13, 20, 27, 34, 41, 48]);
    expect(words.slice(-8).every((id) => id.startsWith('missed-'))).toBe(true);
  });

  it('are none when one prompt of them was answered', () => {
    let prompt = 0;
    const respond = () => (prompt++ === 20 ? ({ is: 'skipped' } as const) : undefined);
    const { perDay } = lived([breaks, evening], 19, { respond });
    expect(perDay.every((count) => count >= 1)).toBe(true);
  });

  it('are none when the computer was off for most of them', () => {
    const isAwake = (now: number) => now < start + 4 * day || now >= start + 17 * day;
    const { perDay } = lived([breaks, evening], 21, { isAwake });
    expect(perDay.slice(17).every((count) => count >= 1)).toBe(true);
  });

  it.each([
    ['an entry', 'log', { usual: 3 }],
    ['a session', 'practice', { routine: 'morning' }],
    ['a check', 'assessment', {}],
    ['an answer', 'reminder-answer', { ids: ['check-in/2026-12-06T20:30'], is: 'done' }],
    ['the word to go on', 'reminder-pause', { is: 'over' }],
    ['another time for one', 'reminder-schedule', { schedule: reminderTables.few.schedules[1] }],
  ])('%s brings all of them back', (_name, kind, body) => {
    const silent = [evening, breaks, ...silentWeek(-20), event(-1, 'reminder-lull')];
    const before = silent.map((each) =>
      each.kind === 'reminder-schedule' ? { ...each, at: at(-30) } : each,
    );
    expect(lived(before, 5).perDay).toEqual([1, 0, 0, 0, 0]);
    expect(upcoming(before)).toBe(1);
    expect(lived([...before, event(-0.5, kind, body)], 5).perDay).toEqual([4, 4, 4, 4, 4]);
  });
});
