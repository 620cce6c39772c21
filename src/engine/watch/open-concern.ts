import type { WatchRule } from '../../data/watch-schema.ts';
import { fieldsOf } from '../log/saved-entry.ts';

/** Danger signs that somebody named or left open with an entry, and that no line of the short form told. */
export const openSigns = { some: 'signs-some', 'not-answered': 'signs-not-answered' } as const;

/** What was said with an entry and calls for a new look at the danger signs. */
export interface OpenConcern {
  /** Id of a rule of the watch or of the assessment, or one of `openSigns`. */
  readonly rule: string;
  /** When it was said, ISO 8601 with offset. */
  readonly at: string;
  /** How many others stand beside it. */
  readonly more: number;
}

export interface ToldEvent {
  /** Sorts as the events were written, whatever the clock said. */
  readonly id: string;
  readonly at: string;
  readonly body: unknown;
}

/**
 * The gravest concern that still stands: the watch says each once, and it holds until a finished check that was made
 * after it. A note asks for nothing and stands nowhere.
 *
 * @param events entries and check-ins, in any order
 * @param answeredBy id of the newest finished assessment, when it is the newest of all
 */
export function openConcern(
  events: readonly ToldEvent[],
  answeredBy: string | undefined,
  rules: readonly Pick<WatchRule, 'id' | 'tone'>[],
): OpenConcern | undefined {
  const notes = new Set(rules.filter(({ tone }) => tone === 'note').map(({ id }) => id));
  const ofCheckIns = new Set(events.flatMap(({ id, body }) => checkInIds(id, body)));
  const open = events
    .filter(({ id }) => answeredBy === undefined || id > answeredBy)
    .flatMap(({ id, at, body }) => toldIn(body, notes, ofCheckIns.has(id)).map((rule) => ({ rule, at })));
  const [gravest] = [...open].sort((one, other) => rankOf(one.rule, rules) - rankOf(other.rule, rules));
  return gravest === undefined
    ? undefined
    : { ...gravest, more: new Set(open.map(({ rule }) => rule)).size - 1 };
}

/** A check-in and its entry: with signs left open it stays due, and that is enough. */
function checkInIds(id: string, body: unknown): readonly string[] {
  const { entry } = fieldsOf(body);
  return typeof entry === 'string' ? [id, entry] : [];
}

/** The first of what was told with one entry; the others are what it covers. */
function toldIn(body: unknown, notes: ReadonlySet<string>, isOfCheckIn: boolean): readonly string[] {
  const { told, signs } = fieldsOf(body);
  const rule = Array.isArray(told) ? told.find((id) => typeof id === 'string' && !notes.has(id)) : undefined;
  if (typeof rule === 'string') return [rule];
  if (signs === 'some') return [openSigns.some];
  return signs === 'not-answered' && !isOfCheckIn ? [openSigns[signs]] : [];
}

/** Rules of the assessment first, then what was named or left open, then the rules of the watch in their order. */
function rankOf(rule: string, rules: readonly Pick<WatchRule, 'id'>[]): number {
  if (rule === openSigns.some) return 1;
  if (rule === openSigns['not-answered']) return 2;
  const place = rules.findIndex(({ id }) => id === rule);
  if (place >= 0) return 3 + place;
  return rule === atCheckIn ? 3 + rules.length : 0;
}

/** Told with a check-in; see `recovery/check-in.ts`. */
const atCheckIn = 'worse-at-check-in';
