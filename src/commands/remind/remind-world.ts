import type { Context, Preferences, PresentationWishes, Prompter } from '../../context.ts';
import type { Contact } from '../../documents/contact.ts';
import type { Document } from '../../documents/document.ts';
import { renderDocument } from '../../render/render.ts';
import { contactFor } from '../contact.ts';
import { isConversation } from '../conversation.ts';
import type { GlobalFlags } from '../flags.ts';
import { tolerantPreferences } from '../preferences.ts';
import { showDocument, themeOf, wishesOf } from '../presentation.ts';
import { sayProblem } from '../problem.ts';

/** The world of one run of `remind`, before anything is read of the person. */
export interface RemindWorld {
  readonly ctx: Context;
  readonly flags: GlobalFlags;
  readonly wishes: PresentationWishes;
  readonly contact: Contact;
  readonly preferences: Preferences;
  /** Somebody sits there and can be asked. */
  readonly canAsk: boolean;
  /** Loaded when something is asked. */
  prompter(): Promise<Prompter>;
  show(document: Document): Promise<void>;
}

export function remindWorld(flags: GlobalFlags, ctx: Context): RemindWorld {
  const { preferences, problem } = tolerantPreferences(ctx);
  if (problem !== undefined) sayProblem(ctx, problem);
  const wishes = wishesOf(flags, preferences);
  return {
    ctx,
    flags,
    wishes,
    contact: contactFor(ctx, flags, preferences),
    preferences,
    canAsk: isConversation(flags, ctx),
    prompter: () => ctx.prompter(wishes),
    show: (document) => showDocument(document, ctx, flags, wishes),
  };
}

/** The same where the answer is a file: advice that takes its place would go unread in it. */
export function besideFile(world: RemindWorld): RemindWorld {
  const { ctx, wishes } = world;
  return {
    ...world,
    show: async (document) =>
      ctx.io.err(await renderDocument(document, { format: 'text', theme: themeOf(ctx, wishes, 'error') })),
  };
}
