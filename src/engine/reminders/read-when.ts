import { clockText, readClockTime } from './clock-time.ts';
import { lengthText, readLength } from './length-text.ts';
import { quoted, type Reading, read, readEach, refused } from './reading.ts';
import { type SnoozeMinutes, snoozeMinutes } from './reminder-events.ts';

/** Closer than this it is noise, further apart it is `--times` or `--at`. */
const [shortest, longest] = [5, 720];
const most = 24;
const longestLead = 720;

/** `--every`: "45m", "1h", "1h30m", in minutes. */
export function readEvery(text: string): Reading<number> {
  return readMinutes(text, 'Every', shortest, longest, 'For days apart, use --times 1/day with --days.');
}

/** `--lead`: how long before its time a reminder comes, in minutes; "0m" for none. */
export function readLead(text: string): Reading<number> {
  if (/^0\s*m?$/.test(text.trim())) return read(0);
  return readMinutes(
    text,
    'A lead time of',
    1,
    longestLead,
    'It is the time before a reminder, such as 10m.',
  );
}

/** How long a prompt is put off. */
export function readSnooze(text: string): Reading<SnoozeMinutes> {
  const length = readLength(text);
  const minutes = length.kind === 'minutes' ? length.minutes : length.kind === 'no-unit' ? length.number : 0;
  const known = snoozeMinutes.find((each) => each === minutes);
  return known === undefined
    ? refused(`A prompt can be put off by 5m, 15m or 60m, not by ${quoted(text)}.`)
    : read(known);
}

/** `--times`: "5/day", "5 a day" or "5". */
export function readTimes(text: string): Reading<number> {
  const typed = text.trim().toLowerCase();
  const [, number, unit = 'day'] =
    /^(\d{1,6})(?:\s*(?:x|times)?\s*(?:\/|per|a|each)\s*([a-z]+)|\s*(?:x|times)?)$/.exec(typed) ?? [];
  if (number === undefined)
    return refused(`${quoted(text)} is not a number of times. Use one such as 5/day.`);
  if (/^(d|days?)$/.test(unit)) return readCount(Number(number));
  if (/^(h|hours?)$/.test(unit) && Number(number) > 0)
    return refused(
      `Times are counted by the day. Did you mean --every ${lengthText(Math.max(shortest, Math.round(60 / Number(number))))}?`,
    );
  if (/^(w|weeks?)$/.test(unit))
    return refused('Times are counted by the day. For days of the week, use --at 18:00 --days mon,wed,fri.');
  return refused(`Times are counted by the day: ${quoted(text)} is not. Use one such as 5/day.`);
}

function readCount(count: number): Reading<number> {
  if (count === 0) return refused('0 times a day is no reminder. To stop one, use backcare remind remove.');
  return count > most ? refused(`${count} times a day is too often: at most ${most}.`) : read(count);
}

/** `--at`: "20:30" or several with commas, as minutes after midnight in rising order. */
export function readAt(text: string): Reading<readonly number[]> {
  const times = readEach(text, readClockTime);
  if (times.kind === 'refused') return times;
  const inOrder = [...new Set(times.value)].sort((one, other) => one - other);
  if (inOrder.includes(1440))
    return refused('24:00 is the end of a day. Did you mean 00:00, its beginning, or 23:59?');
  if (inOrder.length < times.value.length) {
    const twice = times.value.find((each, place) => times.value.indexOf(each) !== place) ?? 0;
    return refused(`${clockText(twice)} is there twice.`);
  }
  return inOrder.length > most
    ? refused(`${inOrder.length} times a day are too many: at most ${most}.`)
    : read(inOrder);
}

function readMinutes(
  text: string,
  what: string,
  from: number,
  until: number,
  otherwise: string,
): Reading<number> {
  const length = readLength(text);
  switch (length.kind) {
    case 'minutes': {
      const { minutes } = length;
      if (minutes === 0) return refused(`${what} ${quoted(text)} is no time at all. Use one such as 45m.`);
      if (minutes < from)
        return refused(`${what} ${lengthText(minutes)} is too short: ${lengthText(from)} at least.`);
      return minutes > until
        ? refused(`${what} ${lengthText(minutes)} is too long: ${lengthText(until)} at most. ${otherwise}`)
        : read(minutes);
    }
    case 'no-unit':
      return length.number === 0
        ? refused(`${what} 0 is no time at all. Use one such as 45m.`)
        : refused(`${quoted(text)} has no unit. Did you mean ${lengthMeant(length.number)}?`);
    case 'seconds':
      return refused(`${quoted(text)} is too short: reminders count in minutes. Use one such as 45m.`);
    case 'too-long-unit':
      return refused(
        /^mo/.test(length.unit)
          ? `${quoted(text)} are months. Did you mean ${lengthMeant(length.number)}, with m for minutes? ${otherwise}`
          : `${quoted(text)} is too long: ${lengthText(until)} at most. ${otherwise}`,
      );
    default:
      return refused(`${quoted(text)} is no length of time. Use one such as 45m, 1h or 1h30m.`);
  }
}

/** A bare number is minutes, as long as that can be. */
function lengthMeant(number: number): string {
  return number <= longest ? `${number}m` : '45m';
}
