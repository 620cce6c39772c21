import type { DeskHabit } from '../data/exercise-schema.ts';
import type { Block, Document } from './document.ts';

export interface DeskView {
  /** How many of the questions were answered. */
  readonly answered: number;
  /** Routines may be shown and started. */
  readonly isOpen: boolean;
  /** Advice of the newest assessment, while it is urgent. */
  readonly advice: readonly Block[];
}

/** Habits to change, with their reasons, and a routine for the desk. Nothing about anybody's shape. */
export function deskDocument(habits: readonly DeskHabit[], { answered, isOpen, advice }: DeskView): Document {
  return {
    title: 'Your day at the desk',
    blocks: [
      ...advice,
      { kind: 'heading', level: 1, text: 'Your day at the desk' },
      ...(habits.length === 0
        ? ([{ kind: 'paragraph', text: nothingToChange(answered) }] as const)
        : ([
            { kind: 'paragraph', text: 'Try one of these for a week. Take the one that is easiest.' },
            {
              kind: 'rows',
              rows: habits.map(({ text, because }, place) => ({
                label: String(place + 1),
                text,
                details: [because],
              })),
            },
          ] as const)),
      { kind: 'paragraph', text: 'There is no one right way to sit. The next position is the best one.' },
      {
        kind: 'next',
        commands: isOpen
          ? ['backcare stretch desk-break', 'backcare stretch print desk-break']
          : ['backcare diagnose', 'backcare relief'],
      },
    ],
  };
}

function nothingToChange(answered: number): string {
  return answered === 0
    ? 'Nothing was answered, so there is nothing to suggest.'
    : 'Your answers show nothing that we would change. Keep getting up often.';
}
