import type { Context } from '../../context.ts';
import { exerciseTables } from '../../data/exercise-tables.ts';
import { aroundDocument, aroundQuestionsDocument } from '../../documents/around-document.ts';
import { permission } from '../../engine/permissions.ts';
import { exitCodes, InputError } from '../../errors.ts';
import { contactFor } from '../contact.ts';
import { isConversation } from '../conversation.ts';
import type { GlobalFlags } from '../flags.ts';
import { tolerantPreferences } from '../preferences.ts';
import { showDocument, wishesOf } from '../presentation.ts';
import { bodyToday, flagsToday } from './body-today.ts';
import { aroundFrom, askAround, keepAround } from './plan-around.ts';

/** Flags of `stretch around`. */
export interface AroundFlags extends GlobalFlags {
  readonly set?: string;
  readonly list?: boolean;
  readonly show?: boolean;
}

/** Asks again what to plan around, or shows what is known. Gives the exit code. */
export async function runAround(flags: AroundFlags, ctx: Context): Promise<number> {
  const { preferences } = tolerantPreferences(ctx);
  const wishes = wishesOf(flags, preferences);
  const contact = contactFor(ctx, flags, preferences);
  if (flags.list === true) {
    if (flags.json === true) ctx.io.out(questionsJson());
    else await showDocument(aroundQuestionsDocument(exerciseTables.flags), ctx, flags, wishes);
    return exitCodes.answered;
  }
  const given = flags.set === undefined ? undefined : aroundFrom(flags.set);
  const body = await bodyToday(ctx, preferences);
  const isShown = flags.show === true || flags.json === true;
  if (given === undefined && !isShown && !isConversation(flags, ctx)) {
    throw new InputError('Nobody can be asked here what to plan around.', {
      reason: 'The keyboard or the screen is not a terminal, or --no-input was given.',
      next: 'Say it with: backcare stretch around --set none (or what applies; see --list)',
    });
  }
  const answers = given ?? (isShown ? undefined : await askAround(await ctx.prompter(wishes), contact, body));
  if (answers !== undefined) await keepAround(ctx, answers);
  const { raised } = flagsToday(body, undefined, answers);
  if (flags.json === true) {
    const flagsNow = raised.map(({ flag, because }) => ({ id: flag, because }));
    const out = {
      schema: 'backcare/around@1',
      asked: answers !== undefined || body.around !== undefined,
      flags: flagsNow,
    };
    ctx.io.out(`${JSON.stringify(out, null, 2)}\n`);
  } else {
    const isKnown = answers !== undefined || body.around !== undefined;
    const isGuided = permission(body.standing, 'guided-session') === 'yes';
    await showDocument(
      aroundDocument(raised, exerciseTables.flags, { isKnown, isGuided, crisis: contact.crisis }),
      ctx,
      flags,
      wishes,
    );
  }
  return exitCodes.answered;
}

function questionsJson(): string {
  const questions = exerciseTables.flags
    .filter(({ block }) => block !== undefined)
    .map(({ id, label, ask, why, effect, block, sources }) => ({
      id,
      label,
      ask,
      why,
      effect,
      page: block,
      sources,
    }));
  return `${JSON.stringify({ schema: 'backcare/around-questions@1', questions }, null, 2)}\n`;
}
