import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** How the name of every backup ends. */
export const backupEnding = '.jsonl';

/** Whether this day (2026-11-22) has no backup yet. */
export function isBackupDue(folder: string, day: string): boolean {
  return !existsSync(join(folder, day + backupEnding));
}
