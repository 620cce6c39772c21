import { existsSync, promises as files } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PreferenceSetting, PreferenceStore, PreferenceValue } from '../context.ts';
import { codeOf, writeFailure } from './failures.ts';
import { makePrivateFolder } from './folders.ts';
import { preferencesFrom } from './preference-defaults.ts';
import {
  BrokenPreferences,
  brokenFile,
  type PreferenceContent,
  readPreferenceFile,
} from './preference-file.ts';
import { knownRow, type Nearest } from './preference-refusals.ts';
import type { PreferenceCheck, StoredPreferences } from './preference-schema.ts';
import { type PreferenceRow, preferenceKeys, preferenceTable } from './preference-table.ts';
import { changePreferenceFile, copyBeside } from './preference-writer.ts';

export interface PreferenceOptions {
  /** Folder of the file; made on the first change, never by reading. */
  readonly folder: string;
  readonly nearest: Nearest;
  /** Told once about keys in the file that nobody knows: a typing slip must not go unseen, nor stop a person in pain. */
  readonly warn?: (sentence: string) => void;
}

type CheckPreferences = (content: PreferenceContent) => PreferenceCheck;

const fileName = 'preferences.json';
const nothingStored: PreferenceCheck = { ok: true, stored: {} };

/** The store of a folder. The schema costs 4 ms, a tenth of a short command: loaded for a file that is there. */
export async function openPreferences(options: PreferenceOptions): Promise<PreferenceStore> {
  const hasFile = existsSync(join(options.folder, fileName));
  return createPreferenceStore(options, hasFile ? await loadCheck() : undefined);
}

async function loadCheck(): Promise<CheckPreferences> {
  return (await import('./preference-schema.ts')).checkPreferences;
}

/**
 * The preferences of one person in one folder.
 *
 * @param check left out where there is no file: until the first change nothing is set
 */
export function createPreferenceStore(
  { folder, nearest, warn }: PreferenceOptions,
  check: CheckPreferences | undefined,
): PreferenceStore {
  const path = join(folder, fileName);
  let warned = false;

  const change: typeof changePreferenceFile = async (...details) => {
    check ??= await loadCheck();
    return changePreferenceFile(...details);
  };
  const checkOf = (content: PreferenceContent): PreferenceCheck => check?.(content) ?? nothingStored;
  const stored = (content = readPreferenceFile(path)): StoredPreferences => {
    const checked = checkOf(content);
    if (!checked.ok) throw brokenFile(path, checked.problems);
    const unknown = unknownKeys(content, nearest);
    if (unknown.length > 0 && !warned) warn?.(`${basename(path)}: ${unknown.join(' ')}`);
    warned ||= unknown.length > 0;
    return checked.stored;
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
        const checked = checkOf(content);
        return [...(checked.ok ? [] : checked.problems), ...unknownKeys(content, nearest)];
      } catch (error) {
        if (error instanceof BrokenPreferences) return error.problems;
        throw error;
      }
    },
    set: async (key, words) => {
      const row = knownRow(key, nearest);
      const { checkedValue } = await import('./preference-values.ts');
      const value = checkedValue(row, words, nearest);
      await change(path, (file) => file.set(key, value));
      return settingOf(row, value);
    },
    unset: async (key) => {
      const content = readPreferenceFile(path);
      if (!Object.hasOwn(content, key)) {
        knownRow(key, nearest);
        return false;
      }
      await change(path, (file) => file.delete(key));
      return true;
    },
    reset: async () => {
      let copy: string | undefined;
      const startAnew = async (file: { clear(): void }) => {
        copy = await copyBeside(path);
        file.clear();
      };
      await change(path, startAnew, { evenIfBroken: true });
      return copy;
    },
    prepareToEdit: async () => {
      check ??= await loadCheck();
      await makeEmptyFile(path);
    },
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
  makePrivateFolder(dirname(path));
  try {
    const handle = await files.open(path, 'wx', 0o600);
    await handle.writeFile('{}\n').finally(() => handle.close());
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw writeFailure(path, error);
  }
}
