/** What fits into the time there is, spoken. */
import { wordsASecond } from './dose-length.ts';

/** Pauses in and after a sentence. A call of one or two words has none. */
const pauseMilliseconds = 500;
const wordsInACall = 2;

/** Milliseconds from asking a calm voice to say this until it is quiet again. */
export function spokenMilliseconds(text: string): number {
  const words = text.split(/\s+/).filter((word) => word !== '').length;
  return (words * 1000) / wordsASecond + (words > wordsInACall ? pauseMilliseconds : 0);
}

/** The first of these that can be said in the time; empty when none can. Put the fullest first. */
export function firstThatFits(wordings: readonly string[], milliseconds: number): string {
  return wordings.find((wording) => spokenMilliseconds(wording) <= milliseconds) ?? '';
}

/** "45 seconds", "90 seconds", "2 minutes 30 seconds". Parts of a second are left out. */
export function durationInWords(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const counted = (number: number, unit: string) =>
    number === 0 ? [] : [`${number} ${unit}${number === 1 ? '' : 's'}`];
  // Up to here seconds are easier to count along.
  const minutes = seconds < 100 && seconds % 60 !== 0 ? 0 : Math.floor(seconds / 60);
  return [...counted(minutes, 'minute'), ...counted(seconds - minutes * 60, 'second')].join(' ');
}

/** The text as a sentence begins. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
