import fc from 'fast-check';
import { type Schedule, type When, type Window, weekdays } from '../../../src/data/reminder-schema.ts';
import { reminderTables } from '../../../src/data/reminder-tables.ts';
import type { ReminderHistory } from '../../../src/engine/reminders/reminder-history.ts';
import { instantOfWall, type OffsetMinutes } from '../../../src/engine/reminders/wall-time.ts';
import { changes, offsetsOf } from './zones.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Caps are out of the way unless a test is about them. */
export const uncapped = { ...reminderTables, caps: { desk: 999, hamstring: 999, upright: 999, other: 999 } };

/** One or two windows that do not meet; one may run over midnight. */
const windows: fc.Arbitrary<readonly Window[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 2, maxLength: 4 })
  .map((cuts) => cuts.toSorted((one, other) => one - other))
  .chain((cuts) =>
    fc.boolean().map((isOverMidnight) => {
      const [a = 0, b = 1, c, d] = cuts;
      if (c === undefined || d === undefined)
        return [isOverMidnight ? { from: b, until: a } : { from: a, until: b }];
      return isOverMidnight
        ? [
            { from: b, until: c },
            { from: d, until: a },
          ]
        : [
            { from: a, until: b },
            { from: c, until: d },
          ];
    }),
  );

/** The minutes at which quiet hours begin and end, and those before. */
const onTheEdge = fc.constantFrom(1305, 420, 120, 150, 1304, 419, 119, 149);

const when: fc.Arbitrary<When> = fc.oneof(
  fc.record({ kind: fc.constant('every' as const), minutes: fc.integer({ min: 25, max: 200 }), windows }),
  fc.record({ kind: fc.constant('times' as const), count: fc.integer({ min: 1, max: 12 }), windows }),
  fc
    .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 1439 }), onTheEdge), { minLength: 1, maxLength: 6 })
    .map((at) => ({ kind: 'at' as const, at: at.toSorted((one, other) => one - other) })),
);

function schedule(id: string): fc.Arbitrary<Schedule> {
  return fc.record({
    id: fc.constant(id),
    kind: fc.constantFrom('break' as const, 'hamstring' as const, 'own' as const, 'evening' as const),
    name: fc.constant(id),
    when,
    days: fc.subarray([...weekdays], { minLength: 4 }),
    except: fc.constantFrom([], [{ from: '2026-10-04', until: '2026-10-04' }]),
    lead: fc.constantFrom(0, 0, 0, 10, 90),
  });
}

const quiet: fc.Arbitrary<readonly Window[]> = fc.constantFrom(
  [],
  [{ from: 1305, until: 420 }],
  [{ from: 120, until: 150 }],
);

/** A few days around a change of the clocks, schedules, and when the machine sleeps. */
export interface Life {
  readonly zone: string;
  readonly offsetMinutes: OffsetMinutes;
  readonly from: number;
  readonly to: number;
  readonly history: ReminderHistory;
  readonly isAwake: (at: number) => boolean;
}

export function lives(days: number): fc.Arbitrary<Life> {
  return fc
    .record({
      change: fc.constantFrom(...changes),
      start: fc.integer({ min: 0, max: 30 }),
      schedules: fc
        .tuple(schedule('one'), schedule('two'), schedule('three'))
        .chain((all) => fc.subarray(all, { minLength: 1 })),
      quiet,
      daysOff: fc.constantFrom([], [], [{ from: '2026-10-05', until: '2026-10-06' }]),
      naps: fc.array(
        fc.record({
          after: fc.integer({ min: 0, max: Math.round(days * 1440) }),
          length: fc.integer({ min: 1, max: days < 1 ? 60 : 900 }),
        }),
        { maxLength: 6 },
      ),
    })
    .map(({ change: [zone, date], start, schedules, quiet: hours, daysOff, naps }) => {
      const offsetMinutes = offsetsOf(zone);
      const from = instantOfWall(Date.parse(`${date}T00:00Z`) / minute, offsetMinutes) + start * hour;
      const asleep = naps.map(
        ({ after, length }) => [from + after * minute, from + (after + length) * minute] as const,
      );
      return {
        zone,
        offsetMinutes,
        from,
        to: from + days * 24 * hour,
        history: historyWith(schedules, { quiet: hours, daysOff }),
        isAwake: (at: number) => !asleep.some(([start, end]) => start <= at && at < end),
      };
    });
}

export function historyWith(
  schedules: readonly Schedule[],
  settings: Partial<ReminderHistory['settings']> = {},
): ReminderHistory {
  return {
    schedules: schedules.map((each) => ({ ...each, since: 0 })),
    settings: { daysOff: [], openWords: false, ...settings },
    pauses: [],
    marks: new Map(),
    skippedDays: new Set(),
    practised: [],
    absences: [],
    recentTexts: [],
    lastSign: 0,
  };
}
