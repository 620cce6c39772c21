import { dayOfDate } from '../recovery/recovery-events.ts';
import { clockText, readClockTime } from './clock-time.ts';
import { readLength } from './length-text.ts';
import { quoted, type Reading, read, refused } from './reading.ts';
import {
  dayOfWall,
  instantOfWall,
  minutesOfDay,
  type OffsetMinutes,
  wallOf,
  weekdayOfDay,
} from './wall-time.ts';

const minute = 60_000;
/** A month: longer than that is a day off, or no reminder. */
const longest = 31 * minutesOfDay;
const tooLong =
  'A pause lasts a month at most. For a longer time, use days off: backcare remind days-off 2026-12-24..2027-01-31';
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

export type PauseWish = { readonly kind: 'until'; readonly at: number } | { readonly kind: 'over' };

interface PauseReader {
  readonly now: number;
  readonly offsetMinutes: OffsetMinutes;
  /** Hour at which a new day begins. */
  readonly dayStart: number;
}

/** "2h", "for 90m", "3 days", "until 06:45" (the next one), "until tomorrow", "until friday", "until 2026-12-01", "off". */
export function readPause(text: string, reader: PauseReader): Reading<PauseWish> {
  const typed = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (typed === 'off' || typed === 'over' || typed === 'end') return read({ kind: 'over' });
  const until = /^(?:until|till|til) (.+)$/.exec(typed)?.[1];
  return until === undefined ? readSpan(text, typed.replace(/^for /, ''), reader) : readEnd(until, reader);
}

function readSpan(text: string, typed: string, { now }: PauseReader): Reading<PauseWish> {
  const length = readLength(typed);
  const minutes = minutesIn(length);
  if (length.kind === 'no-unit')
    return refused(
      `${quoted(text)} has no unit. Did you mean ${length.number > 12 ? `${length.number}m` : `${length.number}h`}?`,
    );
  if (typed === 'tomorrow' || dayNamed(typed, 0) !== undefined)
    return refused(
      `Did you mean "until ${typed}"? For days without any, use days off: backcare remind days-off 2026-12-24`,
    );
  if (minutes === undefined)
    return refused(
      `${quoted(text)} is no length of a pause. Use 2h, until 06:45, until tomorrow, or off to end one.`,
    );
  if (minutes < 1) return refused('A pause of no time is none. To end one, use off.');
  if (minutes > longest) return refused(tooLong);
  return read({ kind: 'until', at: now + minutes * minute });
}

function minutesIn(length: ReturnType<typeof readLength>): number | undefined {
  if (length.kind === 'minutes') return length.minutes;
  if (length.kind !== 'too-long-unit') return undefined;
  if (length.unit.startsWith('d')) return length.number * minutesOfDay;
  return length.unit.startsWith('w') ? length.number * 7 * minutesOfDay : undefined;
}

function readEnd(typed: string, { now, offsetMinutes, dayStart }: PauseReader): Reading<PauseWish> {
  const wall = wallOf(now, offsetMinutes);
  const [, tomorrow, clock] = /^(tomorrow)?(?: ?(?:at )?(.+))?$/.exec(typed) ?? [];
  const startMinutes = dayStart * 60;
  // What is done at one at night belongs to the day before: tomorrow begins in a few hours then.
  const nextDay = dayOfWall(wall - startMinutes) + 1;
  if (tomorrow !== undefined && clock === undefined)
    return endAt(nextDay * minutesOfDay + startMinutes, now, offsetMinutes);
  const named = dayNamed(typed, nextDay);
  if (named !== undefined) {
    if (named < nextDay) return refused(`${quoted(typed)} is not ahead.`);
    if ((named - nextDay) * minutesOfDay >= longest) return refused(tooLong);
    return endAt(named * minutesOfDay + startMinutes, now, offsetMinutes);
  }
  const time = readClockTime(clock ?? typed);
  if (time.kind === 'refused') return time;
  if (tomorrow !== undefined) return endAt(nextDay * minutesOfDay + time.value, now, offsetMinutes);
  const today = dayOfWall(wall) * minutesOfDay + time.value;
  return endAt(today > wall ? today : today + minutesOfDay, now, offsetMinutes);
}

/** The day number of a date, or of the first weekday of that name from a day on. */
function dayNamed(typed: string, from: number): number | undefined {
  const place = typed.length < 3 ? -1 : weekdays.findIndex((name) => name.startsWith(typed));
  return place < 0 ? dayOfDate(typed) : from + ((place - weekdayOfDay(from) + 7) % 7);
}

function endAt(wall: number, now: number, offsetMinutes: OffsetMinutes): Reading<PauseWish> {
  const at = instantOfWall(wall, offsetMinutes);
  // In an hour that is shown twice, the first of two such times may be over.
  return at > now
    ? read({ kind: 'until', at })
    : refused(`The clock shows ${clockText(wall % minutesOfDay)} twice tonight. Use a length such as 1h.`);
}
