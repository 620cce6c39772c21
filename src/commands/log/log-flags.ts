import type { Contact } from '../../documents/contact.ts';
import type { Answers } from '../../engine/answers.ts';
import { readTime, type TimeReader, timeExamples } from '../../engine/log/read-time.ts';
import type { LogBody, Sleep } from '../../engine/log/saved-entry.ts';
import { InputError } from '../../errors.ts';
import { callFirst } from '../contact.ts';
import type { GlobalFlags } from '../flags.ts';
import { productKnowledge } from '../knowledge.ts';
import { nearest } from '../nearest.ts';
import { activityRatings } from './activity-ratings.ts';
import type { KnownBefore } from './known-before.ts';
import { noteFrom } from './note.ts';
import { ratingFrom } from './rating.ts';
import { namedSigns } from './signs.ts';

/** What may be said about an entry on the command line, as commander gives it. */
export interface LogFlags extends GlobalFlags {
  readonly worst?: string;
  readonly interference?: string;
  readonly where?: string;
  readonly sleep?: string;
  readonly stress?: string;
  readonly activity?: readonly string[];
  readonly note?: string;
  readonly at?: string;
  readonly signs?: string;
}

/** An entry as it was given: what is kept, and danger signs. */
export interface GivenEntry {
  readonly body: Omit<LogBody, 'about' | 'told' | 'toldBefore'>;
  /** Milliseconds since 1970; undefined when it is about now. */
  readonly about: number | undefined;
  /** Danger signs that are there, or not sure; empty when none were named. */
  readonly signs: Answers;
}

/** What can be kept of the command line, and what cannot: then nothing is, but danger signs are answered first. */
export interface ReadEntry {
  readonly given: GivenEntry;
  readonly problem?: InputError;
}

/**
 * Checks everything that was given. The problem names what is wrong and what would be right, and whom to call first
 * where it came with danger signs.
 *
 * @param known activities of the person's own are all that can be rated
 */
export function readEntry(
  pain: string | undefined,
  flags: LogFlags,
  { activities: known, contact }: Pick<KnownBefore, 'activities'> & { readonly contact: Contact },
  reader: TimeReader,
): ReadEntry {
  const { answers: signs, problem } = namedSigns(flags.signs ?? 'none');
  const isSome = Object.keys(signs).length > 0;
  try {
    if (problem !== undefined) throw problem;
    const said = flags.signs === undefined ? {} : { signs: isSome ? ('some' as const) : ('none' as const) };
    const { body, about } = checkedEntry(pain, flags, known, reader);
    return { given: { body: { ...body, ...said }, about, signs } };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const isAboutSigns = problem !== undefined || isSome;
    return {
      given: { body: {}, about: undefined, signs },
      problem: isAboutSigns ? withCallFirst(error, contact) : error,
    };
  }
}

function withCallFirst({ message, reason, next }: InputError, contact: Contact): InputError {
  return new InputError(`${callFirst(contact)} ${message}`, {
    ...(reason === undefined ? {} : { reason }),
    ...(next === undefined ? {} : { next }),
  });
}

/** Throws `InputError`. */
function checkedEntry(
  pain: string | undefined,
  flags: LogFlags,
  known: readonly string[],
  reader: TimeReader,
): Pick<GivenEntry, 'body' | 'about'> {
  const usual = pain === undefined ? undefined : ratingFrom(pain, 'Usual pain');
  const worst = flags.worst === undefined ? undefined : ratingFrom(flags.worst, '--worst');
  if (usual !== undefined && worst !== undefined && worst < usual) {
    throw new InputError(`--worst ${worst} is less than the usual pain, ${usual}.`, {
      reason: 'The worst of a time cannot be below the usual.',
      next: `For example: backcare log ${worst} --worst ${usual}`,
    });
  }
  const { interference, stress, sleep, where, note, activity = [] } = flags;
  return {
    body: {
      ...(usual === undefined ? {} : { usual }),
      ...(worst === undefined ? {} : { worst }),
      ...(interference === undefined ? {} : { interference: ratingFrom(interference, '--interference') }),
      ...(where === undefined ? {} : { where: placesFrom(where) }),
      ...(sleep === undefined ? {} : { sleep: sleepFrom(sleep) }),
      ...(stress === undefined ? {} : { stress: ratingFrom(stress, '--stress') }),
      ...(note === undefined ? {} : { note: noteFrom(note) }),
      ...(activity.length === 0 ? {} : { activities: activityRatings(activity, known) }),
    },
    about: flags.at === undefined ? undefined : timeFrom(flags.at, reader),
  };
}

function placesFrom(text: string): readonly string[] {
  const places = productKnowledge().question('pain-site');
  const options: readonly { readonly id: string }[] =
    places !== undefined && 'options' in places ? places.options : [];
  const ids = options.map(({ id }) => id);
  const chosen = text
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '');
  const wrong = chosen.find((word) => !ids.includes(word));
  if (wrong === undefined && chosen.length > 0) return ids.filter((id) => chosen.includes(id));
  const near = wrong === undefined ? undefined : nearest(wrong, ids);
  throw new InputError(`--where does not know ${JSON.stringify(wrong ?? text)}.`, {
    reason: `${near === undefined ? '' : `Did you mean "${near}"? `}It takes ${ids.join(', ')}.`,
    next: 'For example: --where low-back,buttock',
  });
}

function sleepFrom(text: string): Sleep {
  const word = text.trim().toLowerCase();
  if (word === 'good' || word === 'fair' || word === 'poor') return word;
  throw new InputError(`--sleep cannot be ${JSON.stringify(text)}.`, {
    reason: 'It is good, fair or poor.',
    next: 'For example: backcare log 4 --sleep fair',
  });
}

function timeFrom(text: string, reader: TimeReader): number {
  const read = readTime(text, reader);
  if (read.kind === 'time') return read.at;
  const reasons = {
    unknown: `It is understood like this: ${timeExamples.map((example) => `"${example}"`).join(', ')}.`,
    future: 'That is still to come. An entry tells about now or before.',
    'too-long-ago': 'That is over ten years ago.',
  } as const;
  throw new InputError(`--at cannot be ${JSON.stringify(text)}.`, {
    reason: reasons[read.kind],
    next: 'For example: backcare log 4 --at "yesterday 20:00"',
  });
}
