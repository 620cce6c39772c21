import { describe, expect, it } from 'vitest';
import { type Schedule, type When, weekdays } from '../../../src/data/reminder-schema.ts';
import { reminderTables } from '../../../src/data/reminder-tables.ts';
import { occurrencesBetween } from '../../../src/engine/reminders/occurrences.ts';
import { asleepIn, simulateReminders } from '../../../src/engine/reminders/simulate.ts';
import { instantOfWall, wallOf } from '../../../src/engine/reminders/wall-time.ts';
import { historyWith, uncapped } from './arbitraries.ts';
import { offsetsOf, zones } from './zones.ts';

const minute = 60_000;

function schedule(when: When): Schedule {
  return { id: 'night', kind: 'own', name: 'Night', when, days: [...weekdays], except: [], lead: 0 };
}

interface Night {
  readonly zone: string;
  /** "2026-10-03T20:00", on the person's clock. */
  readonly from: string;
  readonly to: string;
  readonly when: When;
  readonly asleep?: readonly { readonly from: number; readonly until: number }[];
}

/** What comes: the slot as the clock names it, and the instant in Greenwich. */
function comes({ zone, from, to, when, asleep = [] }: Night): readonly string[] {
  const offsetMinutes = offsetsOf(zone);
  const instant = (wall: string) => instantOfWall(Date.parse(`${wall}:00Z`) / minute, offsetMinutes);
  const isAsleep = asleepIn(asleep, offsetMinutes);
  return simulateReminders({
    history: historyWith([schedule(when)], { quiet: [] }),
    tables: uncapped,
    circumstances: { standing: 'cleared' },
    from: instant(from),
    to: instant(to),
    offsetMinutes,
    isAwake: (at) => !isAsleep(at),
  }).flatMap((each) =>
    each.kind === 'shown'
      ? each.due.map(
          ({ occurrence }) =>
            `${occurrence.id.slice(-5)} at ${new Date(each.at).toISOString().slice(11, 16)}Z`,
        )
      : [`missed ${each.occurrences.map(({ id }) => id.slice(-5)).join(' ')}`],
  );
}

const overMidnight: When = { kind: 'every', minutes: 60, windows: [{ from: 1380, until: 300 }] };

