import type { Block } from './document.ts';

/** The sentences of callouts and paragraphs, one each, for JSON. Other blocks have fields of their own there. */
export function linesOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'callout') return [block.title, ...block.lines];
    return block.kind === 'paragraph' ? [block.text] : [];
  });
}
