import type { Block, Document } from './document.ts';

/** What was kept, or why it was not, in a few lines. */
export function stressKept({
  before,
  says,
  blocks,
  next,
}: {
  readonly before: readonly Block[];
  readonly says: readonly string[];
  readonly blocks: readonly Block[];
  readonly next: readonly string[];
}): Document {
  return {
    title: 'Stress plan',
    blocks: [
      ...before,
      ...says.map((text) => ({ kind: 'paragraph', text }) as const),
      ...blocks,
      { kind: 'next', commands: next },
    ],
  };
}
