import type { Context, Prompter } from '../../context.ts';
import { checkAnswers } from '../../engine/answer-input.ts';
import type { Answers } from '../../engine/answers.ts';
import type { InterviewPage } from '../../engine/interview.ts';
import { withAnswers } from '../../engine/interview.ts';
import { RecordError } from '../../errors.ts';
import { sayProblem } from '../problem.ts';
import type { DiagnoseRun, InterviewState } from './diagnose-run.ts';

const name = 'diagnose';
/** Answers about danger signs are true for so long; after that the interview begins anew. */
const freshMilliseconds = 12 * 60 * 60 * 1000;

export interface DraftKeeper {
  /** Keeps the answers so far. A failure is said once and does not stop the interview. */
  write(state: InterviewState): Promise<void>;
  remove(): Promise<void>;
  isKept(): boolean;
}

/** Keeps an unfinished interview, so that Ctrl-C or a closed terminal loses nothing. */
export function startDraft(ctx: Context): DraftKeeper {
  let kept = false;
  let failed = false;
  return {
    async write({ answers, pages }) {
      if (failed) return;
      try {
        const record = await ctx.record();
        await record.writeDraft(name, { at: ctx.clock.now(), answers, pages: pages.map(({ id }) => id) });
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
        sayProblem(ctx, error);
      }
    },
    isKept: () => kept,
  };
}

/** The unfinished interview, if there is a fresh one and the person wants to go on with it. */
export async function readDraft(run: DiagnoseRun, prompter: Prompter): Promise<InterviewState | undefined> {
  const { ctx } = run;
  const draft = await storedDraft(ctx);
  if (draft === undefined) return undefined;
  const age = ctx.clock.now() - draft.at;
  const answers = knownAnswers(draft.answers, run);
  if (age > freshMilliseconds || age < 0 || Object.keys(answers).length === 0) return undefined;
  const choice = await prompter.choose({
    message: `You stopped ${minutesAgo(age)}, with ${Object.keys(answers).length} answers given.`,
    choices: [
      { key: 'g', value: 'go-on', label: 'go on there' },
      { key: 'a', value: 'anew', label: 'start anew' },
    ],
    initial: 'go-on',
  });
  return choice === 'go-on' ? { answers, pages: pagesOf(answers, run) } : undefined;
}

async function storedDraft(ctx: Context): Promise<{ at: number; answers: object } | undefined> {
  try {
    const body = await (await ctx.record()).readDraft(name);
    if (typeof body !== 'object' || body === null || !('at' in body) || !('answers' in body))
      return undefined;
    const { at, answers } = body;
    if (typeof at !== 'number' || typeof answers !== 'object' || answers === null) return undefined;
    return { at, answers };
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

/** The pages that were answered, to go back to: by block, since what was chosen one by one is a block of its own. */
function pagesOf(answers: Answers, { knowledge }: DiagnoseRun): readonly InterviewPage[] {
  return knowledge.blocks.flatMap((block): InterviewPage[] => {
    const questions = knowledge.questions.filter(
      (question) => question.block === block.id && answers[question.id] !== undefined,
    );
    if (questions.length === 0) return [];
    const stem = 'stem' in block && block.stem !== undefined ? { stem: block.stem } : {};
    return [{ id: block.id, title: block.title, ...stem, stage: 'safety', questions }];
  });
}

function minutesAgo(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`;
  const hours = Math.round(minutes / 60);
  return hours === 1 ? '1 hour ago' : `${hours} hours ago`;
}
