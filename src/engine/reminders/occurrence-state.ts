import type { ReminderKindId, Schedule } from '../../data/reminder-schema.ts';
import { isDoneByItself } from './done-by-itself.ts';
import type { Easing } from './easing.ts';
import type { Occurrence } from './occurrence.ts';
import type { Candidate } from './occurrences.ts';
import type { Barred } from './planned-time.ts';
import type { KeptSchedule, ReminderHistory } from './reminder-history.ts';
import { wallText } from './wall-time.ts';

/**
 * Why an occurrence does not come. `halved`: three in a row were passed over, so every second one of the day stays out.
 * `faded`: it is a habit by now. `pain`: only gentle ones come. `snoozed`: one before it was put off past it.
 */
export type Held =
  | Barred
  | 'paused'
  | 'done'
  | 'skipped'
  | 'shown'
  | 'missed'
  | 'snoozed'
  | 'halved'
  | 'faded'
  | 'pain';

/** An occurrence with what becomes of it. */
export interface Judged {
  readonly schedule: KeptSchedule;
  /** Put off by the person: `at` and `until` are those of the new time. */
  readonly occurrence: Occurrence;
  readonly again: boolean;
  readonly held?: Held;
}

/** Held back by what may change at any moment: a tick must look again. */
export function isSoftlyHeld({ held }: Judged): boolean {
  return held === 'pain' || held === 'halved' || held === 'faded';
}

export interface JudgeInput {
  readonly schedule: KeptSchedule;
  /** All of this schedule, in the order of their slots. */
  readonly candidates: readonly Candidate[];
  readonly history: ReminderHistory;
  /** Kinds that may come now. */
  readonly isFit: (kind: ReminderKindId) => boolean;
  readonly easing: Easing;
}

/** What becomes of each time of one schedule. Times before the schedule was set are left out. */
export function judge({ schedule, candidates, history, isFit, easing }: JudgeInput): readonly Judged[] {
  const skippedDays = new Set(
    candidates.flatMap(({ occurrence: { id, day } }) => (history.skippedDays.has(id) ? [day] : [])),
  );
  const putOff = candidates.flatMap(({ occurrence: { id } }) => history.marks.get(id)?.putOff ?? []);
  const judged = candidates
    .filter(({ occurrence }) => occurrence.at >= schedule.since)
    .map(({ occurrence, barred }): Judged => {
      const held =
        barred ??
        hardHold(occurrence, schedule, history, skippedDays) ??
        (putOff.some(({ from, until }) => from <= occurrence.at && occurrence.at < until)
          ? 'snoozed'
          : undefined) ??
        (isFit(schedule.kind) ? undefined : 'pain') ??
        easing(occurrence);
      return { schedule, occurrence, again: false, ...(held === undefined ? {} : { held }) };
    });
  const newest = Math.max(
    ...candidates.flatMap(({ occurrence: { id, slot } }) =>
      (history.marks.get(id)?.shown.length ?? 0) > 0 ? [slot] : [],
    ),
  );
  return judged.map((each) =>
    each.occurrence.slot < newest ? asOver(each, history) : asPutOff(each, judged, history),
  );
}

/** What was put off is over once a later one of its schedule was shown: of a schedule one waits at most. */
function asOver(judged: Judged, { marks }: ReminderHistory): Judged {
  const isPutOff = judged.held === undefined && marks.get(judged.occurrence.id)?.answer?.is === 'snoozed';
  return isPutOff ? { ...judged, held: 'snoozed' } : judged;
}

/** A time that was put off gets its new time, unless that lies beyond its end. */
function asPutOff(judged: Judged, all: readonly Judged[], history: ReminderHistory): Judged {
  const { occurrence, schedule, held } = judged;
  const mark = history.marks.get(occurrence.id);
  const span = mark?.answer?.is === 'snoozed' ? mark.putOff?.at(-1) : undefined;
  if (span === undefined || (held !== undefined && held !== 'snoozed')) return judged;
  const isShownAgain = mark?.shown.some((at) => at >= span.until) === true;
  if (isShownAgain) return { ...judged, held: 'shown' };
  if (span.until >= occurrence.ends) return { ...judged, held: 'snoozed' };
  const next = all.find((each) => each.held === undefined && each.occurrence.at >= span.until);
  const until = Math.min(occurrence.ends, next?.occurrence.at ?? occurrence.ends);
  const moved = { ...occurrence, at: span.until, earliest: span.until, until };
  return { schedule, occurrence: moved, again: true, ...(until > moved.at ? {} : { held: 'snoozed' }) };
}

function hardHold(
  occurrence: Occurrence,
  schedule: Schedule,
  history: ReminderHistory,
  skippedDays: ReadonlySet<number>,
): Held | undefined {
  const { at, day, slot } = occurrence;
  const mark = history.marks.get(occurrence.id);
  if (mark?.answer?.is === 'done' || mark?.answer?.is === 'skipped') return mark.answer.is;
  if (skippedDays.has(day)) return 'skipped';
  if (mark?.answer?.is === 'snoozed') return undefined;
  if (mark !== undefined && mark.shown.length > 0) return 'shown';
  if (isDoneByItself(occurrence, schedule, history)) return 'done';
  if (history.pauses.some(({ from, until }) => from <= at && at < until)) return 'paused';
  const wall = wallText(slot);
  const isMissed = history.absences.some(
    ({ schedule: id, from, until }) => id === schedule.id && from <= wall && wall <= until,
  );
  return isMissed ? 'missed' : undefined;
}
