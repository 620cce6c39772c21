const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Further back it is a slip of the finger. */
const furthest = 10 * 366 * day;

export interface TimeReader {
  /** Now, milliseconds since 1970. */
  readonly now: number;
  /** Minutes east of Greenwich at an instant. */
  offsetMinutes(at: number): number;
}

/** When something was, or why it cannot be told. */
export type ReadTime =
  | { readonly kind: 'time'; readonly at: number }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'future'; readonly at: number }
  | { readonly kind: 'too-long-ago' };

/** Hours that the parts of a day stand for. */
const partsOfDay: { readonly [part: string]: number } = {
  morning: 8,
  noon: 12,
  afternoon: 15,
  evening: 20,
  night: 22,
};
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const lengths: { readonly [unit: string]: number } = { minute, hour, day, week: 7 * day };

const clock = '(?:at )?(\\d{1,2})[:.](\\d{2})(?::\\d{2})?';
const ago = /^(\d{1,4}|an?|one|two|three) (minute|hour|day|week)s? ago$/;
const part = /^(this|yesterday|last) (morning|noon|afternoon|evening|night)$/;
const onDay = new RegExp(`^(today|yesterday|[a-z]{3,9})?(?: ?${clock})?$`);
const onDate = new RegExp(`^(\\d{4})-(\\d{2})-(\\d{2})(?:[t ]${clock})?$`);
const instant = /^\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:z|[+-]\d{2}:\d{2})$/;

/** What is understood, for a person to copy. */
export const timeExamples = [
  '2 hours ago',
  'this morning',
  'yesterday 20:00',
  'monday 8:30',
  '2026-11-21T08:00',
] as const;

/**
 * A past time as people say it: "2 hours ago", "this morning", "last night", "08:30", "yesterday 20:00", "monday",
 * "2026-11-21", "2026-11-21T08:00", or an instant with its offset. A day without a time means noon. Times are those of
 * the person's own clock; of a time that a clock showed twice it is the first, and one that it left out is read as if the
 * clock had not been moved.
 */
export function readTime(text: string, reader: TimeReader): ReadTime {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const at = instant.test(words) ? Date.parse(words.toUpperCase()) : readLocal(words, reader);
  if (at === undefined || !Number.isFinite(at)) return { kind: 'unknown' };
  // Half a minute of grace: the clock that was looked at may go a little fast.
  if (at > reader.now + minute / 2) return { kind: 'future', at };
  return at < reader.now - furthest ? { kind: 'too-long-ago' } : { kind: 'time', at };
}

function readLocal(words: string, reader: TimeReader): number | undefined {
  if (words === 'now') return reader.now;
  const before = ago.exec(words);
  if (before !== null) return reader.now - amountOf(before[1]) * (lengths[before[2] ?? ''] ?? 0);
  const offset = reader.offsetMinutes(reader.now) * minute;
  const today = Math.floor((reader.now + offset) / day);
  const named = part.exec(words);
  if (named !== null) {
    const [, which, hours = ''] = named;
    if ((which === 'last') !== (hours === 'night')) return undefined;
    const at = (today - (which === 'this' ? 0 : 1)) * day + (partsOfDay[hours] ?? 0) * hour;
    return toInstant(at, reader);
  }
  const date = onDate.exec(words);
  if (date !== null) return readDate(date, today, reader);
  const match = onDay.exec(words);
  if (match === null || words === '') return undefined;
  const [, name, hours, minutes] = match;
  const back = name === undefined ? 0 : daysBack(name, today);
  const time = hours === undefined ? noonOn(today - (back ?? 0), today, reader) : timeOf(hours, minutes);
  if (back === undefined || time === undefined) return undefined;
  return toInstant((today - back) * day + time, reader);
}

function readDate(match: RegExpExecArray, today: number, reader: TimeReader): number | undefined {
  const [, year, month, date, hours, minutes] = match;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(date));
  // The thirtieth of February is no date, and not the second of March.
  const isDate = new Date(midnight).toISOString().startsWith(`${year}-${month}-${date}`);
  const time = hours === undefined ? noonOn(midnight / day, today, reader) : timeOf(hours, minutes);
  return isDate && time !== undefined ? toInstant(midnight + time, reader) : undefined;
}

/** Today without a time is now. */
function noonOn(dayNumber: number, today: number, { now, offsetMinutes }: TimeReader): number {
  const noon = 12 * hour;
  const sinceMidnight = (now + offsetMinutes(now) * minute) % day;
  return dayNumber === today ? Math.min(noon, sinceMidnight) : noon;
}

function timeOf(hours: string, minutes: string | undefined): number | undefined {
  const isTime = Number(hours) < 24 && Number(minutes) < 60;
  return isTime ? Number(hours) * hour + Number(minutes) * minute : undefined;
}

/** "monday" is the last one, and today's own name means a week ago. */
function daysBack(name: string, today: number): number | undefined {
  if (name === 'today') return 0;
  if (name === 'yesterday') return 1;
  const wanted = weekdays.findIndex((weekday) => weekday === name || weekday.slice(0, 3) === name);
  if (wanted === -1) return undefined;
  // 1 January 1970 was a Thursday.
  const weekday = (today + 4) % 7;
  return ((weekday - wanted + 6) % 7) + 1;
}

/** What the clock on the wall showed as an instant: its offset is that of the instant itself. */
function toInstant(wall: number, { offsetMinutes }: TimeReader): number {
  // Around a change of the clocks two offsets are possible: the one of the day before is tried first.
  const [early, late] = [wall - day, wall + day].map((at) => offsetMinutes(at) * minute);
  const first = wall - (early ?? 0);
  if (offsetMinutes(first) * minute === early) return first;
  const second = wall - (late ?? 0);
  return offsetMinutes(second) * minute === late ? second : first;
}

function amountOf(word: string | undefined): number {
  const words = ['', 'one', 'two', 'three'];
  if (word === 'a' || word === 'an') return 1;
  return words.includes(word ?? '') ? words.indexOf(word ?? '') : Number(word);
}
