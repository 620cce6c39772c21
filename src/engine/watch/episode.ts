import { meanOf, medianOf } from '../log/middle.ts';
import { personDay } from '../log/person-day.ts';
import type { SavedEntry } from '../log/saved-entry.ts';

/** What happened since this pain began, day by day, as far as entries and the newest assessment tell. */
export interface Episode {
  /** Day of the person on which it began; see `person-day.ts`. */
  readonly start: number;
  /** Days with usual pain, the mean of their entries, oldest first. */
  readonly days: readonly { readonly day: number; readonly usual: number }[];
  /** Entries of the episode, oldest first; the newest is the one that is watched. */
  readonly entries: readonly SavedEntry[];
  /** Usual pain when it began, as far back as is known. */
  readonly startPain: number | undefined;
  /** The first day that entries or the assessment know. */
  readonly firstKnown: number;
  /** Day from which the weeks are counted: when it began, or the first known day of long-lasting pain. */
  readonly countedFrom: number;
}

export interface EpisodeView {
  /** Of the last weeks, in any order, the new one among them. */
  readonly entries: readonly SavedEntry[];
  readonly dayStart: number;
  /** The newest assessment, while it still speaks for today. */
  readonly assessment?:
    | {
        readonly day: number;
        /** Days that it had lasted then; undefined when not known. */
        readonly duration: number | undefined;
        readonly usual: number | undefined;
      }
    | undefined;
}

/** So many days without pain, or without a word, end an episode. */
const calmDays = 28;
/** No pain to speak of. */
const calm = 1;
/** From here on pain is long-lasting, and its first weeks are long over. */
const longLasting = 84;
/** So many of the first days with an entry say where it began. */
const firstDays = 3;

export function episodeOf({ entries, dayStart, assessment }: EpisodeView): Episode {
  const sorted = [...entries].sort((one, other) => one.at - other.at);
  const dayOf = (entry: SavedEntry) => personDay(entry, dayStart);
  const firstEntry = firstAfterCalm(sorted, dayOf);
  const assessed = assessment !== undefined && isBroken(assessment.day, firstEntry) ? undefined : assessment;
  const onset = assessed?.duration === undefined ? undefined : assessed.day - assessed.duration;
  const firstKnown = Math.min(
    firstEntry ?? Number.POSITIVE_INFINITY,
    assessed?.day ?? Number.POSITIVE_INFINITY,
  );
  const start = Math.min(onset ?? firstKnown, firstKnown);
  const own = sorted.filter((entry) => dayOf(entry) >= (firstEntry ?? start));
  const days = usualByDay(own, dayOf);
  return {
    start,
    days,
    entries: own,
    startPain: startOf(days, assessed),
    firstKnown,
    countedFrom: firstKnown - start >= longLasting ? firstKnown : start,
  };
}

/** An assessment long before the first entry, with calm between, was about another pain. */
function isBroken(assessed: number, firstEntry: number | undefined): boolean {
  return firstEntry !== undefined && firstEntry - assessed > calmDays;
}

/** The first day with an entry after the last stretch of calm; undefined without entries. */
function firstAfterCalm(
  sorted: readonly SavedEntry[],
  dayOf: (entry: SavedEntry) => number,
): number | undefined {
  let first: number | undefined;
  let lastPain: number | undefined;
  for (const entry of sorted) {
    const day = dayOf(entry);
    const pain = Math.max(entry.usual ?? 0, entry.worst ?? 0);
    if (first === undefined || (lastPain !== undefined && day - lastPain > calmDays)) first = day;
    if (pain > calm || lastPain === undefined) lastPain = day;
  }
  return first;
}

function usualByDay(entries: readonly SavedEntry[], dayOf: (entry: SavedEntry) => number): Episode['days'] {
  const byDay = new Map<number, number[]>();
  for (const entry of entries) {
    if (entry.usual === undefined) continue;
    const values = byDay.get(dayOf(entry));
    if (values === undefined) byDay.set(dayOf(entry), [entry.usual]);
    else values.push(entry.usual);
  }
  return [...byDay].map(([day, values]) => ({ day, usual: meanOf(values) ?? 0 }));
}

/** The assessment when it came first, else the first days with an entry. */
function startOf(days: Episode['days'], assessed: EpisodeView['assessment']): number | undefined {
  const [first] = days;
  if (assessed?.usual !== undefined && (first === undefined || assessed.day <= first.day))
    return assessed.usual;
  return medianOf(days.slice(0, firstDays).map(({ usual }) => usual));
}
