import type { StressView } from '../../documents/stress-view.ts';
import type { Answers } from '../../engine/answers.ts';
import type { PlanBody } from '../../engine/stress/stress-events.ts';

/** What became of it. */
export type MadePlan =
  | { readonly kind: 'made'; readonly body: PlanBody; readonly plan: StressView['plan'] }
  /** To the questions again. */
  | { readonly kind: 'back'; readonly answers: Answers }
  | { readonly kind: 'left' }
  | { readonly kind: 'crisis' };
