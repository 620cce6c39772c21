import type { Dose } from '../../data/exercise-schema.ts';

/**
 * A dose with all that a clinician set, the pace and the rest too: "hold 30 seconds, 2 times, each side, rest 10
 * seconds", "3 sets of 8, 6 seconds each time, each side, rest 20 seconds". A plan in these words reads as this dose.
 */
export function doseInFull(dose: Dose): string {
  if (dose.kind === 'timed') return inSeconds(dose.seconds);
  const side = dose.sides === 2 ? 'each side' : '';
  const parts =
    dose.kind === 'hold'
      ? [
          `hold ${inSeconds(dose.holdSeconds)}`,
          dose.repetitions === 1 ? '' : `${dose.repetitions} times`,
          side,
        ]
      : [setsInWords(dose.sets), `${inSeconds(lengthOf(dose.moves))} each time`, side];
  const goesOn = dose.sides === 2 || (dose.kind === 'hold' ? dose.repetitions > 1 : dose.sets.length > 1);
  const rest = goesOn && dose.restSeconds > 0 ? `rest ${inSeconds(dose.restSeconds)}` : '';
  return [...parts, rest].filter((part) => part !== '').join(', ');
}

function setsInWords(sets: readonly number[]): string {
  const [first = 0, ...others] = sets;
  if (others.length === 0) return first === 1 ? '1 time' : `${first} times`;
  if (others.every((set) => set === first)) return `${sets.length} sets of ${first}`;
  return `sets of ${[first, ...others.slice(0, -1)].join(', ')} and ${others.at(-1)}`;
}

function lengthOf(moves: readonly { readonly seconds: number }[]): number {
  return moves.reduce((total, { seconds }) => total + seconds, 0);
}

function inSeconds(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds - 60 * minutes;
  const said = [count(minutes, 'minute'), count(rest, 'second')].filter((part) => !part.startsWith('0 '));
  return said.join(' ') || '0 seconds';
}

function count(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}
