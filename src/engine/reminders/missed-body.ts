import type { Occurrence } from './occurrence.ts';
import type { MissedBody } from './reminder-events.ts';
import { wallText } from './wall-time.ts';

/** A whole absence in one event. */
export function missedBody(missed: readonly Occurrence[]): MissedBody {
  const slots = new Map<string, number[]>();
  for (const { schedule, slot } of missed) slots.set(schedule, [...(slots.get(schedule) ?? []), slot]);
  return {
    schedules: Object.fromEntries(
      [...slots].map(([schedule, times]) => [
        schedule,
        { count: times.length, from: wallText(Math.min(...times)), until: wallText(Math.max(...times)) },
      ]),
    ),
  };
}
