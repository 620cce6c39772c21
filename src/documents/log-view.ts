import type { SavedEntry, SignsAnswer } from '../engine/log/saved-entry.ts';
import type { Concern } from '../engine/watch/watch.ts';
import type { Beside } from './concern-words.ts';
import type { Contact } from './contact.ts';
import type { Block } from './document.ts';

/** An entry that was just given, and everything that is said with it. */
export interface LogView {
  readonly contact: Contact;
  readonly version: string;
  readonly entry: SavedEntry;
  /** "Sat 21 Nov 20:00"; undefined when the entry is about now. */
  readonly when: string | undefined;
  /** The entry before it that has usual pain, and when it was: "the day before". */
  readonly last: { readonly entry: SavedEntry; readonly when: string } | undefined;
  readonly concerns: readonly Concern[];
  /** Whom to call, where the note may ask for that. The note is then nowhere repeated. */
  readonly help?: readonly Block[];
  /** Grave advice that still stands, for the top. */
  readonly advice: readonly Block[];
  /** What of it stands above what is said now: nothing weaker is said beside it. */
  readonly beside: Beside;
  /** What the entry says of danger signs. */
  readonly signs?: SignsAnswer | undefined;
  /** They were asked, and are neither none nor named. */
  readonly open?: Exclude<SignsAnswer, 'none'> | undefined;
  /** Only what matters. */
  readonly isQuiet: boolean;
  /** It is in the record. */
  readonly isKept: boolean;
}
