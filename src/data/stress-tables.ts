import { calmActions } from './stress/actions-calm.ts';
import { healthierActions } from './stress/actions-healthier.ts';
import { peopleActions } from './stress/actions-people.ts';
import { simplerActions } from './stress/actions-simpler.ts';
import { workActions, workDay } from './stress/at-work.ts';
import { pages, questions } from './stress/questions.ts';
import { repairs, reviewQuestions } from './stress/review.ts';
import { sessionChoices } from './stress/session-choices.ts';
import { professionalHelp, signposts } from './stress/signposts.ts';
import { strategies } from './stress/strategies.ts';
import { fits, stressors } from './stress/stressors.ts';
import { firstWords, planWords, problemSteps } from './stress/words.ts';
import type { StressTables } from './stress-schema.ts';

/** What presses, the ways out, the small actions, and all that is said about them, for the stress planner. */
export const stressTables: StressTables = {
  stressors,
  strategies,
  fits,
  actions: [...simplerActions, ...peopleActions, ...calmActions, ...healthierActions, ...workActions],
  questions,
  pages,
  signposts,
  professionalHelp,
  firstWords,
  planWords,
  sessionChoices,
  workDay,
  problemSteps,
  reviewQuestions,
  repairs,
  quick: { action: 'walk-after-lunch', rise: 'same-rising-time', session: 'slow-breathing-6' },
};
