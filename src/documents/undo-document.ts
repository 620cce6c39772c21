import type { Document, Row } from './document.ts';

/** An entry as it is told to a person. */
export interface ToldEntry {
  readonly id: string;
  /** "a log entry (usual pain 4)". */
  readonly what: string;
  /** "today at 18:09". */
  readonly when: string;
}

export interface ListedEntry extends ToldEntry {
  readonly state: 'holds' | 'taken-back' | 'stays';
}

const states: { readonly [state in ListedEntry['state']]: string } = {
  holds: 'counts',
  'taken-back': 'taken back',
  stays: 'only a new check changes it',
};

/** What `undo` has done. */
export function takenBackDocument(entry: ToldEntry, checkNow: ToldEntry | undefined | null): Document {
  return {
    title: 'Taken back',
    blocks: [
      { kind: 'paragraph', text: `Taken back: ${entry.what}, ${entry.when}. It no longer counts.` },
      ...checkBlocks(checkNow),
      { kind: 'next', commands: ['backcare undo --redo', 'backcare undo --list'] },
    ],
  };
}

/** What `undo --redo` has done. */
export function broughtBackDocument(
  entries: readonly ToldEntry[],
  checkNow: ToldEntry | undefined | null,
): Document {
  return {
    title: 'Brought back',
    blocks: [
      ...entries.map(
        ({ what, when }) =>
          ({ kind: 'paragraph', text: `Brought back: ${what}, ${when}. It counts again.` }) as const,
      ),
      ...checkBlocks(checkNow),
    ],
  };
}

/** The newest entries, with the names to take them back by. */
export function entryListDocument(entries: readonly ListedEntry[], hasMore: boolean): Document {
  const rows: readonly Row[] = entries.map(({ id, what, when, state }) => ({
    label: when,
    note: states[state],
    text: begun(what),
    details: [id],
  }));
  return {
    title: 'What can be taken back',
    blocks: [
      ...(rows.length === 0
        ? [{ kind: 'paragraph', text: 'Your record is empty.' } as const]
        : [{ kind: 'rows', rows } as const]),
      ...(hasMore
        ? [
            {
              kind: 'paragraph',
              quiet: true,
              text: 'There are more. All of them: backcare data export',
            } as const,
          ]
        : []),
      { kind: 'next', commands: ['backcare undo', 'backcare undo <id>', 'backcare undo --redo'] },
    ],
  };
}

/** @param check null: no check was touched; undefined: there is none now */
function checkBlocks(check: ToldEntry | undefined | null) {
  if (check === null) return [];
  const text =
    check === undefined
      ? 'There is no check in your record now, so plans ask for one first: backcare diagnose'
      : `What counts now is ${check.what}, ${check.when}.`;
  return [{ kind: 'paragraph', text } as const];
}

function begun(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
