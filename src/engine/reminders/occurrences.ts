import type { DateRange, ReminderTables, Schedule, Window } from '../../data/reminder-schema.ts';
import { overCaps } from './caps.ts';
import type { Occurrence } from './occurrence.ts';
import type { Barred, PlannedTime } from './planned-time.ts';
import { isDayOff, isQuiet, nextQuiet } from './quiet.ts';
import { isPlannedOn, slotsOn } from './slots.ts';
import {
  dayOfWall,
  instantOfWall,
  type OffsetMinutes,
  steadyOffsets,
  wallOf,
  wallText,
} from './wall-time.ts';

const minute = 60_000;
/** Prompts this close together become one. */
export const mergeMinutes = 15;

/** What the person set for all schedules. */
export interface ReminderSettings {
  /** Left out: as the tables have it. */
  readonly quiet?: readonly Window[];
  readonly daysOff: readonly DateRange[];
  /** A locked screen may show what a reminder is about. */
  readonly openWords: boolean;
}

export interface OccurrenceQuery {
  readonly schedules: readonly Schedule[];
  readonly settings: ReminderSettings;
  readonly tables: Pick<ReminderTables, 'kinds' | 'caps' | 'quiet'>;
  /** From here on and before there, milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly offsetMinutes: OffsetMinutes;
}

/** A time that a schedule names, and what bars it. */
export interface Candidate {
  readonly occurrence: Occurrence;
  readonly barred?: Barred;
}

/** What schedules ask for in a stretch of time, in the order in which it comes. Needs no record. */
export function occurrencesBetween(query: OccurrenceQuery): readonly Occurrence[] {
  return candidatesBySchedule(query)
    .flatMap((candidates) =>
      candidates.flatMap(({ occurrence, barred }) => (barred === undefined ? [occurrence] : [])),
    )
    .sort(
      (one, other) => one.at - other.at || one.slot - other.slot || (one.schedule < other.schedule ? -1 : 1),
    );
}

/** The same with what does not come, and why; for each schedule in turn, in the order of its slots. */
export function candidatesBySchedule(query: OccurrenceQuery): readonly (readonly Candidate[])[] {
  const { schedules, settings, tables, from, to } = query;
  const offsetMinutes = steadyOffsets(from, to, query.offsetMinutes);
  const quiet = settings.quiet ?? tables.quiet;
  // A window over midnight reaches into the next day, a lead time into the day before, and the next slot tells an end.
  const firstDay = dayOfWall(wallOf(from, offsetMinutes)) - 1;
  const lastDay = dayOfWall(wallOf(to, offsetMinutes)) + 2;
  const planned = schedules.map((schedule) =>
    plannedTimes(schedule, firstDay, lastDay, settings.daysOff, quiet, offsetMinutes),
  );
  const capped = overCaps(planned.flat(), tables);
  return planned.map((times) => {
    const free = capped.size === 0 ? times : times.map((time) => (capped.has(time) ? asCapped(time) : time));
    return withEnds(free, from, to, quiet, offsetMinutes);
  });
}

function asCapped(time: PlannedTime): PlannedTime {
  return { ...time, barred: 'over-cap' };
}

function plannedTimes(
  schedule: Schedule,
  firstDay: number,
  lastDay: number,
  daysOff: readonly DateRange[],
  quiet: readonly Window[],
  offsetMinutes: OffsetMinutes,
): readonly PlannedTime[] {
  const times: PlannedTime[] = [];
  for (let day = firstDay; day <= lastDay; day += 1) {
    if (!isPlannedOn(schedule, day)) continue;
    const isOff = isDayOff(day, daysOff) || isDayOff(day, schedule.except);
    for (const slot of slotsOn(schedule, day)) {
      const wall = slot.at - schedule.lead;
      // Minutes before the slot as they pass, not as a clock that is changed in between shows them.
      const at = instantOfWall(slot.at, offsetMinutes) - schedule.lead * minute;
      // A time that is left out comes at the change of the clocks, and that may be quiet although it was not.
      const isInQuiet =
        schedule.evenInQuiet !== true && (isQuiet(wall, quiet) || isQuiet(wallOf(at, offsetMinutes), quiet));
      const barred = isOff ? 'day-off' : isInQuiet ? 'quiet' : undefined;
      times.push({ schedule, day, slot, at, ...(barred === undefined ? {} : { barred }) });
    }
  }
  return times.sort((one, other) => one.slot.at - other.slot.at);
}

/** Times of one schedule, in order. Of times that fall on one instant (the lost hour) the last one comes. */
function withEnds(
  times: readonly PlannedTime[],
  from: number,
  to: number,
  quiet: readonly Window[],
  offsetMinutes: OffsetMinutes,
): readonly Candidate[] {
  const numbers = numbersOfDay(times);
  const candidates: Candidate[] = [];
  let next: PlannedTime | undefined;
  for (let place = times.length - 1; place >= 0; place -= 1) {
    const time = times[place];
    if (time === undefined) continue;
    const isFree = time.barred === undefined;
    if (isFree && next !== undefined && next.at <= time.at) continue;
    if (from <= time.at && time.at < to)
      candidates.push({
        occurrence: {
          ...occurrenceOf(time, next?.at, quiet, offsetMinutes),
          ...(numbers.get(time) ?? { number: 1, of: 1 }),
        },
        ...(time.barred === undefined ? {} : { barred: time.barred }),
      });
    if (isFree) next = time;
  }
  return candidates.reverse();
}

function occurrenceOf(
  { schedule, day, slot, at }: PlannedTime,
  nextAt: number | undefined,
  quiet: readonly Window[],
  offsetMinutes: OffsetMinutes,
): Omit<Occurrence, 'number' | 'of'> {
  const wall = slot.at - schedule.lead;
  const windowEnds = instantOfWall(slot.windowUntil, offsetMinutes);
  // A window within the lost hour has no time of its own: what stood in it comes at the change, for as long.
  let ends = windowEnds > at ? windowEnds : at + (slot.windowUntil - wall) * minute;
  if (schedule.evenInQuiet !== true && quiet.length > 0) {
    const quietFrom = instantOfWall(nextQuiet(wall, quiet), offsetMinutes);
    if (quietFrom > at) ends = Math.min(ends, quietFrom);
  }
  const isSet = schedule.when.kind === 'at' || schedule.lead > 0;
  const windowFrom = isSet ? at : instantOfWall(slot.windowFrom, offsetMinutes);
  return {
    id: `${schedule.id}/${wallText(slot.at)}`,
    schedule: schedule.id,
    slot: slot.at,
    day,
    at,
    earliest: isSet ? at : Math.min(at, Math.max(windowFrom, at - mergeMinutes * minute)),
    until: nextAt === undefined ? ends : Math.min(ends, nextAt),
    ends,
  };
}

function numbersOfDay(times: readonly PlannedTime[]): Map<PlannedTime, Pick<Occurrence, 'number' | 'of'>> {
  const days = new Map<number, PlannedTime[]>();
  for (const time of times)
    if (time.barred === undefined) {
      const sameDay = days.get(time.day);
      if (sameDay === undefined) days.set(time.day, [time]);
      else sameDay.push(time);
    }
  const numbers = new Map<PlannedTime, Pick<Occurrence, 'number' | 'of'>>();
  for (const sameDay of days.values())
    sameDay.forEach((time, place) => {
      numbers.set(time, { number: place + 1, of: sameDay.length });
    });
  return numbers;
}
