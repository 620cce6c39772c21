import type { Position } from '../../data/exercise-schema.ts';

const upright: readonly Position[] = ['standing', 'sitting'];
const lying: readonly Position[] = ['lying-on-back', 'lying-on-front', 'side-lying'];

/** Off the floor: on the feet or on a chair. */
export function isUpright(position: Position): boolean {
  return upright.includes(position);
}

/** Whether a position is the one that was asked for; "lying" is any way of lying. */
export function isPosition(position: Position, wanted: Position | 'lying'): boolean {
  return wanted === 'lying' ? lying.includes(position) : position === wanted;
}
