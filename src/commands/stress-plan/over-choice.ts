import type { Block, Document } from '../../documents/document.ts';
import { renderDocument } from '../../render/render.ts';
import { themeOf } from '../presentation.ts';
import type { StressWorld } from './open-stress.ts';

/** Blocks as text for over a choice or a line that is typed, as wide as the terminal. */
export function overChoice(
  { ctx, wishes }: Pick<StressWorld, 'ctx' | 'wishes'>,
  blocks: readonly Block[],
): Promise<string> {
  const theme = themeOf(ctx, wishes, 'error');
  return renderDocument({ title: 'Stress plan', blocks }, { format: 'text', theme });
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

/** Rows that keys take below a page, with the line of air. */
const keyRows = 4;
/** Why the plan is as it is. */
const reasons: readonly string[] = ['by', 'back'];

/** A plan as text for over its keys. Where the window is too low for all of it, the reasons stay for the long page. */
export async function overKeys(
  run: Pick<StressWorld, 'ctx' | 'wishes'>,
  { blocks }: Document,
): Promise<string> {
  const shown = blocks.filter(({ kind }) => kind !== 'next');
  const text = await overChoice(run, shown);
  const isDrawn = themeOf(run.ctx, run.wishes, 'error').layout === 'screen';
  if (!isDrawn || text.split('\n').length + keyRows <= run.ctx.io.size().rows) return text;
  const short = shown.map((block) =>
    block.kind === 'rows'
      ? { ...block, rows: block.rows.filter(({ label }) => !reasons.includes(label)) }
      : block,
  );
  return overChoice(run, short);
}
