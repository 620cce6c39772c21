import type { Context, PresentationWishes } from '../context.ts';
import { InputError } from '../errors.ts';
import { safeText } from '../render/safe-text.ts';
import { isConversation } from './conversation.ts';
import type { GlobalFlags } from './flags.ts';

/** A question before something is done that the person may not have meant. */
export interface Confirmation {
  readonly ctx: Context;
  readonly flags: GlobalFlags & { readonly yes?: boolean };
  readonly wishes: PresentationWishes;
  /** Lines over the question, already rendered. */
  readonly text?: string;
  readonly question: string;
  /** What yes does: "Take it back". */
  readonly yes: string;
}

/**
 * Whether to go on: yes with `--yes`, else as the person says. Without a keyboard nothing is done unasked.
 *
 * @throws InputError when nobody can be asked
 */
export async function confirm(confirmation: Confirmation): Promise<boolean> {
  const { ctx, flags, wishes, text, question, yes } = confirmation;
  if (flags.yes === true) return true;
  if (!isConversation(flags, ctx)) throw nobodyToAsk();
  const prompter = await ctx.prompter(wishes);
  const chosen = await prompter.choose({
    ...(text === undefined ? {} : { text }),
    // It may hold a note of the person's own.
    message: safeText(question),
    choices: [
      { key: 'y', value: 'yes', label: yes },
      { key: 'n', value: 'no', label: 'Leave everything as it is' },
    ],
    initial: 'no',
  });
  return chosen === 'yes';
}

/** What a script must say, since nobody sits at the keyboard. */
export function nobodyToAsk(): InputError {
  return new InputError('There is nobody to ask.', {
    reason: 'This changes your record, so it asks first, and there is no keyboard here. Nothing was changed.',
    next: 'Run it again with --yes when you mean it.',
  });
}
