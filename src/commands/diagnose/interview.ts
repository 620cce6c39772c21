import type { Prompter } from '../../context.ts';
import { notices } from '../../data/safety-net.ts';
import { inSentence } from '../../documents/answer-words.ts';
import type { Document } from '../../documents/document.ts';
import { type Assessment, assess } from '../../engine/assessment.ts';
import { nextPage, pagesLeft, withAnswers } from '../../engine/interview.ts';
import { Interrupted, type RecordError } from '../../errors.ts';
import { renderDocument } from '../../render/render.ts';
import { themeOf } from '../presentation.ts';
import { sayProblem } from '../problem.ts';
import type { DiagnoseRun, InterviewState } from './diagnose-run.ts';
import { readDraft, startDraft } from './draft.ts';
import { askSinceLast } from './earlier-result.ts';
import { promptPage } from './prompt-page.ts';
import { exitCodeOf, showResult } from './result.ts';
import { offerOnResult } from './result-keys.ts';
import { review } from './review.ts';
import { type Keep, privateAnswers, save, savedBody } from './saved.ts';

/** The interview in the terminal, from the first danger sign to the result and what is kept of it. */
export async function runInterview(run: DiagnoseRun, problem: RecordError | undefined): Promise<number> {
  const { ctx, flags, knowledge } = run;
  const prompter = await ctx.prompter(run.wishes);
  if (problem !== undefined) sayProblem(ctx, problem);
  const draft = flags.save === false || flags.save === 'nothing' ? undefined : startDraft(ctx);
  try {
    await introduce(run);
    const since = await askSinceLast(run, prompter);
    let state = (await readDraft(run, prompter)) ?? { answers: {}, pages: [] };
    for (;;) {
      state = await askAll(run, prompter, state, draft?.write);
      const assessment = assess(state.answers, knowledge);
      const grave = ['emergency', 'urgent'].includes(assessment.triage.urgency);
      const decision = grave ? undefined : await review(run, prompter, state);
      if (decision?.kind === 'edit') {
        state = { ...state, answers: decision.answers };
        await draft?.write(state);
        continue;
      }
      const final = decision === undefined ? state : { ...state, answers: decision.answers };
      const result = assess(final.answers, knowledge);
      const keep = decision?.keep ?? keepByFlag(run) ?? 'all';
      const failure = grave ? undefined : await keepIt(run, result, keep, since);
      // Decided above: Ctrl-C under the result must not leave behind what was to be forgotten, or offer it again.
      if (!grave) await draft?.remove();
      await showResult(run, result);
      const correction = await offerOnResult(run, prompter, final, result).catch(async (error: unknown) => {
        // Shown is shown: someone who closes the terminal on grave advice must not be offered exercises tomorrow.
        if (grave) await keepIt(run, result, keepByFlag(run) ?? 'without-private', since);
        throw error;
      });
      if (correction !== undefined) {
        state = correction;
        await draft?.write(state);
        continue;
      }
      const keptLate = grave ? await keepGrave(run, prompter, result, since) : failure;
      if (grave) await draft?.remove();
      if (keptLate !== undefined) sayProblem(ctx, keptLate);
      return exitCodeOf(run, result, problem ?? keptLate);
    }
  } catch (error) {
    if (error instanceof Interrupted && draft?.isKept() === true) {
      throw new Interrupted('Stopped. Your answers are kept: backcare diagnose goes on where you were.');
    }
    throw error;
  }
}

/** What this is and is not, and where the answers stay. The emergency line stands on every page. */
async function introduce({ ctx, contact, flags, wishes }: DiagnoseRun): Promise<void> {
  if (flags.quiet === true) return;
  const texts = [
    `${notices.limits.text} ${notices.privacy.text}`,
    contact.country === '' ? contact.explanation : '',
  ];
  const introduction: Document = {
    title: 'Before we begin',
    blocks: texts.filter((text) => text !== '').map((text) => ({ kind: 'paragraph', text, quiet: true })),
  };
  const theme = themeOf(ctx, wishes, 'error');
  ctx.io.err(`${await renderDocument(introduction, { format: 'text', theme })}\n`);
}

/** Asks page after page until nothing more can change what is said. */
async function askAll(
  run: DiagnoseRun,
  prompter: Prompter,
  from: InterviewState,
  keepDraft: ((state: InterviewState) => Promise<void>) | undefined,
): Promise<InterviewState> {
  const { knowledge } = run;
  let { answers } = from;
  let pages = [...from.pages];
  let page = nextPage(answers, knowledge);
  while (page !== undefined) {
    const total = pages.length + pagesLeft(answers, knowledge);
    const reply = await prompter.page(
      promptPage(page, answers, run.contact.line, {
        place: pages.length + 1,
        total,
        canGoBack: pages.length > 0,
      }),
    );
    if (reply.kind === 'back') {
      const earlier = pages.pop();
      if (earlier !== undefined) page = earlier;
      continue;
    }
    answers = withAnswers(answers, reply.answers, knowledge);
    pages = [...pages, page];
    await keepDraft?.({ answers, pages });
    page = nextPage(answers, knowledge);
  }
  return { answers, pages };
}

function keepByFlag({ flags }: DiagnoseRun): Keep | undefined {
  return flags.save === false ? 'nothing' : flags.save;
}

async function keepIt(
  run: DiagnoseRun,
  assessment: Assessment,
  keep: Keep,
  since: string | undefined,
): Promise<RecordError | undefined> {
  if (keep === 'nothing') return undefined;
  const details = { tool: `backcare ${run.ctx.version}`, ...(since === undefined ? {} : { since }) };
  return save(run.ctx, savedBody(assessment, run.knowledge, keep, details));
}

/** After grave advice there was no review: asks about private answers now, once the person has read it. */
async function keepGrave(
  run: DiagnoseRun,
  prompter: Prompter,
  assessment: Assessment,
  since: string | undefined,
): Promise<RecordError | undefined> {
  const byFlag = keepByFlag(run);
  const hidden = privateAnswers(assessment.answers, run.knowledge);
  if (byFlag !== undefined || hidden.length === 0) return keepIt(run, assessment, byFlag ?? 'all', since);
  const labels = hidden.map((id) => inSentence(run.knowledge.question(id)?.label ?? id)).join(', ');
  const keep = await prompter.choose({
    message: `Keep this in your record? Private answers in it: ${labels}.`,
    choices: [
      { key: 'd', value: 'without-private', label: 'keep the level, drop these' },
      { key: 'a', value: 'all', label: 'keep all' },
      { key: 'x', value: 'nothing', label: 'keep nothing' },
    ],
    initial: 'without-private',
  });
  return keepIt(run, assessment, keep as Keep, since);
}
