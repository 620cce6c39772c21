import type { Block, Document, Row } from './document.ts';

/** A file that was read line by line. */
export interface CheckedView {
  readonly path: string;
  readonly events: number;
  readonly newer: boolean;
  readonly setAside: readonly { readonly line: number; readonly reason: string }[];
  readonly failure?: string;
}

const mostDamageShown = 20;

/** Where everything is kept. */
export function placesDocument(places: {
  readonly journal: string;
  readonly backups: string;
  readonly preferences: string;
  readonly data: string;
}): Document {
  return {
    title: 'Where everything is kept',
    blocks: [
      {
        kind: 'rows',
        rows: [
          { label: 'record', text: places.journal },
          { label: 'backups', text: places.backups },
          { label: 'preferences', text: places.preferences },
        ],
      },
      {
        kind: 'paragraph',
        quiet: true,
        text: 'Nothing leaves this computer. BACKCARE_HOME puts all of it under another folder.',
      },
    ],
  };
}

/** What a check of every line found. */
export function verifyDocument(journal: CheckedView, backups: readonly CheckedView[]): Document {
  const damaged = [journal, ...backups].filter(isDamaged);
  const intact = backups.length - backups.filter(isDamaged).length;
  const first: Block =
    damaged.length === 0
      ? {
          kind: 'callout',
          tone: 'calm',
          title: `Every line is good: ${entries(journal.events)}.`,
          lines: [
            backups.length === 0 ? 'There is no backup yet.' : `${counted(intact, 'backup')} checked too.`,
          ],
        }
      : {
          kind: 'callout',
          tone: 'note',
          title: isDamaged(journal) ? 'Some of your record cannot be used.' : 'A backup is damaged.',
          lines: [
            `${entries(journal.events)} of your record are good. What cannot be used stays where it is and harms nothing.`,
            `Backups without a fault: ${intact} of ${backups.length}.`,
          ],
        };
  return {
    title: 'Your record, line by line',
    blocks: [
      first,
      ...damaged.flatMap(damageBlocks),
      ...(damaged.length === 0
        ? []
        : [{ kind: 'next', commands: ['backcare data backup list', 'backcare data backup'] } as const]),
    ],
  };
}

export function isDamaged({ newer, setAside, failure }: CheckedView): boolean {
  return newer || setAside.length > 0 || failure !== undefined;
}

/** What an export went through. */
export function importDocument(view: {
  readonly added: number;
  readonly isDone: boolean;
  readonly rows: readonly Row[];
}): Document {
  const { added, isDone } = view;
  return {
    title: isDone ? 'Imported' : 'What the import would do',
    blocks: [
      {
        kind: 'paragraph',
        text:
          added === 0
            ? 'Everything in that file is in your record already. Nothing was added.'
            : `${counted(added, 'entry', 'entries')} ${isDone ? 'added' : 'would be added'}.`,
      },
      { kind: 'rows', rows: view.rows },
    ],
  };
}

/** All backups, newest first. */
export function backupsDocument(
  backups: readonly { readonly name: string; readonly size: string; readonly path: string }[],
): Document {
  const [newest] = backups;
  return {
    title: 'Backups',
    blocks: [
      newest === undefined
        ? {
            kind: 'paragraph',
            text: 'There is no backup yet. One is made by itself on every day on which you enter something.',
          }
        : {
            kind: 'rows',
            rows: backups.map(({ name, size, path }) => ({ label: name, note: size, text: path })),
          },
      {
        kind: 'paragraph',
        quiet: true,
        text: 'Kept: the last 7 days, then one a week for 4 weeks and one a month for 12 months. One that holds more than later ones is never removed.',
      },
      {
        kind: 'next',
        commands: [
          'backcare data backup',
          ...(newest === undefined ? [] : [`backcare data backup restore ${newest.name}`]),
        ],
      },
    ],
  };
}

