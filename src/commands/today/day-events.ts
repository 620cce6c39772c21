import type { Context, RecordedEvent } from '../../context.ts';
import { dayMilliseconds } from '../../engine/day-count.ts';
import { toldSearch } from '../concern-glance.ts';

/** Two weeks: enough for a word about the course, and few enough to read in a blink. */
export const trendDays = 14;

const reminderShown = 'reminder-shown';

/** Who begins a plan begins another within a year; further back nothing is looked for. */
const planDays = 366;

/** What the day is made of, newest first; whether plans were ever begun, and reminders set. */
export interface DayEvents {
  /** Entries of the last two weeks. */
  readonly logs: readonly RecordedEvent[];
  /** Entries and check-ins with which something was told. */
  readonly told: readonly RecordedEvent[];
  /** Guided sessions of the last two days, in which today is. */
  readonly practices: readonly RecordedEvent[];
  readonly hasPlan: boolean;
  readonly hasStressPlan: boolean;
  readonly hasReminders: boolean;
}

/** A day of which the record says nothing. */
export const noEvents: DayEvents = {
  logs: [],
  told: [],
  practices: [],
  hasPlan: false,
  hasStressPlan: false,
  hasReminders: false,
};

/**
 * Reads from the end of the record. Undefined when there is nothing, or when it cannot be read: whoever read the newest
 * assessment has said so, and the page must come anyway.
 */
export async function dayEvents(ctx: Context): Promise<DayEvents | undefined> {
  try {
    const record = await ctx.record();
    const now = ctx.clock.now();
    // Each kind no further back than it is shown: every line that is read is checked.
    const [logs = [], told = [], practices = [], begun = [], shown = []] = await record.sinceEach([
      { kinds: ['log'], from: now - (trendDays + 1) * dayMilliseconds },
      toldSearch(now),
      { kinds: ['practice'], from: now - 2 * dayMilliseconds },
      {
        kinds: ['recovery-start', 'stress-plan', 'reminder-schedule'],
        from: now - planDays * dayMilliseconds,
      },
      { kinds: [reminderShown], from: now - 2 * dayMilliseconds },
    ]);
    const [hasPlan, hasStressPlan] = [hasKind(begun, 'recovery-start'), hasKind(begun, 'stress-plan')];
    // Schedules may be older than a year: then they are still shown.
    const hasReminders = hasKind(begun, 'reminder-schedule') || shown.length > 0;
    const isNothing = logs.length + told.length + practices.length + begun.length === 0 && !hasReminders;
    return isNothing ? undefined : { logs, told, practices, hasPlan, hasStressPlan, hasReminders };
  } catch {
    return undefined;
  }
}

function hasKind(events: readonly RecordedEvent[], kind: string): boolean {
  return events.some((event) => event.kind === kind);
}
