import { stressTables } from '../../data/stress-tables.ts';
import type { Block } from '../../documents/document.ts';
import { daysAgoInWords, lastAdvice } from '../../documents/last-advice.ts';
import { signWaits } from '../../documents/stress-closed.ts';
import { crisisDocument } from '../../documents/stress-crisis.ts';
import { daysBetween } from '../../engine/day-count.ts';
import type { HelpAsked } from '../../engine/stress/raw-gate.ts';
import { type ChangeBody, stressKinds } from '../../engine/stress/stress-events.ts';
import { RecordError } from '../../errors.ts';
import { knownCheck } from '../standing.ts';
import { keptStress } from './kept-stress.ts';
import { keepNumberFirst } from './number-first.ts';
import { jsonHead, type StressWorld, writeJson } from './open-stress.ts';
import { hasSignSince } from './sign-since.ts';

/**
 * Thoughts of self-harm: the number at once, before anything is kept, whatever the last check said, and no question.
 * Nothing that was answered or typed is kept; the next start begins with the number, and a plan that there is waits.
 *
 * @param asked words that were typed may mean something else: then it is said more softly
 */
export async function helpFirst(world: StressWorld, asked: HelpAsked = 'answer'): Promise<void> {
  const { ctx, contact, flags, show } = world;
  const page = crisisDocument(stressTables, contact, asked);
  const blocks = [...page.blocks, ...(await actionThatStands(world))];
  if (flags.json === true) {
    const { stressJson } = await import('../../documents/stress-json.ts');
    writeJson(ctx, stressJson({ ...jsonHead(world), state: 'help-first', advice: blocks }));
  } else await show({ ...page, blocks });
  await letWait(world);
}

/** The number comes first at the next start, and a plan waits. A record that cannot be written stands before no number. */
export async function letWait({ ctx, flags, preferences }: StressWorld): Promise<void> {
  if (flags.save === false) return;
  await keepNumberFirst(ctx);
  try {
    const kept = await keptStress(ctx, preferences);
    if (kept === undefined || kept.plan.now.waits) return;
    const body: ChangeBody = { is: 'waits' };
    await (await ctx.record()).append(stressKinds.change, body);
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
  }
}

/** What to do about a danger sign, where one stands; a record that cannot be read says none, and stands before no number. */
async function actionThatStands({ ctx, contact, preferences }: StressWorld): Promise<readonly Block[]> {
  try {
    const record = await ctx.record();
    const now = ctx.clock.now();
    const { summary } = await knownCheck(record, await record.newest('assessment'), now);
    const moment = (at: number) => ({ at, offsetMinutes: ctx.clock.offsetMinutes(at) });
    if (summary !== undefined && summary.onlySelfHarm !== true) {
      const daysAgo = daysBetween(moment(summary.at), moment(now), preferences.dayStart);
      const advice = lastAdvice({ ...summary, helpLine: false }, contact, daysAgoInWords(daysAgo));
      if (advice.length > 0) return advice;
    }
    const isWaiting = await hasSignSince(record, summary);
    return isWaiting ? signWaits(contact).blocks.filter(({ kind }) => kind !== 'next') : [];
  } catch (error) {
    if (error instanceof RecordError) return [];
    throw error;
  }
}
