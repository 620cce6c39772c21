import type { Block } from '../../documents/document.ts';
import { keptDocument } from '../../documents/recovery-kept.ts';
import { keptPlan } from './kept-plan.ts';
import { jsonHead, type RecoveryRun, recoveryView, writeJson } from './open-plan.ts';

/** Keeps an event and reads the plan again, as it is with it. */
export async function keep(run: RecoveryRun, kind: string, body: object): Promise<RecoveryRun> {
  await (await run.ctx.record()).append(kind, body);
  return { ...run, kept: await keptPlan(run.ctx, run.preferences) };
}

/** A short answer in the wanted format: what was kept or why not; as JSON, the whole plan as it is now. */
export async function answer(
  run: RecoveryRun,
  says: readonly string[],
  next: readonly string[],
  blocks: readonly Block[] = [],
): Promise<void> {
  if (run.flags.json === true) await writePlanJson(run, says);
  else await run.show(keptDocument({ says, blocks, next }));
}

/**
 * The plan as JSON.
 *
 * @param says what was kept or refused, sentences; left out where the plan is only looked at
 */
export async function writePlanJson(run: RecoveryRun, says?: readonly string[]): Promise<void> {
  const { recoveryJson } = await import('../../documents/recovery-json.ts');
  const { heatOrCold, checkIn } = recoveryView(run);
  const json = recoveryJson({ ...jsonHead(run), today: run.kept.today, heatOrCold, checkIn });
  writeJson(run.ctx, says === undefined ? json : { ...json, says });
}
