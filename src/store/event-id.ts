import type { Random } from '../context.ts';

/** Crockford's base 32: no I, L, O or U, so an id can be read aloud. Sorts as its numbers do. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const timeDigits = 10;
const randomDigits = 16;
/** A step of up to 2^20, by four digits of chance. */
const stepDigits = 4;
/** A step of up to 2^50, from an id that other processes may start from at the same moment. */
const wideStepDigits = 10;
/** The last millisecond that ten digits hold. */
const latestTime = 32 ** timeDigits - 1;

/**
 * Gives the next id.
 *
 * @param now milliseconds since 1970
 * @param last the id before it, which another process may have given; what is no id of ours does not count
 */
export type EventIds = (now: number, last?: string) => string;

/**
 * Makes time-ordered ids of 26 characters, 48 bits of time and 80 of chance (the form of a ULID,
 * https://github.com/ulid/spec).
 *
 * Within one process every id is greater than the one before, whatever the clock does: when time stands still or
 * runs backwards, the chance part of the last id grows. It grows by a random step, not by one, so two processes that
 * began alike part again. The same holds after `last`: a clock that was set back between two runs does not put later
 * entries before earlier ones.
 */
export function createEventIds(random: Random): EventIds {
  let lastTime = -1;
  let chance: number[] = [];
  let text = '';
  return (now, last) => {
    let digits = stepDigits;
    // Only text is compared as long as the clock does well, which is nearly always.
    if (last !== undefined && last > text && isId.test(last) && timeOf(last) < latestTime) {
      lastTime = timeOf(last);
      chance = [...last.slice(timeDigits)].map(valueOfDigit);
      digits = wideStepDigits;
    }
    if (now > lastTime) {
      lastTime = now;
      chance = Array.from({ length: randomDigits }, () => drawDigit(random));
    } else if (!grow(chance, random, digits)) {
      // The chance part is used up: one millisecond further, as a clock would have gone.
      lastTime += 1;
      chance = Array.from({ length: randomDigits }, () => drawDigit(random));
    }
    text = encodeTime(lastTime) + chance.map((digit) => alphabet.charAt(digit)).join('');
    return text;
  };
}

const isId = new RegExp(`^[${alphabet}]{${timeDigits + randomDigits}}$`);

function timeOf(id: string): number {
  return [...id.slice(0, timeDigits)].reduce((time, digit) => time * 32 + valueOfDigit(digit), 0);
}

function valueOfDigit(digit: string): number {
  return alphabet.indexOf(digit);
}

function drawDigit(random: Random): number {
  return Math.floor(random.next() * 32);
}

/** Adds a random step of at least one; false when the number would overflow. */
function grow(number: number[], random: Random, digits: number): boolean {
  let carry = 1;
  for (let place = number.length - 1; place >= 0; place -= 1) {
    const step = number.length - place <= digits ? drawDigit(random) : 0;
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
    text = alphabet.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}
