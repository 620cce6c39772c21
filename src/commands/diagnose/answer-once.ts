import { assess } from '../../engine/assessment.ts';
import type { RecordError } from '../../errors.ts';
import { sayProblem } from '../problem.ts';
import { lastAssessment } from '../standing.ts';
import type { DiagnoseRun } from './diagnose-run.ts';
import { adviceThatHolds } from './earlier-result.ts';
import { readGivenAnswers } from './given-answers.ts';
import { exitCodeOf, showResult } from './result.ts';
import {
  isOnlySelfHarm,
  type Keep,
  leavesOpen,
  privateAnswers,
  type Saved,
  save,
  savedBody,
  sinceAsk,
  sinceId,
  sinceLabels,
  standsOver,
} from './saved.ts';

/** Answers from a file or the command line: one result, no question. */
export async function answerOnce(run: DiagnoseRun, problem: RecordError | undefined): Promise<number> {
  const { ctx, flags, knowledge } = run;
  const { answers, since } = await readGivenAnswers(flags, ctx, run);
  const assessment = assess(answers, knowledge);
  const keep: Keep = flags.save === false ? 'nothing' : (flags.save ?? 'all');
  const { urgency, complete } = assessment.triage;
  const mayLeaveOpen =
    !complete ||
    isOnlySelfHarm(assessment) ||
    ((since === undefined || since === 'not-yet') && urgency !== 'emergency');
  const emergency = urgency === 'emergency';
  // Help first: nothing may stand between an emergency and its number. Else saved first, so that a reader
  // who closes the pipe early loses nothing.
  if (emergency) await showResult(run, assessment);
  let saved: Saved = {};
  // Only what leaves something open has to know what stood before: reading the record costs time.
  const isAsked = mayLeaveOpen && !(emergency && keep === 'nothing');
  const { summary: earlier } = isAsked ? await lastAssessment(ctx, run) : { summary: undefined };
  const standing = standsOver(assessment, earlier, since);
  if (keep !== 'nothing') {
    const details = { tool: `backcare ${ctx.version}`, earlier, since };
    saved = await save(ctx, savedBody(assessment, knowledge, keep, details));
  }
  if (!emergency) {
    const first = standing === undefined ? [] : adviceThatHolds(run, standing);
    await showResult(run, assessment, first, standing);
  }
  const { failure } = saved;
  if (since === undefined && complete && leavesOpen(assessment, earlier, since)) ctx.io.err(stillAsked);
  for (const each of [problem, failure]) if (each !== undefined) sayProblem(ctx, each);
  const isPrivate = flags.save === undefined && privateAnswers(answers, knowledge).length > 0;
  if (isPrivate && saved.id !== undefined && flags.quiet !== true) ctx.io.err(privateSaved);
  return exitCodeOf(run, assessment, problem ?? failure, standing);
}

/** Said in every mode: what was shown now would else seem to have taken it back. */
const stillAsked = `The advice of an earlier check still stands: backcare shows it. ${sinceAsk} Say so with the answers: --set ${sinceId}=${Object.keys(sinceLabels).join('|')}\n`;

const privateSaved = 'Saved with private answers; --save without-private leaves them out.\n';
