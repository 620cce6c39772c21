import type { Urgency } from '../data/schema.ts';
import type { Answer, Answers } from './answers.ts';
import { assess } from './assessment.ts';
import type { Knowledge } from './knowledge.ts';
import { representativeAnswers } from './relevance.ts';

/** One answer that, changed alone, would have changed what was said. */
export interface Counterfactual {
  readonly question: string;
  readonly from: Answer | undefined;
  readonly to: Answer;
  /** The other urgency, when it changes. */
  readonly urgency?: Urgency;
  /** The other first pattern, when it changes. */
  readonly firstPattern?: string;
}

/** Every single answer that would change the urgency or the first pattern. */
export function counterfactuals(answers: Answers, knowledge: Knowledge): readonly Counterfactual[] {
  const actual = assess(answers, knowledge);
  const first = actual.fitting[0]?.pattern.id;
  return (
    knowledge.questions
      .filter((question) => answers[question.id] !== undefined)
      // Nobody could have answered with another age.
      .filter((question) => question.id !== 'age')
      .flatMap((question) =>
        representativeAnswers(question)
          .filter((to) => !sameAnswer(to, answers[question.id]))
          .flatMap((to): Counterfactual[] => {
            const other = assess({ ...answers, [question.id]: to }, knowledge);
            // Another site opens further questions: what is routine only for want of their answers is no change.
            const onlyIncomplete = !other.triage.complete && other.triage.urgency === 'routine';
            if (onlyIncomplete && actual.triage.urgency === 'self-care') return [];
            const otherFirst = other.fitting[0]?.pattern.id;
            const newUrgency = other.triage.urgency !== actual.triage.urgency;
            const newFirst = first !== undefined && otherFirst !== undefined && otherFirst !== first;
            if (!newUrgency && !newFirst) return [];
            return [
              {
                question: question.id,
                from: answers[question.id],
                to,
                ...(newUrgency ? { urgency: other.triage.urgency } : {}),
                ...(newFirst ? { firstPattern: otherFirst } : {}),
              },
            ];
          }),
      )
  );
}

function sameAnswer(one: Answer, other: Answer | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
