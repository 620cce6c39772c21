/** What a length turned out to be; `unit` is the word that was typed. */
export type LengthReading =
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'no-unit'; readonly number: number }
  | { readonly kind: 'too-long-unit'; readonly number: number; readonly unit: string }
  | { readonly kind: 'seconds' }
  | { readonly kind: 'unknown' };

const parts = /^(?:(\d{1,4}(?:[.,]\d)?)\s*(?:h|hr|hrs|hours?))?\s*(?:(\d{1,5})\s*(?:m|min|mins|minutes?))?$/;
const hoursThenNumber = /^(\d{1,2})\s*h\s*(\d{2})$/;
const other = /^(\d{1,6})\s*([a-z]+)$/;

/** "45m", "1h", "1h30m", "1.5h", "90 minutes". */
export function readLength(text: string): LengthReading {
  const typed = text.trim().toLowerCase();
  if (/^\d{1,6}$/.test(typed)) return { kind: 'no-unit', number: Number(typed) };
  const short = hoursThenNumber.exec(typed);
  if (short !== null) return { kind: 'minutes', minutes: Number(short[1]) * 60 + Number(short[2]) };
  const [whole, hours, minutes] = parts.exec(typed) ?? [];
  if (whole !== undefined && whole !== '' && (hours !== undefined || minutes !== undefined)) {
    const total = Number((hours ?? '0').replace(',', '.')) * 60 + Number(minutes ?? 0);
    return { kind: 'minutes', minutes: Math.round(total) };
  }
  const [, number, unit = ''] = other.exec(typed) ?? [];
  if (number === undefined) return { kind: 'unknown' };
  if (/^s(ec|ecs|econds?)?$/.test(unit)) return { kind: 'seconds' };
  const isLong = /^(d|days?|w|weeks?|mo|months?|y|years?)$/.test(unit);
  return isLong ? { kind: 'too-long-unit', number: Number(number), unit } : { kind: 'unknown' };
}

/** "45m", "1h", "1h30m": as it is typed. */
export function lengthText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return `${hours > 0 ? `${hours}h` : ''}${rest > 0 || hours === 0 ? `${rest}m` : ''}`;
}
