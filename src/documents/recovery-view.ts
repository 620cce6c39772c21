import type { RecoveryTables } from '../data/recovery-schema.ts';
import type { HeatOrCold } from '../data/remedy-schema.ts';
import type { Citation } from '../data/schema.ts';
import type { RecoveryToday } from '../engine/recovery/recovery-today.ts';
import type { Contact } from './contact.ts';
import type { Block } from './document.ts';
import { lineState, pauseInWords } from './recovery-words.ts';

/** A plan on one day, and everything around it that its documents name. */
export interface RecoveryView {
  readonly contact: Contact;
  readonly tables: RecoveryTables;
  readonly today: RecoveryToday;
  readonly heatOrCold: readonly HeatOrCold[];
  /** What must be said first, such as the advice of an assessment. */
  readonly before: readonly Block[];
  /** Day of the check-in that waits; undefined when none does. */
  readonly checkIn: number | undefined;
  /** `short`: one screen. `full`: with reasons, ladders and sources. */
  readonly detail: 'short' | 'full';
  /** How many parts of a short page wait for the full one, where there is no room for all. */
  readonly leftOut: number;
  readonly sources: readonly Citation[];
}

/** Parts of a short page in the order in which they give way: what matters least first. */
const parts: readonly string[] = [
  'usually',
  'comfort',
  'ladder',
  'dose',
  'for',
  'rest',
  'extras',
  'next-track',
  'do',
  'book if',
  'findings',
  'session',
  'flare',
  'move',
  'watch',
  'avoid',
];

/** More than this cannot be left out: danger, the list, and the next step always stand. */
export const mostLeftOut = parts.length;

/** @param part one of them; a row goes by its label, and any other always stands */
export function isLeftOut(part: string, { leftOut }: Pick<RecoveryView, 'leftOut'>): boolean {
  const place = parts.indexOf(part);
  return place >= 0 && place < leftOut;
}

/** Today's list, or why there is none. */
export function listBlocks(view: RecoveryView): readonly Block[] {
  const { today, detail } = view;
  const { lines, now } = today;
  if (now.pause !== undefined) return [{ kind: 'paragraph', text: pauseInWords(now) }];
  if (lines.length === 0) return [{ kind: 'paragraph', text: 'Nothing is due today.' }];
  const rows = lines.map((line, place) => ({
    label: String(place + 1),
    note: lineState(line),
    text:
      line.from === undefined || detail === 'short'
        ? line.text
        : `${line.text} (for "${line.from.toLowerCase()}")`,
  }));
  const leaves = isLeftOut('extras', view);
  return [{ kind: 'rows', rows: rows.filter((_, place) => !(leaves && lines[place]?.isComfort === true)) }];
}
