import type { Exercise } from '../../data/exercise-schema.ts';

/** The names by which a plan may call an exercise: its id, its name, and what it is also called. */
export interface CatalogueNames {
  find(name: string): Exercise | undefined;
  /** The longest name at the beginning of a text, and what follows it. */
  findAtStart(text: string): { readonly exercise: Exercise; readonly rest: string } | undefined;
  /** For the nearest name; the names first, since the first of equally near ones is offered. */
  readonly all: readonly string[];
}

/** More words than any name has; keeps a long line cheap. */
const mostWords = 12;

export function catalogueNames(exercises: readonly Exercise[]): CatalogueNames {
  const byName = new Map<string, Exercise>();
  for (const exercise of exercises) {
    for (const name of [exercise.id, exercise.name, ...exercise.alsoCalled]) {
      const key = plainName(name);
      if (!byName.has(key)) byName.set(key, exercise);
    }
  }
  const find = (name: string): Exercise | undefined => byName.get(plainName(name));
  return {
    find,
    findAtStart(text) {
      const ends = [...text.matchAll(/[\p{L}\p{N}'’]+/gu)]
        .slice(0, mostWords)
        .map((word) => word.index + word[0].length);
      for (const end of ends.reverse()) {
        const exercise = find(text.slice(0, end));
        if (exercise !== undefined) return { exercise, rest: text.slice(end) };
      }
      return undefined;
    },
    all: [
      ...exercises.map(({ name }) => name),
      ...exercises.flatMap(({ alsoCalled }) => alsoCalled),
      ...exercises.map(({ id }) => id),
    ],
  };
}

/** One spelling for all: "Hamstring Stretches", "hamstring-stretch" and "hamstring stretch" are one name. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(singular)
    .join(' ');
}

/** Cut the same way on both sides, so what is left need not be a word. */
function singular(word: string): string {
  return word.replace(/(?<=..[^s])s$/, '').replace(/(?<=...)e$/, '');
}
