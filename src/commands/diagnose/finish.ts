import { inSentence } from '../../documents/answer-words.ts';
import { daysAgoInWords } from '../../documents/last-advice.ts';
import type { Answers } from '../../engine/answers.ts';
import { type Assessment, assess } from '../../engine/assessment.ts';
import { urgencyRank } from '../../engine/urgency.ts';
import type { RecordError } from '../../errors.ts';
import { sayProblem } from '../problem.ts';
import type { DiagnoseRun, InterviewState } from './diagnose-run.ts';
import { isOutputSeen, showOnScreen, showResult } from './result.ts';
import { offerOnResult } from './result-keys.ts';
import { review } from './review.ts';
import { type Keep, privateAnswers, type Saved, save, savedBody, standsOver, takeBack } from './saved.ts';
import { keepByFlag, type Sitting } from './sitting.ts';

/** The person left the result, or goes back into the questions. */
export type Finished =
  | { readonly kind: 'left'; readonly result: Assessment; readonly failure: RecordError | undefined }
  | { readonly kind: 'again'; readonly state: InterviewState; readonly saved: Saved };

/**
 * After the last question: review, what is kept, the result and the keys under it.
 *
 * @param before what this sitting has kept already
 */
export async function finish(sitting: Sitting, state: InterviewState, before: Saved): Promise<Finished> {
  const { run, prompter, draft } = sitting;
  const { knowledge } = run;
  const result = assess(state.answers, knowledge);
  const isGrave = urgencyRank(result.triage.urgency) >= urgencyRank('urgent');
  const decision = isGrave ? undefined : await review(run, prompter, state);
  if (decision?.kind === 'edit')
    return { kind: 'again', state: { ...state, answers: decision.answers }, saved: before };
  // A grave level is kept before anybody could close the terminal on it; more of it when the person says so.
  const hasPrivate = privateAnswers(result.answers, knowledge).length > 0;
  const keep = decision?.keep ?? keepByFlag(run) ?? (hasPrivate ? 'without-private' : 'all');
  const saving = keepIt(sitting, result, keep, before.id);
  let saved = before;
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
  if (correction !== undefined) return { kind: 'again', state: correction, saved };
  if (!isOutputSeen(run)) await showResult(run, result);
  if (isGrave && (await wantsAllKept(sitting, result)))
    saved = await keepIt(sitting, result, 'all', saved.id);
  await draft.remove();
  return { kind: 'left', result, failure: saved.failure };
}

/** Keeps what an unfinished interview had come to, before it is put away. */
export async function keepUnfinished(
  { knowledge, ctx }: DiagnoseRun,
  answers: Answers,
  keep: Exclude<Keep, 'nothing'>,
): Promise<void> {
  const body = savedBody(assess(answers, knowledge), knowledge, keep, { tool: `backcare ${ctx.version}` });
  const { failure } = await save(ctx, body);
  if (failure !== undefined) sayProblem(ctx, failure);
}

/** On the screen in front of the person, wherever the answer itself goes. */
async function present({ run, earlier, since }: Sitting, result: Assessment): Promise<void> {
  if (isOutputSeen(run)) await showResult(run, result);
  else await showOnScreen(run, result);
  if (standsOver(result, earlier.summary, since) !== undefined) {
    const when = daysAgoInWords(earlier.daysAgo);
    run.ctx.io.err(`\n  The advice of your check ${when} still stands: backcare shows it.\n`);
  }
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
