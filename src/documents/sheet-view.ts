import type { ExerciseTables, Poses } from '../data/exercise-schema.ts';
import { notices } from '../data/safety-net.ts';
import type { RaisedFlag } from '../engine/routine/plan.ts';
import { momentInWords } from './assessment-view.ts';
import type { Contact } from './contact.ts';
import type { Block } from './document.ts';
import { emergencyBlocks } from './emergency-line.ts';

/** What every sheet and list of exercises is made with. */
export interface SheetView {
  readonly contact: Contact;
  /** What must be said before everything else: the advice of an urgent assessment; empty when there is none. */
  readonly advice: readonly Block[];
  /** What else must be said, such as "not checked yet"; comes after the advice. */
  readonly notes: readonly Block[];
  /** The catalogue; for a plan of the person's own, with the exercises that only the plan knows. */
  readonly tables: ExerciseTables;
  readonly poses: { readonly [exercise: string]: Poses };
  /** What is known of the person to plan around; left out or empty: nothing. */
  readonly raised?: readonly RaisedFlag[] | undefined;
  /** When it is made, milliseconds since 1970, and the zone's offset then. */
  readonly at: number;
  readonly offsetMinutes: number;
  /** Of the program. */
  readonly version: string;
}

/** The top of every sheet: the emergency line, the advice, the notes. */
export function sheetHead({ contact, advice, notes }: SheetView): readonly Block[] {
  return [...emergencyBlocks(contact), ...advice, ...notes];
}

/** The end of every sheet: what this is, when it was made, and by what. */
export function sheetFoot(view: SheetView): readonly Block[] {
  return [
    { kind: 'paragraph', text: notices.limits.text, quiet: true },
    {
      kind: 'paragraph',
      text: `Made ${momentInWords(view)} by backcare, version ${view.version}. No clinician has reviewed the exercises yet.`,
      quiet: true,
    },
  ];
}
