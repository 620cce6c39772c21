import { describe, expect, it } from 'vitest';
import { nearest } from '../../../src/commands/nearest.ts';
import { readDateRanges, readDays } from '../../../src/engine/reminders/read-days.ts';
import { readPause } from '../../../src/engine/reminders/read-pause.ts';
import {
  readAt,
  readEvery,
  readLead,
  readSnooze,
  readTimes,
} from '../../../src/engine/reminders/read-when.ts';
import { readWindows } from '../../../src/engine/reminders/read-windows.ts';
import { readZone } from '../../../src/engine/reminders/read-zone.ts';
import type { Reading } from '../../../src/engine/reminders/reading.ts';
import { offsetsOf } from './zones.ts';

/** The value, or why not. */
function outcome<Value>(reading: Reading<Value>): Value | string {
  return reading.kind === 'read' ? reading.value : reading.why;
}

describe('--every', () => {
  it.each([
    ['45m', 45],
    ['1h', 60],
    ['1h30m', 90],
    ['1h30', 90],
    ['1.5h', 90],
    ['90 minutes', 90],
    ['2 hours', 120],
    ['45 MIN', 45],
    ['12h', 720],
  ])('%s is %d minutes', (text, minutes) => {
    expect(outcome(readEvery(text))).toBe(minutes);
  });

  it.each([
    ['30', '"30" has no unit. Did you mean 30m?'],
    ['0', 'Every 0 is no time at all. Use one such as 45m.'],
    ['0m', 'Every "0m" is no time at all. Use one such as 45m.'],
    ['1m', 'Every 1m is too short: 5m at least.'],
    ['13h', 'Every 13h is too long: 12h at most. For days apart, use --times 1/day with --days.'],
    [
      '30 months',
      '"30 months" are months. Did you mean 30m, with m for minutes? For days apart, use --times 1/day with --days.',
    ],
    ['2 days', '"2 days" is too long: 12h at most. For days apart, use --times 1/day with --days.'],
    ['90s', '"90s" is too short: reminders count in minutes. Use one such as 45m.'],
    ['often', '"often" is no length of time. Use one such as 45m, 1h or 1h30m.'],
    ['', '"" is no length of time. Use one such as 45m, 1h or 1h30m.'],
    ['-5m', '"-5m" is no length of time. Use one such as 45m, 1h or 1h30m.'],
    ['99999', '"99999" has no unit. Did you mean 45m?'],
  ])('%s is refused', (text, why) => {
    expect(outcome(readEvery(text))).toBe(why);
  });
});

describe('--times', () => {
  it.each([
    ['5/day', 5],
    ['5 a day', 5],
    ['5 times per day', 5],
    ['3x/day', 3],
    ['1', 1],
  ])('%s', (text, count) => {
    expect(outcome(readTimes(text))).toBe(count);
  });

  it.each([
    ['0/day', '0 times a day is no reminder. To stop one, use backcare remind remove.'],
    ['25/day', '25 times a day is too often: at most 24.'],
    ['2/hour', 'Times are counted by the day. Did you mean --every 30m?'],
    ['3/week', 'Times are counted by the day. For days of the week, use --at 18:00 --days mon,wed,fri.'],
    ['5/dya', 'Times are counted by the day: "5/dya" is not. Use one such as 5/day.'],
    ['many', '"many" is not a number of times. Use one such as 5/day.'],
    ['2.5/day', '"2.5/day" is not a number of times. Use one such as 5/day.'],
  ])('%s is refused', (text, why) => {
    expect(outcome(readTimes(text))).toBe(why);
  });
});

describe('--at', () => {
  it.each([
    ['20:30', [1230]],
    ['20:30,7:15', [435, 1230]],
    ['9', [540]],
    ['8.30pm, noon', [720, 1230]],
    ['12am,12pm', [0, 720]],
  ])('%s', (text, minutes) => {
    expect(outcome(readAt(text))).toEqual(minutes);
  });

  it.each([
    ['25:00', '"25:00" is no time of day: a day ends at 24:00.'],
    ['20:60', '"20:60" is no time of day: an hour has 60 minutes.'],
    ['24:00', '24:00 is the end of a day. Did you mean 00:00, its beginning, or 23:59?'],
    ['13pm', '"13pm" is no time of day. Use one such as 09:00 or 17:30.'],
    ['8:00,8:00', '08:00 is there twice.'],
    ['8:00,', '"" is no time of day. Use one such as 09:00 or 17:30.'],
    ['tea', '"tea" is no time of day. Use one such as 09:00 or 17:30.'],
  ])('%s is refused', (text, why) => {
    expect(outcome(readAt(text))).toBe(why);
  });
});

