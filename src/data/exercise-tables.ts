import type { ExerciseTables } from './exercise-schema.ts';
import { exercises } from './exercises/index.ts';
import { planningFlags } from './planning-flags.ts';
import { routines } from './routines.ts';
import { stages } from './stages.ts';

/** Exercises, routines and what may rule them out, for the routine planner. */
export const exerciseTables: ExerciseTables = { exercises, routines, flags: planningFlags, stages };
