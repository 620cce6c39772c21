import type { Exercise } from '../exercise-schema.ts';
import type { Sourced } from '../sources.ts';
import { hamstringStretches } from './hamstring-stretches.ts';
import { hipStretches } from './hip-stretches.ts';
import { mobility } from './mobility.ts';
import { relaxation } from './relaxation.ts';
import { reliefAndWalking } from './relief-and-walking.ts';
import { strength } from './strength.ts';
import { trunkStrength } from './trunk-strength.ts';
import { upperStretches } from './upper-stretches.ts';

/** All exercises, in the order of a list. */
export const exercises: readonly Sourced<Exercise>[] = [
  ...hamstringStretches,
  ...hipStretches,
  ...upperStretches,
  ...mobility,
  ...trunkStrength,
  ...strength,
  ...reliefAndWalking,
  ...relaxation,
];
