import type { Context } from '../../context.ts';
import type { SessionId } from '../../data/stress-schema.ts';
import { commitmentBlocks } from '../../documents/stress-document.ts';
import { sessionInWords, stressCommands } from '../../documents/stress-words.ts';
import { type Commitment, ifThen, ownCommitment, shrunk, weekdays } from '../../engine/stress/commitment.ts';
import { checkOwnWords, readOwnWords } from '../../engine/stress/own-words.ts';
import { type ChangeBody, stressKinds } from '../../engine/stress/stress-events.ts';
import { firstWeekday } from '../../engine/stress/week.ts';
import { exitCodes, InputError } from '../../errors.ts';
import { barredSessions, checkSession } from './barred-sessions.ts';
import { helpFirst } from './crisis.ts';
import { checkText, commitmentFrom, cueProblem, daysFrom } from './given-commitment.ts';
import { sessionGiven } from './given-parts.ts';
import { stressView } from './open-stress.ts';
import { answerPlanned, keepStress, openPlanned, type PlannedRun } from './planned-run.ts';
import type { StressFlags } from './stress-flags.ts';
import { commitmentNamed } from './which-one.ts';

export interface ChangeFlags extends StressFlags {
  readonly cue?: string;
  readonly days?: string;
  /** The whole sentence, in the person's own words. */
  readonly words?: string;
  readonly smaller?: boolean;
  readonly session?: string;
}

const example = 'backcare stress-plan change 1 --days mon,wed,fri';

/** Changes one of the small things, or the calm session; without anything named, shows or asks. Gives the exit code. */
export async function runChange(
  which: string | undefined,
  flags: ChangeFlags,
  ctx: Context,
): Promise<number> {
  const { cue, days, words, smaller, session } = flags;
  const isOfOne = [cue, days, words, smaller].some((flag) => flag !== undefined);
  if (which === undefined && isOfOne)
    throw new InputError('Which one is to change?', { next: `For example: ${example}` });
  if (which !== undefined && session !== undefined)
    throw new InputError('--session goes by itself.', {
      next: 'For example: backcare stress-plan change --session body-scan',
    });
  const wished = session === undefined || session === 'none' ? undefined : sessionGiven(session, '--session');
  const run = await openPlanned(flags, ctx, 'there is nothing to change');
  if (run === undefined) return exitCodes.answered;
  if (session !== undefined) {
    if (wished !== undefined) checkSession(wished, await barredSessions(ctx, run.preferences), '--session');
    return changeSession(run, wished);
  }
  if (which === undefined || !isOfOne) return showOrAsk(run, which);
  const before = commitmentNamed(which, run.kept.plan.now.commitments);
  const commitment = changed(before, flags, run);
  const after = await keepChange(run, { is: 'set', commitment });
  await answerPlanned(
    after,
    [`Changed: ${ifThen(commitment)}`],
    [stressCommands.plan, 'backcare undo'],
    await list(after),
  );
  return exitCodes.answered;
}

function changed(
  before: Commitment,
  { cue, days, words, smaller }: ChangeFlags,
  run: PlannedRun,
): Commitment {
  if (smaller === true) {
    const smallest = shrunk(before);
    if (smallest === undefined)
      throw new InputError('This is the smallest version already.', {
        reason: 'Two minutes are as small as it gets.',
        next: 'Swap it in the review: backcare stress-plan review',
      });
    return smallest;
  }
  const day = firstWeekday(run.kept.today);
  const named = days === undefined ? {} : { days: daysFrom(days, '--days') };
  if (words !== undefined) {
    const { cue: when, does, minutes } = commitmentFrom({ words }, '--words', [], day);
    const said = { cue: when, does, ...(minutes === undefined ? {} : { minutes }) };
    // Other words are another thing: the one day of the old one is not theirs.
    const kept = before.days.length === 1 ? weekdays : before.days;
    return { ...ownCommitment(said, before.id, kept), ...named };
  }
  if (cue !== undefined) checkText(cue, '--cue');
  const checked = cue === undefined ? undefined : checkOwnWords({ cue: bare(cue), does: before.does });
  const reason = checked === undefined ? undefined : cueProblem(checked);
  if (reason !== undefined)
    throw new InputError('--cue cannot be kept as it is.', {
      reason,
      next: 'For example: --cue "I close my laptop"',
    });
  return { ...before, ...(checked === undefined ? {} : { cue: checked.words.cue }), ...named };
}

