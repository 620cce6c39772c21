import type { Context } from '../../context.ts';
import { personDayInWords } from '../../documents/progress-words.ts';
import { commitmentBlocks } from '../../documents/stress-document.ts';
import { sessionInWords, stressCommands } from '../../documents/stress-words.ts';
import { dateOfPersonDay } from '../../engine/log/person-day.ts';
import { dayOfDate } from '../../engine/recovery/recovery-events.ts';
import { ifThen, smallIfThen } from '../../engine/stress/commitment.ts';
import { stressKinds, type TickBody, type TickState } from '../../engine/stress/stress-events.ts';
import { sessionLine } from '../../engine/stress/today-lines.ts';
import { tickOn } from '../../engine/stress/week.ts';
import { exitCodes, InputError } from '../../errors.ts';
import { stressView } from './open-stress.ts';
import { answerPlanned, keepStress, openPlanned, type PlannedRun } from './planned-run.ts';
import type { StressFlags } from './stress-flags.ts';
import { tickedNamed } from './which-one.ts';

export interface DoneFlags extends StressFlags {
  /** Only the two-minute version: it counts. */
  readonly small?: boolean;
  /** It was not done after all. */
  readonly off?: boolean;
  readonly day?: string;
}

/** What was done counts, and the person should know that nothing is asked of them. */
export const waitsHint = `The plan waits. To go on with it: ${stressCommands.resume}`;
const needsPlan = 'there is nothing to tick';

/** Ticks one of the small things by its number or name; without one, shows them. Gives the exit code. */
export async function runDone(which: string | undefined, flags: DoneFlags, ctx: Context): Promise<number> {
  if (flags.small === true && flags.off === true)
    throw new InputError('--small and --off do not go together.', {
      reason: 'It was done small, or it was not done.',
      next: 'For example: backcare stress-plan done 1 --small',
    });
  if (which === undefined && (flags.small === true || flags.off === true || flags.day !== undefined))
    throw new InputError('Which one?', { next: 'For example: backcare stress-plan done 1 --small' });
  const run = await openPlanned(flags, ctx, needsPlan);
  if (run === undefined) return exitCodes.answered;
  if (which === undefined) {
    const blocks = commitmentBlocks(await stressView(run, run.kept.plan, 'kept'));
    await answerPlanned(
      run,
      [],
      run.kept.plan.now.commitments.length === 0
        ? [stressCommands.addOne]
        : [`${stressCommands.done} 1`, stressCommands.plan],
      blocks,
    );
    return exitCodes.answered;
  }
  await tick(run, which, flags, flags.off === true ? 'open' : flags.small === true ? 'small' : 'done');
  return exitCodes.answered;
}

/** Leaves one out for a day: it costs nothing. Gives the exit code. */
export async function runSkip(which: string, flags: DoneFlags, ctx: Context): Promise<number> {
  const run = await openPlanned(flags, ctx, 'there is nothing to leave out');
  if (run === undefined) return exitCodes.answered;
  await tick(run, which, flags, 'skipped');
  return exitCodes.answered;
}

async function tick(run: PlannedRun, which: string, flags: DoneFlags, is: TickState): Promise<void> {
  const { now } = run.kept.plan;
  const id = tickedNamed(which, now.commitments, now.session !== undefined);
  const day = dayMeant(flags.day, run.kept.today, now.began);
  const isChanged = tickOn(run.kept.history, id, day) !== is;
  const after = isChanged ? await tickFor(run, id, is, day) : run;
  const blocks = commitmentBlocks(await stressView(after, after.kept.plan, 'kept'));
  const next = isChanged ? [stressCommands.plan, 'backcare undo'] : [stressCommands.plan];
  const when = day === run.kept.today ? '' : ` (${personDayInWords(day)})`;
  await answerPlanned(
    after,
    [`${said(run, id, is, isChanged)}${when}`, ...(now.waits ? [waitsHint] : [])],
    next,
    blocks,
  );
}

/** Keeps what became of it on that day. */
export async function tickFor(run: PlannedRun, id: string, is: TickState, day: number): Promise<PlannedRun> {
  const body: TickBody = { commitment: id, is, day: dateOfPersonDay(day) };
  return keepStress(run, stressKinds.tick, body);
}

function said({ kept: { plan } }: PlannedRun, id: string, is: TickState, isChanged: boolean): string {
  const commitment = plan.now.commitments.find((each) => each.id === id);
  const calm = plan.now.session === undefined ? '' : `${sessionInWords(plan.now.session)}.`;
  const what = commitment === undefined || id === sessionLine ? calm : ifThen(commitment);
  const already: { readonly [state in TickState]: string } = {
    done: 'Ticked already',
    small: 'Ticked already, small',
    skipped: 'Left out already',
    open: 'It was not ticked',
  };
  if (!isChanged) return `${already[is]}: ${what}`;
  switch (is) {
    case 'done':
      return `Kept: ${what}`;
    case 'small':
      return `Kept: ${commitment === undefined ? what : smallIfThen(commitment)} The small version counts.`;
    case 'skipped':
      return `Left out: ${what} That costs nothing.`;
    case 'open':
      return `Taken off: ${what}`;
  }
}

/** A day from the beginning of the plan to today. */
function dayMeant(text: string | undefined, today: number, began: number): number {
  const word = text?.trim().toLowerCase() ?? 'today';
  const day = word === 'today' ? today : word === 'yesterday' ? today - 1 : dayOfDate(word);
  if (day !== undefined && day >= began && day <= today) return day;
  throw new InputError(`--day cannot be ${JSON.stringify(text)}.`, {
    reason:
      day === undefined
        ? 'It is today, yesterday, or a date such as 2026-11-22.'
        : day > today
          ? 'That day is still to come.'
          : `The plan began on ${dateOfPersonDay(began)}.`,
    next: 'For example: backcare stress-plan done 1 --day yesterday',
  });
}
