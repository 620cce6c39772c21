import type { ReminderTables } from '../../data/reminder-schema.ts';
import type { PlannedTime } from './planned-time.ts';

/**
 * What is too much for a day. Where schedules name more times than the cap of their kind allows, the kinds that come first
 * stay, then what has only one time that day, and of the other times as many as fit, evenly over the day. A time that two
 * share counts once: they are one prompt.
 */
export function overCaps(
  times: readonly PlannedTime[],
  { kinds, caps }: Pick<ReminderTables, 'kinds' | 'caps'>,
): ReadonlySet<PlannedTime> {
  const byId = new Map<string, ReminderTables['kinds'][number]>(kinds.map((kind) => [kind.id, kind]));
  const kindOf = ({ schedule }: PlannedTime) => byId.get(schedule.kind);
  const groups = new Map<string, { readonly cap: number; readonly times: PlannedTime[] }>();
  for (const time of times) {
    if (time.barred !== undefined) continue;
    const cap = kindOf(time)?.cap ?? 'other';
    const key = `${cap}/${time.day}`;
    const group = groups.get(key) ?? { cap: caps[cap], times: [] };
    groups.set(key, group);
    group.times.push(time);
  }
  const tooMany = new Set<PlannedTime>();
  for (const group of groups.values()) {
    const slots = inTurn(group.times);
    if (slots.length <= group.cap) continue;
    const isFirst = (time: PlannedTime) => kindOf(time)?.first === true;
    const isOnly = ({ schedule: { id } }: PlannedTime) =>
      group.times.filter(({ schedule }) => schedule.id === id).length === 1;
    const kept: number[] = [];
    for (const stays of [isFirst, isOnly, () => true]) {
      const wanted = inTurn(group.times.filter(stays)).filter((slot) => !kept.includes(slot));
      kept.push(...evenly(wanted, group.cap - kept.length));
    }
    for (const time of group.times) if (!kept.includes(time.slot.at)) tooMany.add(time);
  }
  return tooMany;
}

function inTurn(times: readonly PlannedTime[]): readonly number[] {
  return [...new Set(times.map(({ slot }) => slot.at))].sort((one, other) => one - other);
}

/** So many of them at most. */
function evenly(slots: readonly number[], count: number): readonly number[] {
  const share = (place: number) => Math.floor((place * Math.max(0, count)) / slots.length);
  return count >= slots.length ? slots : slots.filter((_, place) => share(place + 1) > share(place));
}
