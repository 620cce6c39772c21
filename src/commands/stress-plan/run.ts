import type { ChoicePrompt, Context } from '../../context.ts';
import { stressDocument } from '../../documents/stress-document.ts';
import { stressKept } from '../../documents/stress-kept.ts';
import { stressCommands } from '../../documents/stress-words.ts';
import { exitCodes } from '../../errors.ts';
import { keptStress } from './kept-stress.ts';
import { openStress, type StressRun, stressView, stressWorld, writeStressJson } from './open-stress.ts';
import { type PlannedRun, paragraphs, writePlanJson } from './planned-run.ts';
import { checkRise } from './rise-time.ts';
import type { EvaluationFlags } from './stress-flags.ts';

/** The plan and this week; without one, the self-evaluation that leads to it. Gives the exit code. */
export async function runStressPlan(flags: EvaluationFlags, ctx: Context): Promise<number> {
  if (flags.questions === true) return (await import('./questions.ts')).listQuestions(flags, ctx);
  checkRise(flags);
  const world = stressWorld(flags, ctx);
  const isGiven = flags.answers !== undefined || (flags.set ?? []).length > 0;
  if (flags.hideNumber === true) return (await import('./hide-number.ts')).hideNumber(world);
  if (isGiven) return (await import('./from-file.ts')).fromFile(world, flags);
  const run = await openStress(world);
  if (run === undefined) return exitCodes.answered;
  if (flags.quick === true) return (await import('./quick.ts')).makeQuickPlan(run, flags);
  const kept = flags.again === true ? undefined : await keptStress(ctx, run.preferences);
  if (kept !== undefined) {
    await showKept({ ...run, kept });
    return exitCodes.answered;
  }
  if (run.canAsk) return (await import('./interview.ts')).runEvaluation(run, flags);
  await sayHowToBegin(run);
  return exitCodes.answered;
}

/** Nobody can be asked here: how a plan is made. */
async function sayHowToBegin(run: StressRun): Promise<void> {
  const says = [
    'There is no stress plan yet.',
    'At the keyboard it takes a few minutes; a script gives its answers in a file.',
    `To talk to somebody: ${run.contact.crisis}.`,
  ];
  if (run.flags.json === true) {
    await writeStressJson(run, 'none', [...run.before, ...paragraphs(says)]);
    return;
  }
  const next = [stressCommands.plan, stressCommands.quick, `${stressCommands.plan} --questions`];
  await run.show(stressKept({ before: run.before, says, blocks: [], next }));
}

/** The plan's page; at the keyboard with keys to tick and to review. */
async function showKept(first: PlannedRun): Promise<void> {
  if (first.flags.json === true) return writePlanJson(first);
  if (!first.canAsk) return first.show(stressDocument(await stressView(first, first.kept.plan, 'kept')));
  let run = first;
  const [prompter, { overKeys }] = await Promise.all([run.prompter(), import('./over-choice.ts')]);
  for (;;) {
    const page = stressDocument(await stressView(run, run.kept.plan, 'kept'));
    const chosen = await prompter.choose({
      text: await overKeys(run, page),
      message: '',
      choices: keysOf(run),
      initial: 'leave',
    });
    if (chosen === 'leave') return run.show(page);
    if (chosen === 'at-once') return prompter.wipe();
    const after = await doneBy(chosen, run);
    if (after === 'crisis') return;
    run = after;
  }
}

function keysOf({ kept: { plan } }: PlannedRun): ChoicePrompt['choices'] {
  const { now, lines, today } = plan;
  // Tension with somebody may be tension with whoever comes in just now.
  const atOnce =
    now.stressors.conflict === undefined
      ? []
      : [{ key: 'x', value: 'at-once', label: 'off this screen at once' }];
  if (now.waits)
    return [
      { key: 'g', value: 'resume', label: 'go on' },
      { key: 'q', value: 'leave', label: 'leave' },
      ...atOnce,
    ];
  const isOpen = lines.some(({ state }) => state === 'open');
  return [
    ...(isOpen ? [{ key: 't', value: 'done', label: 'tick' }] : []),
    ...(isOpen ? [{ key: 's', value: 'skipped', label: 'leave out' }] : []),
    ...(lines.some(({ state }) => state !== 'open') ? [{ key: 'u', value: 'open', label: 'untick' }] : []),
    { key: 'c', value: 'change', label: 'change' },
    { key: 'r', value: 'review', label: today >= now.reviewDueOn ? 'review, it is time' : 'review' },
    { key: 'q', value: 'leave', label: 'leave' },
    ...atOnce,
  ];
}

/** The run as it is after that key. In a crisis the number was shown, and nothing comes after it. */
async function doneBy(chosen: string, run: PlannedRun): Promise<PlannedRun | 'crisis'> {
  switch (chosen) {
    case 'done':
    case 'skipped':
    case 'open':
      return (await import('./tick-by-key.ts')).tickByKey(run, chosen);
    case 'change':
      return (await import('./change.ts')).changeByKeys(run);
    case 'review':
      return (await import('./review-by-keys.ts')).reviewByKeys(run);
    case 'resume':
      return (await import('./stop.ts')).goOn(run);
    default:
      return run;
  }
}
