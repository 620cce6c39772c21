import type { Context } from '../../context.ts';
import type { Block } from '../../documents/document.ts';
import { stressKept } from '../../documents/stress-kept.ts';
import { stressCommands } from '../../documents/stress-words.ts';
import { stressKinds } from '../../engine/stress/stress-events.ts';
import { type KeptStress, keptStress } from './kept-stress.ts';
import {
  jsonHead,
  openStress,
  type StressRun,
  stressView,
  stressWorld,
  writeJson,
  writeStressJson,
} from './open-stress.ts';
import type { StressFlags } from './stress-flags.ts';

/** One run of a way of `stress-plan`, with the plan that it is about. */
export interface PlannedRun extends StressRun {
  readonly kept: KeptStress;
}

/**
 * The plan of this person. Undefined when none is allowed, or there is none: then that was said. Throws `RecordError`.
 *
 * @param what this way needs a plan for, as the rest of "There is no stress plan yet, so …"
 */
export async function openPlanned(
  flags: StressFlags,
  ctx: Context,
  what: string,
): Promise<PlannedRun | undefined> {
  const run = await openStress(stressWorld(flags, ctx));
  if (run === undefined) return undefined;
  const kept = await keptStress(ctx, run.preferences);
  if (kept !== undefined) return { ...run, kept };
  const wasOne = (await (await ctx.record()).newest(stressKinds.plan)) !== undefined;
  const says = [
    `There is no stress plan ${wasOne ? 'any more' : 'yet'}, so ${what}.`,
    'Making one takes a few minutes.',
    `To talk to somebody: ${run.contact.crisis}.`,
  ];
  if (flags.json === true) await writeStressJson(run, 'none', paragraphs(says));
  else {
    const next = [stressCommands.plan, stressCommands.quick];
    await run.show(stressKept({ before: run.before, says, blocks: [], next }));
  }
  return undefined;
}

/** Keeps an event and reads the plan again, as it is with it. */
export async function keepStress(run: PlannedRun, kind: string, body: object): Promise<PlannedRun> {
  await (await run.ctx.record()).append(kind, body);
  return { ...run, kept: (await keptStress(run.ctx, run.preferences)) ?? run.kept };
}

/** A short answer in the wanted format: what was kept or why not; as JSON, the whole plan as it is now. */
export async function answerPlanned(
  run: PlannedRun,
  says: readonly string[],
  next: readonly string[],
  blocks: readonly Block[] = [],
): Promise<void> {
  if (run.flags.json === true) await writePlanJson(run, says);
  else await run.show(stressKept({ before: run.before, says, blocks, next }));
}

/** @param says what was kept or refused, sentences; left out where the plan is only looked at */
export async function writePlanJson(run: PlannedRun, says?: readonly string[]): Promise<void> {
  const { stressJson } = await import('../../documents/stress-json.ts');
  const view = await stressView(run, run.kept.plan, 'kept');
  const json = { ...jsonHead(run), state: 'kept', advice: run.before, view } as const;
  writeJson(run.ctx, stressJson(says === undefined ? json : { ...json, says }));
}

export function paragraphs(texts: readonly string[]): readonly Block[] {
  return texts.map((text) => ({ kind: 'paragraph', text }) as const);
}
