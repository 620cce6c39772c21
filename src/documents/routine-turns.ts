import type { PlannedItem, RoutinePlan } from '../engine/routine/plan.ts';

export type PlannedRoutine = Extract<RoutinePlan, { kind: 'routine' }>;

/** The sessions of a day that have something to do. */
export function plannedOf(plans: readonly RoutinePlan[]): readonly PlannedRoutine[] {
  return plans.filter((plan) => plan.kind === 'routine');
}

/** What the sessions of a day do, in the order of the day: what comes back in a later turn stands once. */
export function distinctItems(plans: readonly PlannedRoutine[]): readonly PlannedItem[] {
  const [first, ...others] = plans;
  const items = [...(first?.items ?? [])];
  for (const item of others.flatMap((plan) => plan.items)) if (placeOf(item, items) < 0) items.push(item);
  return items;
}

/** Where an item stands, or else the same exercise in the same version; -1 where neither does. */
export function placeOf(wanted: PlannedItem, items: readonly PlannedItem[]): number {
  const place = items.indexOf(wanted);
  if (place >= 0) return place;
  const { exercise, variant } = wanted;
  return items.findIndex((item) => item.exercise.id === exercise.id && item.variant === variant);
}
