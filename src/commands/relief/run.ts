import type { Context, PresentationWishes, Prompter } from '../../context.ts';
import { reliefPace } from '../../data/relief.ts';
import type { BreathingPace } from '../../data/relief-schema.ts';
import type { Contact } from '../../documents/contact.ts';
import type { Block, Document } from '../../documents/document.ts';
import { adviceNow, shortAdvice } from '../../documents/last-advice.ts';
import { helpDocument, reliefSheet, signDocument } from '../../documents/relief-document.ts';
import { comfortPermission } from '../../engine/permissions.ts';
import { exitCodes } from '../../errors.ts';
import { contactFor } from '../contact.ts';
import { isConversation } from '../conversation.ts';
import type { GlobalFlags } from '../flags.ts';
import { tolerantPreferences } from '../preferences.ts';
import { showDocument, wishesOf } from '../presentation.ts';
import { sayProblem } from '../problem.ts';
import { lastAssessment } from '../standing.ts';
import { askSevenLines } from './seven-lines.ts';

/** Paces slow breathing on the terminal until the time is over or a key stops it. */
export type Breathe = (
  pace: Pick<BreathingPace, 'inSeconds' | 'outSeconds' | 'totalSeconds'>,
) => Promise<unknown>;

/** The world of `relief`: without a pacer it offers none. */
export interface ReliefContext extends Context {
  /** Imported on first use, like the prompter. */
  breathing?(wishes?: PresentationWishes): Promise<Breathe>;
}

/** Help at once: seven danger signs, one key, what to do. Keeps nothing, names no pattern, makes no plan. */
export async function runRelief(flags: GlobalFlags, ctx: ReliefContext): Promise<number> {
  const { preferences, problem } = tolerantPreferences(ctx);
  if (problem !== undefined) sayProblem(ctx, problem);
  const wishes = wishesOf(flags, preferences);
  const contact = contactFor(ctx, flags, preferences);
  const last = await lastAssessment(ctx, preferences);
  const { summary } = last;
  const isAllowed = comfortPermission(summary, ctx.clock.now()) !== 'action-only';
  const advice = adviceNow(last, contact);
  const show = (document: Document) => showDocument(document, ctx, flags, wishes);

  if (flags.json === true) {
    const { reliefJson } = await import('../../documents/relief-json.ts');
    const view = { contact, version: ctx.version, urgency: summary?.urgency, advice, isAllowed };
    ctx.io.out(`${JSON.stringify(reliefJson(view), null, 2)}\n`);
  } else if (!isAllowed) {
    await show({ title: 'Get help now', blocks: advice });
  } else if (!isConversation(flags, ctx)) {
    await show(reliefSheet(contact, advice));
  } else {
    await converse({ ctx, wishes, contact, advice, show, prompter: await ctx.prompter(wishes) });
  }
  return exitCodes.answered;
}

interface Conversation {
  readonly ctx: ReliefContext;
  readonly wishes: PresentationWishes;
  readonly contact: Contact;
  readonly advice: readonly Block[];
  readonly prompter: Prompter;
  show(document: Document): Promise<void>;
}

async function converse(conversation: Conversation): Promise<void> {
  const { ctx, wishes, contact, advice, prompter, show } = conversation;
  for (;;) {
    const sign = await askSevenLines({ ctx, prompter, wishes, contact, advice });
    if (sign === 'none') break;
    await show(signDocument(sign, contact));
    if ((await chooseAfterSign(prompter, ctx)) === 'leave') return;
  }
  await show(helpDocument(contact, shortAdvice(advice), ctx.io.size().columns));
  await offerBreathing(conversation);
}

function chooseAfterSign(prompter: Prompter, { io }: Context): Promise<string> {
  io.out('\n');
  return prompter.choose({
    message: '',
    choices: [
      { key: 'b', value: 'mistake', label: 'I ticked that by mistake' },
      { key: 'q', value: 'leave', label: 'leave' },
    ],
    initial: 'leave',
  });
}

async function offerBreathing({ ctx, wishes, prompter }: Conversation): Promise<void> {
  if (ctx.breathing === undefined) return;
  ctx.io.out('\n');
  const choices = [
    { key: 'b', value: 'breathe', label: 'breathe with a pacer' },
    { key: 'q', value: 'leave', label: 'leave' },
  ];
  while ((await prompter.choose({ message: '', choices, initial: 'leave' })) === 'breathe') {
    const breathe = await ctx.breathing(wishes);
    await breathe(reliefPace);
  }
}
