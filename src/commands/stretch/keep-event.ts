import { UserError } from '../../errors.ts';
import { safeText } from '../../render/safe-text.ts';
import type { Session } from './session.ts';

/**
 * Keeps what came of a session, unless nothing is to be kept. A record that cannot be written is said, and stops
 * nothing. Gives the id of the event, undefined when there is none.
 */
export async function keepEvent(
  { ctx, flags }: Pick<Session, 'ctx'> & { readonly flags: Pick<Session['flags'], 'save'> },
  kind: string,
  body: unknown,
): Promise<string | undefined> {
  if (flags.save === false) return undefined;
  try {
    return (await (await ctx.record()).append(kind, body)).id;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    ctx.io.err(`${safeText(error.message)} ${safeText(error.reason ?? '')} The session was not kept.\n`);
    return undefined;
  }
}
