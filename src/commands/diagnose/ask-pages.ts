import type { Prompter } from '../../context.ts';
import type { Answers } from '../../engine/answers.ts';
import { type InterviewPage, withAnswers } from '../../engine/interview.ts';
import type { DiagnoseRun, InterviewState } from './diagnose-run.ts';
import { pagesToAsk, pageToAsk } from './pages.ts';
import { promptPage } from './prompt-page.ts';

export interface AskOptions {
  readonly keepDraft: (state: InterviewState) => Promise<void>;
  /** Shown once, over the first page. */
  readonly introduction?: string | undefined;
}

/**
 * Asks page after page until nothing more can change what is said. Going back moves a finger along the pages and
 * forgets none; what stands on a page that is left, by back or by Ctrl-C, is kept.
 */
export async function askAll(
  run: DiagnoseRun,
  prompter: Prompter,
  from: InterviewState,
  { keepDraft, introduction }: AskOptions,
): Promise<InterviewState> {
  const { knowledge } = run;
  let state = from;
  let place = state.pages.length;
  let shownTotal = Number.POSITIVE_INFINITY;
  let text = introduction;
  for (;;) {
    const earlier = state.pages[place];
    const page = earlier ?? pageToAsk(state.answers, knowledge, state.unfinished);
    if (page === undefined) return { answers: state.answers, pages: state.pages };
    const total = Math.max(place + 1, Math.min(shownTotal + 1, totalOf(state, run)));
    shownTotal = total;
    const shown = promptPage(page, state.answers, run.contact.line, {
      place: place + 1,
      total,
      canGoBack: placeBefore(state, place) >= 0,
    });
    let soFar: Answers = {};
    const keepSoFar = () => {
      if (Object.keys(soFar).length > 0) state = leftWith(state, page, soFar, run);
    };
    const reply = await prompter
      .page(text === undefined ? shown : { ...shown, text }, (answers) => {
        soFar = answers;
      })
      .catch(async (error: unknown) => {
        keepSoFar();
        if (Object.keys(soFar).length > 0) await keepDraft(state);
        throw error;
      });
    text = undefined;
    if (reply.kind === 'back') {
      place = placeBefore(state, place);
      keepSoFar();
    } else {
      state = {
        answers: withAnswers(state.answers, reply.answers, knowledge),
        pages: earlier === undefined ? [...state.pages, page] : state.pages,
        ...(earlier === undefined ? {} : { unfinished: state.unfinished }),
      };
      place = state.pages.length;
    }
    await keepDraft(state);
  }
}

/** Takes over what stood on a page that was left: a page all of whose lines are answered is one to go back to. */
function leftWith(
  state: InterviewState,
  page: InterviewPage,
  soFar: Answers,
  { knowledge }: DiagnoseRun,
): InterviewState {
  const answers = withAnswers(state.answers, soFar, knowledge);
  if (state.pages.includes(page)) return { ...state, answers };
  const isWhole = page.questions.every(({ id }) => answers[id] !== undefined);
  return isWhole
    ? { answers, pages: [...state.pages, page] }
    : { answers, pages: state.pages, unfinished: page };
}

/** The nearest page before this place that still has an answer; -1 when there is none. */
function placeBefore({ answers, pages }: InterviewState, place: number): number {
  return pages
    .slice(0, place)
    .findLastIndex(({ questions }) => questions.some(({ id }) => answers[id] !== undefined));
}

function totalOf({ answers, pages }: InterviewState, { knowledge }: DiagnoseRun): number {
  return pages.length + pagesToAsk(answers, knowledge);
}
