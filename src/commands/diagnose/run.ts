import type { Context, PresentationWishes } from '../../context.ts';
import type { Answers } from '../../engine/answers.ts';
import { assess } from '../../engine/assessment.ts';
import type { Knowledge } from '../../engine/knowledge.ts';
import { exitCodes, InputError, type RecordError } from '../../errors.ts';
import { contactFor } from '../contact.ts';
import { productKnowledge } from '../knowledge.ts';
import { tolerantPreferences } from '../preferences.ts';
import { showDocument, wishesOf } from '../presentation.ts';
import { sayProblem } from '../problem.ts';
import { lastAssessment } from '../standing.ts';
import type { DiagnoseFlags, DiagnoseRun } from './diagnose-run.ts';
import { readGivenAnswers } from './given-answers.ts';
import { exitCodeOf, showResult } from './result.ts';
import { type Keep, privateAnswers, type Saved, save, savedBody } from './saved.ts';

/** Runs `diagnose` and gives the exit code. */
export async function runDiagnose(flags: DiagnoseFlags, ctx: Context): Promise<number> {
  const knowledge = productKnowledge();
  const { preferences, problem } = tolerantPreferences(ctx);
  const wishes = wishesOf(flags, preferences);
  if (flags.questions === true) return listQuestions(flags, ctx, knowledge, wishes);
  const contact = contactFor(ctx, flags, preferences);
  const run: DiagnoseRun = { ctx, flags, knowledge, contact, wishes, dayStart: preferences.dayStart };
  const given = await readGivenAnswers(flags, ctx, knowledge);
  if (given !== undefined) return answerOnce(run, given, problem);
  if (flags.input === false || !ctx.io.inputIsTerminal) throw noAnswers();
  const { runInterview } = await import('./interview.ts');
  return runInterview(run, problem);
}

async function listQuestions(
  flags: DiagnoseFlags,
  ctx: Context,
  knowledge: Knowledge,
  wishes: PresentationWishes,
): Promise<number> {
  const { questionsDocument, questionsJson } = await import('./questions.ts');
  if (flags.json === true) ctx.io.out(`${JSON.stringify(questionsJson(knowledge), undefined, 2)}\n`);
  else await showDocument(questionsDocument(knowledge), ctx, flags, wishes);
  return exitCodes.answered;
}

/** Answers from a file: one result, no question. */
async function answerOnce(
  run: DiagnoseRun,
  answers: Answers,
  problem: RecordError | undefined,
): Promise<number> {
  const { ctx, flags, knowledge } = run;
  const assessment = assess(answers, knowledge);
  const keep: Keep = flags.save === false ? 'nothing' : (flags.save ?? 'all');
  const { urgency, complete } = assessment.triage;
  const emergency = urgency === 'emergency';
  // Help first: nothing may stand between an emergency and its number. Else saved first, so that a reader
  // who closes the pipe early loses nothing.
  if (emergency) await showResult(run, assessment);
  let saved: Saved = {};
  if (keep !== 'nothing') {
    // Only an unfinished assessment has to know what stood before: reading the record costs time.
    const { summary: earlier } = complete ? { summary: undefined } : await lastAssessment(ctx, run);
    const details = { tool: `backcare ${ctx.version}`, earlier };
    saved = await save(ctx, savedBody(assessment, knowledge, keep, details));
  }
  if (!emergency) await showResult(run, assessment);
  const { failure } = saved;
  for (const each of [problem, failure]) if (each !== undefined) sayProblem(ctx, each);
  const isPrivate = flags.save === undefined && privateAnswers(answers, knowledge).length > 0;
  if (isPrivate && saved.id !== undefined && flags.quiet !== true) ctx.io.err(privateSaved);
  return exitCodeOf(run, assessment, problem ?? failure);
}

const privateSaved = 'Saved with private answers; --save without-private leaves them out.\n';

function noAnswers(): InputError {
  return new InputError('There are no answers, and nobody to ask.', {
    reason: 'Standard input is not a terminal, or --no-input was given.',
    next: 'Give a file with --answers FILE (or - for standard input), or single answers with --set id=value.',
  });
}
