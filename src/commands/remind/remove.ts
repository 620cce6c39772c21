import { scheduleRow } from '../../documents/remind-document.ts';
import { remindCommands } from '../../documents/remind-words.ts';
import type { ScheduleBody } from '../../engine/reminders/reminder-events.ts';
import { exitCodes } from '../../errors.ts';
import type { RemindContext } from '../../reminder-delivery.ts';
import type { GlobalFlags } from '../flags.ts';
import { scheduleNamed } from './keep-schedule.ts';
import { keepTogether } from './keep-together.ts';
import { answerRemind, anyReminders, reread } from './open-reminders.ts';
import { remindWorld } from './remind-world.ts';

/** Takes one reminder away, or all. Allowed whatever a check said. Gives the exit code. */
export async function runRemove(name: string, flags: GlobalFlags, ctx: RemindContext): Promise<number> {
  const run = await anyReminders(remindWorld(flags, ctx));
  const isAll = name.trim().toLowerCase() === 'all';
  const gone = isAll ? run.kept.history.schedules : [scheduleNamed(name, run)];
  if (gone.length === 0) {
    await answerRemind(run, ['None is set, so there is nothing to take away.'], [remindCommands.list]);
    return exitCodes.answered;
  }
  await keepTogether(
    await ctx.record(),
    gone.map(({ id }): ScheduleBody => ({ removed: id })),
  );
  await answerRemind(
    await reread(run),
    [gone.length === 1 ? 'Taken away:' : `Taken away, ${gone.length} of them:`],
    [remindCommands.undo, remindCommands.list],
    [{ kind: 'rows', rows: gone.map(scheduleRow) }],
  );
  return exitCodes.answered;
}
