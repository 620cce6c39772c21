import type { PreferenceValue } from '../../context.ts';

/** A value as a person would type it after `config set`; empty when there is none. */
export function valueInWords(value: PreferenceValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return value.length === 0 ? 'none' : value.join(' ');
}
