import type { Schedule } from '../../data/reminder-schema.ts';
import { reminderTables } from '../../data/reminder-tables.ts';
import type { Occurrence } from '../../engine/reminders/occurrence.ts';
import { occurrencesBetween } from '../../engine/reminders/occurrences.ts';
import { instantOfWall, type OffsetMinutes, wallOf, wallText } from '../../engine/reminders/wall-time.ts';
import { exitCodes, InputError } from '../../errors.ts';
import type { CalendarSeries, RemindContext } from '../../reminder-delivery.ts';
import type { GlobalFlags } from '../flags.ts';
import { scheduleNamed } from './keep-schedule.ts';
import { openReminders } from './open-reminders.ts';
import { besideFile, remindWorld } from './remind-world.ts';

export interface CalendarFlags extends GlobalFlags {
  readonly output?: string;
}

const minute = 60_000;
const year = 366 * 24 * 60 * minute;

/** The next 12 months as a calendar file, of all reminders or of one. Gives the exit code. */
export async function runCalendar(
  name: string | undefined,
  flags: CalendarFlags,
  ctx: RemindContext,
): Promise<number> {
  const run = await openReminders(besideFile(remindWorld(flags, ctx)));
  if (run === undefined) return exitCodes.answered;
  const { now, offsetMinutes, history } = run.kept;
  const chosen = name === undefined ? history.schedules : [scheduleNamed(name, run)];
  if (chosen.length === 0)
    throw new InputError('No reminder is set, so there is nothing for a calendar.', {
      next: 'A few in one step: backcare remind defaults',
    });
  // Caps count all of them together, whichever are asked for.
  const { schedules, settings } = history;
  const coming = occurrencesBetween({
    schedules,
    settings,
    tables: reminderTables,
    from: now,
    to: now + year,
    offsetMinutes,
  });
  const series = calendarSeries(coming, chosen, offsetMinutes, settings.openWords);
  const text = await (await ctx.reminders()).calendar('backcare', series);
  if (flags.output === undefined || flags.output === '-') ctx.io.out(text);
  else {
    await ctx.files.write(flags.output, text);
    if (flags.quiet !== true)
      ctx.io.err(
        `${series.reduce((sum, { times }) => sum + times.length, 0)} moments of the next 12 months written to ${flags.output}.\n`,
      );
  }
  return exitCodes.answered;
}

/** What the clock shows at a slot: a time that is left out comes at the change of the clocks. */
function shownTime(slot: number, offsetMinutes: OffsetMinutes): string {
  return wallText(wallOf(instantOfWall(slot, offsetMinutes), offsetMinutes));
}

/** Occurrences as a calendar takes them. */
export function calendarSeries(
  occurrences: readonly Occurrence[],
  schedules: readonly Schedule[],
  offsetMinutes: OffsetMinutes,
  openWords: boolean,
): readonly CalendarSeries[] {
  return schedules.flatMap((schedule) => {
    const { id, kind, name, lead, starts, says } = schedule;
    const times = occurrences
      .filter((occurrence) => occurrence.schedule === id)
      .map(({ slot }) => shownTime(slot, offsetMinutes));
    if (times.length === 0) return [];
    const [, minutes = 1] = reminderTables.kinds.find((each) => each.id === kind)?.minutes ?? [];
    return [
      {
        id,
        title: openWords ? name : 'Reminder',
        description: `${says ?? name}${starts === undefined ? '' : ` (backcare ${starts})`}`,
        times,
        minutes,
        lead,
      },
    ];
  });
}
