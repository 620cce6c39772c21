import { stressTables } from '../../data/stress-tables.ts';
import { crisisDocument } from '../../documents/stress-crisis.ts';
import { crisisWords } from '../../engine/stress/gate.ts';
import { type ChangeBody, stressKinds } from '../../engine/stress/stress-events.ts';
import { RecordError } from '../../errors.ts';
import { keptStress } from './kept-stress.ts';
import { keepNumberFirst } from './number-first.ts';
import { jsonHead, type StressRun, writeJson } from './open-stress.ts';

/**
 * Thoughts of self-harm: the number at once, before anything is kept, and no question but one. Nothing that was answered is
 * kept; the next start begins with the number, and a plan that there is waits.
 *
 * @param keeps false when nothing at all is to be kept
 * @param isAsked the one question was answered already
 */
export async function helpFirst(run: StressRun, keeps: boolean, isAsked = false): Promise<void> {
  const { ctx, contact, flags, show, canAsk } = run;
  const page = crisisDocument(stressTables, contact);
  if (flags.json === true) {
    const { stressJson } = await import('../../documents/stress-json.ts');
    writeJson(ctx, stressJson({ ...jsonHead(run), state: 'help-first', advice: page.blocks }));
  } else await show(page);
  if (keeps) await letWait(run);
  if (!canAsk || isAsked) return;
  await (await run.prompter()).choose({
    message: 'Would you like the plan another day?',
    choices: [
      { key: 'y', value: 'yes', label: 'yes, another day' },
      { key: 'n', value: 'no', label: 'no' },
    ],
  });
}

/** Whether the person's own words ask for help first. They are kept nowhere then; other words can be typed. */
export function needsHelpFirst(texts: readonly (string | undefined)[]): boolean {
  return texts.some((text) => text !== undefined && crisisWords(text));
}

/** The number comes first at the next start, and a plan waits. A record that cannot be written stands before no number. */
async function letWait({ ctx, preferences }: StressRun): Promise<void> {
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