describe('--between', () => {
  it.each([
    [
      '09:00-12:30,13:30-17:30',
      [
        { from: 540, until: 750 },
        { from: 810, until: 1050 },
      ],
    ],
    [
      '13:30-17:30, 9-12',
      [
        { from: 540, until: 720 },
        { from: 810, until: 1050 },
      ],
    ],
    ['22:00-06:00', [{ from: 1320, until: 360 }]],
    ['9am–5pm', [{ from: 540, until: 1020 }]],
    ['9 to 17', [{ from: 540, until: 1020 }]],
    ['00:00-24:00', [{ from: 0, until: 1440 }]],
  ])('%s', (text, windows) => {
    expect(outcome(readWindows(text))).toEqual(windows);
  });

  it.each([
    ['9-9', '"9-9" ends when it begins. Did you mean 09:00-21:00? For the whole day, use 00:00-24:00.'],
    ['12-12', '"12-12" ends when it begins. Did you mean 12:00-24:00? For the whole day, use 00:00-24:00.'],
    ['20-20', '"20-20" ends when it begins. For the whole day, use 00:00-24:00.'],
    ['9', '"9" is no stretch of the day. Use one such as 09:00-17:30.'],
    ['9-', '"9-" is no stretch of the day. Use one such as 09:00-17:30.'],
    ['9-25', '"25" is no time of day: a day ends at 24:00.'],
    ['24:00-03:00', '24:00 is the end of a day: nothing begins there. Use 00:00.'],
    ['9-12,11-15', '09:00-12:00 and 11:00-15:00 overlap. Make them one, or leave a gap.'],
    ['5-9,22-6', '22:00-06:00 and 05:00-09:00 overlap. Make them one, or leave a gap.'],
  ])('%s is refused', (text, why) => {
    expect(outcome(readWindows(text))).toBe(why);
  });
});

describe('--days', () => {
  it.each([
    ['mon-fri', 'mon tue wed thu fri'],
    ['sat,sun', 'sat sun'],
    ['Weekdays', 'mon tue wed thu fri'],
    ['weekend', 'sat sun'],
    ['fri-mon', 'mon fri sat sun'],
    ['monday to wednesday', 'mon tue wed'],
    ['wed, mon, wed', 'mon wed'],
    ['tues,thurs', 'tue thu'],
    ['daily', 'mon tue wed thu fri sat sun'],
  ])('%s', (text, days) => {
    expect(outcome(readDays(text, nearest))).toEqual(days.split(' '));
  });

  it.each([
    ['mno', '"mno" is no day of the week. Did you mean mon?'],
    ['wendesday', '"wendesday" is no day of the week. Did you mean wednesday?'],
    ['mon-fry', '"fry" is no day of the week. Did you mean fri?'],
    ['weekdys', '"weekdys" is no day of the week. Did you mean weekdays?'],
    ['xyzzyx', '"xyzzyx" is no day of the week. Use mon, tue, wed, thu, fri, sat or sun.'],
    ['mon,', 'A day is missing. Use mon-fri, or sat,sun.'],
    ['mon-wed-fri', '"mon-wed-fri" is no range of days. Use one such as mon-fri.'],
  ])('%s is refused', (text, why) => {
    expect(outcome(readDays(text, nearest))).toBe(why);
  });
});

describe('days off', () => {
  it.each([
    ['2026-12-24..2027-01-02', [{ from: '2026-12-24', until: '2027-01-02' }]],
    ['2026-12-24', [{ from: '2026-12-24', until: '2026-12-24' }]],
    [
      '2026-12-24 to 2026-12-26, 2027-01-01',
      [
        { from: '2026-12-24', until: '2026-12-26' },
        { from: '2027-01-01', until: '2027-01-01' },
      ],
    ],
  ])('%s', (text, ranges) => {
    expect(outcome(readDateRanges(text))).toEqual(ranges);
  });

  it.each([
    ['2026-02-30', '"2026-02-30" is no date. Use one such as 2026-12-24, or 2026-12-24..2027-01-02.'],
    ['christmas', '"christmas" is no date. Use one such as 2026-12-24, or 2026-12-24..2027-01-02.'],
    ['2027-01-02..2026-12-24', '2026-12-24 comes before 2027-01-02. Did you mean 2026-12-24..2027-01-02?'],
    [
      '2026-01-01..2028-01-01',
      '2026-01-01 to 2028-01-01 is more than a year. To stop a reminder, use backcare remind remove.',
    ],
  ])('%s is refused', (text, why) => {
    expect(outcome(readDateRanges(text))).toBe(why);
  });
});

