import { promises as files } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PreferenceSetting, PreferenceStore, PreferenceValue } from '../context.ts';
import { codeOf, writeFailure } from './failures.ts';
import { makePrivateFolder } from './folders.ts';
import {
  BrokenPreferences,
  brokenFile,
  type PreferenceContent,
  readPreferenceFile,
} from './preference-file.ts';
import { checkedValue, knownRow, type Nearest } from './preference-refusals.ts';
import { checkPreferences, preferencesFrom, type StoredPreferences } from './preference-schema.ts';
import { type PreferenceRow, preferenceKeys, preferenceTable } from './preference-table.ts';
import { changePreferenceFile, copyBeside } from './preference-writer.ts';

export interface PreferenceOptions {
  /** Folder of the file; made on the first change, never by reading. */
  readonly folder: string;
  readonly nearest: Nearest;
  /** Told once about keys in the file that nobody knows: a typing slip must not go unseen, nor stop a person in pain. */
  readonly warn?: (sentence: string) => void;
}

/** The preferences of one person in one folder. */
export function createPreferenceStore({ folder, nearest, warn }: PreferenceOptions): PreferenceStore {
  const path = join(folder, 'preferences.json');
  let warned = false;

  const stored = (content = readPreferenceFile(path)): StoredPreferences => {
    const check = checkPreferences(content);
    if (!check.ok) throw brokenFile(path, check.problems);
    const unknown = unknownKeys(content, nearest);
    if (unknown.length > 0 && !warned) warn?.(`${basename(path)}: ${unknown.join(' ')}`);
    warned ||= unknown.length > 0;
    return check.stored;
  };

  return {
    path,
    topics: preferenceTable,
    defaults: preferencesFrom({}),
    read: () => preferencesFrom(stored()),
    settings: () => {
      const values = stored();
      return preferenceTable.map((row) => settingOf(row, values[row.key]));
    },
    setting: (key) => {
      const row = knownRow(key, nearest);
      return settingOf(row, stored()[row.key]);
    },
    problems: () => {
      try {
        const content = readPreferenceFile(path);
        const check = checkPreferences(content);
        return [...(check.ok ? [] : check.problems), ...unknownKeys(content, nearest)];
      } catch (error) {
        if (error instanceof BrokenPreferences) return error.problems;
        throw error;
      }
    },
    set: async (key, words) => {
      const row = knownRow(key, nearest);
      const value = checkedValue(row, words, nearest);
      await changePreferenceFile(path, (file) => file.set(key, value));
      return settingOf(row, value);
    },
    unset: async (key) => {
      const content = readPreferenceFile(path);
      if (!Object.hasOwn(content, key)) {
        knownRow(key, nearest);
        return false;
      }
      await changePreferenceFile(path, (file) => file.delete(key));
      return true;
    },
    reset: async () => {
      let copy: string | undefined;
      const startAnew = async (file: { clear(): void }) => {
        copy = await copyBeside(path);
        file.clear();
      };
      await changePreferenceFile(path, startAnew, { evenIfBroken: true });
      return copy;
    },
    prepareToEdit: () => makeEmptyFile(path),
  };
}

function settingOf(row: PreferenceRow, value: PreferenceValue | undefined): PreferenceSetting {
  const { form: _form, ...topic } = row;
  return { ...topic, value: value ?? row.default, isSet: value !== undefined };
}

function unknownKeys(content: PreferenceContent, nearest: Nearest): readonly string[] {
  const unknown = Object.keys(content).filter((key) => !preferenceKeys.includes(key));
  return unknown.map((key) => {
    const near = nearest(key, preferenceKeys);
    const hint =
      near === undefined ? `Take it out: backcare config unset ${key}.` : `Did you mean "${near}"?`;
    return `"${key}" is not a preference. ${hint}`;
  });
}

async function makeEmptyFile(path: string): Promise<void> {
  await makePrivateFolder(dirname(path));
  try {
    const handle = await files.open(path, 'wx', 0o600);
    await handle.writeFile('{}\n').finally(() => handle.close());
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw writeFailure(path, error);
  }
}
