import type { Window } from '../../data/reminder-schema.ts';
import { clockText, readClockTime } from './clock-time.ts';
import { quoted, type Reading, read, readEach, refused } from './reading.ts';
import { windowLength } from './slots.ts';
import { minutesOfDay } from './wall-time.ts';

/** `--between`: "09:00-12:30,13:30-17:30", in the order of their beginnings. One may run over midnight: "22:00-06:00". */
export function readWindows(text: string): Reading<readonly Window[]> {
  const windows = readEach(text, readWindow);
  if (windows.kind === 'refused') return windows;
  const inOrder = [...windows.value].sort((one, other) => one.from - other.from);
  const clash = overlapOf(inOrder);
  return clash === undefined
    ? read(inOrder)
    : refused(`${windowText(clash[0])} and ${windowText(clash[1])} overlap. Make them one, or leave a gap.`);
}

/** "09:00-12:30". */
export function windowText({ from, until }: Window): string {
  return `${clockText(from)}-${clockText(until)}`;
}

function readWindow(part: string): Reading<Window> {
  const [first = '', last, ...more] = part.toLowerCase().split(/\s*(?:[-–—]|\bto\b)\s*/);
  if (last === undefined || last === '' || more.length > 0)
    return refused(`${quoted(part)} is no stretch of the day. Use one such as 09:00-17:30.`);
  const from = readClockTime(first);
  if (from.kind === 'refused') return from;
  const until = readClockTime(last);
  if (until.kind === 'refused') return until;
  if (from.value === minutesOfDay)
    return refused('24:00 is the end of a day: nothing begins there. Use 00:00.');
  if (from.value === until.value)
    return refused(
      `${quoted(part)} ends when it begins. ${until.value > 0 && until.value <= 720 ? `Did you mean ${clockText(from.value)}-${clockText(((until.value + 720 - 1) % minutesOfDay) + 1)}? ` : ''}For the whole day, use 00:00-24:00.`,
    );
  return read({ from: from.value, until: until.value });
}

/** Two that share a minute, the last with the first of the next day too. */
function overlapOf(inOrder: readonly Window[]): readonly [Window, Window] | undefined {
  for (const [place, window] of inOrder.entries()) {
    const isLast = place === inOrder.length - 1;
    const next = isLast ? inOrder[0] : inOrder[place + 1];
    if (next === undefined) continue;
    const nextFrom = next.from + (isLast ? minutesOfDay : 0);
    if (window.from + windowLength(window) > nextFrom) return [window, next];
  }
  return undefined;
}
