import { existsSync, linkSync, readdirSync, renameSync, statSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RecordError } from '../errors.ts';
import type { Backup } from '../record-keeper.ts';
import { backupEnding as ending } from './backup-due.ts';
import { backupName, compareBackups, expendable, parseBackupName } from './backup-rotation.ts';
import { codeOf, readFailure, writeFailure } from './failures.ts';
import { beginsAs, copyAndSync, removeQuietly } from './file-bytes.ts';
import { makePrivateFolder } from './folders.ts';
import { syncFolder } from './journal-file.ts';
import { idsIn } from './journal-ids.ts';

/** Where backups go: beside the journal, so that they share its rights and its disk. */
export interface BackupPlace {
  /** Folder of the backups. */
  readonly folder: string;
  readonly journal: string;
  /** A part of a file name that nobody else uses at this time. */
  readonly unique: () => string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const hour = 60 * 60 * 1000;

/** Newest first, by their names. Throws `RecordError`. */
export function listBackups({ folder }: Pick<BackupPlace, 'folder'>): readonly Backup[] {
  const names = filesIn(folder)
    .filter((file) => file.endsWith(ending))
    .flatMap((file) => parseBackupName(file.slice(0, -ending.length)) ?? []);
  return names.sort(compareBackups).map(({ name }) => {
    const path = join(folder, name + ending);
    return { name, path, bytes: statSync(path).size };
  });
}

/**
 * Copies the journal, reads the copy back and compares it, and only then gives it its name, which no other backup has.
 * The newest backup is given instead when it is the same. Then those go that are too many by their age, but only
 * where a newer one holds all that is in them: a journal that was damaged or cut pushes no good backup out.
 *
 * @param day 2026-11-22
 * @returns undefined while there is nothing to copy
 * @throws RecordError
 */
export async function makeBackup(place: BackupPlace, day: string): Promise<Backup | undefined> {
  const { folder, journal, unique, now } = place;
  const size = sizeOf(journal);
  if (size === undefined || size === 0) return undefined;
  const [newest] = listBackups(place);
  if (newest?.bytes === size && isSame(newest.path, journal)) return newest;

  makePrivateFolder(folder);
  removeScraps(folder, now);
  removeScraps(dirname(journal), now, 'journal.');
  const aside = join(folder, `${day}.${unique()}.tmp`);
  try {
    copyAndSync(journal, aside);
    if (!beginsAs(aside, journal)) throw differs(aside);
    const backup = named(aside, day, folder);
    syncFolder(folder);
    await prune(place, backup);
    return backup;
  } catch (error) {
    throw writeFailure(folder, error);
  } finally {
    removeQuietly(aside);
  }
}

/** Gives the copy the first free name of the day. Two processes may do so at once: neither takes the other's. */
function named(aside: string, day: string, folder: string): Backup {
  for (let number = 1; ; number += 1) {
    const name = backupName(day, number);
    const path = join(folder, name + ending);
    try {
      linkSync(aside, path);
      unlinkSync(aside);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue;
      // Some disks know no links (FAT).
      if (existsSync(path)) continue;
      renameSync(aside, path);
    }
    return { name, path, bytes: statSync(path).size };
  }
}

async function prune(place: BackupPlace, newest: Backup): Promise<void> {
  const backups = listBackups(place);
  const names = backups.flatMap(({ name }) => parseBackupName(name) ?? []);
  const candidates = new Set(expendable(names));
  for (const { name, path } of backups)
    if (candidates.has(name) && (await isWithin(path, newest.path))) unlinkSync(path);
}

/** Whether everything good in one journal is in the other too. */
async function isWithin(one: string, other: string): Promise<boolean> {
  if (beginsAs(one, other)) return true;
  const held = await idsIn(other);
  for (const id of await idsIn(one)) if (!held.has(id)) return false;
  return true;
}

function isSame(one: string, other: string): boolean {
  return sizeOf(one) === sizeOf(other) && beginsAs(one, other);
}

/** What a crash left in the middle of a copy. A copy that is being made is younger. */
function removeScraps(folder: string, now: number, begins = ''): void {
  const scraps = filesIn(folder).filter((file) => file.startsWith(begins) && file.endsWith('.tmp'));
  for (const path of scraps.map((file) => join(folder, file)))
    if (now - statSync(path).mtimeMs > hour) removeQuietly(path);
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw readFailure(folder, error);
  }
}

function sizeOf(path: string): number | undefined {
  try {
    return statSync(path).size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw readFailure(path, error);
  }
}

function differs(path: string): RecordError {
  return new RecordError(`Cannot write ${path}.`, {
    reason:
      'Reading it back gave something else, so it is not kept as a backup. The record itself is untouched.',
    next: 'Check the disk, then try again: backcare data backup',
  });
}
