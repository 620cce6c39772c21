import type { DateRange, Schedule, Weekday, When, Window } from '../data/reminder-schema.ts';
import { dayInWords } from '../engine/instant.ts';
import {
  dayOfWall,
  minutesOfDay,
  type OffsetMinutes,
  wallOf,
  wallText,
} from '../engine/reminders/wall-time.ts';

/** Commands that the pages of `remind` name. */
export const remindCommands = {
  list: 'backcare remind',
  defaults: 'backcare remind defaults',
  status: 'backcare remind status',
  install: 'backcare remind install',
  uninstall: 'backcare remind uninstall',
  doctor: 'backcare remind doctor',
  pause: 'backcare remind pause 2h',
  resume: 'backcare remind resume',
  done: 'backcare remind done',
  snooze: 'backcare remind snooze',
  skip: 'backcare remind skip',
  undo: 'backcare undo',
} as const;

const dayNames: { readonly [day in Weekday]: string } = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
};
const week = Object.keys(dayNames).filter((day): day is Weekday => Object.hasOwn(dayNames, day));

/** A whole schedule: "every 45 minutes, 09:00 to 12:30 and 13:30 to 17:30, Mon to Fri". */
export function scheduleInWords({ cue, when, on, days, except, lead }: Schedule): string {
  return [
    timesInWords(when),
    on === undefined ? daysInWords(days) : rangeInWords({ from: on, until: on }),
    ...(cue === undefined ? [] : [cue]),
    ...(lead === 0 ? [] : [`${lengthInWords(lead)} before`]),
    ...(except.length === 0 ? [] : [`not ${joined(except.map(rangeInWords))}`]),
  ].join(', ');
}

function timesInWords(when: When): string {
  switch (when.kind) {
    case 'every':
      return `every ${lengthInWords(when.minutes)}, ${windowsInWords(when.windows)}`;
    case 'times':
      return `${when.count === 1 ? 'once' : `${when.count} times`} a day, ${windowsInWords(when.windows)}`;
    case 'at':
      return atInWords(when.at);
  }
}

/** A row of times at one distance is said as such: thirteen times would fill the page. */
function atInWords(at: readonly number[]): string {
  const [first = 0, second = 0] = at;
  const step = second - first;
  const isRow = at.length > 3 && at.every((minute, place) => minute === first + place * step);
  return isRow
    ? `every ${lengthInWords(step)} from ${timeOfDay(first)} to ${timeOfDay(at.at(-1) ?? first)}`
    : `at ${joined(at.map(timeOfDay))}`;
}

/** "Mon to Fri", "every day", "Mon, Wed and Fri". */
export function daysInWords(days: readonly Weekday[]): string {
  const places = week.flatMap((day, place) => (days.includes(day) ? [place] : []));
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return 'never';
  if (places.length === week.length) return 'every day';
  const names = places.flatMap((place) => {
    const day = week[place];
    return day === undefined ? [] : [dayNames[day]];
  });
  const isRow = last - first === places.length - 1 && places.length > 2;
  return isRow ? `${names[0]} to ${names.at(-1)}` : joined(names);
}

export function windowsInWords(windows: readonly Window[]): string {
  return joined(windows.map(({ from, until }) => `${timeOfDay(from)} to ${timeOfDay(until)}`));
}

/** "24 Dec to 2 Jan 2027", "30 Nov 2026". */
export function rangeInWords({ from, until }: DateRange): string {
  const day = (date: string) => dayInWords(Date.parse(`${date}T00:00:00Z`), 0).replace(/^\w+ /, '');
  const year = until.slice(0, 4);
  if (from === until) return `${day(until)} ${year}`;
  const fromYear = from.slice(0, 4) === year ? '' : ` ${from.slice(0, 4)}`;
  return `${day(from)}${fromYear} to ${day(until)} ${year}`;
}

/** "45 minutes", "an hour", "2 hours", "1 hour 30 minutes". */
export function lengthInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (minutes === 60) return 'hour';
  const parts = [
    ...(hours === 0 ? [] : [`${hours} ${hours === 1 ? 'hour' : 'hours'}`]),
    ...(rest === 0 ? [] : [`${rest} ${rest === 1 ? 'minute' : 'minutes'}`]),
  ];
  return parts.join(' ');
}

/** "09:45" of minutes after midnight; the end of a day is 24:00. */
export function timeOfDay(minute: number): string {
  const shown = minute === minutesOfDay ? minute : minute % minutesOfDay;
  return `${twoDigits(Math.floor(shown / 60))}:${twoDigits(shown % 60)}`;
}

/** "14:30" today, "tomorrow 09:45", "Mon 23 Nov 09:45"; with the year where it is another one. */
export function momentInWords(at: number, now: number, offsetMinutes: OffsetMinutes): string {
  const wall = wallOf(at, offsetMinutes);
  const text = wallText(wall);
  const time = text.slice(11);
  const away = dayOfWall(wall) - dayOfWall(wallOf(now, offsetMinutes));
  if (away === 0) return time;
  if (away === 1) return `tomorrow ${time}`;
  if (away === -1) return `yesterday ${time}`;
  const year = text.slice(0, 4);
  const isThisYear = wallText(wallOf(now, offsetMinutes)).startsWith(year);
  return `${dayInWords(at, offsetMinutes(at))}${isThisYear ? '' : ` ${year}`} ${time}`;
}

/** The same as part of a sentence: "at 14:30", "tomorrow at 09:45". */
export function momentInSentence(at: number, now: number, offsetMinutes: OffsetMinutes): string {
  return momentInWords(at, now, offsetMinutes).replace(/(?=\d{2}:\d{2}$)/, 'at ');
}

/** "in 25 minutes", "in about 3 hours"; nothing for what is further away, since the day says it then. */
export function inHowLong(at: number, now: number): string | undefined {
  const minutes = Math.ceil((at - now) / 60_000);
  if (minutes <= 0) return 'now';
  if (minutes < 60) return `in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  const hours = Math.round(minutes / 60);
  if (hours === 1) return 'in about an hour';
  return hours <= 12 ? `in about ${hours} hours` : undefined;
}

/** "a", "a and b", "a, b and c". */
export function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
