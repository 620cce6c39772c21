import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { writeFailure } from './failures.ts';

/** Where the record and the preferences of one person live. */
export interface Folders {
  readonly data: string;
  readonly config: string;
}

/**
 * The folders the platform keeps for programs. `BACKCARE_HOME` puts everything under one folder instead, in two
 * folders of its own: they can be closed to others (0700) without a touch to a folder that was there before.
 * Nothing is read or made.
 */
export function foldersFor(env: (name: string) => string | undefined): Folders {
  const home = env('BACKCARE_HOME');
  if (home !== undefined) {
    const root = resolve(home);
    return { data: join(root, 'data'), config: join(root, 'config') };
  }
  const { data, config } = envPaths('backcare', { suffix: '' });
  return { data, config };
}

/**
 * Makes the folder, for its owner only, and closes one that others can look into. Throws `RecordError`.
 */
export function makePrivateFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if ((statSync(folder).mode & 0o077) !== 0) closeToOthers(folder);
  } catch (error) {
    throw writeFailure(folder, error);
  }
}

function closeToOthers(folder: string): void {
  try {
    chmodSync(folder, 0o700);
  } catch {
    // Another owner's folder cannot be closed by us; its files are still written 0600.
  }
}
