import type { Equipment, Exercise, ExerciseTables, Position, Routine } from '../../data/exercise-schema.ts';
import type { RemedyTarget } from '../../data/remedy-schema.ts';
import { isPosition } from './body-positions.ts';

/** What a list is narrowed down to. Left out: everything. */
export interface CatalogueFilter {
  readonly kind?: Exercise['kind'] | undefined;
  readonly position?: Position | 'lying' | undefined;
  /** Only what can be done with these things; an empty list: with nothing at all. */
  readonly equipment?: readonly Equipment[] | undefined;
  readonly target?: RemedyTarget | undefined;
  readonly bodyPart?: Exercise['bodyParts'][number] | undefined;
}

export interface Catalogue {
  readonly routines: readonly Routine[];
  readonly exercises: readonly Exercise[];
}

/**
 * Exercises and routines that a filter leaves, in the order of the tables. A routine stays when all of it can be done in
 * the position and with the things, some of it is of the kind and for the part of the body, and it is for the target.
 */
export function catalogueOf(
  { exercises, routines }: Pick<ExerciseTables, 'exercises' | 'routines'>,
  filter: CatalogueFilter,
): Catalogue {
  const { target, ...ofExercises } = filter;
  const isNarrowed = Object.values(ofExercises).some((wish) => wish !== undefined);
  const byId = new Map(exercises.map((exercise) => [exercise.id, exercise]));
  return {
    routines: routines.filter((routine) => {
      const parts = exercisesOf(routine).flatMap((id) => byId.get(id) ?? []);
      return (
        isFor(routine, target) &&
        parts.every((exercise) => canBeDone(exercise, ofExercises)) &&
        // A clinician's plan may hold only exercises that nobody else knows.
        (!isNarrowed || parts.some((exercise) => isAbout(exercise, ofExercises)))
      );
    }),
    exercises: exercises.filter(
      (exercise) => isFor(exercise, target) && canBeDone(exercise, filter) && isAbout(exercise, filter),
    ),
  };
}

/** Ids of everything that a routine may hold, its turns included, each once. */
export function exercisesOf({ steps, rotation = [] }: Routine): readonly string[] {
  return [...new Set([...steps, ...rotation].map(({ exercise }) => exercise))];
}

/** Parts of a filter whose removal alone gives something, with how many exercises and routines that is. */
export function widerFilters(
  tables: Pick<ExerciseTables, 'exercises' | 'routines'>,
  filter: CatalogueFilter,
): readonly { readonly without: keyof CatalogueFilter; readonly count: number }[] {
  const names = ['kind', 'position', 'equipment', 'target', 'bodyPart'] as const;
  return names
    .filter((name) => filter[name] !== undefined)
    .map((without) => {
      const { exercises, routines } = catalogueOf(tables, { ...filter, [without]: undefined });
      return { without, count: exercises.length + routines.length };
    })
    .filter(({ count }) => count > 0);
}

function isFor(entry: Exercise | Routine, target: RemedyTarget | undefined): boolean {
  return target === undefined || entry.for.includes(target);
}

function canBeDone({ position, ways }: Exercise, filter: CatalogueFilter): boolean {
  const { equipment } = filter;
  return (
    (filter.position === undefined || isPosition(position, filter.position)) &&
    (equipment === undefined || ways.some((way) => way.every((thing) => equipment.includes(thing))))
  );
}

function isAbout({ kind, bodyParts }: Exercise, filter: CatalogueFilter): boolean {
  return (
    (filter.kind === undefined || kind === filter.kind) &&
    (filter.bodyPart === undefined || bodyParts.includes(filter.bodyPart))
  );
}
