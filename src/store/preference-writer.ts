import { constants, promises as files } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { codeOf, writeFailure } from './failures.ts';
import { makePrivateFolder } from './folders.ts';
import { readPreferenceFile } from './preference-file.ts';

/** The part of `conf` that a change may use. */
export interface WritablePreferences {
  set(key: string, value: unknown): void;
  delete(key: string): void;
  clear(): void;
}

/** The program of a killed writer leaves its lock behind; after so long it counts as left. */
const staleAfter = 10_000;
/** Patience beyond `staleAfter`, in tries of 10 to 50 ms. */
const tries = 400;

/**
 * Changes the file under a lock, so that of twenty changes at once none is lost. `conf` writes aside and renames, so
 * a crash leaves the old file or the new one whole. It is loaded here and nowhere else: it costs 22 ms.
 *
 * @param change sees the newest content; what it throws leaves the file as it was
 * @throws RecordError
 */
export async function changePreferenceFile(
  path: string,
  change: (file: WritablePreferences) => void | Promise<void>,
  options: { readonly evenIfBroken?: boolean } = {},
): Promise<void> {
  makePrivateFolder(dirname(path));
  const [{ default: Conf }, { default: lockfile }] = await Promise.all([
    import('conf'),
    import('proper-lockfile'),
  ]);
  let release: (() => Promise<void>) | undefined;
  try {
    release = await lockfile.lock(path, {
      // The file need not be there yet.
      realpath: false,
      stale: staleAfter,
      retries: { retries: tries, factor: 1.2, minTimeout: 10, maxTimeout: 50, randomize: true },
    });
    // Seen under the lock: a file that somebody broke a moment ago is not written over.
    if (options.evenIfBroken !== true) readPreferenceFile(path);
    await change(
      new Conf({
        cwd: dirname(path),
        configName: basename(path, '.json'),
        fileExtension: 'json',
        configFileMode: 0o600,
        accessPropertiesByDotNotation: false,
        clearInvalidConfig: options.evenIfBroken === true,
        serialize: (content) => `${JSON.stringify(content, null, 2)}\n`,
      }),
    );
  } catch (error) {
    throw isSystemError(error) ? writeFailure(path, error) : error;
  } finally {
    await release?.().catch(() => undefined);
  }
}

/** Copies the file beside itself, never over an older copy. Gives the copy's path; undefined when there is no file. */
export async function copyBeside(path: string): Promise<string | undefined> {
  const name = basename(path, '.json');
  for (let number = 1; ; number += 1) {
    const copy = join(dirname(path), `${name}.before-reset-${number}.json`);
    try {
      await files.copyFile(path, copy, constants.COPYFILE_EXCL);
      await files.chmod(copy, 0o600);
      return copy;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      if (codeOf(error) !== 'EEXIST') throw writeFailure(copy, error);
    }
  }
}

function isSystemError(error: unknown): boolean {
  return codeOf(error) !== '';
}
