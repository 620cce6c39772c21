import type { Block, Document, FigurePanel, Row } from '../documents/document.ts';
import { chartTable } from './chart/chart-table.ts';
import { figureLines, pictureSentence } from './figure/panels.ts';
import { glyphsOf } from './glyphs.ts';
import { safeDocument } from './safe-text.ts';
import { wordedTitle } from './tone-words.ts';

/** GitHub-flavoured Markdown; every text of the document is shown as it is, none of it is markup. */
export function renderMarkdown(document: Document): string {
  const { title, blocks } = safeDocument(document);
  const hasOwnTitle = blocks.some((block) => block.kind === 'heading' && block.level === 1);
  const parts = [...(hasOwnTitle || title === '' ? [] : [`# ${inline(title)}`]), ...blocks.map(blockText)];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text === '' ? '' : `${'#'.repeat(block.level)} ${inline(block.text)}`;
    case 'paragraph':
      return lineStart(block.text);
    case 'callout': {
      const mark = glyphsOf('unicode').tones[block.tone];
      const title = `**${inline(`${mark} ${wordedTitle(block.tone, block.title)}`)}**`;
      // Two spaces at the end would be lost in many editors; a blank quoted line is not.
      return [title, ...block.lines.filter(isFilled).map(lineStart)].map((line) => `> ${line}`).join('\n>\n');
    }
    case 'list':
      return block.items
        .filter(isFilled)
        .map((item) => `- ${lineStart(item)}`)
        .join('\n');
    case 'steps':
      return block.items
        .filter(isFilled)
        .map((item, index) => `${index + 1}. ${lineStart(item)}`)
        .join('\n');
    case 'rows':
      return block.rows.map(rowText).join('\n');
    case 'table':
      return tableText(block.columns, block.rows);
    case 'figures':
      return [lineStart(pictureSentence(block.label)), fenced(block.panels)].filter(isFilled).join('\n\n');
    case 'ticks':
      return [lineStart(block.label), ticksText(block.columns, block.rows)].filter(isFilled).join('\n\n');
    case 'chart': {
      const { columns, rows } = chartTable(block);
      return [lineStart(block.label), rows.length === 0 ? '' : tableText(columns, rows)]
        .filter(isFilled)
        .join('\n\n');
    }
    case 'next':
      return ['Next:', '', ...block.commands.filter(isFilled).map((command) => `- ${code(command)}`)].join(
        '\n',
      );
  }
}

/** Pictures as text of fixed width, as wide as a page of it. */
function fenced(panels: readonly FigurePanel[]): string {
  const lines = figureLines(panels, 80, 'unicode').map(({ text }) => text);
  if (lines.length === 0) return '';
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
  return [`${fence}text`, ...lines, fence].join('\n');
}

function rowText(row: Row): string {
  const label = row.note ? `${row.label} (${row.note})` : row.label;
  // The colon stands inside, or a label that ends with a bracket would not close its emphasis.
  const head = label === '' ? lineStart(row.text) : `**${inline(label)}:** ${inline(row.text)}`;
  const details = (row.details ?? []).filter(isFilled).map((detail) => `  - ${lineStart(detail)}`);
  return [`- ${head}`.trimEnd(), ...details].join('\n');
}

function tableText(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const count = Math.max(columns.length, ...rows.map((row) => row.length));
  if (count === 0) return '';
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: count }, (_, index) => inline(cells[index] ?? '')).join(' | ')} |`;
  return [line(columns), `| ${Array(count).fill('---').join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** A table with an empty box in every cell. */
function ticksText(columns: readonly string[], rows: readonly string[]): string {
  const boxes = columns.map(() => '☐');
  return tableText(
    ['', ...columns],
    rows.filter(isFilled).map((row) => [row, ...boxes]),
  );
}

/** Text in the middle of a line: every character that could be markup there is escaped. */
function inline(text: string): string {
  return text.replace(/[\\`*_[\]<>&|~$]/g, '\\$&');
}

/** Text that begins a line or an item: it must not become a list, a heading, a rule or a quotation. */
function lineStart(text: string): string {
  return inline(text)
    .replace(/^[#+=-]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** A code span whose fence is longer than any run of backticks in it (CommonMark 6.1). */
function code(text: string): string {
  const fence = '`'.repeat(longestRun(text) + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return fence + pad + text + pad + fence;
}

/** Of backticks. */
function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
}

function isFilled(text: string): boolean {
  return text !== '';
}
