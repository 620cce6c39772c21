import type { Context } from '../../context.ts';
import type { ReminderKindId, ReminderTables } from '../../data/reminder-schema.ts';
import { InputError } from '../../errors.ts';
import { nearest } from '../nearest.ts';

/** What a word after `remind add` stands for. */
export interface NamedThing {
  readonly id: string;
  readonly kind: ReminderKindId;
  readonly name: string;
  /** Words after `backcare` that start it. */
  readonly starts?: string | undefined;
}

/** Words that people say for a kind; its own id is one by itself. */
const spoken: { readonly [word: string]: ReminderKindId } = {
  breaks: 'break',
  'desk-break': 'break',
  up: 'upright',
  hamstrings: 'hamstring',
  'hamstring-micro': 'hamstring',
  exercise: 'routine',
  session: 'routine',
  walking: 'walk',
  breathing: 'breathe',
  'check-in': 'evening',
  checkin: 'evening',
  log: 'evening',
  review: 'weekly',
  'stress-plan': 'stress',
  warmth: 'heat',
};

/**
 * A kind by its name, a routine or an exercise of the catalogue, a plan of the person's own, or, with words of their own,
 * anything. Throws `InputError` with the nearest name.
 */
export async function thingNamed(
  typed: string,
  ctx: Context,
  { kinds }: Pick<ReminderTables, 'kinds'>,
  says: string | undefined,
): Promise<NamedThing> {
  const word = typed.trim().toLowerCase();
  const kindId = Object.hasOwn(spoken, word) ? spoken[word] : word;
  const kind = kinds.find(({ id }) => id === kindId && id !== 'own');
  if (kind !== undefined) return { id: word, kind: kind.id, name: kind.name, starts: kind.starts };
  const routines = await import('./routine-names.ts');
  const known = await routines.routineNames(ctx);
  const routine = known.find(({ id }) => id === word);
  if (routine !== undefined)
    return { id: word, kind: 'routine', name: routine.name, starts: `stretch ${word}` };
  if (says !== undefined) return { id: idFrom(typed), kind: 'own', name: typed.trim() };
  throw unknownThing(typed, [
    ...kinds.map(({ id }) => id),
    ...Object.keys(spoken),
    ...known.map(({ id }) => id),
  ]);
}

/** "Physio visit" as a name for commands. Throws `InputError` where nothing of it can be one. */
export function idFrom(typed: string): string {
  const id = typed
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (id !== '' && id.length <= 40 && !/\p{Cc}/u.test(typed)) return id;
  throw new InputError(`${JSON.stringify(typed)} cannot be a name.`, {
    reason: 'A name is made of letters from a to z and digits, 40 at most.',
    next: 'For example: backcare remind add physio --says "Off to the physio" --at 08:15',
  });
}

function unknownThing(typed: string, known: readonly string[]): InputError {
  const near = nearest(typed, known);
  return new InputError(`There is nothing to be reminded of that is called ${JSON.stringify(typed)}.`, {
    reason:
      near === undefined
        ? 'It is a routine or an exercise (backcare stretch list), or break, hamstring, walk, breathe, check-in, weekly.'
        : `Did you mean "${near}"?`,
    next: 'Or anything, with words of your own: --says "Off to the physio"',
  });
}
