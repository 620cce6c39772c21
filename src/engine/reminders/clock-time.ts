import { quoted, type Reading, read, refused } from './reading.ts';

const time = /^(\d{1,2})(?:[:.h](\d{2})?)?\s*(am|pm|a\.m\.|p\.m\.)?$/;
const words: { readonly [word: string]: number } = { midnight: 0, noon: 720, midday: 720 };

/** A time of day as people write it ("9", "09:00", "9.30", "7am", "noon") in minutes after midnight; 24:00 is 1440. */
export function readClockTime(text: string): Reading<number> {
  const typed = text.trim().toLowerCase();
  const named = words[typed];
  if (named !== undefined) return read(named);
  const [, hours, minutes = '0', half] = time.exec(typed) ?? [];
  const why = `${quoted(text)} is no time of day. Use one such as 09:00 or 17:30.`;
  if (hours === undefined) return refused(why);
  const isHalf = half !== undefined;
  const hour = isHalf ? (Number(hours) % 12) + (half.startsWith('p') ? 12 : 0) : Number(hours);
  if (isHalf && (Number(hours) === 0 || Number(hours) > 12)) return refused(why);
  const total = hour * 60 + Number(minutes);
  if (Number(minutes) > 59) return refused(`${quoted(text)} is no time of day: an hour has 60 minutes.`);
  return total > 1440 ? refused(`${quoted(text)} is no time of day: a day ends at 24:00.`) : read(total);
}

/** "09:05"; 1440 is "24:00". */
export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
