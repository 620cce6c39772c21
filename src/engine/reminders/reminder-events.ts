import type { DateRange, Schedule, Window } from '../../data/reminder-schema.ts';

/**
 * What `remind` keeps in the record. Every reader bears any body: another version may have written it, and what it does not
 * know is left out. `shown`, `answer` and `missed` happen daily (see `isEveryday`); the others are rare.
 */
export const reminderKinds = {
  schedule: 'reminder-schedule',
  settings: 'reminder-settings',
  pause: 'reminder-pause',
  shown: 'reminder-shown',
  answer: 'reminder-answer',
  missed: 'reminder-missed',
  /** Two weeks went by without a sign of the person: one a week comes until there is one. Its body says nothing. */
  lull: 'reminder-lull',
} as const;

/** A schedule as it is from now on, or its end. The newest event of an id holds. */
export type ScheduleBody = { readonly schedule: Schedule } | { readonly removed: string };

/** Newest holds, whole. */
export interface SettingsBody {
  /** Quiet hours; an empty list for none. */
  readonly quiet?: readonly Window[];
  /** Days off of all schedules. */
  readonly daysOff?: readonly DateRange[];
  /** A locked screen may show what a reminder is about. Left out: discreet words only. */
  readonly openWords?: boolean;
}

/** Quiet now. `until` is ISO 8601 with offset; left out: until it is taken back. `over` ends any pause. */
export type PauseBody = { readonly is: 'on'; readonly until?: string } | { readonly is: 'over' };

/** One prompt was put before the person; nothing is done by that. */
export interface ShownBody {
  /** Ids of all that the prompt stood for. */
  readonly ids: readonly string[];
  /** Ids of the texts, with a space between them, so that the next ones are others. */
  readonly text?: string;
  /** How: "notifier", "terminal", "prompt". */
  readonly by?: string;
}

export const snoozeMinutes = [5, 15, 60] as const;
export type SnoozeMinutes = (typeof snoozeMinutes)[number];

/** What the person said to prompts. The newest of an id holds. */
export type AnswerBody =
  | { readonly ids: readonly string[]; readonly is: 'done' }
  | { readonly ids: readonly string[]; readonly is: 'snoozed'; readonly minutes: SnoozeMinutes }
  /** `day`: everything of these schedules on the day of the id. */
  | { readonly ids: readonly string[]; readonly is: 'skipped'; readonly day?: true };

/** What passed while nobody was there: one event for a whole absence. */
export interface MissedBody {
  readonly schedules: {
    readonly [schedule: string]: {
      readonly count: number;
      /** Wall time of the first and the last one, both included: "2026-11-22T09:45". */
      readonly from: string;
      readonly until: string;
    };
  };
}
