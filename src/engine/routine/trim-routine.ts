import { getReadySeconds } from '../practice/dose-length.ts';
import { doseRangeOf, doseWithin } from './dose-range.ts';
import { doseInWords } from './dose-words.ts';
import { inSequence, secondsOfItems, type UnplacedItem } from './in-sequence.ts';
import type { PlannedItem, RoutineRequest } from './plan.ts';

/**
 * As much of a routine as fits the minutes, in its own order. It is cut from the end, first where another exercise for
 * the same part of the body stays in; the last one left, or else the first that then fits, is shortened. Empty when none does.
 */
export function trimmed(
  items: readonly UnplacedItem[],
  minutes: number,
  { spoken, stage }: Pick<RoutineRequest, 'spoken' | 'stage'>,
): readonly PlannedItem[] {
  let left = items;
  let placed = inSequence(left, spoken);
  while (secondsOfItems(placed) > minutes * 60 && left.length > 1) {
    const gone = leastMissed(left);
    left = left.filter((_, index) => index !== gone);
    placed = inSequence(left, spoken);
  }
  if (secondsOfItems(placed) <= minutes * 60) return placed;
  const [shortened] = [...left, ...items].flatMap(
    (item) => shortenedTo(item, minutes, { spoken, stage }) ?? [],
  );
  return shortened === undefined ? [] : inSequence([shortened], spoken);
}

/** An item alone, with the largest dose that fits; undefined when none does. */
function shortenedTo(
  item: UnplacedItem,
  minutes: number,
  { spoken, stage }: Pick<RoutineRequest, 'spoken' | 'stage'>,
): UnplacedItem | undefined {
  const { exercise, dose, variant } = item;
  const time = minutes * 60 - getReadySeconds(exercise, { spoken, variant });
  const shorter = doseWithin(doseRangeOf({ ...exercise, dose }, stage, 'same'), time);
  return shorter === undefined ? undefined : { ...item, dose: shorter, how: doseInWords(shorter) };
}

/** Whole minutes in which at least the shortest of these items fits, made as short as it goes. */
export function fewestMinutes(
  items: readonly UnplacedItem[],
  { spoken, stage }: Pick<RoutineRequest, 'spoken' | 'stage'>,
): number {
  const shortest = items.map(
    ({ exercise, dose, variant }) =>
      getReadySeconds(exercise, { spoken, variant }) +
      doseRangeOf({ ...exercise, dose }, stage, 'same').least,
  );
  return Math.ceil(Math.min(...shortest) / 60);
}

/** The last item whose part of the body another one works on too, else the last of all. */
function leastMissed(items: readonly UnplacedItem[]): number {
  const partOf = (item: UnplacedItem | undefined) => item?.exercise.bodyParts[0];
  const shared = items.findLastIndex((item, index) =>
    items.some((other, place) => place !== index && partOf(other) === partOf(item)),
  );
  return shared < 0 ? items.length - 1 : shared;
}
