import type { Context, Preferences } from '../../context.ts';
import type { Contact } from '../../documents/contact.ts';
import { daysAgoInWords, lastAdvice } from '../../documents/last-advice.ts';
import { stoppedDocument } from '../../documents/session-document.ts';
import { comfortPermission } from '../../engine/permissions.ts';
import { exitCodes, RecordError } from '../../errors.ts';
import { safeText } from '../../render/safe-text.ts';
import { contactFor } from '../contact.ts';
import { isConversation } from '../conversation.ts';
import { tolerantPreferences } from '../preferences.ts';
import { wishesOf } from '../presentation.ts';
import { sayProblem } from '../problem.ts';
import { areSignsClear } from '../stretch/ask-before.ts';
import { type BodyToday, bodyToday, type RecordOfBody } from '../stretch/body-today.ts';
import { type BreatheAsked, breatheAsked } from './breathe-asked.ts';
import { converseOnBreathing } from './breathe-conversation.ts';
import { showInstead, showOnPaper } from './breathe-paper.ts';
import type { BreatheFlags, Breathing } from './breathing.ts';
import { catalogueFor } from './breathing-catalogue.ts';
import { numberFirst } from './number-first.ts';

export type { BreatheFlags } from './breathing.ts';

/**
 * A breathing or relaxation session: the one that was named, or one out of a list. With a plan or without. Nobody at the
 * keyboard: its steps as text. Gives the exit code.
 *
 * @param name a session, a moment such as "bedtime", or "list"
 */
export async function runBreathe(
  name: string | undefined,
  flags: BreatheFlags,
  ctx: Context,
): Promise<number> {
  // What was typed is checked before anything is asked.
  const asked = breatheAsked(name, flags);
  const breathing = await breathingFor(asked, flags, ctx);
  const { allowed, body, advice, contact, canAsk, show } = breathing;
  const first = await numberFirst(ctx, contact);
  // Over keys it stays above all that comes; on paper it stands with the advice.
  if (canAsk && first.length > 0) await show({ title: 'Help is open now', blocks: first });
  if (allowed === 'action-only') await show({ title: 'Get help now', blocks: advice });
  else if (body.isStoppedBySign) {
    const stopped = stoppedDocument(contact);
    await show({ ...stopped, blocks: [...(canAsk ? [] : first), ...stopped.blocks] });
  } else if (canAsk && asked.kind !== 'list') return converseOnBreathing(breathing, asked);
  else if (flags.signs === undefined || (await areSignsClear(breathing))) await showOnPaper(breathing, asked);
  return exitCodes.answered;
}

async function breathingFor(asked: BreatheAsked, flags: BreatheFlags, ctx: Context): Promise<Breathing> {
  const { preferences, problem } = tolerantPreferences(ctx);
  if (problem !== undefined) sayProblem(ctx, problem);
  const wishes = wishesOf(flags, preferences);
  const contact = contactFor(ctx, flags, preferences);
  const { body, isUnread } = await bodyOrNone(ctx, preferences, contact);
  const { summary } = body;
  const canAsk = isConversation(flags, ctx);
  const known = {
    ctx,
    // What cannot be read is not written to either.
    flags: isUnread ? { ...flags, save: false } : flags,
    wishes,
    contact,
    preferences,
    body,
    canAsk,
    advice: [
      ...(canAsk ? [] : await numberFirst(ctx, contact)),
      ...(summary === undefined ? [] : lastAdvice(summary, contact, daysAgoInWords(body.daysAgo))),
    ],
    catalogue: catalogueFor(body, asked.seconds),
    allowed: comfortPermission(summary, body.now),
    prompter: () => ctx.prompter(wishes),
  };
  return { ...known, show: (document) => showInstead(known, document) };
}

/** The body as the record has it. A record that cannot be read is said, and counts as none: breathing must not wait for it. */
async function bodyOrNone(
  ctx: Context,
  preferences: Preferences,
  contact: Contact,
): Promise<{ readonly body: BodyToday; readonly isUnread: boolean }> {
  try {
    return { body: await bodyToday(ctx, preferences), isUnread: false };
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    ctx.io.err(
      `${safeText(error.message)} What an earlier check said is not known here, and nothing is kept.\n${contact.line}\n`,
    );
    const record = () => Promise.resolve(nothingRead);
    return { body: await bodyToday({ clock: ctx.clock, record }, preferences), isUnread: true };
  }
}

const nothingRead: RecordOfBody = {
  newestOf: () => Promise.resolve(new Map()),
  since: () => Promise.resolve([]),
  mayHaveLost: () => Promise.resolve(true),
};
