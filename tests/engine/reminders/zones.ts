import type { OffsetMinutes } from '../../../src/engine/reminders/wall-time.ts';

/** Zones with changes of an hour, of half an hour, at odd hours, on both halves of the earth, and with none. */
export const zones = [
  'Australia/Sydney',
  'Europe/London',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
] as const;

const quarter = 15 * 60_000;
const readers = new Map<string, OffsetMinutes>();

/** Offsets as `Intl` has them. All changes of these zones are on a quarter of an hour, so one answer holds for one. */
export function offsetsOf(zone: string): OffsetMinutes {
  const known = readers.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const offsets = new Map<number, number>();
  const reader: OffsetMinutes = (at) => {
    const block = Math.floor(at / quarter);
    const cached = offsets.get(block);
    if (cached !== undefined) return cached;
    const name =
      format.formatToParts(block * quarter).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes] = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name) ?? [];
    const offset = sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
    offsets.set(block, offset);
    return offset;
  };
  readers.set(zone, reader);
  return reader;
}

/** Nights on which the clocks change, by the date of the day before. */
export const changes = [
  ['Australia/Sydney', '2026-10-03', 'a day of 23 hours'],
  ['Australia/Sydney', '2026-04-04', 'a day of 25 hours'],
  ['Europe/London', '2026-03-28', 'a day of 23 hours'],
  ['Europe/London', '2026-10-24', 'a day of 25 hours'],
  ['America/New_York', '2026-03-07', 'a day of 23 hours'],
  ['America/New_York', '2026-10-31', 'a day of 25 hours'],
  ['Australia/Lord_Howe', '2026-10-03', 'half an hour less'],
  ['Australia/Lord_Howe', '2026-04-04', 'half an hour more'],
  ['Pacific/Chatham', '2026-09-26', 'at 02:45'],
  ['Pacific/Chatham', '2026-04-04', 'back at 03:45'],
  ['Asia/Kathmandu', '2026-03-28', 'no change'],
] as const;
