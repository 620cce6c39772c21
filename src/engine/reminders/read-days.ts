import type { DateRange, Weekday } from '../../data/reminder-schema.ts';
import { dayOfDate } from '../recovery/recovery-events.ts';
import { type Nearest, quoted, type Reading, read, readEach, refused } from './reading.ts';

const order: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const fullNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const otherNames: { readonly [name: string]: Weekday } = {
  tues: 'tue',
  thur: 'thu',
  thurs: 'thu',
  weds: 'wed',
};
const groups: { readonly [name: string]: readonly Weekday[] } = {
  weekdays: order.slice(0, 5),
  weekday: order.slice(0, 5),
  workdays: order.slice(0, 5),
  weekend: order.slice(5),
  weekends: order.slice(5),
  daily: order,
  'every day': order,
  everyday: order,
  all: order,
};
const longestRange = 366;

/** `--days`: "mon-fri", "sat,sun", "weekdays", "fri-mon"; from Monday on, each once. */
export function readDays(text: string, nearest: Nearest): Reading<readonly Weekday[]> {
  const days = readEach(text.toLowerCase().replace(/[–—]|\s+to\s+/g, '-'), (part) => readPart(part, nearest));
  if (days.kind === 'refused') return days;
  const chosen = new Set(days.value.flat());
  return read(order.filter((day) => chosen.has(day)));
}

function readPart(part: string, nearest: Nearest): Reading<readonly Weekday[]> {
  const group = groups[part];
  if (group !== undefined) return read(group);
  const [first = '', last, ...more] = part.split('-').map((each) => each.trim());
  if (more.length > 0) return refused(`${quoted(part)} is no range of days. Use one such as mon-fri.`);
  const from = readDay(first, nearest);
  if (from.kind === 'refused' || last === undefined)
    return from.kind === 'refused' ? from : read([from.value]);
  const until = readDay(last, nearest);
  if (until.kind === 'refused') return until;
  const [start, end] = [order.indexOf(from.value), order.indexOf(until.value)];
  const length = ((end - start + 7) % 7) + 1;
  return read(
    Array.from({ length }, (_, step) => order[(start + step) % 7]).filter((day) => day !== undefined),
  );
}

function readDay(word: string, nearest: Nearest): Reading<Weekday> {
  const found = order.find((day, place) => day === word || fullNames[place] === word) ?? otherNames[word];
  if (found !== undefined) return read(found);
  if (word === '') return refused('A day is missing. Use mon-fri, or sat,sun.');
  const meant = nearest(word, [...order, ...fullNames, ...Object.keys(groups)]);
  return refused(
    meant === undefined
      ? `${quoted(word)} is no day of the week. Use mon, tue, wed, thu, fri, sat or sun.`
      : `${quoted(word)} is no day of the week. Did you mean ${meant}?`,
  );
}

/** Days off: "2026-12-24..2027-01-02", a single date, or several with commas. */
export function readDateRanges(text: string): Reading<readonly DateRange[]> {
  return readEach(text, (part) => {
    const [from = '', until = from, ...more] = part.split(/\s*(?:\.\.+|…|\bto\b)\s*/);
    if (more.length > 0) return refused(`${quoted(part)} is no range of days. Use 2026-12-24..2027-01-02.`);
    const [first, last] = [dayOfDate(from), dayOfDate(until)];
    if (first === undefined || last === undefined) {
      const wrong = first === undefined ? from : until;
      return refused(`${quoted(wrong)} is no date. Use one such as 2026-12-24, or 2026-12-24..2027-01-02.`);
    }
    if (last < first) return refused(`${until} comes before ${from}. Did you mean ${until}..${from}?`);
    return last - first > longestRange
      ? refused(`${from} to ${until} is more than a year. To stop a reminder, use backcare remind remove.`)
      : read({ from, until });
  });
}
