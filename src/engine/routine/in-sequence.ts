import { itemSeconds, positionOf } from '../practice/dose-length.ts';
import type { PlannedItem } from './plan.ts';

/** An item that has no place yet: how long getting into it takes depends on what comes before. */
export type UnplacedItem = Omit<PlannedItem, 'seconds'>;

/** The items in this order, each with its seconds there. */
export function inSequence(items: readonly UnplacedItem[], spoken: boolean): readonly PlannedItem[] {
  return items.map((item, index) => {
    const previous = items[index - 1];
    const before = previous && positionOf(previous.exercise, previous.variant);
    return {
      ...item,
      seconds: itemSeconds(item.exercise, item.dose, { before, spoken, variant: item.variant }),
    };
  });
}

export function secondsOfItems(items: readonly PlannedItem[]): number {
  return items.reduce((sum, { seconds }) => sum + seconds, 0);
}
