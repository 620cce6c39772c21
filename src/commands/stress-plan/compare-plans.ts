import { stressTables } from '../../data/stress-tables.ts';
import { thenNowInWords } from '../../documents/stress-then-now.ts';
import type { PlanBody } from '../../engine/stress/stress-events.ts';
import { thenAndNow } from '../../engine/stress/then-and-now.ts';
import type { KeptStress } from './kept-stress.ts';

/** What was said when the plan began, beside what is said now, as a sentence; none before a month has passed. */
export function thenAndNowSays(
  { plan: { now: was }, today }: KeptStress,
  now: Pick<PlanBody, 'stressors' | 'stress'>,
): readonly string[] {
  const found = thenAndNow(was, now, today);
  return found === undefined ? [] : [thenNowInWords(stressTables, found)];
}
