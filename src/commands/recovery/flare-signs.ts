import { reliefSigns } from '../../data/relief.ts';
import type { ReliefSign } from '../../data/relief-schema.ts';
import type { Contact } from '../../documents/contact.ts';
import { adviceNow, isActionOnly, shortAdvice } from '../../documents/last-advice.ts';
import { signJson } from '../../documents/recovery-kept.ts';
import { signDocument } from '../../documents/relief-document.ts';
import { exitCodes, InputError } from '../../errors.ts';
import { callFirst } from '../contact.ts';
import { nearest } from '../nearest.ts';
import { askSevenLines } from '../relief/seven-lines.ts';
import { keepSign, tickedSign } from '../sign-record.ts';
import { lastAssessment } from '../standing.ts';
import { signsKind } from '../stretch/stretch-record.ts';
import { type RecoveryRun, type RecoveryWorld, writeJson } from './open-plan.ts';

/**
 * `--signs none`, or one of the seven lines by its name. Throws `InputError` with the nearest, and first with whom to call:
 * whoever typed it may have a sign.
 */
export function signFrom(words: string, contact: Contact): ReliefSign | 'none' {
  if (words === 'none') return 'none';
  const sign = reliefSigns.find(({ id }) => id === words);
  if (sign !== undefined) return sign;
  const ids = reliefSigns.map(({ id }) => id);
  const near = nearest(words, ids);
  throw new InputError(`${callFirst(contact)} --signs does not know ${JSON.stringify(words)}.`, {
    reason: `${near === undefined ? '' : `Did you mean "${near}"? `}It takes none, or ${ids.join(', ')}.`,
    next: 'Read them with: backcare relief --no-input',
  });
}

/** What that sign means and what to do, and only then the record: a full disk must not stand before it. */
export async function tellSign(world: RecoveryWorld, sign: ReliefSign): Promise<number> {
  const { contact, ctx, flags, preferences } = world;
  const ticked = tickedSign(sign);
  // Where an emergency stands, "today or tomorrow" alone would take it back.
  const last = ticked.urgency === 'urgent' ? await lastAssessment(ctx, preferences) : undefined;
  const isBeside = last !== undefined && isActionOnly(last.summary);
  const above = isBeside ? shortAdvice(adviceNow(last, contact)) : [];
  const own = signDocument(sign, contact, isBeside);
  const page = { ...own, blocks: [...above, ...own.blocks] };
  if (flags.json === true) {
    writeJson(ctx, signJson(sign.id, page, contact, ctx.version));
  } else await world.show(page);
  await keepSign(ctx, ticked);
  return exitCodes.answered;
}

/**
 * The seven lines, at the keyboard. False when one stays ticked: what to do was shown.
 *
 * @param title what they come before
 */
export async function askSigns(run: RecoveryRun, title: string): Promise<boolean> {
  const { ctx, wishes, contact } = run;
  const prompter = await run.prompter();
  for (;;) {
    const sign = await askSevenLines({
      ctx,
      prompter,
      wishes,
      contact,
      title,
    });
    if (sign === 'none') return true;
    await run.show(signDocument(sign, contact));
    const next = await prompter.choose({
      message: '',
      choices: [
        { key: 'b', value: 'mistake', label: 'I ticked that by mistake' },
        { key: 'q', value: 'leave', label: 'leave' },
      ],
      initial: 'leave',
    });
    if (next === 'mistake') continue;
    await keepSign(ctx, tickedSign(sign));
    return false;
  }
}

/** None was ticked: they are not asked again on that day. */
export async function keepNoSign({ ctx }: Pick<RecoveryWorld, 'ctx'>): Promise<void> {
  await (await ctx.record()).append(signsKind, { sign: 'none' });
}
