import type { Poses } from '../exercise-schema.ts';
import { floorPoses } from './floor-poses.ts';
import { lyingPoses } from './lying-poses.ts';
import { sittingPoses } from './sitting-poses.ts';
import { standingPoses } from './standing-poses.ts';

/** Joint angles of every exercise, and what its pictures show. */
export const poses = {
  ...lyingPoses,
  ...floorPoses,
  ...standingPoses,
  ...sittingPoses,
} as const satisfies { readonly [exercise: string]: Poses };
