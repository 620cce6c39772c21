import { InputError } from '../errors.ts';
import { type PreferenceKey, type PreferenceRow, preferenceKeys, preferenceRow } from './preference-table.ts';

/** The candidate most like a word; undefined when none is near. */
export type Nearest = (word: string, candidates: readonly string[]) => string | undefined;

/** The row of a key. Throws `InputError` with the nearest key for a word that is none. */
export function knownRow(key: string, nearest: Nearest): PreferenceRow & { readonly key: PreferenceKey } {
  const row = preferenceRow(key);
  if (row !== undefined) return row;
  const near = nearest(key, preferenceKeys);
  throw new InputError(`"${key}" is not a preference.`, {
    ...(near === undefined ? {} : { reason: `Did you mean "${near}"?` }),
    next: 'List them all: backcare config list',
  });
}
