import type { Block } from '../../documents/document.ts';
import type { StressView } from '../../documents/stress-view.ts';
import { type PlanBody, stressKinds } from '../../engine/stress/stress-events.ts';
import { exitCodes } from '../../errors.ts';
import { dayNow, type KeptStress, keptStress, stressOn } from './kept-stress.ts';
import { jsonHead, type StressRun, stressView, writeJson } from './open-stress.ts';
import type { EvaluationFlags } from './stress-flags.ts';

/** The plan as it would be, without keeping it. */
export function asPlan({ ctx, preferences }: StressRun, body: PlanBody): StressView['plan'] {
  const day = dayNow(ctx, preferences.dayStart);
  const history = { plans: [{ at: ctx.clock.now(), day, ...body }], ticks: [], changes: [], reviews: [] };
  const found = stressOn(history, day);
  if (found === undefined) throw new Error('A plan that was just made is not there.');
  return found.plan;
}

/** Keeps it; from then on it is the plan. Throws `RecordError`. */
export async function keepPlan(run: StressRun, body: PlanBody): Promise<StressView['plan']> {
  await (await run.ctx.record()).append(stressKinds.plan, body);
  return (await keptStress(run.ctx, run.preferences))?.plan ?? asPlan(run, body);
}

/** Shows a plan in the wanted format. */
export async function showPlan(
  run: StressRun,
  plan: StressView['plan'],
  state: StressView['state'],
  says: readonly string[] = [],
): Promise<void> {
  const view = await stressView(run, plan, state);
  if (run.flags.json === true) {
    const { stressJson } = await import('../../documents/stress-json.ts');
    const json = { ...jsonHead(run), state, advice: run.before, view };
    writeJson(run.ctx, stressJson(says.length === 0 ? json : { ...json, says }));
    return;
  }
  const { stressDocument } = await import('../../documents/stress-document.ts');
  const said = says.map((text): Block => ({ kind: 'paragraph', text }));
  await run.show(stressDocument({ ...view, before: [...view.before, ...said] }));
}

/** Keeps it and shows it; after `--no-save` it stays a proposal. Gives the exit code. */
export async function keepOrShow(
  run: StressRun,
  body: PlanBody,
  flags: Pick<EvaluationFlags, 'save'>,
): Promise<number> {
  if (flags.save === false) {
    await showPlan(run, asPlan(run, body), 'proposal');
    return exitCodes.answered;
  }
  const before = await keptStress(run.ctx, run.preferences);
  if (before !== undefined && run.canAsk && !(await wantsAnother(run))) return exitCodes.answered;
  await showPlan(
    run,
    await keepPlan(run, body),
    'kept',
    before === undefined ? [kept] : await replacing(before, body),
  );
  return exitCodes.answered;
}

/** Said wherever a plan takes the place of another: that it can come back, and after a month then and now. */
export async function replacing(before: KeptStress, body: PlanBody): Promise<readonly string[]> {
  const { thenAndNowSays } = await import('./compare-plans.ts');
  return [replaced, ...thenAndNowSays(before, body)];
}

async function wantsAnother({ prompter }: StressRun): Promise<boolean> {
  const chosen = await (await prompter()).choose({
    message: 'You have a plan already. Put this one in its place?',
    choices: [
      { key: 'r', value: 'replace', label: 'yes, in its place' },
      { key: 'q', value: 'leave', label: 'no, keep the plan I have' },
    ],
    initial: 'leave',
  });
  return chosen === 'replace';
}

const kept = 'Kept. Taken back by: backcare undo';
const replaced = 'Kept. Your earlier plan was replaced; backcare undo brings it back.';
