import { nextJson, nextLine } from '../../documents/remind-next.ts';
import { exitCodes } from '../../errors.ts';
import type { RemindContext } from '../../reminder-delivery.ts';
import type { GlobalFlags } from '../flags.ts';
import { viewOf } from './kept-view.ts';
import { anyReminders } from './open-reminders.ts';
import { remindWorld } from './remind-world.ts';

export interface NextFlags extends GlobalFlags {
  readonly exitCode?: boolean;
}

/** One line for scripts, status lines and prompts. With `--exit-code` 0 when one is due, 4 when none is. */
export async function runNext(flags: NextFlags, ctx: RemindContext): Promise<number> {
  const { kept } = await anyReminders(remindWorld(flags, ctx));
  const view = viewOf(kept);
  if (flags.json === true) ctx.io.out(`${JSON.stringify(nextJson(view, ctx.version), null, 2)}\n`);
  else ctx.io.out(`${nextLine(view)}\n`);
  if (flags.exitCode !== true) return exitCodes.answered;
  return kept.plan.due.length > 0 ? exitCodes.answered : exitCodes.nothingDue;
}
