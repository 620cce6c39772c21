import { dayInWords } from '../engine/instant.ts';
import { startOfPersonDay } from '../engine/log/person-day.ts';
import type { Change } from '../engine/progress/change.ts';
import type { Measure } from '../engine/progress/progress.ts';
import type { WeekWord } from '../engine/progress/weeks.ts';

const names: { readonly [id in Exclude<Measure['id'], 'activity'>]: string } = {
  usual: 'Usual pain',
  worst: 'Worst pain',
  interference: 'Stops you',
  stress: 'Stress',
};

/** "Usual pain", or the name of an activity. */
export function measureName({ id, activity }: Measure): string {
  return id === 'activity' ? (activity ?? '') : names[id];
}

/** The three words of a change; nothing is called real that is less than the smallest change that matters. */
export function changeWord({ word }: Change): 'clear change' | 'small change' | 'cannot tell yet' {
  if (word === 'cannot-tell') return 'cannot tell yet';
  return word === 'clear' ? 'clear change' : 'small change';
}

/** "clear change, for the better", "cannot tell yet (about the same so far)". */
export function changeInWords(change: Change): string {
  const word = changeWord(change);
  if (change.because !== undefined) return `${word} (${reasons[change.because]})`;
  return `${word}, for the ${change.direction === 'worse' ? 'worse' : 'better'}`;
}

const reasons: { readonly [because in NonNullable<Change['because']>]: string } = {
  'too-few-days': 'too few days so far',
  'too-short': 'less than a week so far',
  'within-a-point': 'about the same so far',
  'up-and-down': 'up and down',
};

export const weekWords: { readonly [word in WeekWord]: string } = {
  'good-enough': 'good enough',
  building: 'building',
  'make-it-smaller': 'make it smaller?',
  paused: 'a pause',
  free: 'free',
  'so-far': 'so far',
};

/** "Mon 2 Nov". */
export function personDayInWords(day: number): string {
  return dayInWords(startOfPersonDay(day), 0);
}

/** "2 Nov", with the year where years matter. */
export function shortDay(day: number, hasYear: boolean): string {
  const [, date = '', month = ''] = personDayInWords(day).split(' ');
  const year = hasYear ? ` ${new Date(startOfPersonDay(day)).getUTCFullYear()}` : '';
  return `${date} ${month}${year}`;
}
