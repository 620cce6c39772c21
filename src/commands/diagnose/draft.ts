import type { Context, Prompter } from '../../context.ts';
import { checkAnswers } from '../../engine/answer-input.ts';
import type { Answers } from '../../engine/answers.ts';
import { assess } from '../../engine/assessment.ts';
import { type InterviewPage, linesOnAPage, withAnswers } from '../../engine/interview.ts';
import type { AssessmentSummary } from '../../engine/permissions.ts';
import { RecordError } from '../../errors.ts';
import { sayProblem } from '../problem.ts';
import type { DiagnoseRun, InterviewState } from './diagnose-run.ts';
import { closingPage } from './pages.ts';
import { isOnlySelfHarm } from './saved.ts';

const name = 'diagnose';
/** Answers about danger signs are true for so long; after that the interview begins anew. */
const freshMilliseconds = 12 * 60 * 60 * 1000;

export interface DraftKeeper {
  /** Keeps the answers so far. A failure is said once and does not stop the interview. */
  write(state: InterviewState): Promise<void>;
  remove(): Promise<void>;
  isKept(): boolean;
}

/**
 * Keeps an unfinished interview, so that Ctrl-C or a closed terminal loses nothing.
 *
 * @param writes false when nothing is to be kept: then an older draft can still be removed
 */
export function startDraft(ctx: Context, writes: boolean): DraftKeeper {
  let kept = false;
  let failed = !writes;
  return {
    async write({ answers, pages, unfinished }) {
      if (failed) return;
      try {
        const record = await ctx.record();
        const body = { at: ctx.clock.now(), answers, pages: pages.map(pageBody) };
        await record.writeDraft(name, {
          ...body,
          ...(unfinished === undefined ? {} : { unfinished: pageBody(unfinished) }),
        });
        kept = true;
      } catch (error) {
        if (!(error instanceof RecordError)) throw error;
        failed = true;
        sayProblem(ctx, error);
      }
    },
    async remove() {
      try {
        await (await ctx.record()).removeDraft(name);
        kept = false;
      } catch (error) {
        if (!(error instanceof RecordError)) throw error;
        // Said already when it could not be written either.
        if (writes && !failed) sayProblem(ctx, error);
      }
    },
    isKept: () => kept,
  };
}

function pageBody({ id, stage, questions }: InterviewPage) {
  return { id, stage, questions: questions.map((question) => question.id) };
}

/** An unfinished interview that was kept. */
export interface StoredDraft {
  readonly state: InterviewState;
  /** Milliseconds since it was kept; below 0 when the clock was set back. */
  readonly age: number;
  readonly isFresh: boolean;
  /** What its answers say so far. */
  readonly summary: AssessmentSummary;
}

/** The unfinished interview; undefined when there is none that can be read. */
export async function readDraft(run: DiagnoseRun): Promise<StoredDraft | undefined> {
  const { ctx, knowledge } = run;
  const body = await storedBody(ctx);
  if (body === undefined) return undefined;
  const age = ctx.clock.now() - body.at;
  const answers = knownAnswers(body.answers, run);
  if (Object.keys(answers).length === 0) return undefined;
  const assessment = assess(answers, knowledge);
  const { urgency, complete } = assessment.triage;
  return {
    state: {
      answers,
      pages: pagesOf(body.pages, answers, run),
      unfinished: [body.unfinished].flatMap((page) => rebuilt(page, run, linesOnAPage))[0],
    },
    age,
    isFresh: age >= 0 && age <= freshMilliseconds,
    summary: {
      at: body.at,
      urgency,
      complete,
      ...(isOnlySelfHarm(assessment) ? { onlySelfHarm: true } : {}),
    },
  };
}

/** Whether the person goes on with a fresh one. */
export async function wantsToGoOn(prompter: Prompter, { age, state }: StoredDraft): Promise<boolean> {
  const choice = await prompter.choose({
    message: `You stopped ${minutesAgo(age)}, with ${Object.keys(state.answers).length} answers given.`,
    choices: [
      { key: 'g', value: 'go-on', label: 'go on there' },
      { key: 'a', value: 'anew', label: 'start anew' },
    ],
    initial: 'go-on',
  });
  return choice === 'go-on';
}

