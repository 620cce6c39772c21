import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ReminderMachine } from './reminder-machine.ts';

type Disk = Pick<ReminderMachine, 'makeFolder' | 'failure' | 'processId'>;

/** The text of a file of ours; undefined when there is none. Throws `RecordError`. */
export function readKept(path: string, { failure }: Disk): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw failure('read', path, error);
  }
}

/** A JSON object of ours; undefined when there is none, or not a whole one: it is written anew soon. */
export function readKeptObject(path: string, disk: Disk): { readonly [key: string]: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(readKept(path, disk) ?? '');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Writes a file of ours in one piece, for its owner only, and makes its folder when it is not there. */
export function writeKept(
  path: string,
  text: string,
  disk: Disk,
  encoding: 'utf8' | 'latin1' = 'utf8',
): void {
  const draft = `${path}.${disk.processId}.tmp`;
  const write = () => {
    writeFileSync(draft, text, { mode: 0o600, encoding });
    renameSync(draft, path);
  };
  try {
    write();
  } catch (error) {
    if (!isMissing(error)) throw disk.failure('write', path, error);
    disk.makeFolder(dirname(path));
    try {
      write();
    } catch (again) {
      throw disk.failure('write', path, again);
    }
  }
}

/** Writes a file that is not there yet, for its owner only; false when it is there, and then it stays as it is. */
export function writeNewKept(path: string, text: string, disk: Disk, encoding: 'utf8' | 'latin1'): boolean {
  try {
    disk.makeFolder(dirname(path));
    writeFileSync(path, text, { mode: 0o600, encoding, flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST' && isThere(path)) return false;
    throw disk.failure('write', path, error);
  }
}

/** Takes a file of ours away, if it is there. */
export function removeKept(path: string, { failure }: Disk): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    throw failure('write', path, error);
  }
}

/** Makes a folder and those above it; gives the ones that were not there, the deepest first. */
export function makeFolders(folder: string, { failure }: Disk): readonly string[] {
  const made: string[] = [];
  for (let each = folder; !isThere(each); each = dirname(each)) made.push(each);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw failure('write', folder, error);
  }
  return made;
}

export function isThere(path: string): boolean {
  try {
    statSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Whether a file or its folder is not there, and not something worse. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
