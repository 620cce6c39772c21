import { notices } from '../../data/safety-net.ts';
import type { Document } from '../../documents/document.ts';
import { renderDocument } from '../../render/render.ts';
import { themeOf } from '../presentation.ts';
import type { DiagnoseRun } from './diagnose-run.ts';

const unfinishedKept = 'Unfinished answers are kept on this computer for 12 hours.';

/**
 * What this is and is not, and where the answers stay, over the first page; it goes with that page. Undefined when it
 * is not wanted.
 */
export async function introduction(run: DiagnoseRun, keepsDraft: boolean): Promise<string | undefined> {
  const { ctx, contact, flags, wishes } = run;
  if (flags.quiet === true) return undefined;
  const about = [notices.limits.text, notices.privacy.text, ...(keepsDraft ? [unfinishedKept] : [])].join(
    ' ',
  );
  const texts = [about, contact.country === '' ? contact.explanation : ''];
  const document: Document = {
    title: 'Before we begin',
    blocks: texts.filter((text) => text !== '').map((text) => ({ kind: 'paragraph', text, quiet: true })),
  };
  return renderDocument(document, { format: 'text', theme: themeOf(ctx, wishes, 'error') });
}
