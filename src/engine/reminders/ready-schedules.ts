import type { TrackId } from '../../data/recovery-schema.ts';
import type { ReminderTables, Schedule, SchedulePlan, When } from '../../data/reminder-schema.ts';
import { windowLength } from './slots.ts';
import { minutesOfDay } from './wall-time.ts';

/** When the days of the ready plans begin. */
const usualWaking = 420;

/** What is offered for a track, once it is clear that nothing speaks against reminders. */
export interface ReadySchedules {
  /** At most four prompts a day. */
  readonly few: SchedulePlan;
  /** All that belongs to this track now. */
  readonly whole: SchedulePlan;
  /** What the article asks for; undefined where its stretches are left out or it is too early for them. */
  readonly article?: SchedulePlan;
}

/**
 * @param day whole days since the plan began
 */
export function readySchedules(
  { few, article, plans, tracks }: Pick<ReminderTables, 'few' | 'article' | 'plans' | 'tracks'>,
  { track, day }: { readonly track: TrackId; readonly day: number },
): ReadySchedules {
  const inTurn = tracks
    .filter((each) => each.track === track)
    .flatMap((each) => each.plans)
    .flatMap((id) => [article, ...plans].filter((plan) => plan.id === id));
  const whole = inTurn.find(({ untilDay }) => untilDay === undefined || day <= untilDay) ?? article;
  const hasStretches = whole.schedules.some(({ kind }) => kind === 'hamstring');
  const isFree = track === 'chronic-stress' || track === 'myofascial-pain';
  return { few, whole, ...(hasStretches || isFree ? { article } : {}) };
}

/** The same schedules for somebody who wakes at another time than 07:00: all times move along (shift work). */
export function movedToWaking(schedules: readonly Schedule[], wakeMinute: number): readonly Schedule[] {
  const by = wakeMinute - usualWaking;
  return schedules.map((schedule) => ({ ...schedule, when: moved(schedule.when, by) }));
}

function moved(when: When, by: number): When {
  const minute = (each: number) => (((each + by) % minutesOfDay) + minutesOfDay) % minutesOfDay;
  if (when.kind === 'at') return { kind: 'at', at: when.at.map(minute).sort((one, other) => one - other) };
  return {
    ...when,
    windows: when.windows.map((window) =>
      windowLength(window) < minutesOfDay
        ? { from: minute(window.from), until: minute(window.until) }
        : window,
    ),
  };
}
