import { notices } from '../../data/safety-net.ts';
import { stressTables } from '../../data/stress-tables.ts';
import { stressKept } from '../../documents/stress-kept.ts';
import { wellbeingGate } from '../../engine/stress/gate.ts';
import { exitCodes, Interrupted } from '../../errors.ts';
import { renderDocument } from '../../render/render.ts';
import { themeOf } from '../presentation.ts';
import { helpFirst } from './crisis.ts';
import { type DraftKeeper, readDraft, startDraft, type Unfinished } from './draft.ts';
import { evaluate, isAfraid, signposted } from './evaluate.ts';
import { keepPlan, replacing, showPlan } from './keep-plan.ts';
import { keptStress } from './kept-stress.ts';
import { makePlan } from './make-plan.ts';
import type { StressRun } from './open-stress.ts';
import { decidedBy } from './plan-body.ts';
import { sayLight } from './say-light.ts';
import { neverKept } from './stress-answers.ts';
import type { EvaluationFlags } from './stress-flags.ts';

/** The self-evaluation in the terminal, and the plan that the person makes of it. Gives the exit code. */
export async function runEvaluation(run: StressRun, flags: EvaluationFlags): Promise<number> {
  const draft = startDraft(run.ctx, neverKept(), flags.save !== false);
  const leaving: Leaving = { atOnce: false };
  try {
    await converse(run, flags, draft, leaving);
    return exitCodes.answered;
  } catch (error) {
    if (error instanceof Interrupted && leaving.atOnce) {
      await draft.remove();
      (await run.prompter()).wipe();
      return exitCodes.answered;
    }
    if (error instanceof Interrupted && draft.isKept())
      throw new Interrupted('Stopped. Your answers are kept: backcare stress-plan goes on where you were.');
    throw error;
  }
}

/** Whether Ctrl-C leaves without a word. */
interface Leaving {
  atOnce: boolean;
}

async function converse(
  run: StressRun,
  flags: EvaluationFlags,
  draft: DraftKeeper,
  leaving: Leaving,
): Promise<void> {
  const prompter = await run.prompter();
  let from: Unfinished = await begin(run, draft);
  let introduction: string | undefined = await introductionOf(run, flags);
  let isBack = false;
  for (;;) {
    const evaluated = await evaluate(run, prompter, from, { draft, introduction, isBack });
    introduction = undefined;
    if (evaluated.kind !== 'answered') {
      await draft.remove();
      if (evaluated.kind === 'crisis') await helpFirst(run);
      else (await run.prompter()).wipe();
      return;
    }
    const { answers } = evaluated;
    if (isAfraid(answers)) leaving.atOnce = true;
    const { outcome } = decidedBy(answers).evaluation;
    if (!isBack && !(await isGoneOn(run, answers))) {
      await draft.remove();
      await run.show(
        stressKept({ before: [], says: ['The plan can wait. Nothing was kept.'], blocks: [], next: [] }),
      );
      return;
    }
    if (outcome !== 'plan') {
      await draft.remove();
      return sayLight(run, outcome, answers);
    }
    const picked = isBack ? undefined : from.picked;
    const made = await makePlan(
      run,
      prompter,
      { answers, ...(picked === undefined ? {} : { picked }) },
      draft,
    );
    if (made.kind === 'back') {
      from = { answers: made.answers };
      isBack = true;
      continue;
    }
    await draft.remove();
    if (made.kind === 'left') {
      await run.show(
        stressKept({ before: [], says: ['Nothing was kept.'], blocks: [], next: ['backcare stress-plan'] }),
      );
      return;
    }
    if (made.kind === 'crisis') return helpFirst(run, 'words');
    if (flags.save === false) await showPlan(run, made.plan, 'proposal');
    else {
      // Who weighs again what presses knows that there is a plan; that it can come back has to be said.
      const before = await keptStress(run.ctx, run.preferences);
      const says = before === undefined ? [] : await replacing(before, made.body);
      await showPlan(run, await keepPlan(run, made.body), 'kept', says);
    }
    return;
  }
}

/** An unfinished one is gone on with or put away. */
async function begin({ ctx, prompter }: StressRun, keeper: DraftKeeper): Promise<Unfinished> {
  const draft = await readDraft(ctx);
  if (draft === undefined) return { answers: {} };
  const count = Object.keys(draft.unfinished.answers).length;
  const choice = await (await prompter()).choose({
    message: `You stopped ${minutesAgo(draft.age)}, with ${count} answers given.`,
    choices: [
      { key: 'g', value: 'go-on', label: 'go on there' },
      { key: 'a', value: 'anew', label: 'start anew' },
    ],
    initial: 'go-on',
  });
  if (choice === 'go-on') return draft.unfinished;
  await keeper.remove();
  return { answers: {} };
}

/** Where help is comes before any plan, which then is a wish and no advice. */
async function isGoneOn(run: StressRun, answers: Unfinished['answers']): Promise<boolean> {
  const gate = wellbeingGate(answers);
  if (gate.kind !== 'open') return true;
  // "Not safe" was shown when it was said.
  const signposts = gate.signposts.filter((id) => id !== 'not-safe');
  if (signposts.length === 0) return true;
  const chosen = await (await run.prompter()).choose({
    text: await signposted(run, signposts),
    message: '',
    choices: [
      { key: 'g', value: 'on', label: 'go on with the plan' },
      { key: 'q', value: 'leave', label: 'not today' },
    ],
  });
  return chosen === 'on';
}

/** What this is, where the answers stay, and whom to call: over the first page, and gone with it. */
async function introductionOf(run: StressRun, flags: EvaluationFlags): Promise<string | undefined> {
  const { ctx, contact, wishes } = run;
  if (flags.quiet === true && run.before.length === 0) return undefined;
  const about = [
    'About two minutes, and every question may be skipped.',
    stressTables.firstWords[0]?.text ?? '',
    flags.save === false ? 'Nothing is kept.' : notices.privacy.text,
    `To talk to somebody: ${contact.crisis}.`,
  ].join(' ');
  const blocks = [...run.before, { kind: 'paragraph', text: about, quiet: true } as const];
  const theme = themeOf(ctx, wishes, 'error');
  return renderDocument({ title: 'Stress plan', blocks }, { format: 'text', theme });
}

function minutesAgo(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`;
  const hours = Math.round(minutes / 60);
  return hours === 1 ? '1 hour ago' : `${hours} hours ago`;
}
