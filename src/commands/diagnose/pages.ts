import type { Answers } from '../../engine/answers.ts';
import { type InterviewPage, nextPage, pagesLeft } from '../../engine/interview.ts';
import type { Knowledge } from '../../engine/knowledge.ts';
import { ruleLevel } from '../../engine/triage.ts';
import { urgencyRank } from '../../engine/urgency.ts';
import { opening } from './opening.ts';

/** The last page: whether a professional is wanted anyway. */
export function closingPage(knowledge: Knowledge): InterviewPage | undefined {
  const question = knowledge.question('wants-visit');
  if (question === undefined) return undefined;
  return { id: question.id, title: 'Last one', stage: 'core', questions: [question] };
}

/** The page that comes next: as the engine chooses, then the last one, which grave advice leaves out. */
export function pageToAsk(
  answers: Answers,
  knowledge: Knowledge,
  unfinished: InterviewPage | undefined,
): InterviewPage | undefined {
  const next = isNothing(answers)
    ? opening.page
    : (nextPage(answers, knowledge) ?? (closes(answers, knowledge) ? closingPage(knowledge) : undefined));
  const asWhole =
    next !== undefined &&
    unfinished?.id === next.id &&
    next.questions.every(({ id }) => unfinished.questions.some((question) => question.id === id));
  // With what was ticked before it was left.
  return asWhole ? unfinished : next;
}

/** About how many pages are still to come, the last one included. */
export function pagesToAsk(answers: Answers, knowledge: Knowledge): number {
  if (isNothing(answers)) return opening.pages;
  return pagesLeft(answers, knowledge) + (closes(answers, knowledge) ? 1 : 0);
}

function isNothing(answers: Answers): boolean {
  return Object.keys(answers).length === 0;
}

/** Whether the last page is still to come. */
export function closes(answers: Answers, knowledge: Knowledge): boolean {
  return (
    answers['wants-visit'] === undefined && urgencyRank(ruleLevel(answers, knowledge)) < urgencyRank('urgent')
  );
}

/** The questions of the page, to tell two pages of one block apart. */
export function pageKey({ questions }: InterviewPage): string {
  return questions.map(({ id }) => id).join(' ');
}
