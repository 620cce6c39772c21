import { stripVTControlCharacters } from 'node:util';
import type { Block, Document, Row } from '../documents/document.ts';

/**
 * Characters that are not seen but change what is: controls, direction overrides (they can make a line
 * read as its opposite, https://trojansource.codes), zero-width marks and tags. The joiners U+200C and
 * U+200D stay, since Persian, Hindi and joined emoji are spelt with them.
 */
const unseen =
  /[\p{Cc}\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Single words of visible ASCII and of our own marks, with one space between them. */
const plain = /^[!-~·…←→–—’“”°•×]+(?: [!-~·…←→–—’“”°•×]+)*$/;

/**
 * One line of text that can do nothing but be read: escape sequences go, white space becomes one space,
 * half a surrogate pair becomes U+FFFD.
 */
export function safeText(text: string): string {
  // Nearly all text is plain already, and the tables of Unicode take a while to wake.
  if (plain.test(text)) return text;
  return stripVTControlCharacters(text)
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029 ]+/g, ' ')
    .replace(unseen, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** The same document with every text made safe, and then passed through `change`. */
export function safeDocument(
  document: Document,
  change: (text: string) => string = (text) => text,
): Document {
  const safe = (text: string): string => change(safeText(text));
  return {
    ...document,
    title: safe(document.title),
    blocks: document.blocks.map((block) => safeBlock(block, safe)),
  };
}

function safeBlock(block: Block, safe: (text: string) => string): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, text: safe(block.text) };
    case 'callout':
      return { ...block, title: safe(block.title), lines: block.lines.map(safe) };
    case 'list':
    case 'steps':
      return { ...block, items: block.items.map(safe) };
    case 'rows':
      return { ...block, rows: block.rows.map((row) => safeRow(row, safe)) };
    case 'table':
      return { ...block, columns: block.columns.map(safe), rows: block.rows.map((row) => row.map(safe)) };
    case 'figures':
      return {
        ...block,
        label: safe(block.label),
        panels: block.panels.map((panel) => ({ ...panel, caption: safe(panel.caption) })),
      };
    case 'ticks':
      return {
        ...block,
        label: safe(block.label),
        columns: block.columns.map(safe),
        rows: block.rows.map(safe),
      };
    case 'chart':
      return {
        ...block,
        title: safe(block.title),
        label: safe(block.label),
        places: block.places.map(safe),
        series: block.series.map((series) => ({ ...series, name: safe(series.name) })),
        spans: block.spans.map((span) => ({ ...span, name: safe(span.name) })),
      };
    case 'next':
      return { ...block, commands: block.commands.map(safe) };
  }
}

function safeRow(row: Row, safe: (text: string) => string): Row {
  return {
    label: safe(row.label),
    text: safe(row.text),
    ...(row.note === undefined ? {} : { note: safe(row.note) }),
    ...(row.details === undefined ? {} : { details: row.details.map(safe) }),
    ...(row.spark === undefined ? {} : { spark: row.spark }),
  };
}
