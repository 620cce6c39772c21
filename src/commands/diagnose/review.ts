import type { Prompter } from '../../context.ts';
import { keepingText, reviewDocument } from '../../documents/review-document.ts';
import type { Answers } from '../../engine/answers.ts';
import { type InterviewPage, withAnswers } from '../../engine/interview.ts';
import { renderDocument } from '../../render/render.ts';
import { themeOf } from '../presentation.ts';
import type { DiagnoseRun, InterviewState } from './diagnose-run.ts';
import { pageKey } from './pages.ts';
import { promptQuestion } from './prompt-page.ts';
import { type Keep, privateAnswers } from './saved.ts';

export type ReviewDecision =
  | { readonly kind: 'show'; readonly answers: Answers; readonly keep: Keep }
  | { readonly kind: 'edit'; readonly answers: Answers };

/** The answers once more, and what is kept. */
export async function review(
  run: DiagnoseRun,
  prompter: Prompter,
  state: InterviewState,
): Promise<ReviewDecision> {
  const { answers } = state;
  const text = await renderDocument(reviewDocument(answers, run.knowledge), {
    format: 'text',
    theme: themeOf(run.ctx, run.wishes, 'error'),
  });
  const hidden = privateAnswers(answers, run.knowledge);
  const choice = await prompter.choose({
    text,
    message: keepMessage(run, hidden),
    choices: [
      { key: 'enter', value: 'show', label: 'show the result' },
      { key: 'e', value: 'edit', label: 'change an answer' },
      ...(hidden.length > 0
        ? [{ key: 'd', value: 'without-private', label: 'show, drop the private ones' }]
        : []),
      ...(savesNothing(run) ? [] : [{ key: 'x', value: 'nothing', label: 'show, keep nothing' }]),
    ],
    initial: 'show',
  });
  if (choice === 'edit') return { kind: 'edit', answers: await edit(run, prompter, state) };
  const byFlag: Keep = run.flags.save === false ? 'nothing' : (run.flags.save ?? 'all');
  return { kind: 'show', answers, keep: choice === 'show' ? byFlag : (choice as Keep) };
}

function savesNothing({ flags }: DiagnoseRun): boolean {
  return flags.save === false || flags.save === 'nothing';
}

function keepMessage(run: DiagnoseRun, hidden: readonly string[]): string {
  const keep = savesNothing(run)
    ? 'nothing'
    : run.flags.save === 'without-private'
      ? 'without-private'
      : 'all';
  return keepingText(keep, hidden, run.knowledge);
}

/** Choose a part, then a page, and answer it again. Back leads one step up each time. */
async function edit(run: DiagnoseRun, prompter: Prompter, state: InterviewState): Promise<Answers> {
  const parts = partsOf(state.pages);
  for (;;) {
    const part = await chooseOne(prompter, 'Which part?', parts.map(partName));
    if (part === undefined) return state.answers;
    const pages = parts[part]?.pages ?? [];
    const place = pages.length === 1 ? 0 : await chooseOne(prompter, 'Which page?', pages.map(pageName));
    const page = place === undefined ? undefined : pages[place];
    if (page === undefined) continue;
    const reply = await prompter.page({
      emergencyLine: run.contact.line,
      title: page.title,
      progress: 'change',
      ...(page.stem === undefined ? {} : { stem: page.stem }),
      questions: page.questions.map((question) => promptQuestion(question, state.answers)),
      canGoBack: true,
    });
    return reply.kind === 'back' ? state.answers : withAnswers(state.answers, reply.answers, run.knowledge);
  }
}

/** Two pages of one block have one title: their first lines tell them apart. */
function pageName({ title, questions }: InterviewPage): string {
  const [first, ...others] = questions.map(({ label }) => label);
  if (others.length === 0) return first ?? title;
  return `${title}: ${first}, …`;
}

interface Part {
  readonly title: string;
  readonly pages: readonly InterviewPage[];
}

function partName({ title, pages }: Part): string {
  const [first, ...others] = pages.map((page) => (page.questions.length === 1 ? pageName(page) : page.title));
  return `${title}: ${first}${others.length === 0 ? '' : ', …'}`;
}

/** Pages in groups of at most nine, so that one key chooses each. */
function partsOf(pages: readonly InterviewPage[]): readonly Part[] {
  const keys = pages.map(pageKey);
  const unique = pages.filter((_, place) => keys.indexOf(keys[place] ?? '') === place);
  const danger = unique.filter(
    (page) => page.stage === 'safety' && page.questions.every(({ kind }) => kind === 'bool'),
  );
  const rest = unique.filter((page) => !danger.includes(page));
  const chunks = (title: string, list: readonly InterviewPage[]) =>
    Array.from({ length: Math.ceil(list.length / 9) }, (_, chunk) => ({
      title: chunk === 0 ? title : `${title}, part ${chunk + 1}`,
      pages: list.slice(chunk * 9, chunk * 9 + 9),
    }));
  return [...chunks('Danger signs and risks', danger), ...chunks('You and this pain', rest)];
}

/** The place of what was chosen; undefined for back. */
async function chooseOne(
  prompter: Prompter,
  message: string,
  labels: readonly string[],
): Promise<number | undefined> {
  const choice = await prompter.choose({
    message,
    choices: [
      ...labels.map((label, place) => ({ key: String(place + 1), value: String(place), label })),
      { key: 'b', value: 'back', label: 'back' },
    ],
  });
  return choice === 'back' ? undefined : Number(choice);
}
