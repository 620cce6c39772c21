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
  reminders: [
    /^(?:installed|tick|receipt|test-request|test-answer)\.json(?:\.\d+\.tmp)?$/,
    /^prompt(?:\.\d+\.tmp)?$/,
    /^crontab-before-[\dTZ-]+\.txt(?:\.\d+\.tmp)?$/,
    /^hook-(?:bash|zsh|fish)$/,
    /^backcare-remind(?:-[0-9a-f]{8})?\.xml$/,
  ],
  claims: [/^[A-Za-z0-9][A-Za-z0-9+=.~_-]*$/],
} as const;

/** Folders for reminders, the deepest first. */
export function reminderFolders({ data }: Pick<Folders, 'data'>): readonly string[] {
  return [join(data, 'reminders', 'claims'), join(data, 'reminders')];
}

export interface FolderContents {
  readonly files: readonly string[];
  readonly foreign: readonly string[];
}

/** Everything in the folders of one person, ours and not ours. Throws `RecordError` for a folder that cannot be read. */
export function contentsOf({ data, config }: Folders, backups: string): FolderContents {
  const files: string[] = [];
  const foreign: string[] = [];
  const sort = (folder: string, patterns: readonly RegExp[], inside: readonly string[] = []) => {
    for (const name of namesIn(folder)) {
      if (inside.includes(join(folder, name))) continue;
      (patterns.some((pattern) => pattern.test(name)) ? files : foreign).push(join(folder, name));
    }
  };
  const [claims = '', reminders = ''] = reminderFolders({ data });
  const inside = [backups, reminders, claims].filter(isFolder);
  sort(data, ours.data, inside);
  if (inside.includes(backups)) sort(backups, ours.backups);
  if (inside.includes(reminders)) sort(reminders, ours.reminders, inside);
  if (inside.includes(reminders) && inside.includes(claims)) sort(claims, ours.claims);
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
