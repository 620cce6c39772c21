import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { calendarFile } from '../../src/reminders/calendar-file.ts';
import { plannedIn, schedules, seriesOf, shownAt, zones } from '../reminders/support/year-of-reminders.ts';
import { temporaryFolder } from '../support/built-binary.ts';
import { named, whyNot } from './support/why-not.ts';

const missing =
  whyNot({ linux: true }) ??
  (existsSync('/usr/lib/python3/dist-packages/icalendar') ? undefined : 'python3-icalendar is not installed');

/**
 * Reads a calendar file with Debian's icalendar, repeats its rules with dateutil, and puts the floating times into a zone
 * with the tables of the system: not a line of it is ours or Node's. Prints seconds: moment and alarm.
 */
const reader = `
import sys
from datetime import datetime, timezone
from zoneinfo import ZoneInfo
from dateutil.rrule import rruleset, rrulestr
from icalendar import Calendar

zone = ZoneInfo(sys.argv[2])
def instant(local):
    # fold=0 is the first of a time that is shown twice, and reads one that is left out by the offset before.
    return int(local.replace(tzinfo=zone, fold=0).astimezone(timezone.utc).timestamp())

found = []
for event in Calendar.from_ical(open(sys.argv[1], 'rb').read()).walk('VEVENT'):
    start = event['DTSTART'].dt
    assert isinstance(start, datetime) and start.tzinfo is None, start
    trigger = event.walk('VALARM')[0]['TRIGGER'].dt
    dates = rruleset()
    if 'RRULE' in event:
        dates.rrule(rrulestr(event['RRULE'].to_ical().decode(), dtstart=start))
        lists = event.get('EXDATE', [])
        for each in lists if isinstance(lists, list) else [lists]:
            for date in each.dts:
                assert date.dt.tzinfo is None
                dates.exdate(date.dt)
    else:
        dates.rdate(start)
    found += [(instant(local), instant(local + trigger)) for local in dates]
for moment, alarm in sorted(found):
    print(moment, alarm)
`;

function readByDebian(text: string, zone: string): readonly (readonly number[])[] {
  const folder = temporaryFolder();
  const [file, script] = [join(folder, 'reminders.ics'), join(folder, 'read.py')];
  writeFileSync(file, text);
  writeFileSync(script, reader);
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', [script, file, zone], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map((seconds) => Number(seconds) * 1000));
}

describe.skipIf(missing !== undefined).each(zones)(
  named('a year in %s, read by Debian\u2019s icalendar', missing),
  (zone) => {
    const planned = plannedIn(zone, 366);

    test.each(schedules.map((schedule) => [schedule.id, schedule] as const))(
      '%s: every moment and every alarm is the planner\u2019s',
      (id, schedule) => {
        const occurrences = planned.filter((occurrence) => occurrence.schedule === id);
        expect(occurrences.length).toBeGreaterThan(150);
        const text = calendarFile(
          id,
          [seriesOf(schedule, planned, zone)],
          Date.parse('2026-11-23T09:45:00Z'),
        );
        expect(readByDebian(text, zone)).toEqual(
          occurrences.map((occurrence) => [shownAt(occurrence, zone), occurrence.at]),
        );
      },
    );
  },
);
