import { summaryOf } from '../assessment-summary.ts';
import { urgencyRank } from '../urgency.ts';
import { takenBackIn } from './undone.ts';

/** The part of an event that is read here. */
export interface KeptEvent {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly body: unknown;
}

const assessmentKind = 'assessment';

/** Emergency or urgent: such a check is taken back by nothing but a new check (E9). */
export function isGraveCheck(event: KeptEvent): boolean {
  return event.kind === assessmentKind && rankOf(event) >= urgencyRank('urgent');
}

/** The newest check that holds; events stand oldest first. */
export function newestCheck<Event extends KeptEvent>(events: readonly Event[]): Event | undefined {
  const gone = takenBackIn(events);
  return events.findLast(({ kind, id }) => kind === assessmentKind && !gone.has(id));
}

/**
 * The grave check that was in force before and would be forgotten: the level would fall although no newer check lowers
 * it. Undefined when all is well.
 */
export function forgottenCheck<Event extends KeptEvent>(
  before: readonly Event[],
  after: readonly Event[],
): Event | undefined {
  const then = newestCheck(before);
  if (then === undefined || !isGraveCheck(then)) return undefined;
  const now = newestCheck(after);
  if (now !== undefined && (now.id > then.id || rankOf(now) >= rankOf(then))) return undefined;
  return then;
}

function rankOf(event: KeptEvent): number {
  const summary = summaryOf(event);
  return summary === undefined ? -1 : urgencyRank(summary.urgency);
}
