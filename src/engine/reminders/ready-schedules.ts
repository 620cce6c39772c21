import type { TrackId } from '../../data/recovery-schema.ts';
import type { ReminderTables, SchedulePlan } from '../../data/reminder-schema.ts';
import { dateOfDay } from './wall-time.ts';

/** What is offered for a track, once it is clear that nothing speaks against reminders. */
export interface ReadySchedules {
  /** At most four prompts a day. */
  readonly few: SchedulePlan;
  /** All that belongs to this track now. */
  readonly whole: SchedulePlan;
  /** What the article asks for; undefined where its stretches are left out or it is too early for them. */
  readonly article?: SchedulePlan;
}

/** Where a person stands in their plan. */
interface PlanDay {
  readonly track: TrackId;
  /** Whole days since the plan began. */
  readonly day: number;
  /** Day number of today, and the day of the course that it is. */
  readonly today: number;
  readonly course: number;
  /** Day of the course on which a clinician should look, if it is not clearly better. */
  readonly reviewDay: number;
}

/** The ready plans for a person on a day. The whole one ends with the day on which somebody should look, if that is ahead. */
export function readySchedules(
  {
    few,
    article,
    plans,
    tracks,
    review,
  }: Pick<ReminderTables, 'few' | 'article' | 'plans' | 'tracks' | 'review'>,
  { track, day, today, course, reviewDay }: PlanDay,
): ReadySchedules {
  const inTurn = tracks
    .filter((each) => each.track === track)
    .flatMap((each) => each.plans)
    .flatMap((id) => [article, ...plans].filter((plan) => plan.id === id));
  const whole = inTurn.find(({ untilDay }) => untilDay === undefined || day <= untilDay) ?? article;
  const hasStretches = whole.schedules.some(({ kind }) => kind === 'hamstring');
  const isFree = track === 'chronic-stress' || track === 'myofascial-pain';
  const ahead = (whole.reviewDay ?? reviewDay) - course;
  const schedules =
    ahead > 0 ? [...whole.schedules, { ...review, on: dateOfDay(today + ahead) }] : whole.schedules;
  return { few, whole: { ...whole, schedules }, ...(hasStretches || isFree ? { article } : {}) };
}
