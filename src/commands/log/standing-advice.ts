import type { Beside } from '../../documents/concern-words.ts';
import type { Block } from '../../documents/document.ts';
import { isActionOnly, shortAdvice } from '../../documents/last-advice.ts';
import type { Assessment } from '../../engine/assessment.ts';
import { type AssessmentSummary, assessmentLifetimeMilliseconds } from '../../engine/permissions.ts';
import { urgencyRank } from '../../engine/urgency.ts';
import { isOnlySelfHarm } from '../diagnose/saved.ts';
import type { KnownBefore } from './known-before.ts';

/** By how many levels what stands is above what was found now. */
function standsAbove(danger: Assessment, { assessment }: KnownBefore): number {
  return urgencyRank(assessment?.summary.urgency ?? 'self-care') - urgencyRank(danger.triage.urgency);
}

/** An emergency of the body that stands: "today or tomorrow" below it would take it back. */
export function lessThanStands(danger: Assessment, before: KnownBefore): AssessmentSummary | undefined {
  const summary = before.assessment?.summary;
  return standsAbove(danger, before) > 0 && summary?.onlySelfHarm !== true ? summary : undefined;
}

/** Advice that still stands and is of another kind, or graver: it is read first. */
export function standingOver(
  danger: Assessment,
  { before, advice }: { readonly before: KnownBefore; readonly advice: readonly Block[] },
): readonly Block[] {
  const above = standsAbove(danger, before);
  const isOther = (before.assessment?.summary.onlySelfHarm === true) !== isOnlySelfHarm(danger);
  return above > 0 || (above === 0 && isOther) ? shortAdvice(advice) : [];
}

/** Urgent or emergency advice stands. */
export function isGrave({ assessment }: KnownBefore): boolean {
  return urgencyRank(assessment?.summary.urgency ?? 'self-care') >= urgencyRank('urgent');
}

/** An emergency has nothing beside its action, however old it is; with other advice of these weeks there are those who help. */
export function besideOf(before: KnownBefore, now: number): Beside {
  const summary = before.assessment?.summary;
  if (!isGrave(before)) return 'nothing';
  const age = now - (summary?.at ?? 0);
  return isActionOnly(summary) || age <= assessmentLifetimeMilliseconds ? 'advice' : 'old-advice';
}
