import type { RecoveryTables, TrackId } from '../../data/recovery-schema.ts';
import { InputError } from '../../errors.ts';
import type { GlobalFlags } from '../flags.ts';
import { nearest } from '../nearest.ts';

/** Flags of every way of `recovery`. */
export interface RecoveryFlags extends GlobalFlags {
  /** The long page, with reasons and sources. */
  readonly explain?: boolean;
}

/**
 * One of a few words, as typed. Throws `InputError` with the nearest one.
 *
 * @param what the rest of `"swiming" is …`: "no ladder"
 * @param example a whole command that works
 */
export function oneOf<Word extends string>(
  typed: string,
  words: readonly Word[],
  { what, example }: { readonly what: string; readonly example: string },
): Word {
  const found = words.find((word) => word === typed.trim().toLowerCase());
  if (found !== undefined) return found;
  const near = nearest(typed.trim(), words);
  throw new InputError(`${JSON.stringify(typed)} is ${what}.`, {
    reason: `${near === undefined ? '' : `Did you mean "${near}"? `}It takes ${words.join(', ')}.`,
    next: `For example: ${example}`,
  });
}

/** A track by its id. */
export function trackFrom(typed: string, { tracks }: Pick<RecoveryTables, 'tracks'>): TrackId {
  const ids = tracks.map(({ id }) => id);
  return oneOf(typed, ids, {
    what: 'no plan that there is',
    example: 'backcare recovery start pulled-muscle',
  });
}
