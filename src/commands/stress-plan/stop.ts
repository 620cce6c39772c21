import type { Context } from '../../context.ts';
import type { Block } from '../../documents/document.ts';
import { talkRow } from '../../documents/stress-document.ts';
import { stressCommands } from '../../documents/stress-words.ts';
import { type ChangeBody, stressKinds } from '../../engine/stress/stress-events.ts';
import { exitCodes, InputError } from '../../errors.ts';
import { answerPlanned, keepStress, openPlanned, type PlannedRun } from './planned-run.ts';
import type { StressFlags } from './stress-flags.ts';

export interface StopFlags extends StressFlags {
  /** Let it wait instead. */
  readonly pause?: boolean;
  readonly resume?: boolean;
}

/** Ends the plan, lets it wait, or goes on with it. Gives the exit code. */
export async function runStop(flags: StopFlags, ctx: Context): Promise<number> {
  if (flags.pause === true && flags.resume === true)
    throw new InputError('--pause and --resume do not go together.', {
      next: 'For example: backcare stress-plan stop --pause',
    });
  const run = await openPlanned(flags, ctx, 'there is nothing to stop');
  if (run === undefined) return exitCodes.answered;
  const { waits } = run.kept.plan.now;
  if ((flags.pause === true && waits) || (flags.resume === true && !waits)) {
    const says = waits ? 'The plan waits already.' : 'The plan does not wait: it goes on.';
    await answerPlanned(run, [`${says} Nothing was changed.`], [stressCommands.plan]);
    return exitCodes.answered;
  }
  const body: ChangeBody = {
    is: flags.pause === true ? 'waits' : flags.resume === true ? 'goes-on' : 'over',
  };
  const after = await keepStress(run, stressKinds.change, body);
  const talk: Block = { kind: 'rows', rows: [talkRow(run.contact)] };
  await answerPlanned(after, [said(body)], nextOf(body), [talk]);
  return exitCodes.answered;
}

/** Goes on after a wait. */
export async function goOn(run: PlannedRun): Promise<PlannedRun> {
  const body: ChangeBody = { is: 'goes-on' };
  return keepStress(run, stressKinds.change, body);
}

function said({ is }: ChangeBody): string {
  if (is === 'waits') return 'The plan waits. Nothing is asked of you, and nothing is lost.';
  if (is === 'goes-on') return 'The plan goes on. No catching up: today is a fresh start.';
  return 'The plan is stopped. What you did stays in your record.';
}

function nextOf({ is }: ChangeBody): readonly string[] {
  if (is === 'waits') return [stressCommands.resume, 'backcare undo'];
  if (is === 'goes-on') return [stressCommands.plan];
  return [stressCommands.plan, 'backcare undo'];
}