/** What restoring would mean, or has meant. */
export function restoreDocument(view: {
  readonly name: string;
  readonly events: number;
  readonly present: number;
  readonly lacking: number;
  readonly setAside: number;
  /** The grave check that stays: "a check that said …". */
  readonly keeps?: string;
  /** Where the present record was moved to; left out before it is done. */
  readonly movedTo?: string;
  readonly isDone: boolean;
}): Document {
  const lines = [
    `That backup holds ${entries(view.events)}; your record ${view.isDone ? 'had' : 'has'} ${view.present}.`,
    ...(view.lacking > 0
      ? [`${entries(view.lacking)} of your record ${view.lacking === 1 ? 'is' : 'are'} not in that backup.`]
      : []),
    ...(view.setAside > 0 ? [`${counted(view.setAside, 'line')} of the backup cannot be used.`] : []),
    ...(view.keeps === undefined ? [] : [`This stays, since only a new check changes it: ${view.keeps}.`]),
    view.isDone
      ? view.movedTo === undefined
        ? 'There was no record before.'
        : `The record until now is kept as ${view.movedTo}.`
      : 'The record until now would be kept beside it, under another name.',
  ];
  return {
    title: view.isDone ? 'Restored' : 'What restoring would do',
    blocks: [
      { kind: 'paragraph', text: view.isDone ? `Restored: ${view.name}.` : `To restore: ${view.name}.` },
      { kind: 'list', items: lines },
    ],
  };
}

/** What would be erased, or has been. */
export function eraseDocument(view: {
  readonly files: readonly string[];
  readonly foreign: readonly string[];
  readonly isDone: boolean;
  /** "a check that said …", when that advice still counts. */
  readonly grave?: string;
  /** Where reminders are set up, such as "your crontab". */
  readonly setUp: readonly string[];
}): Document {
  const { files, foreign, isDone, grave, setUp } = view;
  return {
    title: isDone ? 'Erased' : 'What would be erased, for ever',
    blocks: [
      files.length === 0
        ? { kind: 'paragraph', text: 'There is nothing of backcare to erase.' }
        : { kind: 'paragraph', text: isDone ? 'Erased:' : 'This would go, for ever:' },
      ...(files.length === 0 ? [] : [{ kind: 'list', items: files } as const]),
      ...(foreign.length === 0
        ? []
        : [
            {
              kind: 'paragraph',
              text: `Not from backcare, so ${isDone ? 'left where it was' : 'it stays'}:`,
            } as const,
            { kind: 'list', items: foreign } as const,
          ]),
      ...(setUp.length === 0
        ? []
        : [
            {
              kind: 'callout',
              tone: 'note',
              title: `Reminders ${isDone ? 'are still' : 'stay'} set up on this computer: ${setUp.join(', ')}.`,
              lines: [
                `Erasing does not take that out, and it starts backcare each minute. ${isDone ? 'To take it out' : 'Better take it out first'}: backcare remind uninstall`,
              ],
            } as const,
          ]),
      ...(grave === undefined
        ? []
        : [
            {
              kind: 'callout',
              tone: 'note',
              title: 'Erasing does not change what your last check said.',
              lines: [`It was ${grave}.`],
            } as const,
          ]),
    ],
  };
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function entries(count: number): string {
  return counted(count, 'entry', 'entries');
}

function damageBlocks({ path, newer, setAside, failure }: CheckedView): readonly Block[] {
  const shown = setAside.slice(0, mostDamageShown).map(({ line, reason }) => `line ${line}: ${reason}`);
  const more = setAside.length - shown.length;
  return [
    { kind: 'heading', level: 2, text: path },
    {
      kind: 'list',
      items: [
        ...(failure === undefined ? [] : [failure]),
        ...(newer
          ? [
              'A newer version of backcare wrote some of it. This one reads what it understands, and does not write.',
            ]
          : []),
        ...shown,
        ...(more > 0 ? [`and ${counted(more, 'line')} more`] : []),
      ],
    },
  ];
}
