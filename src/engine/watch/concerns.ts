import type { WatchCondition, WatchRule } from '../../data/watch-schema.ts';
import { dayMilliseconds } from '../day-count.ts';
import { medianOf } from '../log/middle.ts';
import type { SavedEntry } from '../log/saved-entry.ts';
import type { Episode } from './episode.ts';

/** Days that stand for "lately". */
const lately = 7;
/** At a start this low, points say little: what the person can do decides. */
const lowStart = 3;
/** So many points above the start, "no gain" is too little to say. */
const halfWorse = 1;
/** From here on, something still holds the person back. */
const someInterference = 3;

export interface ConcernView {
  readonly episode: Episode;
  readonly entry: SavedEntry;
  /** The newest day of the person that an entry tells about. */
  readonly day: number;
  /** Where it is known to hurt by the assessment. Empty when nothing is known: then every place is a new one. */
  readonly placesBefore: readonly string[];
}

/** The rules of the watch that hold for this entry, in their order. */
export function concernsOf(rules: readonly WatchRule[], view: ConcernView): readonly WatchRule[] {
  return rules.filter(({ when }) => holds(when, view));
}

function holds(when: WatchCondition, view: ConcernView): boolean {
  const { episode, entry } = view;
  switch (when.kind) {
    case 'worse-than-start':
      return isComparable(when.fromDay, view) && aboveFor2Days(view, (episode.startPain ?? 10) + when.points);
    case 'rising': {
      const before = medianOf(usualBetween(view, 2 + lately, 2));
      return before !== undefined && aboveFor2Days(view, before + when.points);
    }
    case 'no-gain': {
      const recent = recentPain(view);
      const start = episode.startPain;
      return (
        isComparable(when.fromDay, view) &&
        recent !== undefined &&
        start !== undefined &&
        start > 0 &&
        recent >= start &&
        recent < start + halfWorse
      );
    }
    case 'no-real-gain':
      return isComparable(when.fromDay, view) && !hasGained(when, view);
    case 'still-limits': {
      const values = recentEntries(view).flatMap(({ interference }) => interference ?? []);
      return isSince(when.fromDay, view) && (medianOf(values) ?? 0) >= when.interference;
    }
    case 'worst':
      return Math.max(entry.worst ?? 0, entry.usual ?? 0) >= when.points;
    case 'new-place':
      return isNewPlace(entry, when.places, view.placesBefore);
  }
}

function isNewPlace(
  { where = [] }: SavedEntry,
  places: readonly string[],
  before: readonly string[],
): boolean {
  return where.some((place) => places.includes(place) && !before.includes(place));
}

/** So many days on, and a week at least since the day that is compared with. */
function isComparable(days: number, view: ConcernView): boolean {
  return isSince(days, view) && view.day - view.episode.firstKnown >= lately;
}

function isSince(days: number, { episode, day }: ConcernView): boolean {
  return day - episode.countedFrom >= days;
}

/** Whether the last two days with an entry, today's among them, reach this. */
function aboveFor2Days({ episode, day }: ConcernView, pain: number): boolean {
  const last = episode.days.slice(-2);
  return last.length === 2 && last.at(-1)?.day === day && last.every(({ usual }) => usual >= pain);
}

/** Usual pain of days with an entry, without the newest `without` of them, from at most `back` days with an entry ago. */
function usualBetween({ episode }: ConcernView, back: number, without: number): readonly number[] {
  return episode.days.slice(-back, -without).map(({ usual }) => usual);
}

function recentPain({ episode, day }: ConcernView): number | undefined {
  return medianOf(episode.days.filter((each) => each.day > day - lately).map(({ usual }) => usual));
}

function recentEntries({ episode, entry }: ConcernView): readonly SavedEntry[] {
  const from = entry.at - lately * dayMilliseconds;
  return episode.entries.filter(({ at }) => at > from && at <= entry.at);
}

/** Clearly better by points and share, or in something the person wants to do; nothing to compare with counts as gain. */
function hasGained(
  { points, share, goal }: Extract<WatchCondition, { kind: 'no-real-gain' }>,
  view: ConcernView,
): boolean {
  const recent = recentPain(view);
  const start = view.episode.startPain;
  if (recent === undefined || start === undefined || activityGain(view) >= goal) return true;
  const drop = start - recent;
  if (start > lowStart) return drop >= points && drop >= share * start;
  const limits = medianOf(recentEntries(view).flatMap(({ interference }) => interference ?? [])) ?? 0;
  return recent <= start && limits < someInterference;
}

/** By how much the activity that gained most is up from its first rating. */
function activityGain({ episode }: ConcernView): number {
  const first = new Map<string, number>();
  const last = new Map<string, number>();
  for (const { activities } of episode.entries) {
    for (const [name, rating] of Object.entries(activities ?? {})) {
      if (!first.has(name)) first.set(name, rating);
      last.set(name, rating);
    }
  }
  return Math.max(0, ...[...last].map(([name, rating]) => rating - (first.get(name) ?? rating)));
}
