import type { Record } from '../../context.ts';
import { reminderKinds, type ScheduleBody } from '../../engine/reminders/reminder-events.ts';

/** Keeps several schedules as one thing that was done: one `undo` takes all of them back. */
export async function keepTogether(record: Record, bodies: readonly ScheduleBody[]): Promise<void> {
  let before: string | undefined;
  for (const body of bodies) {
    const { id } = await record.append(reminderKinds.schedule, {
      ...body,
      ...(before === undefined ? {} : { with: before }),
    });
    before = id;
  }
}
