/** How many years of school a text asks for (Flesch-Kincaid), with syllables counted by vowels. */
export function schoolYears(text: string): number {
  const sentences = text.split(/[.!?:]+(?:\s|$)/).filter((part) => /[a-z]/i.test(part)).length;
  const words = text.toLowerCase().match(/[a-z']+/g) ?? [];
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

function syllablesIn(word: string): number {
  const silent = word.replace(/(?:[^laeiouy]es|[^td]ed|[^aeiouyl]e)$/, (end) => end.slice(0, 1));
  return Math.max(1, silent.match(/[aeiouy]+/g)?.length ?? 0);
}

/** The sentences of a text, without those that are empty. */
export function sentencesIn(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+/).filter((sentence) => sentence !== '');
}
