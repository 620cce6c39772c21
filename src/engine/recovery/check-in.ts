import { fieldsOf, momentOf, ratingOf, type SignsAnswer } from '../log/saved-entry.ts';

/** Kind of a check-in in the record. */
export const checkInKind = 'check-in';

/** How it is beside the first check, from worst to best. */
export const globalChanges = [
  'much-worse',
  'worse',
  'a-little-worse',
  'same',
  'a-little-better',
  'better',
  'much-better',
] as const;
export type GlobalChange = (typeof globalChanges)[number];

/** What the watch of entries says once, this says with a check-in: it stands until the danger signs were asked again. */
export const worseAtCheckIn = 'worse-at-check-in';

/**
 * Body of a check-in. Pain and the rest stand in an entry of the log that is kept with it. Every field may be missing:
 * what was not answered is not filled in.
 */
export interface CheckInBody {
  /** Version of the wording: answers to another one are not compared. */
  readonly items: 1;
  /** Id of the entry that belongs to it: both are taken back together. */
  readonly entry?: string;
  /** Usual pain, as in that entry. */
  readonly usual?: number;
  readonly change?: GlobalChange;
  readonly signs?: SignsAnswer;
  readonly told?: readonly string[];
}

/** A check-in as it was kept. */
export interface SavedCheckIn {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly offsetMinutes: number;
  readonly usual?: number;
  readonly change?: GlobalChange;
}

/** A check-in of any version; undefined when it has no time. */
export function savedCheckIn({ at, body }: { readonly at: string; readonly body: unknown }) {
  const moment = momentOf(at);
  if (moment === undefined) return undefined;
  const fields = fieldsOf(body);
  const usual = ratingOf(fields.usual);
  const change = fields.items === 1 ? globalChanges.find((each) => each === fields.change) : undefined;
  const saved: SavedCheckIn = {
    ...moment,
    ...(usual === undefined ? {} : { usual }),
    ...(change === undefined ? {} : { change }),
  };
  return saved;
}

/** Usual pain so much above is worse. */
const worsePoints = 2;

/**
 * Whether all danger signs are to be asked again: the person says that it is worse, or usual pain has been clearly above
 * where it was for two check-ins.
 *
 * @param before the check-ins before this one since the newest check, newest first
 * @param start usual pain at that check
 */
export function isWorseAtCheckIn(
  { usual, change }: Pick<CheckInBody, 'usual' | 'change'>,
  before: readonly Pick<SavedCheckIn, 'usual'>[],
  start: number | undefined,
): boolean {
  if (change?.endsWith('worse') === true) return true;
  const [last, ...earlier] = before.flatMap((each) => each.usual ?? []);
  const known = [...earlier, ...(start === undefined ? [] : [start])];
  if (usual === undefined || last === undefined || known.length === 0) return false;
  // A steady rise must not take its own yardstick along.
  const base = Math.min(...known);
  return usual - base >= worsePoints && last - base >= worsePoints;
}
