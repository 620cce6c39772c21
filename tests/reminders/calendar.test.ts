import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { CalendarSeries } from '../../src/reminder-delivery.ts';
import { calendarFile } from '../../src/reminders/calendar-file.ts';
import {
  instantOfLocal,
  plannedIn,
  schedules,
  seriesOf,
  shownAt,
  zones,
} from './support/year-of-reminders.ts';

const now = Date.parse('2026-11-23T09:45:10Z');

const series = (more: Partial<CalendarSeries> = {}): CalendarSeries => ({
  id: 'desk-break',
  title: 'Time for your break',
  times: ['2026-11-23T09:45'],
  minutes: 3,
  lead: 0,
  ...more,
});

/** Every moment of a calendar file as ical.js reads it, in order: local time, and the one of its alarm. */
function read(
  text: string,
): readonly { readonly at: string; readonly alarm: string; readonly uid: string }[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar
    .getAllSubcomponents('vevent')
    .flatMap((component) => {
      const event = new ICAL.Event(component);
      expect(event.startDate.zone).toBe(ICAL.Timezone.localTimezone);
      const trigger = component.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger');
      if (!(trigger instanceof ICAL.Duration)) throw new Error('no alarm');
      return occurrencesOf(event).map((time) => {
        const alarm = time.clone();
        alarm.addDuration(trigger);
        return { at: time.toString().slice(0, 16), alarm: alarm.toString().slice(0, 16), uid: event.uid };
      });
    })
    .sort((one, other) => (one.at < other.at ? -1 : 1));
}

function occurrencesOf(event: ICAL.Event): readonly ICAL.Time[] {
  if (!event.isRecurring()) return [event.startDate];
  const found: ICAL.Time[] = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next; next = iterator.next()) found.push(next);
  return found;
}

const localTime = fc
  .tuple(fc.integer({ min: 0, max: 120 }), fc.constantFrom(0, 30, 585, 1439))
  .map(([day, minute]) =>
    new Date(Date.UTC(2026, 9, 1) + (day * 1440 + minute) * 60_000).toISOString().slice(0, 16),
  );

describe('a calendar file', () => {
  test('is exactly the moments given, each once, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(localTime, { maxLength: 150 }), (times) => {
        const shown = read(calendarFile('reminders', [series({ times })], now)).map(({ at }) => at);
        expect(shown).toEqual([...new Set(times)].sort());
      }),
      { numRuns: 200 },
    );
  });

  test('a plan that repeats is a rule, with its days off', () => {
    const times = Array.from({ length: 70 }, (_, day) =>
      new Date(Date.UTC(2026, 10, 2 + day, 9, 45)).toISOString(),
    )
      .filter((time) => ![0, 6].includes(new Date(time).getUTCDay()) && !time.startsWith('2026-12-2'))
      .map((time) => time.slice(0, 16));
    const text = calendarFile('reminders', [series({ times })], now);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(text).toContain('RRULE:FREQ=WEEKLY;UNTIL=20270108T094500;BYDAY=MO,TU,WE,TH,FR\r\n');
    expect(text).toContain('EXDATE:20261221T094500,20261222T094500');
    expect(text).toContain('UID:desk-break-0945@backcare\r\n');
  });

  test('two are written one by one, with ids of their own that stay', () => {
    const times = ['2026-11-23T09:45', '2026-11-25T09:45'];
    const uids = (given: readonly string[]) =>
      read(calendarFile('reminders', [series({ times: given })], now)).map(({ uid }) => uid);
    expect(uids(times)).toEqual(['desk-break-20261123-0945@backcare', 'desk-break-20261125-0945@backcare']);
    expect(uids([...times, '2026-11-26T10:00'])).toEqual(expect.arrayContaining(uids(times)));
  });

  test('a file made later is the newer one', () => {
    const sequence = (at: number) =>
      Number(/^SEQUENCE:(\d+)\r$/m.exec(calendarFile('reminders', [series()], at))?.[1]);
    expect(sequence(now + 60_000)).toBeGreaterThan(sequence(now));
    expect(sequence(Date.parse('2099-01-01'))).toBeLessThan(2 ** 31);
  });

  test.each([0, 1, 15, 720])('alerts %i minutes before', (lead) => {
    const [first] = read(calendarFile('reminders', [series({ lead })], now));
    const alarm = new Date(Date.UTC(2026, 10, 23, 9, 45 - lead)).toISOString().slice(0, 16);
    expect(first).toMatchObject({ at: '2026-11-23T09:45', alarm });
  });

  test('words with letters that mean something, and from another language', () => {
    const title = 'Up; two breaths, "back" \\ down: zur\u00fcck \u{1F9D8}';
    const text = calendarFile('a;b,c\nd', [series({ title, description: `${title}\nEND:VEVENT` })], now);
    const event = new ICAL.Event(
      new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent') ?? undefined,
    );
    expect(event.summary).toBe(title);
    expect(event.description).toBe(`${title} END:VEVENT`);
    expect(text).toContain('X-WR-CALNAME:a b c d\r\n');
  });

  test('lines end as they must, and none has more than 75 bytes', () => {
    const text = calendarFile('reminders', [series({ title: '\u{1F9D8}\u00fc'.repeat(60) })], now);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const lengths = text.split('\r\n').map((line) => Buffer.byteLength(line));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
    expect(text).toMatch(/\r\nEND:VCALENDAR\r\n$/);
  });

  test('a time that is none is our fault', () => {
    expect(() => calendarFile('reminders', [series({ times: ['9:45'] })], now)).toThrow('no local time');
  });

  test('a series without a time is an empty calendar', () => {
    expect(read(calendarFile('reminders', [series({ times: [] })], now))).toEqual([]);
  });
});

describe.each(zones)('a year in %s', (zone) => {
  const planned = plannedIn(zone, 366);
  test.each(schedules.map((schedule) => [schedule.id, schedule] as const))(
    '%s: every moment and every alarm is the planner\u2019s',
    (id, schedule) => {
      const occurrences = planned.filter((occurrence) => occurrence.schedule === id);
      expect(occurrences.length).toBeGreaterThan(150);
      const text = calendarFile(id, [seriesOf(schedule, planned, zone)], now);
      const moments = read(text);
      expect(moments.map(({ at }) => instantOfLocal(at, zone))).toEqual(
        occurrences.map((occurrence) => shownAt(occurrence, zone)),
      );
      expect(moments.map(({ alarm }) => instantOfLocal(alarm, zone))).toEqual(
        occurrences.map(({ at }) => at),
      );
    },
  );
});
