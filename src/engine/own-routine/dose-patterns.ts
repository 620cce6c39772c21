import { type DoseParts, type Quantity, secondsFrom, type WrongDose, wrong } from './dose-parts.ts';

/** What stands at one place of a dose: parts of it, nothing (a word that only joins), or something that cannot be. */
export type Found = DoseParts | WrongDose;

/** A way of saying part of a dose. Groups of the expression are handed over in their order. */
interface Pattern {
  readonly says: RegExp;
  readonly found: (...groups: readonly (string | undefined)[]) => Found;
  /** No part of the dose, and not to be lost. */
  readonly isRemark?: true;
}

const figure = String.raw`-?\d+(?:\.\d+)?`;
/** A number by itself, and not the beginning of a range. */
const number = String.raw`${figure}(?![\d.]*\s?(?:-|to )\s?\d)`;
const minute = `(?:minutes?|mins?|')`;
const second = `(?:seconds?|secs?|s|"|'')`;
const unit = `(?:${second}|${minute}|hours?|hrs?|h|days?|weeks?)(?![a-z'"])`;
const length = `(${number}\\s*${minute}\\s*(?:and )?${number}\\s*${second}(?![a-z])|${number}\\s*${unit})`;
const lengthOrNumber = `(?:${length}|(${number})(?!\\s*[x\\d.]))`;
const repetitions = '(?:slow |easy |gentle )?(?:times?|reps?|repetitions?|holds?)(?![a-z])';
const sets = '(?:sets?|rounds?)(?![a-z])';
const limb =
  '(?:sides?|legs?|arms?|feet|foot|knees?|hips?|hands?|ankles?|shoulders?|directions?|ways?)(?![a-z])';
const between =
  '(?:\\s*(?:in )?(?:between|after)(?: (?:each|every|the))?(?: (?:sets?|holds?|reps?|repetitions?|times?|sides?))?(?![a-z]))?';
const and = String.raw`\s*(?:, and |, then |,|\/| and )\s*`;
const listed = `\\d+(?![\\d.])(?:${and}\\d+(?![\\d.]))+(?!\\s*(?:x|sets?|rounds?|${unit}))`;
const dashed = String.raw`\d+(?:\s*-\s*\d+){2,}`;
const each = `(?: (?:each|every|per|a|apiece)(?: (?:time|rep|repetition|one|hold))?(?![a-z])(?!\\s*${limb}))`;