/** "If I close my laptop," is the same cue as "I close my laptop". */
function bare(cue: string): string {
  return readOwnWords(cue).cue === ''
    ? cue
        .trim()
        .replace(/^(?:if|when)\s+/i, '')
        .replace(/[,.]+$/, '')
    : cue;
}

async function changeSession(run: PlannedRun, session: SessionId | undefined): Promise<number> {
  const { session: before } = run.kept.plan.now;
  if (before === session) {
    const says = session === undefined ? 'There is no calm session on the plan.' : 'That is the one already.';
    await answerPlanned(run, [`${says} Nothing was changed.`], [stressCommands.plan]);
    return exitCodes.answered;
  }
  const after = await keepChange(run, { is: 'session', session: session ?? null });
  const says = session === undefined ? 'No calm session now.' : `Changed: ${sessionInWords(session)}.`;
  const next = session === undefined ? [] : [`${stressCommands.breathe} ${session}`];
  await answerPlanned(after, [says], [...next, stressCommands.plan, 'backcare undo']);
  return exitCodes.answered;
}

async function showOrAsk(run: PlannedRun, which: string | undefined): Promise<number> {
  if (which !== undefined) commitmentNamed(which, run.kept.plan.now.commitments);
  if (run.canAsk) {
    const after = await changeByKeys(run, which);
    if (after === 'crisis') return exitCodes.answered;
    await answerPlanned(after, [], [stressCommands.plan, 'backcare undo'], await list(after));
    return exitCodes.answered;
  }
  await answerPlanned(
    run,
    ['What can be changed: cue, days, words, size, and the calm session.'],
    [example],
    await list(run),
  );
  return exitCodes.answered;
}

async function list(run: PlannedRun) {
  return commitmentBlocks(await stressView(run, run.kept.plan, 'kept'));
}

/** Changes one at the keyboard. In a crisis the number was shown, and nothing comes after it. */
export async function changeByKeys(run: PlannedRun, which?: string): Promise<PlannedRun | 'crisis'> {
  const { commitments } = run.kept.plan.now;
  const prompter = await run.prompter();
  const chosen =
    which === undefined && commitments.length !== 1
      ? await prompter.choose({
          message: 'Which one is to change?',
          choices: [
            ...commitments.map((commitment, place) => ({
              key: String(place + 1),
              value: commitment.id,
              label: ifThen(commitment),
            })),
            { key: 'q', value: '', label: 'none of them' },
          ],
        })
      : (which ?? commitments[0]?.id ?? '');
  const before = chosen === '' ? undefined : commitmentNamed(chosen, commitments);
  if (before === undefined) return run;
  const { refine } = await import('./shape-commitment.ts');
  const place = { at: 'change', taken: commitments.map(({ id }) => id) };
  const shaped = await refine(run, prompter, place, before);
  if (shaped.kind === 'none') return keepChange(run, { is: 'stopped', commitment: before.id });
  if (shaped.kind === 'crisis') {
    await helpFirst(run, 'words');
    return 'crisis';
  }
  if (shaped.kind !== 'shaped') return run;
  const commitment = { ...shaped.commitment, id: before.id };
  const isSame = JSON.stringify(commitment) === JSON.stringify(before);
  return isSame ? run : keepChange(run, { is: 'set', commitment });
}

function keepChange(run: PlannedRun, body: ChangeBody): Promise<PlannedRun> {
  return keepStress(run, stressKinds.change, body);
}
