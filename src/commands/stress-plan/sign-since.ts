import type { Record, RecordedEvent } from '../../context.ts';
import { fieldsOf } from '../../engine/log/saved-entry.ts';
import type { AssessmentSummary } from '../../engine/permissions.ts';

/** A danger sign was ticked or came up in a session, and no finished assessment was made since. Throws `RecordError`. */
export async function hasSignSince(record: Record, summary: AssessmentSummary | undefined): Promise<boolean> {
  const cleared = summary?.complete === true ? summary.at : 0;
  const signs = await record.newest('seven-lines');
  if (signs !== undefined && isTick(signs) && Date.parse(signs.at) > cleared) return true;
  const afters = await record.since(['practice-after'], cleared);
  const named = afters
    .filter(({ at }) => Date.parse(at) > cleared)
    .flatMap(({ body }) => fieldsOf(body).stopSign ?? []);
  if (named.length === 0) return false;
  // Everything about sessions comes with it, and nearly nobody has one.
  const { stopSigns } = await import('../../engine/routine/after-session.ts');
  return stopSigns.some(({ id, urgency }) => urgency === 'emergency' && named.includes(id));
}

/** The newest answer to the seven lines holds, so one that was ticked by mistake is taken back by answering again. */
function isTick({ body }: RecordedEvent): boolean {
  const { sign } = fieldsOf(body);
  return typeof sign === 'string' && sign !== 'none';
}
