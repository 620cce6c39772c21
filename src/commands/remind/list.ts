import { remindDocument } from '../../documents/remind-document.ts';
import { exitCodes } from '../../errors.ts';
import type { RemindContext } from '../../reminder-delivery.ts';
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
    const delivery = await ctx.reminders();
    // A scheduler of any kind, or a shell that has shown one.
    const trace = (await delivery.lastTick()) ?? (await delivery.lastReceipt());
    await world.show(remindDocument(viewOf(run.kept), trace !== undefined));
  }
  return exitCodes.answered;
}
