import { isDoneByItself } from './done-by-itself.ts';
import type { Occurrence } from './occurrence.ts';
import type { KeptSchedule, ReminderHistory } from './reminder-history.ts';

/** Whether fewer reminders come, and why this one stays out. */
export type Easing = (occurrence: Occurrence) => 'halved' | 'faded' | undefined;

const milliseconds = 24 * 60 * 60_000;
/** Passed over in a row, within a day: every second of its others stays out. */
const inARow = 3;
/** Below so many a day there is nothing to halve. */
const fewest = 4;
/** A habit: so many days with so large a part done without a prompt (judged). */
export const habitDays = 21;
const habitShare = 0.8;

export interface EasingInput {
  readonly schedule: KeptSchedule;
  /** All of this schedule that nothing bars, in order; for a habit the days before today are needed. */
  readonly occurrences: readonly Occurrence[];
  readonly history: ReminderHistory;
  /** Milliseconds since 1970, and the day number of the person. */
  readonly now: number;
  readonly today: number;
}

export function easingOf(input: EasingInput): Easing {
  const faded = isHabit(input);
  const halvedAfter = new Map<number, number>();
  return (occurrence) => {
    const { day, number, of } = occurrence;
    if (faded && (day + number) % 2 === 1) return 'faded';
    if (of < fewest) return undefined;
    const after = halvedAfter.get(day) ?? thirdPassedOver(day, input);
    halvedAfter.set(day, after);
    return number > after && (number - after) % 2 === 1 ? 'halved' : undefined;
  };
}

/** Most of the last three weeks was done before a prompt came. */
export function isHabit({ schedule, occurrences, history, now, today }: EasingInput): boolean {
  if (schedule.since > now - habitDays * milliseconds) return false;
  const planned = occurrences.filter(({ day }) => today - habitDays <= day && day < today);
  const alone = planned.filter((occurrence) => isUnprompted(occurrence, schedule, history));
  return planned.length > 0 && alone.length >= habitShare * planned.length;
}

/** Whether so much was done without a prompt that three weeks are worth a look. */
export function mayBeHabit(
  { id, since, starts }: KeptSchedule,
  history: ReminderHistory,
  now: number,
): boolean {
  if (since > now - habitDays * milliseconds) return false;
  if (starts !== undefined && history.practised.some(({ what }) => starts.split(' ').includes(what)))
    return true;
  for (const [occurrence, { shown, answer }] of history.marks)
    if (answer?.is === 'done' && shown.length === 0 && occurrence.startsWith(`${id}/`)) return true;
  return false;
}

function isUnprompted(occurrence: Occurrence, schedule: KeptSchedule, history: ReminderHistory): boolean {
  const mark = history.marks.get(occurrence.id);
  const answer = mark?.answer;
  if (answer?.is === 'done') return mark?.shown.every((at) => at > answer.at) === true;
  return (mark?.shown.length ?? 0) === 0 && isDoneByItself(occurrence, schedule, history);
}

/** Number of the slot with which three in a row were passed over that day; infinite when they were not. */
function thirdPassedOver(day: number, { schedule, occurrences, history, now }: EasingInput): number {
  let row = 0;
  let last: Occurrence | undefined;
  for (const occurrence of occurrences) {
    if (occurrence.day !== day || (history.marks.get(occurrence.id)?.shown.length ?? 0) === 0) continue;
    if (row === inARow) break;
    const isAnswered =
      history.marks.get(occurrence.id)?.answer !== undefined || isDoneByItself(occurrence, schedule, history);
    row = isAnswered ? 0 : row + 1;
    last = occurrence;
  }
  const isOver = last !== undefined && last.until <= now;
  return row === inARow && last !== undefined && isOver ? last.number : Number.POSITIVE_INFINITY;
}
