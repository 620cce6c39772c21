import type { Context } from '../../context.ts';
import { stressTables } from '../../data/stress-tables.ts';
import type { Document } from '../../documents/document.ts';
import { verdictInWords } from '../../documents/stress-words.ts';
import { exitCodes } from '../../errors.ts';
import { tolerantPreferences } from '../preferences.ts';
import { showDocument, wishesOf } from '../presentation.ts';
import { sessionIds } from './given-parts.ts';
import { expectedOf, stressQuestions } from './stress-answers.ts';
import type { StressFlags } from './stress-flags.ts';

/** Every question and every action that a file may name. Gives the exit code. */
export async function listQuestions(flags: StressFlags, ctx: Context): Promise<number> {
  const { preferences } = tolerantPreferences(ctx);
  if (flags.json === true) ctx.io.out(`${JSON.stringify(questionsJson(), null, 2)}\n`);
  else await showDocument(questionsDocument(), ctx, flags, wishesOf(flags, preferences));
  return exitCodes.answered;
}

/** The versioned contract of `stress-plan --questions --json`, schema backcare/stress-questions@1. */
export function questionsJson() {
  return {
    schema: 'backcare/stress-questions@1',
    questions: [...stressQuestions().values()].map((question) => ({
      id: question.id,
      kind: question.kind,
      label: question.label,
      question: question.ask,
      why: question.why,
      options: (question.options ?? []).map(({ id, label, alone }) => ({ id, label, alone: alone ?? false })),
      accepts: expectedOf(question),
      kept: question.neverKept !== true,
      sources: question.sources,
      judged: question.judged ?? false,
    })),
    actions: stressTables.actions.map(
      ({
        id,
        strategy,
        name,
        does,
        cue,
        small,
        effort,
        minutes,
        often,
        suits,
        verdict,
        sources,
        judged,
      }) => ({
        id,
        strategy,
        name,
        does,
        cue,
        small,
        effort,
        minutes: minutes ?? null,
        often,
        suits,
        verdict,
        sources,
        judged: judged ?? false,
      }),
    ),
    sessions: sessionIds(),
  };
}

function questionsDocument(): Document {
  return {
    title: 'Questions of the stress plan',
    blocks: [
      { kind: 'heading', level: 2, text: 'answers' },
      {
        kind: 'rows',
        rows: [...stressQuestions().values()].map((question) => ({
          label: question.id,
          text: question.ask,
          details: [`Answers: ${expectedOf(question)}`],
        })),
      },
      { kind: 'heading', level: 2, text: 'commitments' },
      {
        kind: 'rows',
        rows: stressTables.actions.map(({ id, name, often, effort, verdict }) => ({
          label: id,
          text: name,
          details: [`${often}; effort ${effort} of 3; ${verdictInWords(verdict)}`],
        })),
      },
      { kind: 'heading', level: 2, text: 'session' },
      { kind: 'list', items: sessionIds() },
    ],
  };
}
