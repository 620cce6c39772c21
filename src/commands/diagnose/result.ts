import { assessmentDocument } from '../../documents/assessment-document.ts';
import { assessmentJson } from '../../documents/assessment-json.ts';
import type { Assessment } from '../../engine/assessment.ts';
import { exitCodes, type RecordError } from '../../errors.ts';
import { showDocument } from '../presentation.ts';
import type { DiagnoseRun } from './diagnose-run.ts';

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
  const sources = detail === 'full' ? (await import('../../data/sources.ts')).sources : [];
  const view = { assessment, knowledge, contact, at, offsetMinutes, detail, sources } as const;
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
