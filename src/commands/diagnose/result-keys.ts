import type { Prompter } from '../../context.ts';
import { assessmentDocument } from '../../documents/assessment-document.ts';
import { staffNoteDocument } from '../../documents/staff-note.ts';
import { type Assessment, assess } from '../../engine/assessment.ts';
import { instantWithOffset } from '../../engine/instant.ts';
import { withAnswers } from '../../engine/interview.ts';
import { InputError } from '../../errors.ts';
import { renderDocument } from '../../render/render.ts';
import { showDocument } from '../presentation.ts';
import { sayProblem } from '../problem.ts';
import type { DiagnoseRun, InterviewState } from './diagnose-run.ts';
import { promptQuestion } from './prompt-page.ts';
import { isOutputSeen } from './result.ts';

/**
 * Keys under the result: more, a note to take along, the questions left open, once in a life reminders, and, for a grave result, "I ticked that by
 * mistake". Correcting a tick before leaving is an edit, not a drop (E9). Gives the state to go on with, or undefined to
 * leave.
 */
export async function offerOnResult(
  run: DiagnoseRun,
  prompter: Prompter,
  state: InterviewState,
  assessment: Assessment,
): Promise<InterviewState | undefined> {
  let offersReminders = await mayOfferReminders(run, assessment);
  const { urgency } = assessment.triage;
  const grave = urgency === 'emergency' || urgency === 'urgent';
  // More of it goes where the result went: to the screen, or nowhere.
  const hasMore = urgency !== 'emergency' && isOutputSeen(run);
  for (;;) {
    const choice = await prompter.choose({
      message: '',
      choices: [
        ...(grave ? [{ key: 'b', value: 'mistake', label: 'I ticked that by mistake' }] : []),
        ...(grave ? [{ key: 's', value: 'note', label: 'save a note to show staff' }] : []),
        ...(assessment.triage.complete ? [] : [{ key: 'a', value: 'answer', label: 'answer them now' }]),
        ...(hasMore ? [{ key: 'm', value: 'more', label: 'more' }] : []),
        ...(offersReminders ? [{ key: 'r', value: 'remind', label: 'a few reminders a day' }] : []),
        { key: 'enter', value: 'leave', label: 'leave' },
      ],
      initial: 'leave',
    });
    if (choice === 'leave') return undefined;
    if (choice === 'remind') {
      offersReminders = false;
      await (await import('../remind/defaults.ts')).runDefaults(
        undefined,
        { ...run.flags, json: false },
        run.ctx,
      );
    }
    if (choice === 'note') await saveNote(run, assessment);
    if (choice === 'more') await showMore(run, assessment);
    if (choice === 'answer') return withOpenQuestions(state, assessment);
    if (choice === 'mistake') {
      const corrected = await correct(run, prompter, state, assessment);
      if (corrected !== undefined) return corrected;
    }
  }
}

/** Offered once: under the first check that lets them come. Whoever says nothing finds them under `remind`. */
async function mayOfferReminders(run: DiagnoseRun, { triage }: Assessment): Promise<boolean> {
  const isCleared = triage.complete && (triage.urgency === 'routine' || triage.urgency === 'self-care');
  return (
    isCleared && isOutputSeen(run) && (await import('../remind/first-offer.ts')).isFirstClearance(run.ctx)
  );
}

/** Back to the safety questions that were skipped. */
function withOpenQuestions(state: InterviewState, { triage }: Assessment): InterviewState {
  const kept = Object.entries(state.answers).filter(([id]) => !triage.missing.includes(id));
  return { ...state, answers: Object.fromEntries(kept) };
}

async function showMore(run: DiagnoseRun, assessment: Assessment): Promise<void> {
  await showDocument(await documentOf(run, assessment), run.ctx, { format: 'text' }, run.wishes);
}

async function documentOf({ ctx, knowledge, contact }: DiagnoseRun, assessment: Assessment) {
  const at = ctx.clock.now();
  const offsetMinutes = ctx.clock.offsetMinutes(at);
  const { citations: sources } = await import('../../data/citations.ts');
  const { version } = ctx;
  return assessmentDocument({
    assessment,
    knowledge,
    contact,
    at,
    offsetMinutes,
    version,
    detail: 'full',
    sources,
  });
}

/** The ticked lines that made the result grave, to be answered again. */
async function correct(
  run: DiagnoseRun,
  prompter: Prompter,
  state: InterviewState,
  assessment: Assessment,
): Promise<InterviewState | undefined> {
  const ids = new Set(
    assessment.triage.fired
      .filter(({ urgency }) => urgency === assessment.triage.urgency)
      .flatMap(({ because }) => because.map(({ finding }) => finding)),
  );
  const questions = run.knowledge.questions.filter(
    (question) => ids.has(question.id) && state.answers[question.id] !== undefined,
  );
  const reply = await prompter.page({
    emergencyLine: run.contact.line,
    title: 'What was ticked',
    progress: 'change',
    ...(questions.length > 1 ? { stem: 'Change what is wrong, then go on.' } : {}),
    questions: questions.slice(0, 9).map((question) => promptQuestion(question, state.answers)),
    canGoBack: true,
  });
  if (reply.kind === 'back') return undefined;
  const answers = withAnswers(state.answers, reply.answers, run.knowledge);
  const unchanged = assess(answers, run.knowledge).triage.urgency === assessment.triage.urgency;
  // The screen of the result stays above: it must not be taken for what holds now.
  const said = unchanged ? 'The advice stays the same.' : 'Changed. We go on.';
  run.ctx.io.err(`\n  ${said}\n\n`);
  return { ...state, answers };
}

/** A plain text file in the current folder, never over an old one: the next note has a number. */
async function saveNote({ ctx, knowledge, contact }: DiagnoseRun, assessment: Assessment): Promise<void> {
  const at = ctx.clock.now();
  const offsetMinutes = ctx.clock.offsetMinutes(at);
  const { version } = ctx;
  const note = staffNoteDocument({
    assessment,
    knowledge,
    contact,
    at,
    offsetMinutes,
    version,
    detail: 'full',
  });
  const text = await renderDocument(note, { format: 'text', theme: plainTheme });
  const name = `backcare-note-${instantWithOffset(at, offsetMinutes).slice(0, 16).replace(':', '')}`;
  let problem: InputError | undefined;
  for (const number of ['', '-2', '-3', '-4', '-5']) {
    const path = `${name}${number}.txt`;
    try {
      await ctx.files.write(path, text);
      ctx.io.err(`\n  Saved as ${path}\n\n`);
      return;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problem ??= error;
    }
  }
  if (problem !== undefined) sayProblem(ctx, problem);
}

const plainTheme = {
  layout: 'lines',
  width: Number.POSITIVE_INFINITY,
  colour: 0,
  glyphs: 'unicode',
  accessible: false,
} as const;
