import fc from 'fast-check';
import {
  equipmentSchema,
  type Position,
  positionSchema,
  type StageNumber,
} from '../../../src/data/exercise-schema.ts';
import { exerciseTables } from '../../../src/data/exercise-tables.ts';
import { remedyTargets } from '../../../src/data/remedy-schema.ts';
import { subtypeIds } from '../../../src/data/schema.ts';
import type { RaisedFlag, RoutineRequest } from '../../../src/engine/routine/plan.ts';

/** The exercises, routines and flags as they are shipped. */
export const tables = exerciseTables;

export const everyThing = equipmentSchema.options;
export const everyStage: readonly StageNumber[] = [1, 2, 3, 4, 5];
export const everyPosition: readonly (Position | 'lying' | undefined)[] = [
  undefined,
  ...positionSchema.options,
  'lying',
];
export const everyTarget = [undefined, ...remedyTargets] as const;

const anyRequest: RoutineRequest = {
  minutes: 8,
  equipment: everyThing,
  floorWork: true,
  stage: 3,
  chronicity: 'subacute',
  flags: [],
  seed: 1,
  recent: [],
  effort: 'same',
  spoken: false,
};

/** Eight minutes with everything at hand, in the rebuilding stage, with some of it changed. */
export function requestOf(changes: Partial<RoutineRequest> = {}): RoutineRequest {
  return { ...anyRequest, ...changes };
}

/** A flag with an answer that cannot be mistaken for another's. */
export function raised(...flags: readonly string[]): readonly RaisedFlag[] {
  return flags.map((flag) => ({ flag, because: `you said yes to "${flag}"` }));
}

export function exerciseOf(id: string) {
  const found = tables.exercises.find((exercise) => exercise.id === id);
  if (found === undefined) throw new Error(`No exercise ${id}`);
  return found;
}

export function routineOf(id: string) {
  const found = tables.routines.find((routine) => routine.id === id);
  if (found === undefined) throw new Error(`No routine ${id}`);
  return found;
}

export const someFlags: fc.Arbitrary<readonly RaisedFlag[]> = fc
  .subarray(tables.flags.map(({ id }) => id))
  .map((ids) => raised(...ids));

/** A few flags at once, as people have them. */
export const fewFlags: fc.Arbitrary<readonly RaisedFlag[]> = fc
  .uniqueArray(fc.constantFrom(...tables.flags.map(({ id }) => id)), { maxLength: 4 })
  .map((ids) => raised(...ids));

/** Any request at all. */
export const someRequest: fc.Arbitrary<RoutineRequest> = fc.record({
  minutes: fc.integer({ min: 1, max: 30 }),
  position: fc.constantFrom(...everyPosition),
  equipment: fc.subarray([...everyThing]),
  floorWork: fc.boolean(),
  target: fc.constantFrom(...everyTarget),
  subtypes: fc.subarray([...subtypeIds]),
  stage: fc.constantFrom(...everyStage),
  chronicity: fc.constantFrom('acute', 'subacute', 'chronic'),
  flags: fc.oneof(fewFlags, someFlags),
  seed: fc.integer({ min: 0, max: 100_000 }),
  recent: fc.subarray(tables.exercises.map(({ id }) => id)),
  effort: fc.constantFrom('less', 'same', 'more'),
  spoken: fc.boolean(),
});
