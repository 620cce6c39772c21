import { join } from 'node:path';
import type { Clock, Random } from '../context.ts';
import { isBackupDue } from './backup-due.ts';
import { createEventIds } from './event-id.ts';
import type { Folders } from './folders.ts';
import { localDay } from './instant.ts';

export interface DailyBackupOptions {
  readonly folders: Pick<Folders, 'data'>;
  readonly clock: Pick<Clock, 'now' | 'offsetMinutes'>;
  readonly random: Random;
}

/**
 * Makes the backup of the day unless there is one. Called when the answer is on the screen, by a command that has kept
 * something: on any other day of a week it is one look at the disk. Throws `RecordError`.
 */
export async function backUpOnceADay({ folders, clock, random }: DailyBackupOptions): Promise<void> {
  const folder = join(folders.data, 'backups');
  const now = clock.now();
  const day = localDay(now, clock.offsetMinutes(now));
  if (!isBackupDue(folder, day)) return;
  const { makeBackup } = await import('./backups.ts');
  const unique = () => createEventIds(random)(now);
  await makeBackup({ folder, journal: join(folders.data, 'journal.jsonl'), unique, now }, day);
}
