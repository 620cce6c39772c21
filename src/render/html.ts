import type { Block, Chart, Document, FigurePanel, Row } from '../documents/document.ts';
import { chartSvg } from './chart/chart-svg.ts';
import { drawingSvg } from './figure/svg.ts';
import { glyphsOf } from './glyphs.ts';
import { sheet } from './html-sheet.ts';
import { safeDocument } from './safe-text.ts';
import { wordedTitle } from './tone-words.ts';

/** Nothing is loaded and nothing runs, and the file says so itself. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

/** One HTML5 file that needs nothing else: to read, to mail, to print on A4 or Letter. */
export function renderHtml(document: Document, language = 'en'): string {
  const { title, blocks, isDense } = safeDocument(document);
  const hasOwnTitle = blocks.some((block) => block.kind === 'heading' && block.level === 1);
  const body = [...(hasOwnTitle ? [] : [`<h1>${escapeHtml(title)}</h1>`]), ...sectioned(blocks)];
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>
${sheet}</style>
</head>
<body>
<main${isDense === true ? ' class="dense"' : ''}>
${body.filter(isFilled).join('\n')}
</main>
</body>
</html>
`;
}

/**
 * The blocks in order. A third heading and what follows up to the next heading are a section, which paper does not tear
 * apart; its pictures stand beside its words.
 */
function sectioned(blocks: readonly Block[]): readonly string[] {
  const parts: string[] = [];
  let section: Block[] | undefined;
  const close = (): void => {
    if (section !== undefined) parts.push(sectionHtml(section));
    section = undefined;
  };
  for (const block of blocks) {
    if (block.kind === 'heading') close();
    if (block.kind === 'heading' && block.level === 3) section = [block];
    else if (section === undefined) parts.push(blockHtml(block));
    else section.push(block);
  }
  close();
  return parts;
}

/** What comes after the steps stands under picture and steps, where there is more room for it. */
function sectionHtml([heading, ...blocks]: readonly Block[]): string {
  const html = (some: readonly Block[]): string => some.map(blockHtml).filter(isFilled).join('\n');
  const title = heading === undefined ? '' : blockHtml(heading);
  const pictures = blocks.find((block) => block.kind === 'figures');
  if (pictures === undefined) return `<section>\n${title}\n${html(blocks)}\n</section>`;
  const words = blocks.filter((block) => block !== pictures);
  const end = words.findIndex((block) => block.kind === 'steps') + 1 || words.length;
  return [
    '<section class="pictured">',
    title,
    `<div class="${placeOf(pictures.panels)}">\n${blockHtml(pictures)}\n<div>\n${html(words.slice(0, end))}\n</div>\n</div>`,
    html(words.slice(end)),
    '</section>',
  ]
    .filter(isFilled)
    .join('\n');
}

/** Three pictures need the whole width; two tall ones stand side by side in a wider column. */
function placeOf(panels: readonly FigurePanel[]): string {
  if (panels.length > 2) return 'above';
  const isTall = panels.every(({ drawing }) => drawing.frame.height > drawing.frame.width);
  return isTall ? 'beside upright' : 'beside';
}

function isFilled(part: string): boolean {
  return part !== '';
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escapeHtml(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p${block.quiet === true ? ' class="quiet"' : ''}>${escapeHtml(block.text)}</p>`;
    case 'callout': {
      const mark = `<span aria-hidden="true">${escapeHtml(glyphsOf('unicode').tones[block.tone])}</span>`;
      const title = `<p class="title">${mark} ${escapeHtml(wordedTitle(block.tone, block.title))}</p>`;
      return `<div class="callout ${block.tone}" role="note">\n${[title, ...block.lines.map((line) => `<p>${escapeHtml(line)}</p>`)].join('\n')}\n</div>`;
    }
    case 'list':
      return listHtml('ul', block.items);
    case 'steps':
      return listHtml('ol', block.items);
    case 'rows':
      return block.rows.length === 0 ? '' : `<dl>\n${block.rows.map(rowHtml).join('\n')}\n</dl>`;
    case 'table':
      return tableHtml(block.columns, block.rows);
    case 'figures':
      return figuresHtml(block.label, block.panels);
    case 'ticks':
      return ticksHtml(block.label, block.columns, block.rows);
    case 'chart':
      return chartHtml(block);
    case 'next':
      return nextHtml(block.commands);
  }
}

