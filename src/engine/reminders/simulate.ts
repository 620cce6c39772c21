import type { ReminderTables, Window } from '../../data/reminder-schema.ts';
import { missedBody } from './missed-body.ts';
import type { Occurrence } from './occurrence.ts';
import { type Circumstances, type DueReminder, planReminders } from './plan-reminders.ts';
import { promptText } from './prompt-text.ts';
import { isQuiet } from './quiet.ts';
import type { SnoozeMinutes } from './reminder-events.ts';
import { answered, historyDays, type OccurrenceMark, type ReminderHistory } from './reminder-history.ts';
import { type OffsetMinutes, wallOf } from './wall-time.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** However little there is to do, somebody looks twice a day. */
const longestWait = 720 * minute;
const textsKept = 50;
const absencesKept = 50;

/** What the person says to a prompt as soon as it is there; undefined: nothing. */
export type Response =
  | { readonly is: 'done' | 'skipped' }
  | { readonly is: 'snoozed'; readonly minutes: SnoozeMinutes };

export interface SimulationInput {
  /** As it is at the beginning. */
  readonly history: ReminderHistory;
  readonly tables: ReminderTables;
  readonly circumstances: Circumstances;
  /** From this instant up to, not including, that one; milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly offsetMinutes: OffsetMinutes;
  /** Whether the machine is there at an instant. */
  readonly isAwake: (at: number) => boolean;
  /** Left out: everything is done. Who passes prompts over gets fewer. */
  readonly respond?: (due: readonly DueReminder[], at: number) => Response | undefined;
}

export type Simulated =
  | {
      readonly kind: 'shown';
      readonly at: number;
      readonly due: readonly DueReminder[];
      readonly text: { readonly id: string; readonly text: string };
    }
  /** `at` is when somebody was there again. */
  | { readonly kind: 'missed'; readonly at: number; readonly occurrences: readonly Occurrence[] };

/** Lives through a stretch of time with the planner itself, a tick for each moment at which it may have something to say. */
export function simulateReminders(input: SimulationInput): readonly Simulated[] {
  const { tables, circumstances, from, to, offsetMinutes, isAwake, respond = () => ({ is: 'done' }) } = input;
  const lived = livedHistory(input.history);
  const list: Simulated[] = [];
  let lastTick = from;
  let now = nextAwake(from, to, isAwake);
  while (now < to) {
    const plan = planReminders({
      history: lived.history,
      tables,
      circumstances,
      lastTick,
      now,
      offsetMinutes,
    });
    if (plan.missed.length > 0) {
      list.push({ kind: 'missed', at: now, occurrences: plan.missed });
      lived.miss(plan.missed);
    }
    if (plan.isLullDue === true) {
      // Who was to be reminded is, once a week: the same moment once more.
      lived.history.lull = now;
      continue;
    }
    let { nextDue } = plan;
    if (plan.due.length > 0) {
      const text = promptText(plan.due, {
        tables,
        history: lived.history,
        ...circumstances,
        discreet: false,
      });
      list.push({ kind: 'shown', at: now, due: plan.due, text });
      const response = respond(plan.due, now);
      lived.show(plan.due, now, text.id, response);
      // What was put off comes between: the plan before the answer does not know.
      if (response?.is === 'snoozed') nextDue = Math.min(nextDue ?? to, now + response.minutes * minute);
    }
    lastTick = now;
    const wait = Math.min(nextDue ?? to, now + longestWait);
    now = nextAwake(Math.max(now + minute, ceilToMinute(wait)), to, isAwake);
  }
  return list;
}

/** Nobody is there in these windows of the person's day. */
export function asleepIn(windows: readonly Window[], offsetMinutes: OffsetMinutes): (at: number) => boolean {
  return (at) => isQuiet(wallOf(at, offsetMinutes), windows);
}

/** A history that grows as the simulation goes on. */
function livedHistory(start: ReminderHistory) {
  const marks = new Map<string, OccurrenceMark>(start.marks);
  const absences = [...start.absences];
  const recentTexts = [...start.recentTexts];
  const lived = { ...start, marks, absences, recentTexts };
  return {
    history: lived,
    miss(missed: readonly Occurrence[]) {
      for (const [schedule, { from, until }] of Object.entries(missedBody(missed).schedules))
        absences.unshift({ schedule, from, until });
      absences.length = Math.min(absences.length, absencesKept);
    },
    show(due: readonly DueReminder[], at: number, text: string, response: Response | undefined) {
      recentTexts.unshift(text);
      recentTexts.length = Math.min(recentTexts.length, textsKept);
      if (response !== undefined) lived.lastSign = at;
      for (const { occurrence } of due) {
        const mark = marks.get(occurrence.id);
        const seen = { ...mark, shown: [...(mark?.shown ?? []), at] };
        marks.set(occurrence.id, response === undefined ? seen : answered(seen, { ...response, at }));
      }
      forgetOld(marks, at - historyDays * day);
    },
  };
}

/** As a planner that reads so many days: with all of them a year would take a minute. The oldest come first. */
function forgetOld(marks: Map<string, OccurrenceMark>, before: number): void {
  for (const [id, { shown }] of marks) {
    if ((shown.at(-1) ?? before) >= before) return;
    marks.delete(id);
  }
}

function nextAwake(from: number, to: number, isAwake: (at: number) => boolean): number {
  let at = from;
  while (at < to && !isAwake(at)) at += minute;
  return at;
}

function ceilToMinute(at: number): number {
  return Math.ceil(at / minute) * minute;
}
