import type { Context, RecordedEvent } from '../../context.ts';

const day = 24 * 60 * 60 * 1000;
/** Two weeks: enough for a word about the course, and few enough to read in a blink. */
export const trendDays = 14;

/** Who begins a plan begins another within a year; further back nothing is looked for. */
const planDays = 366;

/** Events that the day is made of, of the last two weeks, newest first; and whether plans were ever begun. */
export interface DayEvents {
  readonly recent: readonly RecordedEvent[];
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
    const recent = await record.since(['log', 'practice'], ctx.clock.now() - (trendDays + 1) * day);
    const starts = await record.since(['recovery-start', 'stress-plan'], ctx.clock.now() - planDays * day);
    const [hasPlan, hasStressPlan] = [hasKind(starts, 'recovery-start'), hasKind(starts, 'stress-plan')];
    return recent.length + starts.length === 0 ? undefined : { recent, hasPlan, hasStressPlan };
  } catch {
    return undefined;
  }
}

function hasKind(events: readonly RecordedEvent[], kind: string): boolean {
  return events.some((event) => event.kind === kind);
}
