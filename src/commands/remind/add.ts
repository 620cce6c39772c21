import type { Schedule } from '../../data/reminder-schema.ts';
import { reminderTables } from '../../data/reminder-tables.ts';
import { exitCodes, InputError } from '../../errors.ts';
import type { RemindContext } from '../../reminder-delivery.ts';
import { keepSchedule } from './keep-schedule.ts';
import { openReminders } from './open-reminders.ts';
import { remindWorld } from './remind-world.ts';
import { readScheduleFlags, type ScheduleFlags, whenOf } from './schedule-flags.ts';
import { idFrom, thingNamed } from './what-named.ts';

/** Sets a reminder. Gives the exit code. Throws `InputError`; then nothing was kept. */
export async function runAdd(what: string, flags: ScheduleFlags, ctx: RemindContext): Promise<number> {
  const given = readScheduleFlags(flags);
  const run = await openReminders(remindWorld(flags, ctx));
  if (run === undefined) return exitCodes.answered;
  const thing = await thingNamed(what, ctx, reminderTables, given.says);
  const kind = reminderTables.kinds.find(({ id }) => id === thing.kind);
  if (kind === undefined) throw new Error(`No kind ${thing.kind}.`);
  const id = flags.name === undefined ? thing.id : idFrom(flags.name);
  if (run.kept.history.schedules.some((each) => each.id === id)) throw alreadySet(id);
  const schedule: Schedule = {
    id,
    kind: thing.kind,
    name: flags.name?.trim() ?? thing.name,
    ...(thing.starts === undefined ? {} : { starts: thing.starts }),
    ...(given.says === undefined ? {} : { says: given.says }),
    ...(given.cue ? { cue: given.cue } : {}),
    when: whenOf(given, kind.usual.when),
    days: given.days ?? kind.usual.days,
    except: given.except ?? [],
    lead: given.lead ?? 0,
  };
  await keepSchedule(run, schedule, `Set: ${schedule.name}.`);
  return exitCodes.answered;
}

function alreadySet(id: string): InputError {
  return new InputError(`There is a reminder "${id}" already.`, {
    reason: 'Change it, or give the second one a name of its own with --name.',
    next: `For example: backcare remind change ${id} --at 12:15`,
  });
}
