/** What a plan says about how much, before it is known what that means for the exercise. */

/** A number, and how it stood in the file. */
export interface Quantity {
  /** Seconds, where it is a time. */
  readonly value: number;
  readonly said: string;
}

export interface DoseParts {
  /** Repetitions of each set. */
  readonly setList?: readonly Quantity[] | undefined;
  readonly setCount?: Quantity | undefined;
  readonly times?: Quantity | undefined;
  readonly hold?: Quantity | undefined;
  /** How long one repetition takes. */
  readonly each?: Quantity | undefined;
  /** A time that is not said of what. */
  readonly length?: Quantity | undefined;
  readonly rest?: Quantity | undefined;
  readonly sides?: 1 | 2 | undefined;
  /** Done on this side and not on the other. */
  readonly only?: 'left' | 'right' | undefined;
  readonly variant?: 'easier' | 'deeper' | undefined;
}

/** Seconds in so many units of time; 16.9 minutes are 1014 seconds, which floating point misses by a hair. */
export function secondsFrom(amount: number, secondsInUnit: number): number {
  return Math.round(amount * secondsInUnit * 1000) / 1000;
}

/** The rest of a sentence about what is wrong, and what would be right. */
export interface WrongDose {
  readonly kind: 'wrong';
  readonly message: string;
  readonly expected: string;
  /** Which part it is, where it is one. */
  readonly part?: DosePart;
}

export function wrong(message: string, expected: string): WrongDose {
  return { kind: 'wrong', message, expected };
}

export type DosePart = keyof DoseParts;

/** The parts that were said. */
export function saidParts(parts: DoseParts): readonly DosePart[] {
  const names: readonly DosePart[] = [...countedParts, ...otherParts];
  return names.filter((part) => parts[part] !== undefined);
}

interface Bounds {
  readonly what: string;
  readonly least: number;
  readonly most: number;
  readonly expected: string;
}

/** Wider than any plan for a sore back needs: what lies outside is a slip of the pen. */
const bounds = {
  setList: { what: 'the repetitions in a set', least: 1, most: 50, expected: 'a whole number from 1 to 50' },
  setCount: { what: 'the number of sets', least: 1, most: 10, expected: 'a whole number from 1 to 10' },
  times: { what: 'the number of repetitions', least: 1, most: 50, expected: 'a whole number from 1 to 50' },
  hold: { what: 'a hold', least: 1, most: 180, expected: '1 to 180 seconds' },
  each: { what: 'one repetition', least: 1, most: 180, expected: '1 to 180 seconds' },
  rest: { what: 'a rest', least: 0, most: 300, expected: '0 to 300 seconds' },
  timed: { what: 'the time', least: 60, most: 3600, expected: '1 to 60 minutes' },
} as const satisfies { readonly [part: string]: Bounds };

const countedParts = ['setList', 'setCount', 'times'] as const;
const otherParts = ['hold', 'each', 'length', 'rest', 'sides', 'only', 'variant'] as const;

/** The first part that no plan can mean; undefined when all can be meant. A time without a purpose is checked when it has one. */
export function outOfBounds(parts: DoseParts): WrongDose | undefined {
  const list = parts.setList ?? [];
  if (list.length > bounds.setCount.most) {
    return {
      ...wrong(`the number of sets cannot be ${list.length}`, bounds.setCount.expected),
      part: 'setList',
    };
  }
  for (const repetitions of list) {
    const problem = checkBounds('setList', repetitions);
    if (problem !== undefined) return problem;
  }
  for (const part of ['setCount', 'times', 'hold', 'each', 'rest'] as const) {
    const quantity = parts[part];
    const problem = quantity === undefined ? undefined : checkBounds(part, quantity);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** What is wrong with one number. Times may have half seconds. */
export function checkBounds(part: keyof typeof bounds, { value, said }: Quantity): WrongDose | undefined {
  const { what, least, most, expected } = bounds[part];
  const isWhole = Number.isInteger(countedParts.some((counted) => counted === part) ? value : value * 2);
  if (isWhole && value >= least && value <= most) return undefined;
  return { ...wrong(`${what} cannot be ${said}`, expected), part: part === 'timed' ? 'length' : part };
}
