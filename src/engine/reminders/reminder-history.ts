import type { Schedule } from '../../data/reminder-schema.ts';
import { fieldsOf, momentOf } from '../log/saved-entry.ts';
import type { ReminderSettings } from './occurrences.ts';
import { reminderKinds, type SnoozeMinutes, snoozeMinutes } from './reminder-events.ts';
import { savedDateRanges, savedSchedule, savedWindows } from './saved-schedule.ts';

const minute = 60_000;
/** So many days of what was shown, answered and missed are looked at. */
export const historyDays = 23;

/** The part of an event of the record that is read here. */
export interface ReminderEvent {
  /** ISO 8601 with offset. */
  readonly at: string;
  readonly kind: string;
  readonly body: unknown;
}

/** A schedule, and from when on it holds as it is (milliseconds since 1970). */
export interface KeptSchedule extends Schedule {
  readonly since: number;
}

/** What became of one occurrence. */
export interface OccurrenceMark {
  /** When it was shown: a snooze brings it again. */
  readonly shown: readonly number[];
  /** Each time it was put off: from when to when. What its schedule has in between does not come, whatever was said later. */
  readonly putOff?: readonly { readonly from: number; readonly until: number }[];
  /** The newest answer. */
  readonly answer?:
    | { readonly is: 'done' | 'skipped'; readonly at: number }
    | { readonly is: 'snoozed'; readonly at: number; readonly minutes: SnoozeMinutes };
}

/** Everything that `remind` kept and the planner asks for. */
export interface ReminderHistory {
  readonly schedules: readonly KeptSchedule[];
  readonly settings: ReminderSettings;
  /** From one instant up to, not including, another; without an end it is infinite. */
  readonly pauses: readonly { readonly from: number; readonly until: number }[];
  readonly marks: ReadonlyMap<string, OccurrenceMark>;
  /** Occurrences with whose skip the rest of their day goes too. */
  readonly skippedDays: ReadonlySet<string>;
  /** What was done by itself, the oldest first: "desk-break" of a guided session, "log" of an entry. */
  readonly practised: readonly { readonly what: string; readonly at: number }[];
  /** Wall times between which a schedule was missed, both included. */
  readonly absences: readonly { readonly schedule: string; readonly from: string; readonly until: string }[];
  /** Ids of texts, the newest first. */
  readonly recentTexts: readonly string[];
  /** When the person last did anything that was read; minus infinity where nothing was. */
  readonly lastSign: number;
  /** When it was last found that there was no sign for two weeks. */
  readonly lull?: number | undefined;
}

/**
 * Reads the events of `remind`, with `practice` and `log`, in any order; of every other kind it counts that the person did
 * something.
 */
export function reminderHistory(events: readonly ReminderEvent[]): ReminderHistory {
  const inOrder = events
    .flatMap(({ at, kind, body }) => {
      const moment = momentOf(at);
      return moment === undefined ? [] : [{ at: moment.at, kind, fields: fieldsOf(body) }];
    })
    .sort((one, other) => one.at - other.at);
  const of = (kind: string): readonly Entry[] => inOrder.filter((entry) => entry.kind === kind);
  const answers = of(reminderKinds.answer);
  return {
    schedules: schedulesOf(of(reminderKinds.schedule)),
    settings: settingsOf(of(reminderKinds.settings).at(-1)?.fields ?? {}),
    pauses: pausesOf(of(reminderKinds.pause)),
    marks: marksOf(of(reminderKinds.shown), answers),
    skippedDays: new Set(answers.flatMap(({ fields }) => (isDaySkipped(fields) ? idsOf(fields) : []))),
    practised: inOrder.flatMap(practisedOf),
    absences: of(reminderKinds.missed).flatMap(absencesOf),
    recentTexts: of(reminderKinds.shown)
      .flatMap(({ fields: { text } }) => (typeof text === 'string' ? text.split(' ') : []))
      .reverse(),
    lastSign: Math.max(...inOrder.flatMap(({ at, kind }) => (byItself.has(kind) ? [] : [at]))),
    lull: of(reminderKinds.lull).at(-1)?.at,
  };
}

