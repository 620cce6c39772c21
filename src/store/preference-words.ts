import type { PreferenceValue } from '../context.ts';
import type { PreferenceForm } from './preference-table.ts';

const switches: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['on', true],
  ['true', true],
  ['no', false],
  ['off', false],
  ['false', false],
]);

/**
 * The value that typed words stand for; undefined when they stand for none. What the value may be in the file is the
 * schema's to say: this only understands how a person writes it.
 */
export function valueFromWords(form: PreferenceForm, words: readonly string[]): PreferenceValue | undefined {
  switch (form.type) {
    case 'several':
      return listFrom(words);
    case 'phone':
      // "+44 20 7946 0000" arrives as several words.
      return words.join(' ').trim();
    case 'country':
      return single(words)?.toUpperCase();
    case 'hour': {
      const word = single(words);
      return word !== undefined && /^\d{1,2}$/.test(word) ? Number(word) : undefined;
    }
    case 'switch':
      return switches.get(single(words)?.toLowerCase() ?? '');
    case 'choice':
      return single(words)?.toLowerCase();
  }
}

function single(words: readonly string[]): string | undefined {
  return words.length === 1 ? words[0]?.trim() : undefined;
}

function listFrom(words: readonly string[]): readonly string[] | undefined {
  const entries = words.flatMap((word) => word.toLowerCase().split(',')).map((entry) => entry.trim());
  const named = entries.filter((entry) => entry !== '');
  if (named.length === 1 && named[0] === 'none') return [];
  return named.length === 0 ? undefined : [...new Set(named)];
}
