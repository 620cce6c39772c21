/** A text asks for so many years of school at most: it is read at the age of twelve or thirteen. */
export const mostSchoolYears = 8;

/**
 * How many years of school a text asks for (Flesch-Kincaid), with syllables counted by vowels. As Flesch counts it, a sentence
 * is also what a colon, a semicolon or a dash ends: the items of a list are read one by one.
 */
export function schoolYears(text: string): number {
  const parts = text.split(/[.!?:;]+(?:\s|$)| [–-] /);
  const sentences = parts.filter((part) => /[a-z]/i.test(part)).length;
  const words = spokenWords(text);
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

/** The words of a text as they are spoken, without numbers and marks. */
export function spokenWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z']+/g) ?? [];
}

export function syllablesIn(word: string): number {
  const silent = word.replace(/(?:[^laeiouy]es|[^td]ed|[^aeiouyl]e)$/, (end) => end.slice(0, 1));
  return Math.max(1, silent.match(/[aeiouy]+/g)?.length ?? 0);
}

/** The sentences of a text, without those that are empty. */
export function sentencesIn(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+/).filter((sentence) => sentence !== '');
}
