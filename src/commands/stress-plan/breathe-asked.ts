import { sessions } from '../../data/stress/calm-sessions.ts';
import { sessionMoments } from '../../data/stress/session-moments.ts';
import { InputError } from '../../errors.ts';
import { nearest } from '../nearest.ts';
import { mostMinutes } from '../stretch/stretch-flags.ts';
import type { BreatheFlags } from './breathing.ts';

/** What was asked for on the command line. */
export type BreatheAsked = {
  /** Time there is; left out: as long as each is by itself. */
  readonly seconds?: number;
} & (
  | { readonly kind: 'session' | 'moment'; readonly id: string }
  | { readonly kind: 'list' }
  /** The person chooses. */
  | { readonly kind: 'any' }
);

/** Checked. Throws `InputError` with the nearest name, or with what `--minutes` takes. */
export function breatheAsked(name: string | undefined, { minutes }: BreatheFlags): BreatheAsked {
  const seconds = minutes === undefined ? undefined : secondsFrom(minutes);
  const time = seconds === undefined ? {} : { seconds };
  if (name === undefined) {
    // Who says how long wants to begin: slow breathing suits everybody and fits any time.
    const [usual] = sessions;
    return seconds === undefined || usual === undefined
      ? { kind: 'any' }
      : { kind: 'session', id: usual.id, seconds };
  }
  const typed = name.toLowerCase();
  if (typed === 'list') return { kind: 'list', ...time };
  const session = sessions.find(({ id, aliases }) => id === typed || aliases.includes(typed));
  if (session !== undefined) return { kind: 'session', id: session.id, ...time };
  const moment = sessionMoments.find(({ id }) => id === typed);
  if (moment !== undefined) return { kind: 'moment', id: moment.id, ...time };
  const near = nearest(typed, [
    ...sessions.flatMap(({ id, aliases }) => [id, ...aliases]),
    ...sessionMoments.map(({ id }) => id),
    'list',
  ]);
  throw new InputError(`"${name}" is not a breathing or relaxation session.`, {
    ...(near === undefined ? {} : { reason: `Did you mean "${near}"?` }),
    next: 'See all of them: backcare stress-plan breathe list',
  });
}

function secondsFrom(words: string): number {
  const minutes = /^\d+(\.\d+)?$/.test(words) ? Number(words) : Number.NaN;
  if (minutes >= 1 && minutes <= mostMinutes) return Math.round(minutes * 60);
  throw new InputError(`--minutes takes a number from 1 to ${mostMinutes}, not "${words}".`, {
    next: 'For example: backcare stress-plan breathe --minutes 1',
  });
}