/** What says nothing of the person. */
const byItself: ReadonlySet<string> = new Set([
  reminderKinds.shown,
  reminderKinds.missed,
  reminderKinds.lull,
]);

interface Entry {
  readonly at: number;
  readonly fields: { readonly [name: string]: unknown };
}

function practisedOf({ at, kind, fields }: Entry & { readonly kind: string }): ReminderHistory['practised'] {
  if (kind === 'log') return [{ what: kind, at }];
  return kind === 'practice' && typeof fields.routine === 'string' ? [{ what: fields.routine, at }] : [];
}

function schedulesOf(entries: readonly Entry[]): readonly KeptSchedule[] {
  const kept = new Map<string, KeptSchedule>();
  for (const { at, fields } of entries) {
    if (typeof fields.removed === 'string') kept.delete(fields.removed);
    const schedule = savedSchedule(fields.schedule);
    if (schedule !== undefined) kept.set(schedule.id, { ...schedule, since: at });
  }
  return [...kept.values()];
}

function settingsOf({ quiet, daysOff, openWords }: Entry['fields']): ReminderSettings {
  const windows = savedWindows(quiet);
  const isTold = Array.isArray(quiet) && (quiet.length === 0 || windows.length > 0);
  return {
    ...(isTold ? { quiet: windows } : {}),
    daysOff: savedDateRanges(daysOff),
    openWords: openWords === true,
  };
}

function pausesOf(entries: readonly Entry[]): ReminderHistory['pauses'] {
  const pauses: { from: number; until: number }[] = [];
  for (const { at, fields } of entries) {
    if (fields.is !== 'on' && fields.is !== 'over') continue;
    // A new word takes the place of the last one: a pause can be made shorter too.
    const last = pauses.at(-1);
    if (last !== undefined) last.until = Math.min(last.until, at);
    if (fields.is === 'over') continue;
    const until = typeof fields.until === 'string' ? momentOf(fields.until)?.at : Number.POSITIVE_INFINITY;
    if (until !== undefined && until > at) pauses.push({ from: at, until });
  }
  return pauses;
}

function marksOf(shown: readonly Entry[], answers: readonly Entry[]): ReadonlyMap<string, OccurrenceMark> {
  const marks = new Map<string, OccurrenceMark>();
  for (const { at, fields } of shown)
    for (const id of idsOf(fields)) {
      const mark = marks.get(id);
      marks.set(id, { ...mark, shown: [...(mark?.shown ?? []), at] });
    }
  for (const { at, fields } of answers) {
    const answer = answerOf(fields, at);
    if (answer !== undefined) for (const id of idsOf(fields)) marks.set(id, answered(marks.get(id), answer));
  }
  return marks;
}

/** A mark with one answer more. */
export function answered(
  mark: OccurrenceMark | undefined,
  answer: NonNullable<OccurrenceMark['answer']>,
): OccurrenceMark {
  const { shown = [], putOff = [] } = mark ?? {};
  if (answer.is !== 'snoozed') return { shown, putOff, answer };
  return {
    shown,
    putOff: [...putOff, { from: answer.at, until: answer.at + answer.minutes * minute }],
    answer,
  };
}

function answerOf({ is, minutes }: Entry['fields'], at: number): OccurrenceMark['answer'] {
  if (is === 'done' || is === 'skipped') return { is, at };
  const wait = snoozeMinutes.find((each) => each === minutes);
  return is === 'snoozed' && wait !== undefined ? { is, at, minutes: wait } : undefined;
}

function isDaySkipped({ is, day }: Entry['fields']): boolean {
  return is === 'skipped' && day === true;
}

function absencesOf({ fields: { schedules } }: Entry): ReminderHistory['absences'] {
  return Object.entries(fieldsOf(schedules)).flatMap(([schedule, absence]) => {
    const { from, until } = fieldsOf(absence);
    return typeof from === 'string' && typeof until === 'string' ? [{ schedule, from, until }] : [];
  });
}

function idsOf({ ids }: Entry['fields']): readonly string[] {
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
