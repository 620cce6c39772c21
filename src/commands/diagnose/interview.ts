import type { Prompter } from '../../context.ts';
import { inSentence } from '../../documents/answer-words.ts';
import { daysAgoInWords } from '../../documents/last-advice.ts';
import { type Assessment, assess } from '../../engine/assessment.ts';
import { stillStands } from '../../engine/assessment-summary.ts';
import { urgencyRank } from '../../engine/urgency.ts';
import { Interrupted, type RecordError } from '../../errors.ts';
import { sayProblem } from '../problem.ts';
import { type LastAssessment, lastAssessment } from '../standing.ts';
import { askAll } from './ask-pages.ts';
import type { DiagnoseRun, InterviewState } from './diagnose-run.ts';
import { type DraftKeeper, readDraft, startDraft, wantsToGoOn } from './draft.ts';
import { askSinceLast } from './earlier-result.ts';
import { introduction } from './introduction.ts';
import { exitCodeOf, isOutputSeen, showOnScreen, showResult } from './result.ts';
import { offerOnResult } from './result-keys.ts';
import { review } from './review.ts';
import { type Keep, privateAnswers, type Saved, save, savedBody, takeBack } from './saved.ts';

/** One sitting at the keyboard. */
interface Sitting {
  readonly run: DiagnoseRun;
  readonly prompter: Prompter;
  readonly draft: DraftKeeper;
  /** Where the person stood before. */
  readonly earlier: LastAssessment;
  /** What happened since grave advice. */
  readonly since: string | undefined;
}

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
    const { knowledge, ctx } = run;
    const body = savedBody(assess(draft.state.answers, knowledge), knowledge, keep, {
      tool: `backcare ${ctx.version}`,
    });
    const { failure } = await save(ctx, body);
    if (failure !== undefined) sayProblem(ctx, failure);
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
  const { knowledge } = run;
  const keepDraft = draft.write;
  let state = from;
  let text = await introduction(run, keepByFlag(run) !== 'nothing');
  let saved: Saved = {};
  for (;;) {
    state = await askAll(run, prompter, state, { keepDraft, introduction: text });
    text = undefined;
    const result = assess(state.answers, knowledge);
    const isGrave = urgencyRank(result.triage.urgency) >= urgencyRank('urgent');
    const decision = isGrave ? undefined : await review(run, prompter, state);
    if (decision?.kind === 'edit') {
      state = { ...state, answers: decision.answers };
      await keepDraft(state);
      continue;
    }
    // A grave level is kept before anybody could close the terminal on it; more of it when the person says so.
    const hasPrivate = privateAnswers(result.answers, knowledge).length > 0;
    const keep = decision?.keep ?? keepByFlag(run) ?? (hasPrivate ? 'without-private' : 'all');
    const saving = keepIt(sitting, result, keep, saved.id);
    // It is waited for below; until then nobody else must hear of its failing.
    saving.catch(() => undefined);
    // Help first, where it is needed: saving must not delay it.
    if (!isGrave) {
      saved = await saving;
      // Decided above: Ctrl-C under the result must not leave behind what was to be forgotten, or offer it again.
      await draft.remove();
    }
    await present(sitting, result);
    if (isGrave) {
      saved = await saving;
      if (saved.failure === undefined) await draft.remove();
    }
    const correction = await offerOnResult(run, prompter, state, result).catch(async (error: unknown) => {
      if (!isOutputSeen(run)) await showResult(run, result);
      throw error;
    });
    if (correction !== undefined) {
      state = correction;
      await keepDraft(state);
      continue;
    }
    if (!isOutputSeen(run)) await showResult(run, result);
    if (isGrave && (await wantsAllKept(sitting, result)))
      saved = await keepIt(sitting, result, 'all', saved.id);
    await draft.remove();
    return { result, failure: saved.failure };
  }
}

/** On the screen in front of the person, wherever the answer itself goes. */
async function present({ run, earlier }: Sitting, result: Assessment): Promise<void> {
  if (isOutputSeen(run)) await showResult(run, result);
  else await showOnScreen(run, result);
  if (stillStands(earlier.summary, result.triage)) {
    const when = daysAgoInWords(earlier.daysAgo);
    run.ctx.io.err(`\n  The advice of your check ${when} still stands: backcare shows it.\n`);
  }
}

function keepByFlag({ flags }: DiagnoseRun): Keep | undefined {
  return flags.save === false ? 'nothing' : flags.save;
}

/** Keeps the result; one that corrects an earlier one of this sitting stands for it. */
async function keepIt(
  { run, since, earlier }: Sitting,
  assessment: Assessment,
  keep: Keep,
  corrects: string | undefined,
): Promise<Saved> {
  if (keep === 'nothing') {
    return corrects === undefined || !assessment.triage.complete ? {} : takeBack(run.ctx, corrects);
  }
  const details = { tool: `backcare ${run.ctx.version}`, since, corrects, earlier: earlier.summary };
  return save(run.ctx, savedBody(assessment, run.knowledge, keep, details));
}

/** After grave advice there was no review: asks about private answers now, once the person has read it. */
async function wantsAllKept({ run, prompter }: Sitting, assessment: Assessment): Promise<boolean> {
  if (keepByFlag(run) !== undefined) return false;
  const hidden = privateAnswers(assessment.answers, run.knowledge);
  // Without private answers nothing was left out.
  if (hidden.length === 0) return false;
  const labels = hidden.map((id) => inSentence(run.knowledge.question(id)?.label ?? id)).join(', ');
  const keep = await prompter.choose({
    message: `The level is kept in your record. Keep the private answers too? ${labels}.`,
    choices: [
      { key: 'd', value: 'without-private', label: 'keep the level, drop these' },
      { key: 'a', value: 'all', label: 'keep all' },
    ],
    initial: 'without-private',
  });
  return keep === 'all';
}
