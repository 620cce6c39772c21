import { eraseDocument } from '../../documents/data-document.ts';
import { eventInWords } from '../../documents/event-words.ts';
import { isGraveCheck } from '../../engine/record/standing-guard.ts';
import { exitCodes, RecordError } from '../../errors.ts';
import type { KeeperContext, RecordPlaces } from '../../record-keeper.ts';
import type { RemindContext } from '../../reminder-delivery.ts';
import { nobodyToAsk } from '../confirm.ts';
import { isConversation } from '../conversation.ts';
import type { GlobalFlags } from '../flags.ts';
import { dataSession } from './data-session.ts';

export interface EraseFlags extends GlobalFlags {
  readonly keepPreferences?: boolean;
  readonly yes?: boolean;
}

/** What has to be typed: no key that is hit by accident. */
const word = 'erase';

/**
 * Removes all that backcare keeps, and nothing else. Gives the exit code.
 *
 * @throws InputError when nobody can be asked
 * @throws RecordError for a file that cannot be removed; it names it
 */
export async function runErase(flags: EraseFlags, ctx: KeeperContext & RemindContext): Promise<number> {
  const session = dataSession(flags, ctx);
  const keeper = await ctx.keeper();
  const places = keeper.places();
  const files = places.files.filter((path) => flags.keepPreferences !== true || !isIn(places.config, path));
  const { foreign } = places;
  const grave = files.length === 0 ? undefined : await graveAdvice(ctx);
  // Looked at before its traces go.
  const setUp = await remindersSetUp(ctx);
  const view = { files, foreign, setUp, ...(grave === undefined ? {} : { grave }) };
  if (files.length > 0 && flags.yes !== true) {
    if (!isConversation(flags, ctx)) throw nobodyToAsk();
    const prompter = await ctx.prompter(session.wishes);
    const text = await session.above(eraseDocument({ ...view, isDone: false }));
    const typed = await prompter.typed({ text, message: `Type ${word} to go on, or just Enter to leave: ` });
    if (typed.trim().toLowerCase() !== word) {
      ctx.io.err('Nothing was erased.\n');
      return exitCodes.answered;
    }
  }
  await keeper.erase(files);
  await session.show(
    { schema: 'backcare/erased@1', erased: files, left: foreign, setUp },
    eraseDocument({ ...view, isDone: true }),
  );
  return exitCodes.answered;
}

function isIn(folder: RecordPlaces['config'], path: string): boolean {
  return path.startsWith(folder);
}

/** Places outside our folders where reminders are set up, or may be: erasing leaves them as they are. */
async function remindersSetUp(ctx: RemindContext): Promise<readonly string[]> {
  try {
    const states = await (await ctx.reminders()).schedulers();
    return states.flatMap(({ installed, where, lost }) => {
      if (installed !== 'no') return where;
      // What cannot be looked into may hold it still; of the schedulers that is cron's alone.
      return lost?.isCertain === false ? ['your crontab'] : [];
    });
  } catch (error) {
    if (error instanceof RecordError) return [];
    throw error;
  }
}

/** A record that cannot be read can be erased too. */
async function graveAdvice(ctx: KeeperContext): Promise<string | undefined> {
  try {
    const newest = await (await ctx.record()).newest('assessment');
    return newest !== undefined && isGraveCheck(newest) ? eventInWords(newest) : undefined;
  } catch (error) {
    if (error instanceof RecordError) return undefined;
    throw error;
  }
}
