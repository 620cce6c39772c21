import type { Block } from '../../documents/document.ts';
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
