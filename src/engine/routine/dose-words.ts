import type { Dose } from '../../data/exercise-schema.ts';

/** A dose in words: "30 seconds each side", "6, 4 and 2 times each side", "5 minutes". */
export function doseInWords(dose: Dose): string {
  if (dose.kind === 'timed') return timeInWords(dose.seconds);
  const side = dose.sides === 2 ? ' each side' : '';
  if (dose.kind === 'hold') {
    const times = dose.repetitions === 1 ? '' : `${dose.repetitions} times `;
    return `${times}${dose.holdSeconds} seconds${side}`;
  }
  const [first = 0, ...others] = dose.sets;
  if (others.length === 0) return `${first} slow times${side}`;
  if (others.every((set) => set === first)) return `${dose.sets.length} rounds of ${first}${side}`;
  return `${[first, ...others.slice(0, -1)].join(', ')} and ${others.at(-1)} times${side}`;
}

/** "40 seconds", "1 minute", "2 and a half minutes", "2 minutes 10". */
export function timeInWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds - 60 * minutes);
  if (minutes === 0) return `${rest} seconds`;
  if (rest === 30) return minutes === 1 ? '1 and a half minutes' : `${minutes} and a half minutes`;
  const whole = `${minutes} minute${minutes === 1 ? '' : 's'}`;
  return rest === 0 ? whole : `${whole} ${rest} seconds`;
}
