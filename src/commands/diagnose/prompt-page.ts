import type { PromptPage, PromptQuestion } from '../../context.ts';
import type { Question } from '../../data/schema.ts';
import type { Answers } from '../../engine/answers.ts';
import type { InterviewPage } from '../../engine/interview.ts';

/** A page of the interview as the prompter takes it. */
export function promptPage(
  page: InterviewPage,
  answers: Answers,
  emergencyLine: string,
  progress: { readonly place: number; readonly total: number; readonly canGoBack: boolean },
): PromptPage {
  return {
    emergencyLine,
    title: page.title,
    progress: `${progress.place} of ${Math.max(progress.total, progress.place)}`,
    ...(page.stem === undefined ? {} : { stem: page.stem }),
    questions: page.questions.map((question) => promptQuestion(question, answers)),
    canGoBack: progress.canGoBack,
  };
}

export function promptQuestion(question: Question, answers: Answers): PromptQuestion {
  const current = answers[question.id];
  return {
    id: question.id,
    kind: question.kind,
    label: question.label,
    ask: question.ask,
    why: question.why,
    ...('options' in question ? { options: question.options.map(promptOption) } : {}),
    ...(question.kind === 'number'
      ? { unit: question.unit, minimum: question.minimum, maximum: question.maximum }
      : {}),
    ...(question.kind === 'number' && question.ends !== undefined ? { ends: question.ends } : {}),
    ...(question.private === undefined ? {} : { private: question.private }),
    ...(current === undefined ? {} : { current }),
  };
}

function promptOption({ id, label, alone }: { id: string; label: string; alone?: boolean | undefined }) {
  return { id, label, ...(alone === undefined ? {} : { alone }) };
}
