import { sameActivity } from '../../engine/log/own-activities.ts';
import { InputError } from '../../errors.ts';
import { nearest } from '../nearest.ts';
import { ratingFrom } from './rating.ts';

/** `--activity "gardening=4"`, several times. Throws `InputError` for one that is not the person's own. */
export function activityRatings(
  given: readonly string[],
  known: readonly string[],
): { readonly [name: string]: number } {
  const ratings: { [name: string]: number } = {};
  for (const words of given) {
    const at = words.lastIndexOf('=');
    const name = words.slice(0, at).trim();
    if (at <= 0 || name === '') {
      throw new InputError(`--activity ${JSON.stringify(words)}: expected name=number.`, {
        reason: 'The number is 0 for cannot, up to 10 for as before.',
        next: 'For example: --activity "gardening=4"',
      });
    }
    const own = known.find((one) => sameActivity(one, name));
    if (own === undefined) throw unknownActivity(name, known);
    ratings[own] = ratingFrom(words.slice(at + 1), `--activity ${own}`);
  }
  return ratings;
}

/** What to say of an activity that is not on the list. */
export function unknownActivity(name: string, known: readonly string[]): InputError {
  const near = nearest(name, known);
  const list = known.length === 0 ? 'There are none yet.' : `They are: ${known.join(', ')}.`;
  return new InputError(`${JSON.stringify(name)} is not one of your activities.`, {
    reason: near === undefined ? list : `Did you mean "${near}"? ${list}`,
    next: `Add it: backcare log activity add ${JSON.stringify(name)}`,
  });
}
