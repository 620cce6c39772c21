import type { Prompter } from '../../context.ts';
import { summaryOf } from '../../engine/assessment-summary.ts';
import { RecordError } from '../../errors.ts';
import { sayProblem } from '../problem.ts';
import type { DiagnoseRun } from './diagnose-run.ts';
import { assessmentKind } from './saved.ts';

/**
 * After an emergency or urgent result, a new assessment begins with what happened since (E9). The earlier result stays
 * in the record whatever is answered. Undefined when there was none.
 */
export async function askSinceLast(run: DiagnoseRun, prompter: Prompter): Promise<string | undefined> {
  const earlier = await newestUrgency(run);
  if (earlier !== 'emergency' && earlier !== 'urgent') return undefined;
  const advice =
    earlier === 'emergency'
      ? 'Last time your answers called for help at once.'
      : 'Last time your answers called for a clinician within a day or two.';
  return prompter.choose({
    text: `${advice}\n`,
    message: 'Have you been seen about this?',
    choices: [
      { key: '1', value: 'seen', label: 'Yes' },
      { key: '2', value: 'not-yet', label: 'Not yet' },
      { key: '3', value: 'mistake', label: 'It was ticked by mistake' },
    ],
  });
}

async function newestUrgency({ ctx }: DiagnoseRun): Promise<string | undefined> {
  try {
    return summaryOf(await (await ctx.record()).newest(assessmentKind))?.urgency;
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    sayProblem(ctx, error);
    return undefined;
  }
}
