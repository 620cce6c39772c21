import { type SessionReport, wasEasy, wasTooMuch } from './after-session.ts';
import type { RoutineRequest } from './plan.ts';

/** After so long a gap it begins one step lower: no catching up. */
const longGapDays = 14;
/** After so long a gap it goes on where it was, and does not grow. */
const gapDays = 4;

/**
 * How much of each exercise comes next, from how the last sessions went. It grows only after two in a row that were
 * done whole, felt easy and had no worse morning after; anything that was too much takes it one step back.
 *
 * @param sessions newest first
 * @param daysSinceLast days of the person since the newest
 */
export function nextEffort(
  sessions: readonly SessionReport[],
  daysSinceLast: number,
): RoutineRequest['effort'] {
  const [last, previous] = sessions;
  if (last === undefined) return 'same';
  if (wasTooMuch(last) || daysSinceLast > longGapDays) return 'less';
  if (previous === undefined || daysSinceLast > gapDays) return 'same';
  const grows = [last, previous].every((session) => session.finished && wasEasy(session));
  return grows && last.nextMorning !== undefined ? 'more' : 'same';
}
