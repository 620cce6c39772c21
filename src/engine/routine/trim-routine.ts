import { getReadySeconds, secondsOf } from '../practice/dose-length.ts';
import { doseRangeOf, doseWithin } from './dose-range.ts';
import { doseInWords } from './dose-words.ts';
import { inSequence, secondsOfItems, type UnplacedItem } from './in-sequence.ts';
import type { PlannedItem, RoutineRequest } from './plan.ts';

type Pace = Pick<RoutineRequest, 'spoken' | 'stage'>;

export interface TrimRequest extends Pace {
  /** The doses were set by somebody who knows the person: one is made shorter only where nothing fits as it is. */
  readonly own?: boolean | undefined;
}

/** A place for each item of the routine, in its order; empty where it is left out. */
type Places = readonly (UnplacedItem | undefined)[];

/** With less time free than a minute, or than a quarter of all, nothing is made shorter to fill it. */
const leastFreeSeconds = 60;
const freePart = 1 / 4;

/**
 * As much of a routine as fits the minutes, in its own order. It is cut from the end, first where another exercise for
 * the same part of the body stays in. What then still fits comes back, the last cut first: as it is, and where much time
 * is left made shorter. When not one fits as it is, the first that can be is shortened. Empty when none can.
 */
export function trimmed(
  items: readonly UnplacedItem[],
  minutes: number,
  request: TrimRequest,
): readonly PlannedItem[] {
  const time = minutes * 60;
  const { kept, cut } = cutTo(items, time, request.spoken);
  const whole = cut.reduce<Places>((places, index) => {
    const more = places.with(index, items[index]);
    return secondsOfPlaces(more, request.spoken) <= time ? more : places;
  }, kept);
  // The one that was kept longest, else the first that can be short enough.
  const order = [...cut.slice(0, 1), ...items.keys()];
  const started = whole.some((item) => item !== undefined)
    ? whole
    : withFirstShortened(items, { order, time }, request);
  const filled = request.own === true ? started : withShortened(started, { items, cut, time }, request);
  return inPlaces(filled, request.spoken);
}

/** What fits once the least missed are gone, and places of those, the last that went first. */
function cutTo(
  items: readonly UnplacedItem[],
  time: number,
  spoken: boolean,
): { readonly kept: Places; readonly cut: readonly number[] } {
  let kept: Places = items;
  const cut: number[] = [];
  while (secondsOfPlaces(kept, spoken) > time) {
    const gone = leastMissed(kept);
    cut.unshift(gone);
    kept = kept.with(gone, undefined);
  }
  return { kept, cut };
}

function withFirstShortened(
  items: readonly UnplacedItem[],
  { order, time }: { readonly order: readonly number[]; readonly time: number },
  pace: Pace,
): Places {
  const none: Places = items.map(() => undefined);
  for (const index of order) {
    const item = items[index];
    const shorter = item && shortenedTo(item, time - getReadyAlone(item, pace), pace);
    if (shorter !== undefined) return none.with(index, shorter);
  }
  return none;
}

/** Much of the time is free: what was cut comes back in as large a dose as fits there. */
function withShortened(
  places: Places,
  {
    items,
    cut,
    time,
  }: { readonly items: readonly UnplacedItem[]; readonly cut: readonly number[]; readonly time: number },
  { spoken, stage }: Pace,
): Places {
  return cut.reduce<Places>((now, index) => {
    const item = items[index];
    const free = time - secondsOfPlaces(now, spoken);
    if (item === undefined || now[index] !== undefined || free < Math.max(leastFreeSeconds, time * freePart))
      return now;
    // The way to the next one may change too, so all of it is counted.
    const around = secondsOfPlaces(now.with(index, item), spoken) - secondsOf(item.dose);
    const shorter = shortenedTo(item, time - around, { spoken, stage });
    return shorter === undefined ? now : now.with(index, shorter);
  }, places);
}

/** An item with the largest dose that takes no longer than this; undefined when none does. */
function shortenedTo(item: UnplacedItem, seconds: number, { stage }: Pace): UnplacedItem | undefined {
  const { exercise, dose } = item;
  const shorter = doseWithin(doseRangeOf({ ...exercise, dose }, stage, 'same'), seconds);
  return shorter === undefined ? undefined : { ...item, dose: shorter, how: doseInWords(shorter) };
}

/** Whole minutes in which at least the shortest of these items fits, made as short as it goes. */
export function fewestMinutes(items: readonly UnplacedItem[], pace: Pace): number {
  const shortest = items.map(
    (item) =>
      getReadyAlone(item, pace) +
      doseRangeOf({ ...item.exercise, dose: item.dose }, pace.stage, 'same').least,
  );
  return Math.ceil(Math.min(...shortest) / 60);
}

function getReadyAlone({ exercise, variant }: UnplacedItem, { spoken }: Pace): number {
  return getReadySeconds(exercise, { spoken, variant });
}

/** Place of the last item whose part of the body another one works on too, else of the last of all. */
function leastMissed(places: Places): number {
  const partOf = (item: UnplacedItem | undefined) => item?.exercise.bodyParts[0];
  const shared = places.findLastIndex(
    (item, index) =>
      item !== undefined && places.some((other, place) => place !== index && partOf(other) === partOf(item)),
  );
  return shared < 0 ? places.findLastIndex((item) => item !== undefined) : shared;
}

function inPlaces(places: Places, spoken: boolean): readonly PlannedItem[] {
  return inSequence(
    places.flatMap((item) => item ?? []),
    spoken,
  );
}

function secondsOfPlaces(places: Places, spoken: boolean): number {
  return secondsOfItems(inPlaces(places, spoken));
}
