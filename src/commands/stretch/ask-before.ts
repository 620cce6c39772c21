import type { PromptQuestion } from '../../context.ts';
import type { ReliefSign } from '../../data/relief-schema.ts';
import type { Answers } from '../../engine/answers.ts';
import { permission } from '../../engine/permissions.ts';
import { InputError } from '../../errors.ts';
import { nearest } from '../nearest.ts';
import { flagsToday } from './body-today.ts';
import { askAround, keepAround } from './plan-around.ts';
import type { Asked } from './plan-session.ts';
import type { Session, SessionAsked } from './session.ts';
import { feelingOf, signsKind } from './stretch-record.ts';

/** After so long nobody remembers the morning after. */
const morningDays = 4;

/**
 * What must be known before a session: no danger sign, what to plan around, the pain now. Undefined when it ends here,
 * and what to do was shown.
 */
export async function askBefore(session: Session, asked: SessionAsked): Promise<Asked | undefined> {
  if (!(await areSignsClear(session))) return undefined;
  const around = await aroundToday(session, asked.around);
  const now = await howItIs(session, asked.painNow);
  const { around: _, ...wishes } = asked;
  return {
    ...wishes,
    ...now,
    flags: flagsToday(session.body, now.painNow, around.answers).raised,
    comfortOnly: around.comfortOnly,
  };
}

type SignsSession = Pick<
  Session,
  'body' | 'canAsk' | 'ctx' | 'contact' | 'wishes' | 'show' | 'prompter' | 'flags'
>;

/** Most sessions start without the seven lines: they are loaded when they are asked. */
const reliefLater = () => import('../../documents/relief-document.ts');

/**
 * Without a check of today's standing, the seven lines come first, once a day. False when it ends here, and what to do
 * was shown.
 */
export async function areSignsClear(session: SignsSession): Promise<boolean> {
  const { body, flags, canAsk, ctx, contact, wishes, show } = session;
  // What is said now counts, whatever was known before.
  if (flags.signs !== undefined) return isClearByFlag(session, flags.signs);
  if (permission(body.standing, 'guided-session') !== 'seven-lines-first' || body.signsAskedToday)
    return true;
  if (!canAsk) {
    await show((await reliefLater()).cannotAskDocument(contact));
    return false;
  }
  const prompter = await session.prompter();
  const { askSevenLines } = await import('../relief/seven-lines.ts');
  for (;;) {
    const sign = await askSevenLines({ ctx, prompter, wishes, contact, title: 'Before you start' });
    if (sign === 'none') break;
    await show((await reliefLater()).signDocument(sign, contact));
    const next = await prompter.choose({
      message: '',
      choices: [
        { key: 'b', value: 'mistake', label: 'I ticked that by mistake' },
        { key: 'q', value: 'leave', label: 'leave' },
      ],
      initial: 'leave',
    });
    if (next === 'leave') {
      await keepTicked(session, sign);
      return false;
    }
  }
  await keepSigns(session);
  return true;
}

async function isClearByFlag(session: SignsSession, words: string): Promise<boolean> {
  if (words === 'none') {
    await keepSigns(session);
    return true;
  }
  const { reliefSigns } = await import('../../data/relief.ts');
  const sign = reliefSigns.find(({ id }) => id === words);
  if (sign === undefined) {
    const ids = reliefSigns.map(({ id }) => id);
    const near = nearest(words, ids);
    throw new InputError(`--signs does not know "${words}".`, {
      reason: `${near === undefined ? '' : `Did you mean "${near}"? `}It takes none, or ${ids.join(', ')}.`,
      next: 'Read them with: backcare relief --no-input',
    });
  }
  await session.show((await reliefLater()).signDocument(sign, session.contact));
  await keepTicked(session, sign);
  return false;
}

/** What to do was shown: now every command is to know it. */
async function keepTicked({ ctx, flags }: SignsSession, sign: ReliefSign): Promise<void> {
  if (flags.save === false) return;
  const { keepSign, tickedSign } = await import('../sign-record.ts');
  await keepSign(ctx, tickedSign(sign));
}

async function keepSigns({ ctx, flags }: SignsSession): Promise<void> {
  if (flags.save !== false) await (await ctx.record()).append(signsKind, { sign: 'none' });
}

/**
 * Answers to "Anything I should plan around?", asked when they are due or some are still open. What is skipped stays
 * open, and then there is only what is safe for everyone.
 */
async function aroundToday(
  { ctx, body, flags, canAsk, prompter, contact }: Session,
  given: Answers | undefined,
): Promise<{ readonly answers?: Answers; readonly comfortOnly: boolean }> {
  const isOpen = (answers?: Answers) => flagsToday(body, undefined, answers).open.length > 0;
  if (given === undefined && !body.isAroundDue && !isOpen()) return { comfortOnly: false };
  const answers = given ?? (canAsk ? await askAround(await prompter(), contact, body) : undefined);
  if (answers === undefined) return { comfortOnly: true };
  if (flags.save !== false) await keepAround(ctx, answers);
  return { answers, comfortOnly: isOpen(answers) };
}

const painQuestion: PromptQuestion = {
  id: 'pain-now',
  kind: 'number',
  label: 'Pain right now',
  ask: 'How strong is the pain right now, from 0 to 10?',
  why: 'From 7 on there are only the calmest exercises. Afterwards we compare.',
  unit: 'of 10',
  minimum: 0,
  maximum: 10,
  ends: ['no pain', 'worst you can think of'],
};

const morningQuestion: PromptQuestion = {
  id: 'morning-after',
  kind: 'single',
  label: 'The morning after your last session',
  ask: 'How was your back the morning after your last session?',
  why: 'A good morning after lets the next session grow a little. A bad one makes it smaller.',
  options: [
    { id: 'better', label: 'Better' },
    { id: 'same', label: 'The same' },
    { id: 'worse', label: 'Worse' },
  ],
};

async function howItIs(
  { body, canAsk, prompter, contact }: Session,
  painGiven: number | undefined,
): Promise<Pick<Asked, 'painNow' | 'morningAfterLast'>> {
  if (painGiven !== undefined || !canAsk) return { painNow: painGiven };
  const [last] = body.practices;
  const days = last === undefined ? 0 : body.daysSince(last.at);
  const isMorningAsked = days >= 1 && days <= morningDays;
  const reply = await (await prompter()).page({
    emergencyLine: contact.line,
    title: 'Right now',
    progress: '1 of 1',
    questions: [painQuestion, ...(isMorningAsked ? [morningQuestion] : [])],
    canGoBack: false,
  });
  const answers = reply.kind === 'answered' ? reply.answers : {};
  const pain = answers[painQuestion.id];
  return {
    painNow: typeof pain === 'number' ? pain : undefined,
    morningAfterLast: feelingOf(answers[morningQuestion.id]),
  };
}
