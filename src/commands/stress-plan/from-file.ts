import { stressTables } from '../../data/stress-tables.ts';
import { signpostBlocks } from '../../documents/stress-crisis.ts';
import { wellbeingGate } from '../../engine/stress/gate.ts';
import { helpAskedIn } from '../../engine/stress/raw-gate.ts';
import { firstWeekday } from '../../engine/stress/week.ts';
import { exitCodes } from '../../errors.ts';
import { barredSessions, checkSession } from './barred-sessions.ts';
import { helpFirst } from './crisis.ts';
import { readGivenPlan, readRawFile } from './given-plan.ts';
import { asPlan, keepOrShow, showPlan } from './keep-plan.ts';
import { dayNow } from './kept-stress.ts';
import { openStress, type StressRun, type StressWorld } from './open-stress.ts';
import { decidedBy, planBody, proposedCommitments, proposedSession, quickBody } from './plan-body.ts';
import { riseFrom } from './rise-time.ts';
import { sayLight } from './say-light.ts';
import type { EvaluationFlags } from './stress-flags.ts';

/** A plan from a file or the command line: no question. Gives the exit code. Throws `InputError` before anything is kept. */
export async function fromFile(world: StressWorld, flags: EvaluationFlags): Promise<number> {
  const { ctx, preferences } = world;
  const weekday = firstWeekday(dayNow(ctx, preferences.dayStart));
  const raw = flags.answers === undefined ? undefined : await readRawFile(flags.answers, ctx);
  // Before anything of it is checked: no mistake in it may hide the number, and no check of the back.
  const asked = raw === undefined ? undefined : helpAskedIn(new TextDecoder().decode(raw.bytes));
  if (asked !== undefined) {
    await helpFirst(world, asked);
    return exitCodes.answered;
  }
  const { answers, commitments, session } = await readGivenPlan(raw, flags.set ?? [], weekday);
  const open = await openStress(world);
  if (open === undefined) return exitCodes.answered;
  const gate = wellbeingGate(answers);
  if (gate.kind === 'crisis') {
    await helpFirst(open);
    return exitCodes.answered;
  }
  const run: StressRun = {
    ...open,
    before: [...open.before, ...signpostBlocks(stressTables, gate.signposts, open.contact)],
  };
  const decided = decidedBy(answers);
  if (flags.quick === true) return keepOrShow(run, quickBody(answers, riseFrom(flags.rise)), flags);
  const barred = await barredSessions(ctx, preferences);
  checkSession(session, barred, '"session"');
  const fitting =
    session ??
    proposedSession(
      decided,
      barred.map((each) => each.session),
    );
  if (commitments !== undefined) {
    const body = planBody(decided, commitments, fitting);
    return keepOrShow(run, body, flags);
  }
  const { outcome } = decided.evaluation;
  if (outcome !== 'plan') {
    await sayLight(run, outcome, answers);
    return exitCodes.answered;
  }
  const proposal = proposedCommitments(decided, weekday);
  const body = planBody(decided, proposal, fitting);
  await showPlan(run, asPlan(run, body), 'proposal');
  return exitCodes.answered;
}
