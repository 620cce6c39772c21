import { lengthInWords, mostLetters, mostMinutes, type OwnWords, smallMinutes } from './commitment.ts';

export type OwnWordsProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly letters: number; readonly most: number }
  /** Nothing says when. */
  | { readonly kind: 'no-cue' }
  /** "Try", "more" and "less" cannot be ticked off. */
  | { readonly kind: 'vague'; readonly word: string }
  /** A painkiller or a dose: that is for a pharmacist or a doctor. */
  | { readonly kind: 'medicine' }
  | { readonly kind: 'too-big'; readonly minutes: number; readonly most: number };

export interface OwnWordsCheck {
  /** As they would be kept. */
  readonly words: OwnWords;
  readonly problems: readonly OwnWordsProblem[];
  /** It may be kept as it is; the other problems are offers. */
  readonly isUsable: boolean;
  /** The same words made easier to keep, where that can be done. */
  readonly rewrite?: OwnWords;
}

const parts =
  /^(if|when|after|as soon as|once|before)\s+(.+?)(?:\s*,\s*(?:then\s+)?|\s+then\s+)(?:i(?:'ll| will|'m going to)?\s+)?(.+)$/i;
const vague = /\b(try(?: to)?|more|less)\b/i;
const medicine =
  /\b\d+ ?(?:mg|mcg|µg|milligrams?)\b|\b(?:painkillers?|ibuprofen|paracetamol|acetaminophen|aspirin|naproxen|diclofenac|codeine|tramadol|morphine|metamizole?)\b/i;
const clock =
  /\b(?:at|by|before|around) (?:\d{1,2}(?:[:.]\d{2})?(?: ?[ap]m)?|noon|midnight|lunch|breakfast|dinner|bedtime)\b/i;

/** Takes a line apart: "If I close my laptop, then I walk" or just "walk at 17:30". */
export function readOwnWords(line: string): OwnWords {
  const text = cleaned(line).replace(/[.!\s]+$/, '');
  const match = parts.exec(text);
  if (match !== null) {
    const [, opening = 'if', cue = '', does = ''] = match;
    const isIf = /^(if|when|once|as soon as)$/i.test(opening);
    return withMinutes({
      cue: isIf ? cue : `it is ${opening.toLowerCase()} ${cue}`,
      does: inFirstPerson(does),
    });
  }
  const at = clock.exec(text);
  const does = inFirstPerson(text);
  // A time of day is a cue: it comes by itself.
  return withMinutes(
    at === null
      ? { cue: '', does }
      : { cue: `it is ${timeIn(at[0])}`, does: inFirstPerson(cleaned(text.replace(at[0], ''))) },
  );
}

/** Whether it can be kept, and how it could be said better. Words that ask for help never come here: see `raw-gate.ts`. */
export function checkOwnWords(given: OwnWords): OwnWordsCheck {
  const words = withMinutes({ ...given, cue: cleaned(given.cue), does: inFirstPerson(cleaned(given.does)) });
  const letters = words.cue.length + words.does.length;
  const vagueWord = vague.exec(words.does)?.[0].toLowerCase();
  const { minutes } = words;
  const problems: readonly (OwnWordsProblem | false)[] = [
    words.does === '' && { kind: 'empty' },
    medicine.test(`${words.cue} ${words.does}`) && { kind: 'medicine' },
    letters > mostLetters && { kind: 'too-long', letters, most: mostLetters },
    words.cue === '' && { kind: 'no-cue' },
    vagueWord !== undefined && { kind: 'vague', word: vagueWord.split(' ')[0] ?? vagueWord },
    minutes !== undefined && minutes > mostMinutes && { kind: 'too-big', minutes, most: mostMinutes },
  ];
  const found = problems.filter((problem) => problem !== false);
  const isUsable = !found.some(({ kind }) => kind === 'empty' || kind === 'too-long' || kind === 'medicine');
  const rewrite = isUsable && found.length > 0 ? rewritten(words) : undefined;
  return {
    words,
    problems: found,
    isUsable,
    ...(rewrite === undefined ? {} : { rewrite }),
  };
}

/** One line without anything that a terminal could take for a command. */
export function cleaned(text: string): string {
  return text
    .replace(/[\p{Control}\p{Format}\p{Surrogate}\p{Private_Use}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A cue that everybody has, the vague word gone, and a size that is surely doable. Undefined where nothing is left of it. */
function rewritten({ cue, does, minutes }: OwnWords): OwnWords | undefined {
  const isVague = vague.test(does);
  const plain = cleaned(does.replace(/\btry(?: to)?\b/gi, '').replace(/\b(?:more|less)\b/gi, ''));
  const size = minutes === undefined ? (isVague ? smallMinutes : undefined) : Math.min(minutes, mostMinutes);
  const bare = cleaned(plain.replace(lengthInWords, ''));
  const text = size === undefined || size === minutes ? plain : `${bare} for ${size} minutes`;
  const better = {
    cue: cue === '' ? 'I have finished my breakfast' : cue,
    does: text,
    ...(size === undefined ? {} : { minutes: size }),
  };
  const isFine = bare !== '' && better.cue.length + text.length <= mostLetters && !vague.test(text);
  return isFine && (minutesIn(text) ?? 0) <= mostMinutes ? better : undefined;
}

function withMinutes({ cue, does, minutes }: OwnWords): OwnWords {
  const named = minutes ?? minutesIn(does);
  return { cue, does, ...(named === undefined ? {} : { minutes: named }) };
}

function minutesIn(text: string): number | undefined {
  const match = lengthInWords.exec(text);
  if (match === null) return undefined;
  const [, digits, word = '', unit = ''] = match;
  const inWords: { readonly [word: string]: number } = {
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    'half an': 0.5,
  };
  const count = digits === undefined ? (inWords[word.toLowerCase()] ?? 1) : Number(digits);
  return unit.toLowerCase().startsWith('h') ? count * 60 : count;
}

/** "I'll walk" and "walk" both go on with "then I". */
function inFirstPerson(text: string): string {
  return text.replace(/^(?:then\s+)?i(?:'ll| will|'m going to)?\s+/i, '').replace(/[.!\s]+$/, '');
}

function timeIn(text: string): string {
  return text.replace(/^(?:at|by|around) /i, '');
}
