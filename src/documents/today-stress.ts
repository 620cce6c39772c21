import { ifThen } from '../engine/stress/commitment.ts';
import type { StressOnDay } from './stress-view.ts';
import { sessionInWords, stressCommands } from './stress-words.ts';
import type { StressGlance } from './today-view.ts';

/** A stress plan as bare `backcare` shows it: the small things of today, and the review when it is time. */
export function stressGlance({ now, lines, today }: StressOnDay): StressGlance {
  const isDue = !now.waits && today >= now.reviewDueOn;
  return {
    list: lines.map(({ commitment, state }) => ({
      text:
        commitment !== undefined
          ? ifThen(commitment)
          : now.session === undefined
            ? ''
            : `${sessionInWords(now.session)}: ${stressCommands.breathe}`,
      isDone: state === 'done' || state === 'small',
      isLeftOut: state === 'skipped',
    })),
    due: isDue ? [`the weekly look at your stress plan: ${stressCommands.review}`] : [],
  };
}
