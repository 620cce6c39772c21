import type { Block, Document } from '../../documents/document.ts';
import type { Assessment } from '../../engine/assessment.ts';
import type { AssessmentSummary } from '../../engine/permissions.ts';
import { exitCodes, type RecordError } from '../../errors.ts';
import { renderDocument } from '../../render/render.ts';
import { showDocument, themeOf } from '../presentation.ts';
import type { DiagnoseRun } from './diagnose-run.ts';

/**
 * Writes the result in the wanted format.
 *
 * @param first graver advice that still stands, for the top; JSON leaves it to its own field
 * @param standing the same, for that field
 */
export async function showResult(
  run: DiagnoseRun,
  assessment: Assessment,
  first: readonly Block[] = [],
  standing?: AssessmentSummary,
): Promise<void> {
  const { ctx, flags, knowledge, contact } = run;
  const at = ctx.clock.now();
  const offsetMinutes = ctx.clock.offsetMinutes(at);
  if (flags.json === true) {
    const { assessmentJson } = await import('../../documents/assessment-json.ts');
    const json = assessmentJson({
      assessment,
      knowledge,
      contact,
      at,
      offsetMinutes,
      version: ctx.version,
      explain: flags.explain === true,
      standing,
    });
    ctx.io.out(`${JSON.stringify(json, undefined, 2)}\n`);
    return;
  }
  const { assessmentDocument } = await import('../../documents/assessment-document.ts');
  const isSheet = flags.format === 'markdown' || flags.format === 'html';
  const detail = flags.explain === true || isSheet ? 'full' : 'short';
  const sources = detail === 'full' ? (await import('../../data/citations.ts')).citations : [];
  const { version } = ctx;
  const view = { assessment, knowledge, contact, at, offsetMinutes, version, detail, sources } as const;
  const under = (document: Document): Document => ({ ...document, blocks: [...first, ...document.blocks] });
  const whole = under(assessmentDocument(view));
  // The keys under grave advice take two lines.
  const isGrave = ['urgent', 'emergency'].includes(assessment.triage.urgency);
  const isRead = await fitsOneScreen(whole, run, isGrave ? 2 : 1);
  await showDocument(
    isRead ? whole : under(assessmentDocument({ ...view, tight: true })),
    ctx,
    flags,
    run.wishes,
  );
}

/** Whether the person at the keyboard reads standard output: it is on the screen, and it is text. */
export function isOutputSeen({ ctx, flags }: DiagnoseRun): boolean {
  return ctx.io.outputIsTerminal && flags.json !== true && (flags.format ?? 'text') === 'text';
}

/** The result in short for the person at the keyboard, when standard output goes elsewhere. */
export async function showOnScreen(run: DiagnoseRun, assessment: Assessment): Promise<void> {
  const { assessmentDocument } = await import('../../documents/assessment-document.ts');
  const { ctx, knowledge, contact, wishes } = run;
  const at = ctx.clock.now();
  const document = assessmentDocument({
    assessment,
    knowledge,
    contact,
    at,
    offsetMinutes: ctx.clock.offsetMinutes(at),
    version: ctx.version,
    detail: 'short',
    sources: [],
    tight: true,
  });
  ctx.io.err(await renderDocument(document, { format: 'text', theme: themeOf(ctx, wishes, 'error') }));
}

/** Whether a person sees all of it at once, with room left for the keys. Where nothing scrolls away, it always fits. */
async function fitsOneScreen(
  document: Document,
  { ctx, flags, wishes }: DiagnoseRun,
  keyLines: number,
): Promise<boolean> {
  const theme = themeOf(ctx, wishes);
  if (theme.layout !== 'screen' || flags.explain === true || (flags.format ?? 'text') !== 'text') return true;
  const text = await renderDocument(document, { format: 'text', theme });
  return text.trimEnd().split('\n').length <= ctx.io.size().rows - keyLines;
}

/**
 * The urgency when asked for by `--exit-code`; it wins over a record that could not be written.
 *
 * @param standing graver advice that still stands: then it is the urgency
 */
export function exitCodeOf(
  run: DiagnoseRun,
  assessment: Assessment,
  failure: RecordError | undefined,
  standing?: AssessmentSummary,
): number {
  const { urgency } = standing ?? assessment.triage;
  if (run.flags.exitCode === true && urgency !== 'self-care') return exitCodes[urgency];
  return failure === undefined ? exitCodes.answered : failure.exitCode;
}
