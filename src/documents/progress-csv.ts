import { instantWithOffset } from '../engine/instant.ts';
import { type LogEvent, type SavedEntry, savedEntry } from '../engine/log/saved-entry.ts';

const columns = [
  'time',
  'usual',
  'worst',
  'interference',
  'sleep',
  'stress',
  'where',
  'activities',
  'note',
] as const;

/**
 * Every entry from this time on as a line of CSV, in the order it was written, under a line of names. RFC 4180.
 *
 * @param safe makes text harmless to a terminal: an imported record may hold anything
 */
export function* progressCsv(
  events: Iterable<LogEvent & { readonly kind: string }>,
  from: number,
  safe: (text: string) => string,
): Generator<string> {
  yield `${columns.join(',')}\r\n`;
  for (const event of events) {
    if (event.kind !== 'log') continue;
    const entry = savedEntry(event);
    if (entry.at >= from)
      yield `${cellsOf(entry)
        .map((cell) => csvCell(safe(cell)))
        .join(',')}\r\n`;
  }
}

function cellsOf(entry: SavedEntry): readonly string[] {
  const { usual, worst, interference, sleep, stress, where = [], activities = {}, note = '' } = entry;
  const number = (value: number | undefined) => (value === undefined ? '' : String(value));
  return [
    instantWithOffset(entry.at, entry.offsetMinutes),
    number(usual),
    number(worst),
    number(interference),
    sleep ?? '',
    number(stress),
    where.join(' '),
    Object.entries(activities)
      .map(([name, rating]) => `${name}: ${rating}`)
      .join('; '),
    note,
  ];
}

/**
 * A cell that a spreadsheet shows and does not run: what begins like a formula gets an apostrophe before it, which
 * spreadsheets take for "this is text" (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function csvCell(text: string): string {
  const shown = /^[=+\-@\t\r\n|%]|^\s+[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(shown) || shown.startsWith("'") ? `"${shown.replaceAll('"', '""')}"` : shown;
}
