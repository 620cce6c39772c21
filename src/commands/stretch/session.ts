import type { Context, Preferences, PresentationWishes, Prompter } from '../../context.ts';
import type { Contact } from '../../documents/contact.ts';
import type { Document } from '../../documents/document.ts';
import type { Answers } from '../../engine/answers.ts';
import type { BodyToday } from './body-today.ts';
import type { Named } from './named.ts';
import type { RoutineWishes, StretchFlags } from './stretch-flags.ts';

/** What a session was asked for on the command line. */
export interface SessionAsked extends RoutineWishes {
  readonly named?: Named | undefined;
  readonly painNow?: number | undefined;
  readonly around?: Answers | undefined;
  readonly spoken: boolean;
}

/** Everything that one run of `stretch` needs to know. */
export interface Session {
  readonly ctx: Context;
  readonly flags: StretchFlags;
  readonly wishes: PresentationWishes;
  readonly contact: Contact;
  readonly preferences: Preferences;
  readonly body: BodyToday;
  /** Somebody sits there and can be asked. */
  readonly canAsk: boolean;
  /** Loaded when something is asked: a session that needs no question starts without it. */
  prompter(): Promise<Prompter>;
  show(document: Document): Promise<void>;
}
