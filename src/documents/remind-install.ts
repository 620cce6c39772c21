import type { Block, Document } from './document.ts';
import { remindCommands } from './remind-words.ts';

/** What would be written, removed or run, or was. */
export interface ChangesView {
  readonly isDone: boolean;
  /** "cron", "systemd". */
  readonly scheduler?: string;
  readonly texts: readonly { readonly where: string; readonly text: string }[];
  readonly runs: readonly string[];
  /** What should be known, a sentence each. */
  readonly remarks: readonly string[];
  /** Copy of what was there before. */
  readonly copy?: string | undefined;
}

/** How reminders are set up to come: each line that would be written, and where. */
export function installDocument(view: ChangesView): Document {
  const { isDone, scheduler = '' } = view;
  return {
    title: 'Reminders',
    blocks: [
      {
        kind: 'heading',
        level: 1,
        text: isDone ? `Set up, with ${scheduler}` : `Reminders with ${scheduler}`,
      },
      {
        kind: 'paragraph',
        text: isDone
          ? 'Each minute your computer now looks whether a reminder is due. Between that nothing of backcare runs.'
          : 'Each minute your computer would look whether a reminder is due. Between that nothing of backcare runs.',
      },
      ...placedBlocks(view, isDone ? 'Written' : 'Would be written'),
      ...(isDone
        ? [
            {
              kind: 'next' as const,
              commands: [remindCommands.doctor, remindCommands.status, remindCommands.uninstall],
            },
          ]
        : []),
    ],
  };
}

/** What is taken away again: exactly what was written. */
export function uninstallDocument(view: ChangesView): Document {
  const { isDone } = view;
  return {
    title: 'Reminders',
    blocks: [
      {
        kind: 'heading',
        level: 1,
        text: isDone ? 'Taken out' : 'What would be taken out',
      },
      {
        kind: 'paragraph',
        text: isDone
          ? 'Reminders no longer come by themselves. What you set is kept.'
          : 'Reminders would no longer come by themselves. What you set is kept.',
      },
      ...placedBlocks(view, isDone ? 'Removed' : 'Would be removed'),
      ...(isDone ? [{ kind: 'next' as const, commands: [remindCommands.list, remindCommands.install] }] : []),
    ],
  };
}

function placedBlocks({ texts, runs, remarks, copy }: ChangesView, verb: string): readonly Block[] {
  return [
    ...texts.flatMap(({ where, text }): Block[] => [
      { kind: 'heading', level: 2, text: `${verb}: ${where}` },
      { kind: 'list', items: text.split('\n').filter((line) => line.trim() !== '') },
    ]),
    ...(runs.length === 0
      ? []
      : [{ kind: 'heading', level: 2, text: 'Commands' } as const, { kind: 'list', items: runs } as const]),
    ...remarks.map((text): Block => ({ kind: 'paragraph', text })),
    ...(copy === undefined
      ? []
      : [{ kind: 'paragraph', text: `A copy of what was there: ${copy}` } as const]),
  ];
}

/** What a way needs that backcare does not write by itself. */
export function byHandDocument(way: 'calendar' | 'hook'): Document {
  return {
    title: 'Reminders',
    blocks:
      way === 'calendar'
        ? [
            { kind: 'heading', level: 1, text: 'Reminders in your calendar' },
            {
              kind: 'steps',
              items: [
                'Make the file: backcare remind calendar --output reminders.ics',
                'In your calendar program, make a new calendar for it, and import the file there. It holds the next 12 months.',
                'After a change of your reminders, delete that calendar first. Then make the file anew and import it: entries for times you gave up would stay otherwise.',
              ],
            },
          ]
        : [
            { kind: 'heading', level: 1, text: 'Reminders before your prompt' },
            {
              kind: 'steps',
              items: [
                'bash, at the end of ~/.bashrc: eval "$(backcare remind hook bash)"',
                'zsh, at the end of ~/.zshrc: eval "$(backcare remind hook zsh)"',
                'fish, in ~/.config/fish/config.fish: backcare remind hook fish | source',
              ],
            },
            {
              kind: 'paragraph',
              text: 'The next shell you open shows what is due before its prompt. It starts no program for that.',
            },
          ],
  };
}

/** The versioned contract of `remind install` and `uninstall`, schema backcare/reminder-install@1. */
export function installJson(
  did: 'installed' | 'uninstalled' | 'nothing' | 'by-hand',
  {
    scheduler,
    texts,
    runs,
    remarks,
    copy,
  }: Pick<ChangesView, 'scheduler' | 'texts' | 'runs' | 'remarks' | 'copy'>,
) {
  return {
    schema: 'backcare/reminder-install@1',
    did,
    scheduler: scheduler ?? null,
    texts,
    runs,
    remarks,
    copy: copy ?? null,
  };
}
