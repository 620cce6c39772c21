import { remindDocument } from '../../documents/remind-document.ts';
import { exitCodes } from '../../errors.ts';
import type { RemindContext, ReminderDelivery } from '../../reminder-delivery.ts';
import type { GlobalFlags } from '../flags.ts';
import { viewOf } from './kept-view.ts';
import { openReminders, writeRemindJson } from './open-reminders.ts';
import { remindWorld } from './remind-world.ts';

/** What is set, and what comes next. Gives the exit code. */
export async function runList(flags: GlobalFlags, ctx: RemindContext): Promise<number> {
  const world = remindWorld(flags, ctx);
  const run = await openReminders(world);
  if (run === undefined) return exitCodes.answered;
  if (flags.json === true) await writeRemindJson(run);
  else {
    await world.show(remindDocument(viewOf(run.kept), await isStarted(await ctx.reminders(), run.kept.now)));
  }
  return exitCodes.answered;
}

const minute = 60_000;
/** Ticks come each minute. */
const tickIsFresh = 10 * minute;
/** Somebody sits at a shell now and then. */
const promptIsFresh = 7 * 24 * 60 * minute;

/** A scheduler of any kind, or a shell that has shown one of late. */
async function isStarted(delivery: ReminderDelivery, now: number): Promise<boolean> {
  const tick = await delivery.lastTick();
  if (tick !== undefined && now - tick.at < tickIsFresh) return true;
  const receipt = await delivery.lastReceipt();
  if (receipt?.channel === 'prompt' && now - receipt.at < promptIsFresh) return true;
  // Asked last, since it starts programs.
  return (await delivery.schedulers()).some(({ installed }) => installed !== 'no');
}
