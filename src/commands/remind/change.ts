import type { Schedule } from '../../data/reminder-schema.ts';
import { exitCodes, InputError } from '../../errors.ts';
import type { RemindContext } from '../../reminder-delivery.ts';
import { keepSchedule, scheduleNamed } from './keep-schedule.ts';
import { openReminders } from './open-reminders.ts';
import { remindWorld } from './remind-world.ts';
import { readScheduleFlags, type ScheduleFlags, whenOf } from './schedule-flags.ts';

/** Changes what is said of a reminder; the rest stays. Gives the exit code. */
export async function runChange(name: string, flags: ScheduleFlags, ctx: RemindContext): Promise<number> {
  const given = readScheduleFlags(flags);
  const run = await openReminders(remindWorld(flags, ctx));
  if (run === undefined) return exitCodes.answered;
  const { since: _, on, cue: cueBefore, ...before } = scheduleNamed(name, run);
  if (Object.keys(given).length === 0)
    throw new InputError(`Nothing was said to change of "${before.id}".`, {
      reason: 'Give --every, --times or --at, --between, --days, --except, --lead, --cue or --says.',
      next: `For example: backcare remind change ${before.id} --days mon-fri`,
    });
  const { says, days, except, lead, cue = cueBefore } = given;
  const schedule: Schedule = {
    ...before,
    when: whenOf(given, before.when),
    // Who says weekdays no longer means one day.
    ...(days === undefined ? { ...(on === undefined ? {} : { on }) } : { days }),
    ...(except === undefined ? {} : { except }),
    ...(lead === undefined ? {} : { lead }),
    ...(says === undefined ? {} : { says }),
    ...(cue ? { cue } : {}),
  };
  await keepSchedule(run, schedule, `Changed: ${schedule.name}.`);
  return exitCodes.answered;
}