interface DraftBody {
  readonly at: number;
  readonly answers: object;
  readonly pages: unknown;
  readonly unfinished: unknown;
}

async function storedBody(ctx: Context): Promise<DraftBody | undefined> {
  try {
    const body = await (await ctx.record()).readDraft(name);
    if (typeof body !== 'object' || body === null || !('at' in body) || !('answers' in body))
      return undefined;
    const { at, answers } = body;
    if (typeof at !== 'number' || typeof answers !== 'object' || answers === null) return undefined;
    const pages = 'pages' in body ? body.pages : undefined;
    return { at, answers, pages, unfinished: 'unfinished' in body ? body.unfinished : undefined };
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    sayProblem(ctx, error);
    return undefined;
  }
}

/** A draft of another version may hold names we do not know: they are left out and asked again. */
function knownAnswers(stored: object, { knowledge }: DiagnoseRun): Answers {
  let answers: Answers = {};
  for (const entry of Object.entries(stored)) {
    const checked = checkAnswers([entry], knowledge);
    if (checked.kind === 'answers') answers = withAnswers(answers, checked.answers, knowledge);
  }
  return answers;
}

/** The pages that were answered, to go back to; by block for a draft that does not tell them. */
function pagesOf(stored: unknown, answers: Answers, run: DiagnoseRun): readonly InterviewPage[] {
  const isAnswered = (page: InterviewPage) => page.questions.some(({ id }) => answers[id] !== undefined);
  const pages = (Array.isArray(stored) ? stored : [])
    .flatMap((page) => rebuilt(page, run, linesOnAPage))
    .filter(isAnswered);
  const told = new Set(pages.flatMap(({ questions }) => questions.map(({ id }) => id)));
  const untold = run.knowledge.questions.filter(({ id }) => answers[id] !== undefined && !told.has(id));
  const groups = new Map<string, string[]>();
  for (const { id, block = id } of untold) groups.set(block, [...(groups.get(block) ?? []), id]);
  const others = [...groups].flatMap(([id, questions]) => {
    const chunks = Math.ceil(questions.length / linesOnAPage);
    return Array.from({ length: chunks }, (_, at) => ({
      id,
      stage: 'safety',
      questions: questions.slice(at * linesOnAPage, (at + 1) * linesOnAPage),
    })).flatMap((page) => rebuilt(page, run, linesOnAPage));
  });
  return [...others, ...pages];
}

const stages: readonly InterviewPage['stage'][] = ['safety', 'core', 'branch', 'consider', 'test'];

/** A page from its name and the names of its questions; none when this version does not know them. */
function rebuilt(stored: unknown, { knowledge }: DiagnoseRun, most: number): readonly InterviewPage[] {
  if (typeof stored !== 'object' || stored === null || !('questions' in stored) || !('id' in stored))
    return [];
  const { id, questions: ids } = stored;
  const names: readonly unknown[] = Array.isArray(ids) ? ids : [];
  const questions = knowledge.questions.filter((question) => names.includes(question.id)).slice(0, most);
  if (typeof id !== 'string' || questions.length === 0) return [];
  const stage = stages.find((one) => 'stage' in stored && one === stored.stage) ?? 'branch';
  const closing = closingPage(knowledge);
  if (closing !== undefined && closing.id === id) return [closing];
  const block = knowledge.blocks.find((one) => one.id === id);
  if (block !== undefined) {
    const stem = 'stem' in block && block.stem !== undefined ? { stem: block.stem } : {};
    return [{ id, title: block.title, ...stem, stage, questions }];
  }
  if (questions.length > 1) return [{ id, title: 'A few more', stem: 'Is this so?', stage, questions }];
  return [{ id, title: stage === 'test' ? 'A small thing to try' : 'One more', stage, questions }];
}

function minutesAgo(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`;
  const hours = Math.round(minutes / 60);
  return hours === 1 ? '1 hour ago' : `${hours} hours ago`;
}
