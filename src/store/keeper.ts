import { rmdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Random } from '../context.ts';
import { UserError } from '../errors.ts';
import type { CheckedFile, RecordKeeper, RecordPlaces } from '../record-keeper.ts';
import { type BackupPlace, listBackups, makeBackup } from './backups.ts';
import { createEventIds } from './event-id.ts';
import { codeOf, writeFailure } from './failures.ts';
import type { Folders } from './folders.ts';
import { applyImport, planImport } from './import-plan.ts';
import { localDay } from './instant.ts';
import { checkJournal, refuseNewerJournal } from './journal-check.ts';
import { eventsIn } from './journal-ids.ts';
import { contentsOf, reminderFolders } from './own-files.ts';
import { exportText } from './record-export.ts';
import { sumOf } from './record-sum.ts';
import { planRestore, restore } from './restore-plan.ts';

export interface KeeperOptions {
  readonly folders: Folders;
  readonly clock: Pick<Clock, 'now' | 'offsetMinutes' | 'wait'>;
  readonly random: Random;
}

/** How long another process may take between opening the journal and writing its line. */
const pauseMilliseconds = 50;

/** Everything about the record as a whole. Opening it touches no file. */
export function openKeeper({ folders, clock, random }: KeeperOptions): RecordKeeper {
  const journal = join(folders.data, 'journal.jsonl');
  const nextId = createEventIds(random);
  const unique = () => nextId(clock.now());
  const backups = join(folders.data, 'backups');
  const world = { journal, unique, pause: () => clock.wait(pauseMilliseconds) };
  const place = (): BackupPlace => ({ folder: backups, journal, unique, now: clock.now() });
  const backUp = () => makeBackup(place(), localDay(clock.now(), clock.offsetMinutes(clock.now())));

  return {
    places: (): RecordPlaces => ({
      data: folders.data,
      journal,
      backups,
      config: folders.config,
      preferences: join(folders.config, 'preferences.json'),
      ...contentsOf(folders, backups),
    }),
    verify: async () => {
      const copies: CheckedFile[] = [];
      for (const { path } of listBackups(place())) copies.push(await checkedFile(path));
      return { journal: await checkedFile(journal), backups: copies };
    },
    exportRecord: async (details) => {
      const { setAside } = await refuseNewerJournal(journal);
      const events = await eventsIn(journal);
      const sum = sumOf(events);
      return { ...sum, setAside, text: exportText(events, sum, details) };
    },
    planImport: async (text, name) => {
      await refuseNewerJournal(journal);
      return planImport(text, name, await eventsIn(journal));
    },
    applyImport: async (plan) => {
      const backup = await backUp();
      await applyImport(plan, world);
      return backup;
    },
    backups: () => listBackups(place()),
    backUp,
    planRestore: (name) => planRestore(name, listBackups(place()), journal),
    restore: (plan) => restore(plan, world),
    erase: async (files) =>
      erase(files, [backups, ...reminderFolders(folders), folders.data, folders.config]),
  };
}

/** A file that cannot be read is told of like any other: the rest must still be checked. */
async function checkedFile(path: string): Promise<CheckedFile> {
  try {
    const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    return { path, bytes, ...(await checkJournal(path)) };
  } catch (error) {
    const failure = error instanceof UserError ? (error.reason ?? error.message) : String(error);
    return { path, bytes: 0, events: 0, newer: false, setAside: [], failure };
  }
}

function erase(files: readonly string[], folders: readonly string[]): void {
  for (const path of files) {
    try {
      // The lock of the preferences is a folder.
      rmSync(path, { force: true, recursive: true });
    } catch (error) {
      throw writeFailure(path, error);
    }
  }
  for (const folder of folders) removeEmpty(folder);
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    // Not there, or something of somebody else's is in it.
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(codeOf(error)))
      throw writeFailure(folder, error);
  }
}
