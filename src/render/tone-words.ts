import type { Tone } from '../documents/document.ts';

/** What each tone is called where its symbol cannot be seen; calm needs no word. */
const words: Readonly<Record<Tone, string>> = {
  emergency: 'Emergency',
  urgent: 'Urgent',
  routine: 'Routine',
  calm: '',
  note: 'Note',
};

/** The headline with its word before it, unless it begins with that word already. */
export function wordedTitle(tone: Tone, title: string): string {
  const word = words[tone];
  if (title === '') return word;
  return word === '' || title.toLowerCase().startsWith(word.toLowerCase()) ? title : `${word}: ${title}`;
}

/** On a screen the symbol speaks for the quiet tones; danger has its word as well. */
export function screenTitle(tone: Tone, title: string): string {
  if (tone === 'emergency') return wordedTitle(tone, title).replace(/^emergency/i, 'EMERGENCY');
  return tone === 'urgent' ? wordedTitle(tone, title) : title;
}
