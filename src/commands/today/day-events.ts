import type { Context, RecordedEvent } from '../../context.ts';

const day = 24 * 60 * 60 * 1000;
/** Two weeks: enough for a word about the course, and few enough to read in a blink. */
export const trendDays = 14;

/** Who begins a plan begins another within a year; further back nothing is looked for. */
const planDays = 366;

/** What the day is made of, newest first, and whether a plan was ever begun. */
export interface DayEvents {
  /** Entries of the last two weeks. */
  readonly logs: readonly RecordedEvent[];
  /** Those, and check-ins of the same time. */
  readonly told: readonly RecordedEvent[];
  /** Guided sessions of the last two days, in which today is. */
  readonly practices: readonly RecordedEvent[];
  readonly hasPlan: boolean;
}

/** A day of which the record says nothing. */
export const noEvents: DayEvents = { logs: [], told: [], practices: [], hasPlan: false };

/**
 * Reads from the end of the record. Undefined when there is nothing, or when it cannot be read: whoever read the newest
 * assessment has said so, and the page must come anyway.
 */
export async function dayEvents(ctx: Context): Promise<DayEvents | undefined> {
  try {
    const record = await ctx.record();
    const now = ctx.clock.now();
    // Each kind no further back than it is shown: every line that is read is checked.
    const told = await record.since(['log', 'check-in'], now - (trendDays + 1) * day);
    const logs = told.filter(({ kind }) => kind === 'log');
    const practices = await record.since(['practice'], now - 2 * day);
    const hasPlan = (await record.since(['recovery-start'], now - planDays * day)).length > 0;
    return told.length + practices.length === 0 && !hasPlan ? undefined : { logs, told, practices, hasPlan };
  } catch {
    return undefined;
  }
}