describe('the night on which the clocks change', () => {
  it('a lead time is so many minutes that pass, also where the clock shows an hour twice', () => {
    const offsetMinutes = offsetsOf('Europe/London');
    const leads = { ...schedule({ kind: 'at', at: [120] }), lead: 5, evenInQuiet: true as const };
    const [only, ...more] = occurrencesBetween({
      schedules: [leads],
      settings: { quiet: [], daysOff: [], openWords: false },
      tables: uncapped,
      from: Date.parse('2026-10-24T22:00Z'),
      to: Date.parse('2026-10-25T20:00Z'),
      offsetMinutes,
    });
    expect(more).toEqual([]);
    // 02:00 of that night is an hour after the clock showed 01:59 for the first time.
    expect(new Date(only?.at ?? 0).toISOString()).toBe('2026-10-25T01:55:00.000Z');
  });

  it('what is left out stays out where the clock jumps into quiet hours', () => {
    const asked = (quiet: readonly { readonly from: number; readonly until: number }[]) =>
      occurrencesBetween({
        schedules: [schedule({ kind: 'at', at: [150] })],
        settings: { quiet, daysOff: [], openWords: false },
        tables: uncapped,
        from: Date.parse('2026-10-03T10:00Z'),
        to: Date.parse('2026-10-04T10:00Z'),
        offsetMinutes: offsetsOf('Australia/Sydney'),
      }).length;
    expect(asked([])).toBe(1);
    expect(asked([{ from: 180, until: 210 }])).toBe(0);
  });

  it('a day of 23 hours: what is left out comes at the jump, once', () => {
    expect(
      comes({
        zone: 'Australia/Sydney',
        from: '2026-10-03T22:00',
        to: '2026-10-04T06:00',
        when: overMidnight,
      }),
    ).toEqual(['00:00 at 14:00Z', '01:00 at 15:00Z', '03:00 at 16:00Z', '04:00 at 17:00Z']);
    expect(
      comes({
        zone: 'Australia/Sydney',
        from: '2026-10-03T22:00',
        to: '2026-10-04T06:00',
        when: { kind: 'at', at: [150] },
      }),
    ).toEqual(['02:30 at 16:00Z']);
  });

  it('a day of 25 hours: what comes twice is shown the first time', () => {
    expect(
      comes({
        zone: 'Australia/Sydney',
        from: '2026-04-04T22:00',
        to: '2026-04-05T06:00',
        when: overMidnight,
      }),
    ).toEqual([
      '00:00 at 13:00Z',
      '01:00 at 14:00Z',
      '02:00 at 15:00Z',
      '03:00 at 17:00Z',
      '04:00 at 18:00Z',
    ]);
    expect(
      comes({
        zone: 'America/New_York',
        from: '2026-10-31T22:00',
        to: '2026-11-01T06:00',
        when: { kind: 'at', at: [90] },
      }),
    ).toEqual(['01:30 at 05:30Z']);
  });

  it('half an hour more or less on Lord Howe', () => {
    const halves: When = { kind: 'every', minutes: 30, windows: [{ from: 45, until: 240 }] };
    expect(
      comes({ zone: 'Australia/Lord_Howe', from: '2026-10-04T00:00', to: '2026-10-04T06:00', when: halves }),
    ).toEqual([
      '01:15 at 14:45Z',
      '01:45 at 15:15Z',
      '02:15 at 15:30Z',
      '02:45 at 15:45Z',
      '03:15 at 16:15Z',
      '03:45 at 16:45Z',
    ]);
    expect(
      comes({ zone: 'Australia/Lord_Howe', from: '2026-04-05T00:00', to: '2026-04-05T06:00', when: halves }),
    ).toEqual([
      '01:15 at 14:15Z',
      '01:45 at 14:45Z',
      '02:15 at 15:45Z',
      '02:45 at 16:15Z',
      '03:15 at 16:45Z',
      '03:45 at 17:15Z',
    ]);
  });

  it('hours that lie wholly in the lost one come at the jump, for as long as they would have been open', () => {
    const lost: When = { kind: 'every', minutes: 20, windows: [{ from: 125, until: 175 }] };
    const night = { zone: 'Australia/Sydney', from: '2026-10-03T22:00', to: '2026-10-04T06:00', when: lost };
    expect(comes(night)).toEqual(['02:45 at 16:00Z']);
    expect(comes({ ...night, asleep: [{ from: 60, until: 185 }] })).toEqual(['02:45 at 16:05Z']);
    expect(comes({ ...night, asleep: [{ from: 60, until: 240 }] })).toEqual(['missed 02:45']);
  });

  it('who wakes in the second of two hours gets what is still open, once', () => {
    const awakeLate = {
      zone: 'Europe/London',
      from: '2026-10-24T22:00',
      to: '2026-10-25T06:00',
      when: overMidnight,
    };
    // Asleep while the clock shows 00:30 to 01:40: it shows 01:40 for the first time at 00:40Z.
    expect(comes({ ...awakeLate, asleep: [{ from: 30, until: 100 }] })).toEqual([
      '00:00 at 23:00Z',
      '01:00 at 00:40Z',
      '02:00 at 02:00Z',
      '03:00 at 03:00Z',
      '04:00 at 04:00Z',
    ]);
  });

  it('sleep over the whole change: the newest comes, the others were missed', () => {
    expect(
      comes({
        zone: 'Pacific/Chatham',
        from: '2026-09-26T22:00',
        to: '2026-09-27T06:00',
        when: overMidnight,
        asleep: [{ from: 0, until: 270 }],
      }),
    ).toEqual(['missed 00:00 01:00 02:00 03:00', '04:00 at 14:45Z']);
  });
});

describe('no change of the clocks', () => {
  it('Kathmandu, 5 hours 45 minutes ahead', () => {
    expect(
      comes({
        zone: 'Asia/Kathmandu',
        from: '2026-11-23T20:00',
        to: '2026-11-23T22:00',
        when: { kind: 'at', at: [1230] },
      }),
    ).toEqual(['20:30 at 14:45Z']);
  });
});

describe('a year', () => {
  const year = (zone: string) => {
    const offsetMinutes = offsetsOf(zone);
    const instant = (wall: string) => instantOfWall(Date.parse(`${wall}:00Z`) / minute, offsetMinutes);
    return occurrencesBetween({
      schedules: reminderTables.article.schedules,
      settings: { daysOff: [], openWords: false },
      tables: reminderTables,
      from: instant('2026-01-01T00:00'),
      to: instant('2027-01-01T00:00'),
      offsetMinutes,
    });
  };

  it.each(zones)('of the article is the same by the clock on the wall in %s as in Greenwich', (zone) => {
    const here = year(zone);
    expect(here.map(({ id }) => id).sort()).toEqual(
      year('UTC')
        .map(({ id }) => id)
        .sort(),
    );
    for (const { at, slot } of here) expect(wallOf(at, offsetsOf(zone))).toBe(slot);
    // 365 days of five stretches and a check-in, and ten breaks on each of 261 days of work.
    expect(here.filter(({ schedule: name }) => name === 'hamstring')).toHaveLength(5 * 365);
    expect(here.filter(({ schedule: name }) => name === 'check-in')).toHaveLength(365);
    expect(here.filter(({ schedule: name }) => name === 'desk-break')).toHaveLength(10 * 261);
  });
});
