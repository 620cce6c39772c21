import type { Equipment, Position } from '../../data/exercise-schema.ts';
import { equipment, positions, targets } from '../../data/exercise-words.ts';
import type { RemedyTarget } from '../../data/remedy-schema.ts';
import { InputError } from '../../errors.ts';
import type { GlobalFlags } from '../flags.ts';
import { nearest } from '../nearest.ts';

/** What may be said about a routine on the command line, as commander gives it. */
export interface RoutineFlags extends GlobalFlags {
  readonly minutes?: string;
  readonly position?: string;
  readonly equipment?: string;
  readonly for?: string;
}

/** Flags of a guided session. */
export interface StretchFlags extends RoutineFlags {
  readonly pain?: string;
  readonly around?: string;
  readonly signs?: string;
  readonly speak?: boolean;
  /** False after `--no-save`. */
  readonly save?: boolean;
}

/** The same, checked. */
export interface RoutineWishes {
  readonly minutes?: number;
  readonly position?: Position | 'lying';
  readonly equipment?: readonly Equipment[];
  readonly target?: RemedyTarget;
}

export const mostMinutes = 30;

/** Throws `InputError` that names the flag, what it takes, and the nearest word. */
export function routineWishes(flags: RoutineFlags): RoutineWishes {
  return {
    ...(flags.minutes === undefined ? {} : { minutes: minutesFrom(flags.minutes) }),
    ...(flags.position === undefined
      ? {}
      : { position: wordFrom('--position', flags.position, [...positions, 'lying']) }),
    ...(flags.equipment === undefined ? {} : { equipment: equipmentFrom(flags.equipment) }),
    ...(flags.for === undefined ? {} : { target: wordFrom('--for', flags.for, targets) }),
  };
}

function minutesFrom(words: string): number {
  const minutes = /^\d+(\.\d+)?$/.test(words) ? Number(words) : Number.NaN;
  if (minutes >= 1 && minutes <= mostMinutes) return minutes;
  throw new InputError(`--minutes takes a number from 1 to ${mostMinutes}, not "${words}".`, {
    next: 'For example: backcare stretch --minutes 8',
  });
}

/** 0 to 10 as typed. Throws `InputError` that names the flag. */
export function painFrom(flag: string, words: string): number {
  const pain = /^\d+$/.test(words) ? Number(words) : Number.NaN;
  if (pain <= 10) return pain;
  throw new InputError(`${flag} takes a whole number from 0 (no pain) to 10 (worst), not "${words}".`, {
    next: `For example: backcare stretch ${flag} 3`,
  });
}

function equipmentFrom(words: string): readonly Equipment[] {
  const items = words.split(/[\s,]+/).filter((word) => word !== '');
  if (items.length === 1 && items[0] === 'none') return [];
  if (items.length === 0) throw unknownWord('--equipment', words, [...equipment, 'none']);
  return items.map((word) => wordFrom('--equipment', word, equipment));
}

export function wordFrom<Word extends string>(flag: string, word: string, words: readonly Word[]): Word {
  const found = words.find((each) => each === word);
  if (found !== undefined) return found;
  throw unknownWord(flag, word, words);
}

function unknownWord(flag: string, word: string, words: readonly string[]): InputError {
  const near = nearest(word, words);
  return new InputError(`${flag} does not know "${word}".`, {
    reason: `${near === undefined ? '' : `Did you mean "${near}"? `}It takes ${words.join(', ')}.`,
    next: 'See how it is used: backcare stretch --help',
  });
}
