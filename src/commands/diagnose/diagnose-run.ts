import type { Context, PresentationWishes } from '../../context.ts';
import type { Contact } from '../../documents/contact.ts';
import type { Answers } from '../../engine/answers.ts';
import type { InterviewPage } from '../../engine/interview.ts';
import type { Knowledge } from '../../engine/knowledge.ts';
import type { GlobalFlags } from '../flags.ts';
import type { Keep } from './saved.ts';

export interface DiagnoseFlags extends GlobalFlags {
  readonly answers?: string;
  readonly set?: readonly string[];
  readonly questions?: boolean;
  readonly explain?: boolean;
  readonly exitCode?: boolean;
  /** False after `--no-save`. */
  readonly save?: Keep | false;
}

/** One run of `diagnose`: everything that its parts need. */
export interface DiagnoseRun {
  readonly ctx: Context;
  readonly flags: DiagnoseFlags;
  readonly knowledge: Knowledge;
  readonly contact: Contact;
  readonly wishes: PresentationWishes;
  /** Hour at which the person's day begins. */
  readonly dayStart: number;
}

/** What the person has answered, and the pages in the order they came. */
export interface InterviewState {
  readonly answers: Answers;
  readonly pages: readonly InterviewPage[];
  /** A page that was left with some of it answered. */
  readonly unfinished?: InterviewPage | undefined;
}