describe('a pause', () => {
  const offsetMinutes = offsetsOf('Australia/Sydney');
  /** Monday evening, 20:00 in Sydney. */
  const now = Date.parse('2026-11-23T20:00+11:00');
  const reader = { now, offsetMinutes, dayStart: 3 };
  const end = (text: string, at = now) => {
    const reading = readPause(text, { ...reader, now: at });
    if (reading.kind === 'refused') return reading.why;
    return reading.value.kind === 'over' ? 'over' : new Date(reading.value.at).toISOString();
  };

  it.each([
    ['2h', '2026-11-23T22:00+11:00'],
    ['90m', '2026-11-23T21:30+11:00'],
    ['3 days', '2026-11-26T20:00+11:00'],
    ['until 06:45', '2026-11-24T06:45+11:00'],
    ['until 21:15', '2026-11-23T21:15+11:00'],
    ['Until Tomorrow', '2026-11-24T03:00+11:00'],
    ['until tomorrow 9:00', '2026-11-24T09:00+11:00'],
    ['for 2 hours', '2026-11-23T22:00+11:00'],
    // A Monday evening: the day's own name means the one in a week.
    ['until friday', '2026-11-27T03:00+11:00'],
    ['until Tue', '2026-11-24T03:00+11:00'],
    ['until monday', '2026-11-30T03:00+11:00'],
    ['until 2026-12-01', '2026-12-01T03:00+11:00'],
  ])('%s', (text, until) => {
    expect(end(text)).toBe(new Date(until).toISOString());
  });

  it('of one at night ends with the night that still belongs to yesterday', () => {
    const atNight = Date.parse('2026-11-24T01:00+11:00');
    expect(end('until tomorrow', atNight)).toBe(new Date('2026-11-24T03:00+11:00').toISOString());
  });

  it('is ended by off', () => {
    expect(end('off')).toBe('over');
  });

  it.each([
    ['2', '"2" has no unit. Did you mean 2h?'],
    ['45', '"45" has no unit. Did you mean 45m?'],
    ['0h', 'A pause of no time is none. To end one, use off.'],
    [
      '9 weeks',
      'A pause lasts a month at most. For a longer time, use days off: backcare remind days-off 2026-12-24..2027-01-31',
    ],
    [
      'until 2027-03-01',
      'A pause lasts a month at most. For a longer time, use days off: backcare remind days-off 2026-12-24..2027-01-31',
    ],
    ['until 2026-11-01', '"2026-11-01" is not ahead.'],
    ['until 2026-11-23', '"2026-11-23" is not ahead.'],
    [
      'tomorrow',
      'Did you mean "until tomorrow"? For days without any, use days off: backcare remind days-off 2026-12-24',
    ],
    [
      'friday',
      'Did you mean "until friday"? For days without any, use days off: backcare remind days-off 2026-12-24',
    ],
    ['-5m', '"-5m" is no length of a pause. Use 2h, until 06:45, until tomorrow, or off to end one.'],
    ['a bit', '"a bit" is no length of a pause. Use 2h, until 06:45, until tomorrow, or off to end one.'],
    ['until 25:00', '"25:00" is no time of day: a day ends at 24:00.'],
    ['until spring', '"spring" is no time of day. Use one such as 09:00 or 17:30.'],
  ])('%s is refused', (text, why) => {
    expect(end(text)).toBe(why);
  });

  it('cannot end at a time that is over and comes again', () => {
    const firstTime = Date.parse('2026-04-05T02:30+11:00') + 5 * 60_000;
    expect(end('until 02:40', firstTime)).toBe(new Date('2026-04-05T02:40+11:00').toISOString());
    const secondTime = Date.parse('2026-04-05T02:30+10:00');
    expect(end('until 02:40', secondTime)).toContain('twice');
  });
});

describe('lead time and snooze', () => {
  it.each([
    ['10m', 10],
    ['0', 0],
    ['0m', 0],
    ['1h', 60],
    ['10', '"10" has no unit. Did you mean 10m?'],
    ['13h', 'A lead time of 13h is too long: 12h at most. It is the time before a reminder, such as 10m.'],
  ])('lead %s', (text, expected) => {
    expect(outcome(readLead(text))).toBe(expected);
  });

  it.each([
    ['5m', 5],
    ['15', 15],
    ['1h', 60],
    ['10m', 'A prompt can be put off by 5m, 15m or 60m, not by "10m".'],
    ['soon', 'A prompt can be put off by 5m, 15m or 60m, not by "soon".'],
  ])('snooze %s', (text, expected) => {
    expect(outcome(readSnooze(text))).toBe(expected);
  });
});

describe('zones', () => {
  const zones = ['Australia/Sydney', 'Europe/London', 'America/New_York', 'Asia/Kathmandu', 'UTC'];
  it.each([
    ['Europe/London', 'Europe/London'],
    ['europe/london', 'Europe/London'],
    ['new york', 'America/New_York'],
    ['utc', 'UTC'],
    ['Europe/Londn', '"Europe/Londn" is no time zone. Did you mean Europe/London?'],
    ['Sidney', '"Sidney" is no time zone. Did you mean Australia/Sydney?'],
    ['Mars/Base', '"Mars/Base" is no time zone. Use a name such as Europe/London or Australia/Sydney.'],
  ])('%s', (text, expected) => {
    expect(outcome(readZone(text, zones, nearest))).toBe(expected);
  });
});
