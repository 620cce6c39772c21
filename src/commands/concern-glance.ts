import type { RecordedEvent } from '../context.ts';
import { watchRules } from '../data/watch.ts';
import type { ConcernGlance } from '../documents/concern-glance.ts';
import { dayInWords } from '../engine/instant.ts';
import { momentOf } from '../engine/log/saved-entry.ts';
import { worseAtCheckIn } from '../engine/recovery/check-in.ts';
import { openConcern } from '../engine/watch/open-concern.ts';

/**
 * What an entry called for since the newest assessment; undefined when nothing stands.
 *
 * @param logs events of kinds `log` and `check-in`, newest first
 * @param checkedAt when the newest assessment was made, milliseconds since 1970; 0 when none was
 */
export function concernGlance(logs: readonly RecordedEvent[], checkedAt: number): ConcernGlance | undefined {
  const open = openConcern(logs, checkedAt, watchRules);
  const moment = open === undefined ? undefined : momentOf(open.at);
  if (open === undefined || moment === undefined) return undefined;
  const rule = watchRules.find(({ id }) => id === open.rule);
  const own = open.rule === worseAtCheckIn ? 'At your check-in something was worse.' : undefined;
  return {
    title: own ?? rule?.title ?? 'Something you noted is for a clinician to look at.',
    on: dayInWords(moment.at, moment.offsetMinutes),
  };
}
