import type { Random } from '../context.ts';

/** Crockford's base 32: no I, L, O or U, so an id can be read aloud. Sorts as its numbers do. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const timeDigits = 10;
const randomDigits = 16;
/** A step of up to 2^20, by four digits of chance. */
const stepDigits = 4;

/**
 * Makes time-ordered ids of 26 characters, 48 bits of time and 80 of chance (the form of a ULID,
 * https://github.com/ulid/spec).
 *
 * Within one process every id is greater than the one before, whatever the clock does: when time stands still or
 * runs backwards, the chance part of the last id grows. It grows by a random step, not by one, so two processes that
 * began alike part again.
 */
export function createEventIds(random: Random): (now: number) => string {
  let lastTime = -1;
  let chance: number[] = [];
  return (now) => {
    if (now > lastTime) {
      lastTime = now;
      chance = Array.from({ length: randomDigits }, () => drawDigit(random));
    } else if (!grow(chance, random)) {
      // The chance part is used up: one millisecond further, as a clock would have gone.
      lastTime += 1;
      chance = Array.from({ length: randomDigits }, () => drawDigit(random));
    }
    return encodeTime(lastTime) + chance.map((digit) => digits.charAt(digit)).join('');
  };
}

function drawDigit(random: Random): number {
  return Math.floor(random.next() * 32);
}

/** Adds a random step of at least one; false when the number would overflow. */
function grow(number: number[], random: Random): boolean {
  let carry = 1;
  for (let place = number.length - 1; place >= 0; place -= 1) {
    const step = number.length - place <= stepDigits ? drawDigit(random) : 0;
    const sum = (number[place] ?? 0) + step + carry;
    number[place] = sum % 32;
    carry = sum >= 32 ? 1 : 0;
  }
  return carry === 0;
}

function encodeTime(time: number): string {
  let rest = Math.max(0, Math.trunc(time));
  let text = '';
  for (let place = 0; place < timeDigits; place += 1) {
    text = digits.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}
