import { type ReviewBody, stressKinds } from '../../engine/stress/stress-events.ts';
import { keepStress, type PlannedRun } from './planned-run.ts';

/** Letters of a line that is kept of a review. */
export const longestNote = 200;

/** Keeps a review; from then on its commitments hold. */
export function keepReview(run: PlannedRun, body: ReviewBody): Promise<PlannedRun> {
  return keepStress(run, stressKinds.review, body);
}
