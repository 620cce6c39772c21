import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, readFailure } from './failures.ts';
import type { Folders } from './folders.ts';

/** What backcare keeps in a folder, by its names; everything else there is somebody else's. */
const ours = {
  data: [
    /^journal\.jsonl$/,
    /^journal\.before-restore-\d+\.jsonl$/,
    /^journal\.[0-9A-Z]{26}\.tmp$/,
    /^draft-[a-z][a-z0-9-]*\.json(?:\.[0-9A-Z]{26}\.tmp)?$/,
  ],
  backups: [/^\d{4}-\d{2}-\d{2}(?:-\d+)?\.jsonl$/, /^\d{4}-\d{2}-\d{2}\.[0-9A-Z]{26}\.tmp$/],
  config: [/^preferences\.json(?:\.lock|\.tmp-.*)?$/, /^preferences\.before-reset-\d+\.json$/],
} as const;

export interface FolderContents {
  readonly files: readonly string[];
  readonly foreign: readonly string[];
}

/** Everything in the folders of one person, ours and not ours. Throws `RecordError` for a folder that cannot be read. */
export function contentsOf({ data, config }: Folders, backups: string): FolderContents {
  const files: string[] = [];
  const foreign: string[] = [];
  const sort = (folder: string, patterns: readonly RegExp[], leaveOut?: string) => {
    for (const name of namesIn(folder)) {
      if (name === leaveOut) continue;
      (patterns.some((pattern) => pattern.test(name)) ? files : foreign).push(join(folder, name));
    }
  };
  const hasBackups = isFolder(backups);
  sort(data, ours.data, hasBackups ? 'backups' : undefined);
  if (hasBackups) sort(backups, ours.backups);
  sort(config, ours.config);
  return { files, foreign };
}

/** A link to a folder is no folder of ours: what it leads to is not touched. */
function isFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw readFailure(folder, error);
  }
}
