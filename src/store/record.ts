import { statSync } from 'node:fs';
import type { Record } from '../context.ts';
import { Drafts } from './drafts.ts';
import { createEventIds } from './event-id.ts';
import { Journal, type JournalOptions } from './journal.ts';
import { mayHaveLost } from './lost-lines.ts';

// Of one file when it is bundled: a command that has kept something needs no other.
export { backUpOnceADay } from './daily-backup.ts';

/** The record of one person in one folder: journal and drafts. Opening it touches no file. */
export function openRecord(options: JournalOptions): Record {
  const journal = new Journal(options);
  const uniqueId = createEventIds(options.random);
  const drafts = new Drafts(options.folder, () => uniqueId(options.clock.now()));
  return {
    folder: options.folder,
    path: journal.path,
    append: (kind, body) => journal.append(kind, body),
    newest: async (kind) => (await journal.newestOf([kind])).get(kind),
    newestOf: (kinds) => journal.newestOf(kinds),
    since: (kinds, from) => journal.since(kinds, from),
    sinceEach: (searches) => journal.sinceEach(searches),
    mayHaveLost: async (kind, { behind, from }) =>
      mayHaveLost(journal.path, { kind, behind: behind?.id, from }),
    events: () => journal.events(),
    past: () => journal.past(),
    mark: () => markOf(journal.path),
    readDraft: (name) => drafts.read(name),
    writeDraft: (name, body) => drafts.write(name, body),
    removeDraft: (name) => drafts.remove(name),
  };
}

/** The journal only grows, but for copies that are put in its place. */
function markOf(path: string): string {
  try {
    const { ino = 0, size = 0, mtimeMs = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {};
    return `${ino}-${size}-${mtimeMs}`;
  } catch {
    // Whoever reads it says why.
    return 'unreadable';
  }
}
