import { type DoseParts, saidParts, type WrongDose, wrong } from './dose-parts.ts';
import { dosePatterns, type Found } from './dose-patterns.ts';
import { quoted } from './own-routine.ts';

export type DoseTextReading =
  | {
      readonly kind: 'parts';
      readonly parts: DoseParts;
      /** Asides in brackets that are no part of the dose. */
      readonly asides: readonly string[];
    }
  | WrongDose;

/** Far longer than a dose can be said; keeps a long line cheap. */
const mostCharacters = 200;

const numbersInWords: { readonly [word: string]: number } = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
};
const numberWord = new RegExp(
  `\\b(${Object.keys(numbersInWords).join('|')})(?= (?:slow |easy |gentle )?(?:sets?|times?|reps?|repetitions?|rounds?|holds?|seconds?|minutes?|mins?)\\b)|(?<=\\b(?:sets? of|hold|rest) )(${Object.keys(numbersInWords).join('|')})\\b`,
  'g',
);

/** What a dose in a clinician's words says: "hold 30 s, 2 times, each side, rest 10 s", "3 x 8", "10 min". */
export function readDoseText(text: string): DoseTextReading {
  if (text.length > mostCharacters) {
    return wrong('this is too long for a dose', 'a short dose; the rest as a note after " -- "');
  }
  const asides: string[] = [];
  // In brackets, only what has a number is a dose.
  const open = text.replace(/\(([^()]*)\)/g, (whole, inside: string) => {
    if (/\d/.test(inside)) return `, ${inside},`;
    if (readWords(plainDose(inside)).kind === 'parts') return `, ${inside},`;
    asides.push(whole.slice(1, -1).trim());
    return ',';
  });
  const reading = readWords(plainDose(open));
  if (reading.kind === 'wrong') return reading;
  return { ...reading, asides: [...asides.filter((aside) => aside !== ''), ...reading.asides] };
}

function readWords(text: string): DoseTextReading {
  let parts: DoseParts = {};
  const asides: string[] = [];
  for (let place = 0; place < text.length; ) {
    const gap = /[\s,;.+&]+/y;
    gap.lastIndex = place;
    place += gap.exec(text)?.[0].length ?? 0;
    if (place >= text.length) break;
    const next = foundAt(text, place);
    if (next === undefined) return notUnderstood(text, place);
    const { found, end, isRemark } = next;
    if ('kind' in found) return found;
    const before = saidParts(parts);
    if (saidParts(found).some((part) => before.includes(part)))
      return wrong(`${quoted(text.slice(place, end))} says again what was said before it`, 'each thing once');
    if (isRemark) asides.push(text.slice(place, end));
    parts = { ...parts, ...found };
    place = end;
  }
  return { kind: 'parts', parts, asides };
}

function foundAt(
  text: string,
  place: number,
): { readonly found: Found; readonly end: number; readonly isRemark: boolean } | undefined {
  for (const { says, found, isRemark = false } of dosePatterns) {
    says.lastIndex = place;
    const match = says.exec(text);
    if (match !== null) return { found: found(...match.slice(1)), end: says.lastIndex, isRemark };
  }
  return undefined;
}

function notUnderstood(text: string, place: number): WrongDose {
  const words = /[^,;]+/y;
  words.lastIndex = place;
  const said = quoted(words.exec(text)?.[0] ?? text.slice(place));
  return /^"-?\d+(?:\.\d+)?(?:"$| (?:each|per|a|on|both) )/.test(said)
    ? wrong(`${said} does not say what it counts`, '"8 times", "3 sets of 8", "hold 30 s" or "10 min"')
    : wrong(
        `${said} is not a dose we understand`,
        'a dose such as "hold 30 s, 2 times, each side, rest 10 s" or "3 sets of 8, 6 s each"; anything else goes after " -- "',
      );
}

/** One spelling: small letters, straight quotes, "x" for every cross, "-" for every dash, figures for words. */
function plainDose(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[×✕✖*]/g, 'x')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[“”″]/g, '"')
    .replace(/[‘’′]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/\bonce\b/g, '1 time')
    .replace(/\btwice\b/g, '2 times')
    .replace(/\b(\d+|one) and a half (?=min)/g, (_, whole: string) => `${whole === 'one' ? 1 : whole}.5 `)
    .replace(/\bhalf a minute\b/g, '30 s')
    .replace(numberWord, (word) => String(numbersInWords[word] ?? word))
    .trim();
}
