import type { Context, PresentationWishes } from '../../context.ts';
import type { Knowledge } from '../../engine/knowledge.ts';
import { exitCodes, InputError } from '../../errors.ts';
import { contactFor } from '../contact.ts';
import { productKnowledge } from '../knowledge.ts';
import { tolerantPreferences } from '../preferences.ts';
import { showDocument, wishesOf } from '../presentation.ts';
import type { DiagnoseFlags, DiagnoseRun } from './diagnose-run.ts';

/** Runs `diagnose` and gives the exit code. */
export async function runDiagnose(flags: DiagnoseFlags, ctx: Context): Promise<number> {
  const knowledge = productKnowledge();
  const { preferences, problem } = tolerantPreferences(ctx);
  const wishes = wishesOf(flags, preferences);
  if (flags.questions === true) return listQuestions(flags, ctx, knowledge, wishes);
  const contact = contactFor(ctx, flags, preferences);
  const run: DiagnoseRun = { ctx, flags, knowledge, contact, wishes, dayStart: preferences.dayStart };
  if (flags.answers !== undefined || (flags.set ?? []).length > 0) {
    const { answerOnce } = await import('./answer-once.ts');
    return answerOnce(run, problem);
  }
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

function noAnswers(): InputError {
  return new InputError('There are no answers, and nobody to ask.', {
    reason: 'Standard input is not a terminal, or --no-input was given.',
    next: 'Give a file with --answers FILE (or - for standard input), or single answers with --set id=value.',
  });
}
