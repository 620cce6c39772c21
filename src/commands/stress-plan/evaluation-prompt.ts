import type { PromptPage, PromptQuestion } from '../../context.ts';
import type { StressQuestion } from '../../data/stress-schema.ts';
import { stressTables } from '../../data/stress-tables.ts';
import type { Answer, Answers } from '../../engine/answers.ts';
import { evaluationPages } from '../../engine/stress/evaluation-pages.ts';

/** A list longer than this goes over several pages: every line has a number, and none is hidden. */
const linesOnAPage = 9;

/** One page as it is asked. A long tick list has several, each with a part of the options. */
export interface AskedPage {
  readonly key: string;
  readonly title: string;
  readonly stem?: string;
  readonly questions: readonly StressQuestion[];
  /** Options of a long list that stand on this page. */
  readonly part?: readonly string[];
}

/** All pages that these answers call for, in their order. */
export function askedPages(answers: Answers): readonly AskedPage[] {
  return evaluationPages(stressTables, answers).flatMap(({ id, title, stem, questions }): AskedPage[] => {
    const page = { key: id, title, ...(stem === undefined ? {} : { stem }), questions };
    const [only, ...others] = questions;
    const options = only?.options ?? [];
    if (only === undefined || others.length > 0 || only.kind !== 'multi' || options.length <= linesOnAPage)
      return [page];
    const alone = options.filter((option) => option.alone === true);
    const rest = options.filter((option) => option.alone !== true);
    const count = Math.ceil(rest.length / (linesOnAPage - alone.length));
    const size = Math.ceil(rest.length / count);
    return Array.from({ length: count }, (_, place) => {
      const own = rest.slice(place * size, (place + 1) * size);
      return {
        ...page,
        key: `${id}-${place + 1}`,
        title: place === 0 ? title : `${title}, more`,
        questions: [{ ...only, options: [...own, ...alone] }],
        part: own.map((option) => option.id),
      };
    });
  });
}

/** Whether this page was answered, or passed over. */
export function isAnswered(
  { questions, part }: AskedPage,
  answers: Answers,
  passed: ReadonlySet<string>,
): boolean {
  if (part === undefined) return questions.every(({ id }) => answers[id] !== undefined);
  return questions.every(({ id }) => answers[id] !== undefined) && passed.has(part.join(' '));
}

/** The answers with those of this page: the parts of a long list are put together. */
export function withPage(answers: Answers, { questions, part }: AskedPage, given: Answers): Answers {
  const [only] = questions;
  if (part === undefined || only === undefined) return { ...answers, ...given };
  const before = listed(answers[only.id]).filter((id) => !part.includes(id) && id !== 'none');
  const here = listed(given[only.id]).filter((id) => id !== 'none');
  const all = [...before, ...here];
  const isSaid = Array.isArray(given[only.id]) || Array.isArray(answers[only.id]);
  return { ...answers, [only.id]: all.length > 0 ? all : isSaid ? ['none'] : (given[only.id] ?? 'skipped') };
}

/** A page as the prompter takes it. */
export function promptOf(
  page: AskedPage,
  answers: Answers,
  emergencyLine: string,
  at: { readonly place: number; readonly total: number; readonly canGoBack: boolean },
): PromptPage {
  return {
    emergencyLine,
    title: page.title,
    progress: `${at.place + 1} of ${Math.max(at.total, at.place + 1)}`,
    // Questions that have a page each say it all by themselves.
    ...(page.stem === undefined || isEachAlone(page) ? {} : { stem: page.stem }),
    questions: page.questions.map((question) =>
      promptQuestion(question, currentOf(page, answers[question.id])),
    ),
    canGoBack: at.canGoBack,
  };
}

function isEachAlone({ questions }: AskedPage): boolean {
  return questions.every(({ kind }) => kind === 'single' || kind === 'multi');
}

function currentOf({ part }: AskedPage, answer: Answer | undefined): Answer | undefined {
  if (part === undefined || !Array.isArray(answer)) return answer;
  const here = answer.filter((id) => part.includes(id) || id === 'none');
  return here.length === 0 ? undefined : here;
}

function promptQuestion(
  { id, kind, label, ask, why, options, unit, minimum, maximum, ends, ...question }: StressQuestion,
  current: Answer | undefined,
): PromptQuestion {
  return {
    id,
    kind,
    label,
    ask,
    why,
    ...(options === undefined
      ? {}
      : {
          options: options.map((option) => ({
            id: option.id,
            label: option.label,
            ...(option.alone === undefined ? {} : { alone: option.alone }),
          })),
        }),
    ...(unit === undefined ? {} : { unit }),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(ends === undefined ? {} : { ends }),
    ...(question.private === undefined ? {} : { private: question.private }),
    ...(current === undefined ? {} : { current }),
  };
}

function listed(answer: Answer | undefined): readonly string[] {
  return Array.isArray(answer) ? answer : [];
}
