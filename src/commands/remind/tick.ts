import { exitCodes } from '../../errors.ts';
import type { RemindContext, Tick } from '../../reminder-delivery.ts';
import type { GlobalFlags } from '../flags.ts';

const minute = 60_000;
/** Ticks come each minute: after a longer gap something may have been missed. */
const longestGap = 10 * minute;

/**
 * Looks after the reminders once, for a scheduler: brings what is due, at most once, and keeps what became of the others.
 * Says nothing when nothing is due. Gives the exit code.
 */
export async function runTick(flags: GlobalFlags, ctx: RemindContext): Promise<number> {
  const delivery = await ctx.reminders();
  const now = ctx.clock.now();
  const offsetMinutes = ctx.clock.offsetMinutes(now);
  const last = await delivery.lastTick();
  // Taken before anything is read: what is kept meanwhile makes the next tick look again.
  const mark = (await ctx.record()).mark();
  const isRest = last !== undefined && mayRest(last, { at: now, offsetMinutes }, mark);
  if (isRest && (await delivery.takeShown()).length === 0 && (await delivery.requestedTest()) === undefined) {
    await delivery.keepTick({ ...last, at: now });
    if (flags.json === true) ctx.io.out(`${JSON.stringify(nothingDue, null, 2)}\n`);
    return exitCodes.answered;
  }
  const { lookAfter } = await import('./look-after.ts');
  await lookAfter(flags, ctx, delivery, { last, mark });
  return exitCodes.answered;
}

/** Whether the last look said that nothing can be due by now. */
function mayRest(last: Tick, { at, offsetMinutes }: Tick, mark: string): boolean {
  const { rest } = last;
  if (rest === undefined || rest.mark !== mark || last.offsetMinutes !== offsetMinutes) return false;
  return last.at <= at && at - last.at < longestGap && at < rest.until;
}

/** The versioned contract of `remind tick --json`, schema backcare/reminder-tick@1, for the usual minute. */
const nothingDue = {
  schema: 'backcare/reminder-tick@1',
  due: [],
  outcome: 'nothing-due',
  by: null,
  missed: [],
};
