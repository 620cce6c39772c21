import type { Context, RecordedEvent } from '../../context.ts';
import { dayMilliseconds } from '../../engine/day-count.ts';

/** Two weeks: enough for a word about the course, and few enough to read in a blink. */
export const trendDays = 14;

/** Who begins a plan begins another within a year; further back nothing is looked for. */
const planDays = 366;

/** Events that the day is made of, of the last two weeks, newest first; and whether a plan was ever begun. */
export interface DayEvents {
  readonly recent: readonly RecordedEvent[];
  readonly hasPlan: boolean;
}

/**
 * Reads from the end of the record. Undefined when there is nothing, or when it cannot be read: whoever read the newest
 * assessment has said so, and the page must come anyway.
 */
export async function dayEvents(ctx: Context): Promise<DayEvents | undefined> {
  try {
    const record = await ctx.record();
    const recent = await record.since(
      ['log', 'practice'],
      ctx.clock.now() - (trendDays + 1) * dayMilliseconds,
    );
    const starts = await record.since(['recovery-start'], ctx.clock.now() - planDays * dayMilliseconds);
    const hasPlan = starts.length > 0;
    return recent.length === 0 && !hasPlan ? undefined : { recent, hasPlan };
  } catch {
    return undefined;
  }
}
