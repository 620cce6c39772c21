import type { Context, Preferences } from '../../context.ts';
import { permission } from '../../engine/permissions.ts';
import { answersSigns, checkInDay, dueCheckIn } from '../../engine/recovery/check-in-days.ts';
import type { LastAssessment } from '../standing.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * Day of the check-in that waits; undefined when none does, or when the newest check allows no plan. Reads the record back
 * to that day only. A record that cannot be read has been told by then.
 */
export async function checkInDueToday(
  ctx: Context,
  { dayStart }: Pick<Preferences, 'dayStart'>,
  { standing, daysAgo }: LastAssessment,
): Promise<number | undefined> {
  const due = permission(standing, 'plans') === 'yes' ? checkInDay(daysAgo) : undefined;
  if (due === undefined) return undefined;
  const now = ctx.clock.now();
  const moment = (at: number) => ({ at, offsetMinutes: ctx.clock.offsetMinutes(at) });
  try {
    const record = await ctx.record();
    const events = await record.since(['check-in'], now - (daysAgo - due + 1) * day);
    const answered = events.filter(({ body }) => answersSigns(body)).map(({ at }) => moment(Date.parse(at)));
    return dueCheckIn(daysAgo, answered, moment(now), dayStart);
  } catch {
    return undefined;
  }
}
