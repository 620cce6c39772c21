import type { PreferenceStore } from '../../context.ts';

/**
 * Sets preferences as an export holds them: all or none.
 *
 * @throws InputError for one that is none; those before it are put back
 */
export async function setPreferences(
  wanted: { readonly [key: string]: unknown },
  store: PreferenceStore,
): Promise<void> {
  const before = store.settings();
  const done: string[] = [];
  try {
    for (const [key, value] of Object.entries(wanted)) {
      await store.set(key, wordsFor(value));
      done.push(key);
    }
  } catch (error) {
    for (const { key, isSet, value } of before.filter((setting) => done.includes(setting.key))) {
      if (isSet) await store.set(key, wordsFor(value));
      else await store.unset(key);
    }
    throw error;
  }
}

/** The words that a person would type for this value. */
function wordsFor(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.length === 0 ? ['none'] : value.map(String);
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  return [String(value)];
}
