import type { Context, RecordedEvent } from '../../context.ts';
import { dayMilliseconds } from '../../engine/day-count.ts';

/** Two weeks: enough for a word about the course, and few enough to read in a blink. */
export const trendDays = 14;

/** Who begins a plan begins another within a year; further back nothing is looked for. */
const planDays = 366;

/** What the day is made of, newest first, and whether plans were ever begun. */
export interface DayEvents {
  /** Entries of the last two weeks. */
  readonly logs: readonly RecordedEvent[];
  /** Guided sessions of the last two days, in which today is. */
  readonly practices: readonly RecordedEvent[];
  readonly hasPlan: boolean;
  readonly hasStressPlan: boolean;
}

/**
 * Reads from the end of the record. Undefined when there is nothing, or when it cannot be read: whoever read the newest
 * assessment has said so, and the page must come anyway.
 */
export async function dayEvents(ctx: Context): Promise<DayEvents | undefined> {
  try {
    const record = await ctx.record();
    const now = ctx.clock.now();
    // Each kind no further back than it is shown: every line that is read is checked.
    const logs = await record.since(['log'], now - (trendDays + 1) * dayMilliseconds);
    const practices = await record.since(['practice'], now - 2 * dayMilliseconds);
    const starts = await record.since(['recovery-start', 'stress-plan'], now - planDays * dayMilliseconds);
    const [hasPlan, hasStressPlan] = [hasKind(starts, 'recovery-start'), hasKind(starts, 'stress-plan')];
    const isNothing = logs.length + practices.length + starts.length === 0;
    return isNothing ? undefined : { logs, practices, hasPlan, hasStressPlan };
  } catch {
    return undefined;
  }
}

function hasKind(events: readonly RecordedEvent[], kind: string): boolean {
  return events.some((event) => event.kind === kind);
}