function listHtml(tag: 'ul' | 'ol', items: readonly string[]): string {
  if (items.length === 0) return '';
  return `<${tag}>\n${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')}\n</${tag}>`;
}

function rowHtml(row: Row): string {
  const note = row.note ? ` <span class="note">${escapeHtml(row.note)}</span>` : '';
  const text = row.text === '' ? '' : `<dd>${escapeHtml(row.text)}</dd>`;
  const details = (row.details ?? []).map((detail) => `<dd class="quiet">${escapeHtml(detail)}</dd>`);
  return `<div><dt>${escapeHtml(row.label)}${note}</dt>${text}${details.join('')}</div>`;
}

function tableHtml(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const count = Math.max(columns.length, ...rows.map((row) => row.length));
  if (count === 0) return '';
  const cells = (row: readonly string[]): string[] =>
    Array.from({ length: count }, (_, index) => escapeHtml(row[index] ?? ''));
  // An empty header cell says nothing to a screen reader, and checkers call it a fault.
  const head = cells(columns).map((cell) => (cell === '' ? '<td></td>' : `<th scope="col">${cell}</th>`));
  const body = rows.map((row) => {
    const [first = '', ...others] = cells(row);
    const name = first === '' ? '<td></td>' : `<th scope="row">${first}</th>`;
    return `<tr>${name}${others.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<table>\n<thead><tr>${head.join('')}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`;
}

/**
 * One picture to a listener, told by its label. The captions are no `figcaption`: a figure that has one may not have
 * the role of an image (https://www.w3.org/TR/html-aria/#el-figure).
 */
function figuresHtml(label: string, panels: readonly FigurePanel[]): string {
  if (panels.length === 0) return '';
  const inner = panels.map(
    ({ caption, drawing }) =>
      `<span class="panel">${drawingSvg(drawing)}<span class="caption">${escapeHtml(caption)}</span></span>`,
  );
  return `<figure role="img" aria-label="${escapeHtml(label)}">\n${inner.join('\n')}\n</figure>`;
}

/** One picture to a listener, told by its label. */
function chartHtml(chart: Chart): string {
  if (chart.places.length === 0) return chart.label === '' ? '' : `<p>${escapeHtml(chart.label)}</p>`;
  const names = [
    ...chart.series.map(({ name, style }) => `${style === 'line' ? '●' : '○'} ${name}`),
    ...new Set(chart.spans.map(({ name }) => `▒ ${name}`)),
  ];
  const caption = `<span class="caption">${escapeHtml([chart.title, names.join('   ')].filter(isFilled).join(' '))}</span>`;
  return `<figure role="img" aria-label="${escapeHtml(chart.label)}">\n<span class="panel">${chartSvg(chart, escapeHtml)}${caption}</span>\n</figure>`;
}

/** The boxes are drawn, so that they print as they are seen; to a listener each is an empty box. */
function ticksHtml(label: string, columns: readonly string[], rows: readonly string[]): string {
  const named = rows.filter((row) => row !== '');
  if (named.length === 0) return '';
  const caption = label === '' ? '' : `<caption>${escapeHtml(label)}</caption>\n`;
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  const box = '<td><span class="box" role="img" aria-label="empty box"></span></td>';
  const body = named.map(
    (row) => `<tr><th scope="row">${escapeHtml(row)}</th>${box.repeat(columns.length)}</tr>`,
  );
  return `<table class="ticks">\n${caption}<thead><tr><td></td>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`;
}

function nextHtml(commands: readonly string[]): string {
  if (commands.length === 0) return '';
  const items = commands.map((command) => `<li><code>${escapeHtml(command)}</code></li>`);
  return `<p class="next">Next</p>\n<ul class="next">\n${items.join('\n')}\n</ul>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that stays text, in an element and in a quoted attribute. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
