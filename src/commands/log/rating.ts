import { InputError } from '../../errors.ts';

/** A rating that was typed: 0 to 10, halves and tenths too. Throws `InputError` naming the range. */
export function ratingFrom(text: string, what: string): number {
  const words = text.trim().replace(',', '.');
  const value = /^\d{1,2}(\.\d)?$/.test(words) ? Number(words) : Number.NaN;
  if (value >= 0 && value <= 10) return value;
  throw new InputError(`${what} cannot be ${JSON.stringify(text)}.`, {
    reason: 'It is a number from 0 to 10.',
    next: 'For example: backcare log 4 --worst 7',
  });
}
