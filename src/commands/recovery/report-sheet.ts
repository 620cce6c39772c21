import type { Context, PresentationWishes } from '../../context.ts';
import { reportDocument } from '../../documents/report-document.ts';
import { reportPartRows } from '../../documents/report-preview.ts';
import type { ReportView } from '../../documents/report-view.ts';
import { type ReportPart, withoutParts } from '../../engine/report/report-parts.ts';
import { exitCodes } from '../../errors.ts';
import type { GlobalFlags } from '../flags.ts';
import { showDocument } from '../presentation.ts';

export interface ReportFlags extends GlobalFlags {
  readonly from?: string;
  readonly to?: string;
  /** Parts to leave out, with commas between. */
  readonly redact?: string;
  /** Shows what would go in, and writes nothing. */
  readonly preview?: boolean;
  /** It was looked at: writes without asking. */
  readonly yes?: boolean;
}

/** One run of `recovery report`. */
export interface ReportRun {
  readonly ctx: Context;
  readonly flags: ReportFlags;
  readonly wishes: PresentationWishes;
  /** With everything in it. */
  readonly whole: ReportView;
}

/** What is written when those parts are left out. */
export function withoutLeft(view: ReportView, left: ReadonlySet<ReportPart>): ReportView {
  return { ...view, facts: withoutParts(view.facts, left, view.knowledge.question) };
}

/** To standard output, in the format that was asked for. */
export async function writeSheet(
  { ctx, flags, wishes, whole }: ReportRun,
  left: ReadonlySet<ReportPart>,
): Promise<number> {
  const view = withoutLeft(whole, left);
  if (flags.json === true) {
    const { reportJson } = await import('../../documents/report-json.ts');
    ctx.io.out(`${JSON.stringify(reportJson(view, reportPartRows(whole, left)), null, 2)}\n`);
  } else {
    await showDocument(reportDocument(view), ctx, flags, wishes);
  }
  return exitCodes.answered;
}
