import type { Context, Preferences, PresentationWishes, Prompter } from '../../context.ts';
import type { Contact } from '../../documents/contact.ts';
import type { Block, Document } from '../../documents/document.ts';
import type { Permission } from '../../engine/permissions.ts';
import type { GlobalFlags } from '../flags.ts';
import type { BodyToday } from '../stretch/body-today.ts';
import type { Catalogue } from './breathing-catalogue.ts';

/** Flags of `stress-plan breathe`, as commander gives them. */
export interface BreatheFlags extends GlobalFlags {
  readonly minutes?: string;
  readonly speak?: boolean;
  readonly signs?: string;
  /** False after `--no-save`. */
  readonly save?: boolean;
}

/** Everything that one run of `stress-plan breathe` needs to know. */
export interface Breathing {
  readonly ctx: Context;
  readonly flags: BreatheFlags;
  readonly wishes: PresentationWishes;
  readonly contact: Contact;
  readonly preferences: Preferences;
  readonly body: BodyToday;
  /** Somebody sits there and can be asked. */
  readonly canAsk: boolean;
  /** What must be said first. */
  readonly advice: readonly Block[];
  readonly catalogue: Catalogue;
  readonly allowed: Permission;
  /** Loaded when something is asked. */
  prompter(): Promise<Prompter>;
  show(document: Document): Promise<void>;
}
