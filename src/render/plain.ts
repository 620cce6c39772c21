import type { Block, Chart, Document, Row } from '../documents/document.ts';
import { chartTable } from './chart/chart-table.ts';
import { figureLines, pictureSentence } from './figure/panels.ts';
import { foldToAscii } from './glyphs.ts';
import type { Paint } from './paint.ts';
import { safeDocument } from './safe-text.ts';
import type { Theme } from './theme.ts';
import { tickTexts } from './ticks.ts';
import { wordedTitle } from './tone-words.ts';
import { wrapText } from './width.ts';

type Brush = (text: string) => string;

/** One logical line: what stands before its text, and how it is painted when colour was forced. */
interface Line {
  readonly text: string;
  readonly paint?: Brush | undefined;
  /** Part of a picture: it is as wide as it should be, and empty where the picture is. */
  readonly isDrawn?: boolean;
}

/**
 * One fact a line, in words: for a pipe (never wrapped) and for a screen reader (wrapped at the
 * terminal's width, since a terminal that wraps by itself cuts words). Colour only if `paint` is given.
 */
export function renderPlain(document: Document, theme: Theme, paint?: Paint): string {
  const { blocks } = safeDocument(document, theme.glyphs === 'ascii' ? foldToAscii : undefined);
  const output: string[] = [];
  let isAfterHeading = false;
  for (const block of blocks) {
    const lines = blockLines(block, theme, paint).filter(({ text, isDrawn }) => text !== '' || isDrawn);
    if (lines.length === 0) continue;
    if (output.length > 0 && !(isAfterHeading && block.kind !== 'heading')) output.push('');
    output.push(...lines.flatMap((line) => wrapLine(line, theme.width)));
    isAfterHeading = block.kind === 'heading';
  }
  return output.length === 0 ? '' : `${output.join('\n')}\n`;
}

function wrapLine({ text, paint, isDrawn }: Line, width: number): string[] {
  const lines = isDrawn || width === Number.POSITIVE_INFINITY ? [text] : wrapText(text.trimEnd(), width);
  return paint === undefined ? lines : lines.map(paint);
}

function blockLines(block: Block, theme: Theme, paint: Paint | undefined): Line[] {
  switch (block.kind) {
    case 'heading':
      return [{ text: block.text, paint: paint?.heading }];
    case 'paragraph':
      return [{ text: block.text, paint: block.quiet === true ? paint?.quiet : undefined }];
    case 'callout':
      return [
        { text: wordedTitle(block.tone, block.title), paint: paint?.tone[block.tone] },
        ...block.lines.map((text) => ({ text })),
      ];
    case 'list':
      return marked(block.items, () => '- ');
    case 'steps':
      return marked(block.items, (index) => `${index + 1}. `);
    case 'rows':
      return block.rows.flatMap((row) => rowLines(row, paint?.quiet));
    case 'table':
      return tableLines(block.columns, block.rows, theme.accessible);
    case 'figures':
      if (theme.accessible) return [{ text: pictureSentence(block.label) }];
      return figureLines(block.panels, theme.width, theme.glyphs).map(({ text }) => ({
        text,
        isDrawn: true,
      }));
    case 'ticks':
      return tickTexts(block, theme.accessible).map((text) => ({ text }));
    case 'chart':
      return [{ text: block.label }, ...chartTableLines(block, theme.accessible)];
    case 'next':
      return [{ text: 'Next:', paint: paint?.heading }, ...marked(block.commands, () => '- ')];
  }
}

/** The numbers of a chart; a cell at the end that is empty leaves nothing behind. */
function chartTableLines(chart: Chart, accessible: boolean): Line[] {
  const { columns, rows } = chartTable(chart);
  if (rows.length === 0) return [];
  return tableLines(columns, rows, accessible).map(({ text }) => ({ text: text.trimEnd() }));
}

function marked(items: readonly string[], markOf: (index: number) => string): Line[] {
  return items.map((item, index) => ({ text: item === '' ? '' : markOf(index) + item }));
}

function rowLines(row: Row, quiet: Brush | undefined): Line[] {
  const label = row.note ? `${row.label} (${row.note})` : row.label;
  const text = [label, row.text].filter((part) => part !== '').join(': ');
  return [
    { text },
    ...(row.details ?? []).map((detail) => ({ text: detail === '' ? '' : `- ${detail}`, paint: quiet })),
  ];
}

/** A pipe gets tabs, which `cut` and a spreadsheet understand; a listener gets each cell with its name. */
function tableLines(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  accessible: boolean,
): Line[] {
  if (!accessible) return [columns, ...rows].map((cells) => ({ text: cells.join('\t') }));
  return rows.map((cells) => ({
    text: cells
      .map((cell, index) => (columns[index] ? `${columns[index]}: ${cell}` : cell))
      .filter((_, index) => cells[index] !== '')
      .join('; '),
  }));
}
