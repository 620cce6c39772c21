import type { Prompter } from '../../context.ts';
import type { Question } from '../../data/schema.ts';
import { answerInWords, inSentence } from '../../documents/answer-words.ts';
import type { Document } from '../../documents/document.ts';
import type { Answers } from '../../engine/answers.ts';
import { type InterviewPage, withAnswers } from '../../engine/interview.ts';
import { renderDocument } from '../../render/render.ts';
import { themeOf } from '../presentation.ts';
import type { DiagnoseRun, InterviewState } from './diagnose-run.ts';
import { promptPage, promptQuestion } from './prompt-page.ts';
import { type Keep, privateAnswers } from './saved.ts';

export type ReviewDecision =
  | { readonly kind: 'show'; readonly answers: Answers; readonly keep: Keep }
  | { readonly kind: 'edit'; readonly answers: Answers };

/** The answers once more, whether a professional is wanted anyway, and what is kept. */
export async function review(
  run: DiagnoseRun,
  prompter: Prompter,
  state: InterviewState,
): Promise<ReviewDecision> {
  const answers =
    state.answers['wants-visit'] === undefined ? await askVisit(run, prompter, state) : state.answers;
  const text = await renderDocument(reviewDocument(run, answers), {
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
  if (choice === 'edit') return { kind: 'edit', answers: await edit(run, prompter, { ...state, answers }) };
  const byFlag: Keep = run.flags.save === false ? 'nothing' : (run.flags.save ?? 'all');
  return { kind: 'show', answers, keep: choice === 'show' ? byFlag : (choice as Keep) };
}

function savesNothing({ flags }: DiagnoseRun): boolean {
  return flags.save === false || flags.save === 'nothing';
}

function keepMessage(run: DiagnoseRun, hidden: readonly string[]): string {
  if (savesNothing(run)) return 'Nothing will be kept.';
  if (hidden.length === 0) return 'The level and these answers are kept in your record on this computer.';
  const labels = hidden.map((id) => inSentence(run.knowledge.question(id)?.label ?? id)).join(', ');
  return run.flags.save === 'without-private'
    ? `The level and these answers are kept in your record on this computer, without the private ones: ${labels}.`
    : `The level and these answers are kept in your record on this computer. Private ones: ${labels}.`;
}

async function askVisit(run: DiagnoseRun, prompter: Prompter, state: InterviewState): Promise<Answers> {
  const question = run.knowledge.question('wants-visit');
  if (question === undefined) return state.answers;
  const page: InterviewPage = { id: question.id, title: 'Last one', stage: 'core', questions: [question] };
  const place = state.pages.length + 1;
  const reply = await prompter.page(
    promptPage(page, state.answers, run.contact.line, { place, total: place, canGoBack: false }),
  );
  return reply.kind === 'answered' ? withAnswers(state.answers, reply.answers, run.knowledge) : state.answers;
}

/** The answers on one screen: numbers and choices each by itself, yes and no in a line. */
function reviewDocument(run: DiagnoseRun, answers: Answers): Document {
  const answered = run.knowledge.questions.filter((question) => answers[question.id] !== undefined);
  const isPlainNo = (question: Question) => question.screen !== undefined && answers[question.id] === 'no';
  const told = answered.filter((question) => !isPlainNo(question));
  const values = told.filter((question) => question.kind !== 'bool');
  const labels = (answer: string) =>
    told
      .filter((question) => question.kind === 'bool' && answers[question.id] === answer)
      .map(({ label }) => inSentence(label))
      .join('; ');
  const truths = [
    ['Yes', labels('yes')],
    ['Not sure', labels('unsure')],
    ['No', labels('no')],
    ['Skipped', labels('skipped')],
    ['Rather not say', labels('rather-not-say')],
  ].filter(([, text]) => text !== '');
  return {
    title: 'Your answers',
    blocks: [
      { kind: 'heading', level: 2, text: 'Your answers' },
      {
        kind: 'list',
        items: [
          ...values.map((question) => `${question.label}: ${answerInWords(question, answers[question.id])}`),
          ...truths.map(([word, text]) => `${word}: ${text}`),
          `And no to ${answered.filter(isPlainNo).length} danger signs and risks.`,
        ],
      },
    ],
  };
}

/** Choose a part, then a page, and answer it again. */
async function edit(run: DiagnoseRun, prompter: Prompter, state: InterviewState): Promise<Answers> {
  const parts = partsOf(state.pages);
  const part = await chooseOne(
    prompter,
    'Which part?',
    parts.map(({ title }) => title),
  );
  const pages = parts[part]?.pages ?? [];
  const place = pages.length === 1 ? 0 : await chooseOne(prompter, 'Which page?', pages.map(pageName));
  const page = pages[place];
  if (page === undefined) return state.answers;
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

function pageName(page: InterviewPage): string {
  const [only] = page.questions;
  return page.questions.length === 1 && only !== undefined ? only.label : page.title;
}

/** Pages in groups of at most nine, so that one key chooses each. */
function partsOf(
  pages: readonly InterviewPage[],
): readonly { title: string; pages: readonly InterviewPage[] }[] {
  const unique = pages.filter((page, place) => pages.findIndex(({ id }) => id === page.id) === place);
  const danger = unique.filter(
    (page) => page.stage === 'safety' && page.questions.every(({ kind }) => kind === 'bool'),
  );
  const rest = unique.filter((page) => !danger.includes(page));
  const chunks = (title: string, list: readonly InterviewPage[]) =>
    Array.from({ length: Math.ceil(list.length / 9) }, (_, chunk) => ({
      title: chunk === 0 ? title : `${title}, more`,
      pages: list.slice(chunk * 9, chunk * 9 + 9),
    }));
  return [...chunks('Danger signs and risks', danger), ...chunks('You and this pain', rest)];
}

async function chooseOne(prompter: Prompter, message: string, labels: readonly string[]): Promise<number> {
  const choice = await prompter.choose({
    message,
    choices: labels.map((label, place) => ({ key: String(place + 1), value: String(place), label })),
  });
  return Number(choice);
}
