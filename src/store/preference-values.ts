import type { PreferenceValue } from '../context.ts';
import { InputError } from '../errors.ts';
import type { Nearest } from './preference-refusals.ts';
import { checkPreferences } from './preference-schema.ts';
import type { PreferenceRow } from './preference-table.ts';
import { valueFromWords } from './preference-words.ts';

/** The value that words stand for. Throws `InputError` with the range, an example and the nearest word. */
export function checkedValue(
  row: PreferenceRow,
  words: readonly string[],
  nearest: Nearest,
): PreferenceValue {
  const value = valueFromWords(row.form, words);
  const isGood = value !== undefined && checkPreferences({ [row.key]: value }).ok;
  if (isGood && (row.form.type !== 'country' || isCountry(String(value)))) return value;
  const near = 'words' in row.form ? nearestWord(words, row.form.words, nearest) : nearestCountry(row, value);
  throw new InputError(`${row.key} cannot be "${words.join(' ')}".`, {
    reason: `It takes ${row.range}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
    next: `For example: backcare config set ${row.key} ${row.example}`,
  });
}

function nearestWord(
  words: readonly string[],
  known: readonly string[],
  nearest: Nearest,
): string | undefined {
  const strange = words
    .flatMap((word) => word.split(','))
    .find((word) => !known.includes(word.toLowerCase()));
  return strange === undefined ? undefined : nearest(strange.toLowerCase(), known);
}

/** What people write for their country although ISO gives it to nobody. */
function nearestCountry(row: PreferenceRow, value: PreferenceValue | undefined): string | undefined {
  if (row.form.type !== 'country') return undefined;
  return value === 'UK' ? 'GB' : undefined;
}

function isCountry(code: string): boolean {
  // Names regions that are no country, too, and UK, which ISO keeps back; EU has no single emergency service.
  if (['UK', 'EU', 'EZ', 'UN', 'XA', 'XB', 'ZZ', 'QO'].includes(code)) return false;
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) !== undefined;
}
