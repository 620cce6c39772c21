import type { LocalMoment } from '../day-count.ts';

/** How the nights are, in the options of the question about sleep. */
export type Sleep = 'good' | 'fair' | 'poor';

/**
 * What an entry says of danger signs. `none`: each was answered with no, or
 * all in one. `some`: a sign, or something worrying that no line names. `not-answered`: asked, and left open.
 */
export type SignsAnswer = 'none' | 'some' | 'not-answered';

/** Danger signs by their questions. */
interface TickedSigns {
  readonly [question: string]: 'yes' | 'unsure';
}

/**
 * Body of a `log` event. Every field may be missing, and a reader takes what it knows: versions that write more or less
 * understand each other.
 */
export interface LogBody {
  /** Usual pain since the entry before, 0 to 10. */
  readonly usual?: number;
  /** Worst pain since the entry before, 0 to 10. */
  readonly worst?: number;
  /** How much it stops the person, 0 nothing to 10 cannot do anything. */
  readonly interference?: number;
  /** Options of the question where it hurts. */
  readonly where?: readonly string[];
  readonly sleep?: Sleep;
  /** 0 not at all to 10 as much as can be. */
  readonly stress?: number;
  readonly note?: string;
  /** Activities of the person's own, 0 cannot to 10 as before. */
  readonly activities?: { readonly [name: string]: number };
  /** ISO 8601: the time it tells about, when that is not the time of writing. */
  readonly about?: string;
  readonly signs?: SignsAnswer;
  /** Which, where they called for no more than a visit and are not private: graver ones are kept as an assessment. */
  readonly named?: TickedSigns;
  /** What the watch said with this entry; it is said once in an episode. */
  readonly told?: readonly string[];
  /** What it had said in the weeks before. Stands in the entry with which rules that count weeks were asked. */
  readonly toldBefore?: readonly string[];
}

/** An entry as it was kept. */
export interface SavedEntry extends Omit<LogBody, 'about' | 'signs'>, LocalMoment {
  /** Id of the event, to undo it by. */
  readonly id: string;
  /** When it was written, milliseconds since 1970; `at` is what it tells about. */
  readonly writtenAt: number;
}

/** The part of an event of the record that is read here. */
export interface LogEvent {
  readonly id: string;
  readonly at: string;
  readonly body: unknown;
}

/** An entry of any version; what is not understood is left out. */
export function savedEntry({ id, at, body }: LogEvent): SavedEntry {
  const fields = fieldsOf(body);
  const when = typeof fields.about === 'string' ? momentOf(fields.about) : undefined;
  const where = textsOf(fields.where);
  const told = textsOf(fields.told);
  const sleep = sleepOf(fields.sleep);
  const activities = ratingsOf(fields.activities);
  const named = namedOf(fields.named);
  const written = momentOf(at) ?? { at: 0, offsetMinutes: 0 };
  return {
    id,
    writtenAt: written.at,
    ...(when ?? written),
    ...rated('usual', fields.usual),
    ...rated('worst', fields.worst),
    ...rated('interference', fields.interference),
    ...rated('stress', fields.stress),
    ...(sleep === undefined ? {} : { sleep }),
    ...(typeof fields.note === 'string' && fields.note !== '' ? { note: fields.note } : {}),
    ...(where.length === 0 ? {} : { where }),
    ...(told.length === 0 ? {} : { told }),
    ...(Array.isArray(fields.toldBefore) ? { toldBefore: textsOf(fields.toldBefore) } : {}),
    ...(activities === undefined ? {} : { activities }),
    ...(Object.keys(named).length === 0 ? {} : { named }),
  };
}

/** Of entries in any order, the one that tells about the latest time. */
export function newestLog<Entry extends Pick<SavedEntry, 'at'>>(
  entries: readonly Entry[],
): Entry | undefined {
  return entries.reduce<Entry | undefined>(
    (newest, entry) => (newest === undefined || entry.at >= newest.at ? entry : newest),
    undefined,
  );
}

/** An instant with the offset that is written behind it. Undefined when it is none. */
export function momentOf(text: string): LocalMoment | undefined {
  const at = Date.parse(text);
  if (!Number.isFinite(at)) return undefined;
  const length = text.length;
  const sign = text.charAt(length - 6);
  const isOffset = (sign === '+' || sign === '-') && text.charAt(length - 3) === ':';
  if (!isOffset) return { at, offsetMinutes: 0 };
  const minutes = Number(text.slice(length - 5, length - 3)) * 60 + Number(text.slice(length - 2));
  return { at, offsetMinutes: sign === '-' ? -minutes : minutes };
}

/** A number from 0 to 10, else undefined. */
export function ratingOf(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= 10 ? value : undefined;
}

export function fieldsOf(value: unknown): { readonly [name: string]: unknown } {
  return isFields(value) ? value : {};
}

function isFields(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Of any answers those that say that a sign is there, or may be. */
export function namedOf(value: unknown): TickedSigns {
  return Object.fromEntries(
    Object.entries(fieldsOf(value)).flatMap(([id, answer]) =>
      answer === 'yes' || answer === 'unsure' ? [[id, answer] as const] : [],
    ),
  );
}

function rated<Name extends string>(name: Name, value: unknown): { readonly [name in Name]?: number } {
  const rating = ratingOf(value);
  const fields: { [name in Name]?: number } = {};
  if (rating !== undefined) fields[name] = rating;
  return fields;
}

function sleepOf(value: unknown): Sleep | undefined {
  return value === 'good' || value === 'fair' || value === 'poor' ? value : undefined;
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function ratingsOf(value: unknown): { readonly [name: string]: number } | undefined {
  if (!isFields(value)) return undefined;
  const found = Object.entries(value).filter(([, rating]) => ratingOf(rating) !== undefined);
  return found.length === 0 ? undefined : (Object.fromEntries(found) as { readonly [name: string]: number });
}
