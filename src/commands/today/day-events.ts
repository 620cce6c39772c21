import type { EventSearch, RecordedEvent } from '../../context.ts';
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

/** What is looked for, each kind no further back than it is shown: every line that is read is checked. */
export function daySearches(now: number): readonly EventSearch[] {
  return [
    { kinds: ['log'], from: now - (trendDays + 1) * dayMilliseconds },
    toldSearch(now),
    { kinds: ['practice'], from: now - 2 * dayMilliseconds },
    {
      kinds: ['recovery-start', 'stress-plan', 'reminder-schedule'],
      from: now - planDays * dayMilliseconds,
    },
    { kinds: [reminderShown], from: now - 2 * dayMilliseconds },
  ];
}

/** What those searches found; undefined when that is nothing. */
export function dayEventsIn(found: readonly (readonly RecordedEvent[])[]): DayEvents | undefined {
  const [logs = [], told = [], practices = [], begun = [], shown = []] = found;
  const [hasPlan, hasStressPlan] = [hasKind(begun, 'recovery-start'), hasKind(begun, 'stress-plan')];
  // Schedules may be older than a year: then they are still shown.
  const hasReminders = hasKind(begun, 'reminder-schedule') || shown.length > 0;
  const isNothing = logs.length + told.length + practices.length + begun.length === 0 && !hasReminders;
  return isNothing ? undefined : { logs, told, practices, hasPlan, hasStressPlan, hasReminders };
}

function hasKind(events: readonly RecordedEvent[], kind: string): boolean {
  return events.some((event) => event.kind === kind);
}
