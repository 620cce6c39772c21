import ical, {
  ICalAlarmType,
  ICalEventRepeatingFreq,
  ICalEventTransparency,
  ICalWeekday,
} from 'ical-generator';
import type { CalendarSeries } from '../reminder-delivery.ts';
import { oneLine } from './one-line.ts';
import { asRepeated, type LocalMinute } from './repeated-times.ts';

const weekdays = [
  ICalWeekday.SU,
  ICalWeekday.MO,
  ICalWeekday.TU,
  ICalWeekday.WE,
  ICalWeekday.TH,
  ICalWeekday.FR,
  ICalWeekday.SA,
];

/**
 * A calendar file (RFC 5545) in floating local time: 9:45 is 9:45 wherever the calendar is opened. Ids are made from the schedule
 * and the time of day: the same plan keeps its entries, and a time that is given up leaves its entry behind in a calendar
 * that took an older file.
 *
 * @param now stands in the file as the time of its making
 */
export function calendarFile(name: string, series: readonly CalendarSeries[], now: number): string {
  const calendar = ical({
    // The library writes these letters as they are, and they mean something.
    name: oneLine(name.replace(/[\\;,]/g, ' ')),
    prodId: { company: 'backcare', product: 'reminders', language: 'EN' },
  });
  for (const each of series) {
    const { repeated, single } = asRepeated(each.times.map(readLocal));
    const common = (at: LocalMinute) => ({
      summary: oneLine(each.title),
      ...(each.description === undefined ? {} : { description: oneLine(each.description) }),
      start: asFields(at),
      end: asFields(at + each.minutes),
      floating: true,
      stamp: new Date(now),
      // Calendars that have an older file take the one with the higher number.
      sequence: Math.floor(now / 60_000),
      // It is no appointment: the day stays free for others.
      transparency: ICalEventTransparency.TRANSPARENT,
      alarms: [
        { type: ICalAlarmType.display, triggerBefore: each.lead * 60, description: oneLine(each.title) },
      ],
    });
    for (const { first, last, weekdays: days, except } of repeated) {
      calendar.createEvent({
        ...common(first),
        id: `${each.id}-${clock(first)}@backcare`,
        repeating: {
          freq: ICalEventRepeatingFreq.WEEKLY,
          byDay: days.flatMap((day) => weekdays[day] ?? []),
          until: asFields(last),
          // An empty list would be written as an empty date.
          ...(except.length === 0 ? {} : { exclude: except.map(asFields) }),
        },
      });
    }
    for (const at of single) {
      calendar.createEvent({ ...common(at), id: `${each.id}-${date(at)}-${clock(at)}@backcare` });
    }
  }
  // The library leaves out the line end after the last line, which the format asks for.
  return `${calendar.toString()}\r\n`;
}

function readLocal(text: string): LocalMinute {
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? Date.parse(`${text}:00Z`) : Number.NaN;
  if (Number.isNaN(at)) throw new Error(`"${text}" is no local time.`);
  return at / 60_000;
}

/** The library reads a floating time from the UTC fields of a date. */
function asFields(at: LocalMinute): Date {
  return new Date(at * 60_000);
}

function date(at: LocalMinute): string {
  return asFields(at).toISOString().slice(0, 10).replaceAll('-', '');
}

function clock(at: LocalMinute): string {
  return asFields(at).toISOString().slice(11, 16).replace(':', '');
}
