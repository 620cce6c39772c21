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
import type { DiagnoseFlags, DiagnoseRun } from './diagnose-run.ts';
import { readGivenAnswers } from './given-answers.ts';
import { exitCodeOf, showResult } from './result.ts';
import { type Keep, save, savedBody } from './saved.ts';

/** Runs `diagnose` and gives the exit code. */
export async function runDiagnose(flags: DiagnoseFlags, ctx: Context): Promise<number> {
  const knowledge = productKnowledge();
  const { preferences, problem } = tolerantPreferences(ctx);
  const wishes = wishesOf(flags, preferences);
  if (flags.questions === true) return listQuestions(flags, ctx, knowledge, wishes);
  const run: DiagnoseRun = { ctx, flags, knowledge, contact: contactFor(ctx, flags, preferences), wishes };
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
  const emergency = assessment.triage.urgency === 'emergency';
  // Help first: nothing may stand between an emergency and its number. Else saved first, so that a reader
  // who closes the pipe early loses nothing.
  if (emergency) await showResult(run, assessment);
  const failure =
    keep === 'nothing'
      ? undefined
      : await save(ctx, savedBody(assessment, knowledge, keep, { tool: `backcare ${ctx.version}` }));
  if (!emergency) await showResult(run, assessment);
  for (const each of [problem, failure]) if (each !== undefined) sayProblem(ctx, each);
  return exitCodeOf(run, assessment, problem ?? failure);
}

function noAnswers(): InputError {
  return new InputError('There are no answers, and nobody to ask.', {
    reason: 'Standard input is not a terminal, or --no-input was given.',
    next: 'Give a file with --answers FILE (or - for standard input), or single answers with --set id=value.',
  });
}
