import type { Block, Document, Row } from '../documents/document.ts';
import { glyphsOf } from './glyphs.ts';
import { sheet } from './html-sheet.ts';
import { safeDocument } from './safe-text.ts';
import { wordedTitle } from './tone-words.ts';

/** Nothing is loaded and nothing runs, and the file says so itself. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

/** One HTML5 file that needs nothing else: to read, to mail, to print on A4 or Letter. */
export function renderHtml(document: Document, language = 'en'): string {
  const { title, blocks } = safeDocument(document);
  const hasOwnTitle = blocks.some((block) => block.kind === 'heading' && block.level === 1);
  const body = [...(hasOwnTitle ? [] : [`<h1>${escapeHtml(title)}</h1>`]), ...blocks.map(blockHtml)];
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
<main>
${body.filter((part) => part !== '').join('\n')}
</main>
</body>
</html>
`;
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
