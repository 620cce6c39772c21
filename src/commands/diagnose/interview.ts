import type { Prompter } from '../../context.ts';
import type { Assessment } from '../../engine/assessment.ts';
import { Interrupted, type RecordError } from '../../errors.ts';
import { sayProblem } from '../problem.ts';
import { lastAssessment } from '../standing.ts';
import { askAll } from './ask-pages.ts';
import type { DiagnoseRun, InterviewState } from './diagnose-run.ts';
import { type DraftKeeper, readDraft, startDraft, wantsToGoOn } from './draft.ts';
import { askSinceLast } from './earlier-result.ts';
import { introduction } from './introduction.ts';
import type { Saved } from './saved.ts';
import { keepByFlag, type Sitting } from './sitting.ts';

/** The interview in the terminal, from the first danger sign to the result and what is kept of it. */
export async function runInterview(run: DiagnoseRun, problem: RecordError | undefined): Promise<number> {
  const { ctx } = run;
  const prompter = await ctx.prompter(run.wishes);
  if (problem !== undefined) sayProblem(ctx, problem);
  const draft = startDraft(ctx, keepByFlag(run) !== 'nothing');
  try {
    const { since, from, earlier } = await begin(run, prompter, draft);
    const { result, failure } = await askAndAnswer({ run, prompter, draft, earlier, since }, from);
    if (failure !== undefined) sayProblem(ctx, failure);
    const { exitCodeOf } = await import('./result.ts');
    return exitCodeOf(run, result, problem ?? failure);
  } catch (error) {
    if (error instanceof Interrupted && draft.isKept()) {
      throw new Interrupted('Stopped. Your answers are kept: backcare diagnose goes on where you were.');
    }
    throw error;
  }
}

/** What stood before: grave advice is asked about, and an unfinished interview is gone on with or put away. */
async function begin(run: DiagnoseRun, prompter: Prompter, keeper: DraftKeeper) {
  const last = await lastAssessment(run.ctx, run);
  const since = await askSinceLast(run, prompter, last.summary);
  const draft = await readDraft(run);
  if (draft === undefined) return { since, from: { answers: {}, pages: [] }, earlier: last };
  if (draft.isFresh && (await wantsToGoOn(prompter, draft)))
    return { since, from: draft.state, earlier: last };
  // Answers that called for help are not put away in silence, whoever puts them away.
  const sinceDraft = since ?? (await askSinceLast(run, prompter, draft.summary));
  const keep = keepByFlag(run) ?? 'without-private';
  if (since === undefined && sinceDraft === 'not-yet' && keep !== 'nothing') {
    const { keepUnfinished } = await import('./finish.ts');
    await keepUnfinished(run, draft.state.answers, keep);
  }
  await keeper.remove();
  const earlier = sinceDraft === 'not-yet' ? { ...last, summary: draft.summary, daysAgo: 0 } : last;
  return {
    since: sinceDraft,
    from: { answers: {}, pages: [] },
    earlier: since === undefined ? earlier : last,
  };
}

/** Pages, review, result and the keys under it, until the person leaves. */
async function askAndAnswer(
  sitting: Sitting,
  from: InterviewState,
): Promise<{ readonly result: Assessment; readonly failure: RecordError | undefined }> {
  const { run, prompter, draft } = sitting;
  let state = from;
  let text = await introduction(run, keepByFlag(run) !== 'nothing');
  let saved: Saved = {};
  for (;;) {
    state = await askAll(run, prompter, state, { keepDraft: draft.write, introduction: text });
    text = undefined;
    // The first question must not wait for what comes after the last.
    const { finish } = await import('./finish.ts');
    const finished = await finish(sitting, state, saved);
    if (finished.kind === 'left') return finished;
    ({ state, saved } = finished);
    await draft.write(state);
  }
}
