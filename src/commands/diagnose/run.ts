import type { Context, PresentationWishes } from '../../context.ts';
import { assessmentDocument } from '../../documents/assessment-document.ts';
import { assessmentJson } from '../../documents/assessment-json.ts';
import type { Contact } from '../../documents/contact.ts';
import type { Answers } from '../../engine/answers.ts';
import { type Assessment, assess } from '../../engine/assessment.ts';
import type { Knowledge } from '../../engine/knowledge.ts';
import { exitCodes, InputError, type RecordError } from '../../errors.ts';
import { contactFor } from '../contact.ts';
import type { GlobalFlags } from '../flags.ts';
import { productKnowledge } from '../knowledge.ts';
import { tolerantPreferences } from '../preferences.ts';
import { showDocument, wishesOf } from '../presentation.ts';
import { sayProblem } from '../problem.ts';
import { readGivenAnswers } from './given-answers.ts';
import { type Keep, save, savedBody } from './saved.ts';

export interface DiagnoseFlags extends GlobalFlags {
  readonly answers?: string;
  readonly set?: readonly string[];
  readonly questions?: boolean;
  readonly explain?: boolean;
  readonly exitCode?: boolean;
  /** False after `--no-save`. */
  readonly save?: Keep | false;
}

/** One run of `diagnose`: everything that its parts need. */
export interface DiagnoseRun {
  readonly ctx: Context;
  readonly flags: DiagnoseFlags;
  readonly knowledge: Knowledge;
  readonly contact: Contact;
  readonly wishes: PresentationWishes;
}

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

/** Writes the result in the wanted format. */
export async function showResult(run: DiagnoseRun, assessment: Assessment): Promise<void> {
  const { ctx, flags, knowledge, contact } = run;
  const at = ctx.clock.now();
  const offsetMinutes = ctx.clock.offsetMinutes(at);
  if (flags.json === true) {
    const json = assessmentJson({
      assessment,
      knowledge,
      contact,
      at,
      offsetMinutes,
      version: ctx.version,
      explain: flags.explain === true,
    });
    ctx.io.out(`${JSON.stringify(json, undefined, 2)}\n`);
    return;
  }
  const isSheet = flags.format === 'markdown' || flags.format === 'html';
  const detail = flags.explain === true || isSheet ? 'full' : 'short';
  const view = { assessment, knowledge, contact, at, offsetMinutes, detail } as const;
  await showDocument(assessmentDocument(view), ctx, flags, run.wishes);
}

/** The urgency when asked for by `--exit-code`; it wins over a record that could not be written. */
export function exitCodeOf(
  run: DiagnoseRun,
  assessment: Assessment,
  failure: RecordError | undefined,
): number {
  const { urgency } = assessment.triage;
  if (run.flags.exitCode === true && urgency !== 'self-care') return exitCodes[urgency];
  return failure === undefined ? exitCodes.answered : failure.exitCode;
}

function noAnswers(): InputError {
  return new InputError('There are no answers, and nobody to ask.', {
    reason: 'Standard input is not a terminal, or --no-input was given.',
    next: 'Give a file with --answers FILE (or - for standard input), or single answers with --set id=value.',
  });
}
