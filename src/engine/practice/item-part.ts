import type { Exercise } from '../../data/exercise-schema.ts';
import type { PlannedItem } from '../routine/plan.ts';

/** An item of the plan with its number, from which segments are made. */
export interface ItemPart {
  readonly planned: PlannedItem;
  readonly item: number;
}

export type Side = 'left' | 'right';

const ofTheLeg: ReadonlySet<string> = new Set(['hamstrings', 'hips', 'legs']);

/** What the exercise calls this side; else "left leg" where it works on a leg, and "left side". */
export function sideName({ bodyParts, sides }: Exercise, side: Side): string {
  return sides?.[side] ?? `${side} ${ofTheLeg.has(bodyParts[0] ?? '') ? 'leg' : 'side'}`;
}
