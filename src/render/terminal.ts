import type { Block, Chart, Document } from '../documents/document.ts';
import { chartLines } from './chart/chart-lines.ts';
import { chartTable } from './chart/chart-table.ts';
import { figureLines } from './figure/panels.ts';
import { foldToAscii, glyphsOf } from './glyphs.ts';
import { createPaint } from './paint.ts';
import type { Place } from './place.ts';
import { renderRows } from './rows.ts';
import { safeDocument } from './safe-text.ts';
import { renderTable } from './table.ts';
import type { Theme } from './theme.ts';
import { renderTicks } from './ticks.ts';
import { screenTitle } from './tone-words.ts';
import { flow, measure, wrapText } from './width.ts';

/** Prose wider than this tires the eye. */
const proseWidth = 72;
/** A table may use more of the screen, as long as the eye still finds its way back. */
const widestTable = 96;

/**
 * A document for a screen: columns, symbols, colour, no line wider than the theme says. The title is
 * not shown: on a screen the first line is the answer.
 */
export function renderTerminal(document: Document, theme: Theme): string {
  const paint = createPaint(theme.colour);
  const glyphs = glyphsOf(theme.glyphs);
  const margin = theme.width < 40 ? 0 : 2;
  const place = (indent: number): Place => ({
    indent,
    width: Math.min(proseWidth, theme.width - indent),
    tableWidth: Math.min(widestTable, theme.width - indent),
    paint,
    glyphs,
    glyphSet: theme.glyphs,
  });
  const { blocks } = safeDocument(document, theme.glyphs === 'ascii' ? foldToAscii : undefined);
  const output: string[] = [];
  let isInSection = false;
  let previous: Block | undefined;
  for (const block of blocks) {
    if (block.kind === 'heading') isInSection = block.level > 1;
    const isInside = isInSection && !['heading', 'callout', 'next'].includes(block.kind);
    const at = place(isInside ? margin + 2 : margin);
    const lines = renderBlock(block, at);
    if (lines.length === 0) continue;
    if (previous !== undefined && !(previous.kind === 'heading' && isInside)) output.push('');
    output.push(...lines.map((line) => (line === '' ? '' : ' '.repeat(at.indent) + line)));
    previous = block;
  }
  return output.length === 0 ? '' : `${output.join('\n')}\n`;
}

function renderBlock(block: Block, place: Place): string[] {
  const { paint, width } = place;
  switch (block.kind) {
    case 'heading':
      return wrapText(block.text, width).map(paint.heading);
    case 'paragraph':
      return wrapText(block.text, width).map((line) => (block.quiet === true ? paint.quiet(line) : line));
    case 'callout': {
      const mark = place.glyphs.tones[block.tone];
      const title = screenTitle(block.tone, block.title);
      return [
        ...hung([title], place, () => mark, paint.tone[block.tone]),
        ...hung(block.lines, place, () => ' '.repeat(measure(mark))),
      ];
    }
    case 'list':
      return hung(block.items, place, () => place.glyphs.bullet);
    case 'steps': {
      const digits = String(block.items.length).length;
      return hung(block.items, place, (index) => `${index + 1}.`.padStart(digits + 1));
    }
    case 'rows':
      return renderRows(block.rows, place);
    case 'table':
      return renderTable(block.columns, block.rows, place);
    case 'figures':
      return figureLines(block.panels, place.tableWidth, place.glyphSet).map(({ kind, text }) =>
        kind === 'caption' ? paint.quiet(text) : text,
      );
    case 'ticks':
      return renderTicks(block, place);
    case 'chart':
      return renderChart(block, place);
    case 'next':
      return renderNext(block.commands, place);
  }
}

/** A picture, or its numbers where there is no room for one. */
function renderChart(chart: Chart, place: Place): string[] {
  const lines = chartLines(chart, place.width, place.glyphSet);
  if (lines !== undefined)
    return lines.map(({ kind, text }) => (kind === 'words' ? place.paint.quiet(text) : text));
  const { columns, rows } = chartTable(chart);
  return [
    ...wrapText(chart.label, place.width),
    ...(rows.length === 0 ? [] : renderTable(columns, rows, place)),
  ];
}

/** Texts with a mark before each and its further lines under its first. */
function hung(
  texts: readonly string[],
  { width }: Place,
  markOf: (index: number) => string,
  paint = (text: string): string => text,
): string[] {
  return texts.flatMap((text, index) => {
    const mark = markOf(index);
    const inset = ' '.repeat(measure(mark));
    return wrapText(text, width - measure(mark) - 1).map((line, row) =>
      row === 0 ? paintMarked(mark, line, paint) : `${inset} ${paint(line)}`,
    );
  });
}

/** A mark of spaces stays bare, so that no colour code stands on an empty stretch. */
function paintMarked(mark: string, line: string, paint: (text: string) => string): string {
  return mark.trim() === '' ? `${mark} ${paint(line)}` : paint(`${mark} ${line}`);
}

function renderNext(commands: readonly string[], { width, paint, glyphs }: Place): string[] {
  const label = 'Next  ';
  const room = width - label.length;
  // A command that fits no line must be broken; the rest stay whole, to be copied.
  const pieces = commands.filter((command) => command !== '').flatMap((command) => wrapText(command, room));
  const rows = flow(pieces, glyphs.separator, room);
  return rows.map((row, index) => {
    const start = index === 0 ? `${paint.heading('Next')}  ` : ' '.repeat(label.length);
    return start + row.map(paint.accent).join(paint.quiet(glyphs.separator));
  });
}
