/** Lengths of time as people say them. A month counts 30.4 days and a year 365. */

const daysOf = { hour: 1 / 24, day: 1, week: 7, month: 30.4, year: 365 } as const;
type Unit = keyof typeof daysOf;

const unitOf: { readonly [word: string]: Unit } = {
  h: 'hour',
  hour: 'hour',
  d: 'day',
  day: 'day',
  w: 'week',
  wk: 'week',
  week: 'week',
  m: 'month',
  mo: 'month',
  mth: 'month',
  month: 'month',
  y: 'year',
  yr: 'year',
  year: 'year',
};

const words = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const part = /^(\d+(?:[.,]\d+)?|[a-z]+)\s*([a-z]*)/;
/** Longer than anybody lives: a slip of the finger. */
const mostDays = 130 * 365;

/**
 * Days in a text such as "3 days", "5 weeks", "1 year 2 months", "a week", "today", or a plain number of days;
 * rounded to whole days. Undefined when it is not a length of time.
 */
export function parseDuration(text: string): number | undefined {
  let rest = text.trim().toLowerCase().replace(/\s+/g, ' ');
  rest = rest.replace(/^(about|around|roughly|for|~)\s*/, '').replace(/ ago$/, '');
  if (rest === 'today' || rest === 'just now') return 0;
  if (rest === 'yesterday') return 1;
  if (rest === '') return undefined;
  let days = 0;
  while (rest !== '') {
    const match = part.exec(rest);
    const amount = amountOf(match?.[1]);
    const unit = match?.[2] === '' ? 'day' : unitWord(match?.[2]);
    if (match === null || amount === undefined || unit === undefined) return undefined;
    days += amount * daysOf[unit];
    rest = rest.slice(match[0].length).replace(/^(,| and(?= )|)\s*/, '');
    // "3 5 weeks" is no length of time: only parts with a unit can be added up.
    if (rest !== '' && match[2] === '') return undefined;
  }
  // Days of a whole number of hours are rounded down: pain that began eight hours ago began today.
  const whole = days < 1 ? Math.floor(days) : Math.round(days);
  return whole <= mostDays ? whole : undefined;
}

/** The same length in words that `parseDuration` reads back exactly: "3 days", "5 weeks", "8 months", "today". */
export function formatDuration(days: number): string {
  if (days === 0) return 'today';
  const months = Math.round(days / daysOf.month);
  if (days % daysOf.year === 0) return count(days / daysOf.year, 'year');
  if (days >= 90 && months < 24 && Math.round(months * daysOf.month) === days) return count(months, 'month');
  if (days % daysOf.week === 0) return count(days / daysOf.week, 'week');
  return count(days, 'day');
}

function count(amount: number, unit: Unit): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

function unitWord(word: string | undefined): Unit | undefined {
  if (word === undefined) return undefined;
  const singular = word.length > 2 || word === 'ms' ? word.replace(/s$/, '') : word;
  return Object.hasOwn(unitOf, singular) ? unitOf[singular] : undefined;
}

function amountOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d/.test(text)) return Number(text.replace(',', '.'));
  if (text === 'a' || text === 'an') return 1;
  const index = words.indexOf(text);
  return index < 0 ? undefined : index + 1;
}
