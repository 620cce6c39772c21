import type { Context, RecordedEvent } from '../../context.ts';

const day = 24 * 60 * 60 * 1000;
/** Two weeks: enough for a word about the course, and few enough to read in a blink. */
export const trendDays = 14;

const reminderShown = 'reminder-shown';

/** Who begins a plan begins another within a year; further back nothing is looked for. */
const planDays = 366;

/** Events that the day is made of, of the last two weeks, newest first; and whether a plan was begun, and reminders set. */
export interface DayEvents {
  readonly recent: readonly RecordedEvent[];
  readonly hasPlan: boolean;
  readonly hasReminders: boolean;
}

/**
 * Reads from the end of the record. Undefined when there is nothing, or when it cannot be read: whoever read the newest
 * assessment has said so, and the page must come anyway.
 */
export async function dayEvents(ctx: Context): Promise<DayEvents | undefined> {
  try {
    const record = await ctx.record();
    const from = ctx.clock.now() - (trendDays + 1) * day;
    const found = await record.since(['log', 'practice', reminderShown], from);
    const begun = await record.since(
      ['recovery-start', 'reminder-schedule'],
      ctx.clock.now() - planDays * day,
    );
    const recent = found.filter(({ kind }) => kind !== reminderShown);
    const hasPlan = begun.some(({ kind }) => kind === 'recovery-start');
    // Schedules may be older than a year: then they are still shown.
    const hasReminders =
      recent.length < found.length || begun.some(({ kind }) => kind === 'reminder-schedule');
    return found.length === 0 && begun.length === 0 ? undefined : { recent, hasPlan, hasReminders };
  } catch {
    return undefined;
  }
}
