import type { Block } from '../../documents/document.ts';
import { emergencyLine } from '../../documents/emergency-line.ts';
import { daysAgoInWords, lastAdvice, whyOutdated } from '../../documents/last-advice.ts';
import { remindersOffDocument, remindKeptDocument } from '../../documents/remind-document.ts';
import { permission } from '../../engine/permissions.ts';
import { type KeptReminders, keptReminders } from './kept-reminders.ts';
import { viewOf } from './kept-view.ts';
import type { RemindWorld } from './remind-world.ts';

/** One run of a way of `remind`, with the reminders it is about. */
export interface RemindRun extends RemindWorld {
  readonly kept: KeptReminders;
}

/** The reminders, whatever advice stands: to look, to take away, to be quiet. Throws `RecordError`. */
export async function anyReminders(world: RemindWorld): Promise<RemindRun> {
  return { ...world, kept: await keptReminders(world.ctx, world.preferences) };
}

/**
 * The reminders, where the newest assessment allows any. Undefined when it does not: then the reason was shown, and there
 * is nothing more to say. Throws `RecordError`.
 */
export async function openReminders(world: RemindWorld): Promise<RemindRun | undefined> {
  const run = await anyReminders(world);
  const { summary, standing, daysAgo } = run.kept.last;
  if (standing === 'cleared' && permission(standing, 'reminders') === 'yes') return run;
  if (standing === 'cleared') return undefined;
  const { contact } = world;
  const advice = summary === undefined ? [] : lastAdvice(summary, contact, daysAgoInWords(daysAgo));
  const page = remindersOffDocument(contact, standing, {
    advice,
    outdated: whyOutdated(run.kept.last),
  });
  if (world.flags.json === true) await writeRemindJson(run, page.blocks);
  else await world.show(page);
  return undefined;
}

/** What stands above everything else where reminders may not come: the advice of the newest check, or whom to call. */
export function adviceFirst({ kept: { last }, contact }: RemindRun): readonly Block[] {
  const { summary, standing, daysAgo } = last;
  if (standing === 'cleared') return [];
  if (standing === 'unchecked') return [emergencyLine(contact)];
  return summary === undefined ? [] : lastAdvice(summary, contact, daysAgoInWords(daysAgo));
}

/** Reads them again, after something was kept. */
export async function reread(run: RemindRun): Promise<RemindRun> {
  return { ...run, kept: await keptReminders(run.ctx, run.preferences) };
}

/** A short answer in the wanted format; as JSON, all reminders as they are now. */
export async function answerRemind(
  run: RemindRun,
  says: readonly string[],
  next: readonly string[],
  blocks: readonly Block[] = [],
): Promise<void> {
  const before = adviceFirst(run);
  if (run.flags.json === true) await writeRemindJson(run, before, says);
  else {
    const { title, blocks: kept } = remindKeptDocument(says, blocks, next);
    await run.show({ title, blocks: [...before, ...kept] });
  }
}

/**
 * All reminders as JSON.
 *
 * @param before what must be read first, such as the advice of a check
 * @param says what was kept or refused, sentences; left out where it is only looked at
 */
export async function writeRemindJson(
  { ctx, contact, kept }: RemindRun,
  before: readonly Block[] = [],
  says?: readonly string[],
): Promise<void> {
  const { remindJson } = await import('../../documents/remind-json.ts');
  const json = remindJson({
    contact,
    version: ctx.version,
    before,
    standing: kept.last.standing,
    ...viewOf(kept),
  });
  ctx.io.out(`${JSON.stringify(says === undefined ? json : { ...json, says }, null, 2)}\n`);
}