/** The first that fits is meant, so what says more stands before what says less. */
export const dosePatterns: readonly Pattern[] = [
  {
    says: at(
      `(${number}) (?:times |sessions )?(?:a|per|each|every) (?:day|week)|(?:daily|weekly|every day)(?![a-z])`,
    ),
    found: () => wrong('how often belongs to the whole plan', 'a line "Times: 2 a day" above the exercises'),
  },
  { says: at('(?:no|without)(?: a)? rest'), found: () => ({ rest: { value: 0, said: 'no rest' } }) },
  {
    says: at(`(?:with |then )?(?:a )?rest(?:ing)?(?: of| for|:)? ?${lengthOrNumber}${between}`),
    found: (time, seconds) => ({ rest: lengthOf(time ?? seconds) }),
  },
  {
    says: at(`${length} (?:of )?(?:rest|break|pause)${between}`),
    found: (time) => ({ rest: lengthOf(time) }),
  },
  {
    says: at(`(?:(${number}) )?${sets}(?: of|:)? ?(${listed}|${dashed})(?: ${repetitions})?`),
    found: setsListed,
  },
  { says: at(`()(${listed}) ${repetitions}`), found: setsListed },
  { says: at(`()(${dashed}|\\d+(?:\\s*\\/\\s*\\d+){2,})(?: ${repetitions})?`), found: setsListed },
  {
    says: at(`(?:hold |rest )?(${figure}\\s?(?:-|to )\\s?${figure})`),
    found: (range) => wrong(`"${range}" is a range`, 'one number, and the other as a note after " -- "'),
  },
  {
    says: at(`(${number}) ${sets} ?(?:of |x ?)${length}${each}?`),
    found: (count, time) => ({ setCount: countOf(count), length: lengthOf(time) }),
  },
  {
    says: at(`(${number}) ${sets} ?(?:of |x ?|with )(${number})(?: ${repetitions})?`),
    found: (count, times) => ({ setCount: countOf(count), times: countOf(times) }),
  },
  { says: at(`(?:x ?)?(${number}) ?${sets}`), found: (count) => ({ setCount: countOf(count) }) },
  {
    says: at(`(${number}) ?x ?(${number}) ?x ?${length}${each}?`),
    found: (count, times, time) => ({
      setCount: countOf(count),
      times: countOf(times),
      each: lengthOf(time),
    }),
  },
  {
    says: at(`(${number}) ?x ?${length}(?: holds?)?${each}?`),
    found: (times, time) => ({ times: countOf(times), length: lengthOf(time) }),
  },
  {
    says: at(`(${number}) ?x ?(${number})(?: ${repetitions})?`),
    found: (count, times) => ({ setCount: countOf(count), times: countOf(times) }),
  },
  { says: at(`x ?(${number})(?: ${repetitions})?`), found: (times) => ({ times: countOf(times) }) },
  { says: at(`(${number}) ?x(?![a-z\\d])`), found: (times) => ({ times: countOf(times) }) },
  {
    says: at(`(${number}) ?${repetitions}`),
    found: (times) => ({ times: countOf(times) }),
  },
  {
    says: at(`hold(?:s|ing)?(?: it)?(?: each(?: one)?)?(?: for|:)? ?${lengthOrNumber}${each}?`),
    found: (time, seconds) => ({ hold: lengthOf(time ?? seconds) }),
  },
  { says: at(`${length} holds?(?![a-z])`), found: (time) => ({ hold: lengthOf(time) }) },
  { says: at(`${length}${each}`), found: (time) => ({ each: lengthOf(time) }) },
  { says: at(length), found: (time) => ({ length: lengthOf(time) }) },
  { says: at(`both(?: ${limb})? (?:together|at once|at the same time)`), found: () => ({ sides: 1 }) },
  { says: at(`(?:on |to |for )?(?:a|each|both|either|every|per) ${limb}`), found: () => ({ sides: 2 }) },
  {
    says: at(`left ?(?:and|&|\\/|\\+) ?right(?: ${limb})?|l ?(?:\\/|&|and) ?r(?![a-z])`),
    found: () => ({ sides: 2 }),
  },
  {
    says: at(`(?:only )?(?:on )?(?:the )?left(?: ${limb})?(?: only)?(?![a-z])`),
    found: () => ({ only: 'left' }),
  },
  {
    says: at(`(?:only )?(?:on )?(?:the )?right(?: ${limb})?(?: only)?(?![a-z])`),
    found: () => ({ only: 'right' }),
  },
  { says: at('(?:the )?easier(?: version| way| one)?(?![a-z])'), found: () => ({ variant: 'easier' }) },
  { says: at('(?:the )?deeper(?: version| way| one)?(?![a-z])'), found: () => ({ variant: 'deeper' }) },
  { says: at('(?:very )?(?:slow(?:ly)?|gent(?:le|ly))(?![a-z])'), found: () => ({}), isRemark: true },
  { says: at('(?:with|and|then|for|of)(?![a-z])'), found: () => ({}) },
];

function at(source: string): RegExp {
  return new RegExp(source, 'y');
}

function setsListed(count: string | undefined, list = ''): Found {
  const setList = [...list.matchAll(/\d+/g)].map(([repetitions]) => countOf(repetitions));
  return count === undefined || count === '' ? { setList } : { setCount: countOf(count), setList };
}

function countOf(said = ''): Quantity {
  return { value: Number(said), said };
}

/** Seconds; a number alone is seconds. */
function lengthOf(said = ''): Quantity {
  let value = 0;
  for (const [, amount, unitWord = ''] of said.matchAll(/(-?\d+(?:\.\d+)?)\s*([a-z]+|'+|")?/g)) {
    value += secondsFrom(Number(amount), secondsIn(unitWord));
  }
  return { value, said };
}

function secondsIn(unitWord: string): number {
  if (unitWord === "'" || unitWord.startsWith('m')) return 60;
  const long: { readonly [letter: string]: number } = { h: 3600, d: 86_400, w: 604_800 };
  return long[unitWord.charAt(0)] ?? 1;
}
