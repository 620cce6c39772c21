import type { Schedule } from '../../../src/data/reminder-schema.ts';
import { reminderTables } from '../../../src/data/reminder-tables.ts';
import type { Occurrence } from '../../../src/engine/reminders/occurrence.ts';
import { occurrencesBetween } from '../../../src/engine/reminders/occurrences.ts';
import {
  instantOfWall,
  type OffsetMinutes,
  wallOf,
  wallText,
} from '../../../src/engine/reminders/wall-time.ts';
import type { CalendarSeries } from '../../../src/reminder-delivery.ts';

/** Both hemispheres, a change that is not at 2, and a zone of three quarters of an hour that never changes. */
export const zones = ['Australia/Sydney', 'Europe/London', 'America/New_York', 'Asia/Kathmandu'] as const;

const workdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const everyDay = [...workdays, 'sat', 'sun'] as const;

/** Ordinary days, and nights on which clocks change: times left out, shown twice, on the change, and a window over midnight. */
export const schedules: readonly Schedule[] = [
  {
    id: 'desk-break',
    kind: 'break',
    name: 'desk break',
    when: {
      kind: 'every',
      minutes: 45,
      windows: [
        { from: 540, until: 750 },
        { from: 810, until: 1050 },
      ],
    },
    days: [...workdays],
    except: [
      { from: '2026-12-24', until: '2027-01-03' },
      { from: '2027-05-03', until: '2027-05-03' },
    ],
    lead: 0,
  },
  {
    id: 'hamstring',
    kind: 'hamstring',
    name: 'hamstring',
    when: { kind: 'times', count: 5, windows: [{ from: 440, until: 1260 }] },
    days: [...everyDay],
    except: [],
    lead: 10,
  },
  {
    id: 'night-shift',
    kind: 'upright',
    name: 'up and about',
    when: { kind: 'every', minutes: 30, windows: [{ from: 1380, until: 300 }] },
    days: ['fri', 'sat', 'sun'],
    except: [],
    lead: 0,
    evenInQuiet: true,
  },
  {
    id: 'small-hours',
    kind: 'own',
    name: 'tablet',
    when: { kind: 'at', at: [30, 90, 120, 150, 180] },
    days: [...everyDay],
    except: [],
    lead: 0,
    evenInQuiet: true,
  },
  {
    id: 'check-in',
    kind: 'evening',
    name: 'check-in',
    when: { kind: 'at', at: [1230] },
    days: [...everyDay],
    except: [],
    lead: 0,
  },
];

const offsets = new Map<string, Intl.DateTimeFormat>();

/** Minutes east of Greenwich, as the tables of ICU have it. */
export function offsetOf(zone: string): OffsetMinutes {
  const format =
    offsets.get(zone) ??
    new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset', hourCycle: 'h23' });
  offsets.set(zone, format);
  return (at) => {
    const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d+):(\d+))?/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
}

/** What the planner plans in that zone from the first moment of July 2026, for so many days. */
export function plannedIn(zone: string, days: number): readonly Occurrence[] {
  const from = Date.parse('2026-07-01T00:00:00Z');
  return occurrencesBetween({
    schedules,
    settings: { daysOff: [], openWords: false },
    tables: reminderTables,
    from,
    to: from + days * 24 * 60 * 60_000,
    offsetMinutes: offsetOf(zone),
  });
}

/** The moment a calendar shows; its alarm comes earlier by the lead. */
export function shownAt({ slot }: Occurrence, zone: string): number {
  return instantOfWall(slot, offsetOf(zone));
}

export function seriesOf(
  schedule: Schedule,
  occurrences: readonly Occurrence[],
  zone: string,
): CalendarSeries {
  const offsetMinutes = offsetOf(zone);
  return {
    id: schedule.id,
    title: 'Time for your break',
    times: occurrences
      .filter((occurrence) => occurrence.schedule === schedule.id)
      .map((occurrence) => wallText(wallOf(shownAt(occurrence, zone), offsetMinutes))),
    minutes: 5,
    lead: schedule.lead,
  };
}

/**
 * The instant of a floating time as RFC 5545 (3.3.5) reads it: of a time that is shown twice the first, and a time that is
 * left out by the offset before. Worked out by trying, not by the planner's rule.
 */
export function instantOfLocal(local: string, zone: string): number {
  const offsetMinutes = offsetOf(zone);
  const wall = Date.parse(`${local}:00Z`);
  const before = offsetMinutes(wall - 24 * 60 * 60_000);
  const offsetsAround = [before, offsetMinutes(wall + 24 * 60 * 60_000)];
  const fitting = offsetsAround
    .map((offset) => wall - offset * 60_000)
    .filter((at) => at + offsetMinutes(at) * 60_000 === wall);
  return fitting.length > 0 ? Math.min(...fitting) : wall - before * 60_000;
}
