/** What one line of a Markdown plan is by its looks. */
export type MarkdownLine =
  | { readonly kind: 'blank' }
  /** A line of dashes or the like, which says nothing. */
  | { readonly kind: 'rule' }
  | { readonly kind: 'table' }
  | { readonly kind: 'heading'; readonly level: number; readonly words: string }
  | {
      readonly kind: 'words';
      /** Columns before it; a tab goes on to the next fourth. */
      readonly indent: number;
      /** The sign of a list ("-", "2."), empty without one. */
      readonly mark: string;
      readonly words: string;
    };

/** Soft hyphens and marks without width, as word processors leave them. */
const unseen = /[\u00ad\u200b\u2060\ufeff]/g;
const listMark = /^(?:([-–—•·▪◦●])(?!\d)|([*+])(?=\s)|(\d{1,3}[.)])(?!\d))\s*(?:\[[ xX]?\]\s+)?/;

export function markdownLine(line: string): MarkdownLine {
  const visible = line.replace(unseen, '');
  const content = visible.trim();
  if (content === '') return { kind: 'blank' };
  if (/^(?:[-*_=]\s*){3,}$/.test(content) && new Set(content.replace(/\s/g, '')).size === 1)
    return { kind: 'rule' };
  if (content.startsWith('|')) return { kind: 'table' };
  const heading = /^(#{1,6})\s*([^#\s].*)$/.exec(content);
  if (heading !== null) {
    const [, signs = '', words = ''] = heading;
    return { kind: 'heading', level: signs.length, words: plainWords(words.replace(/\s#+$/, '')) };
  }
  const [mark, dash, star, number] = listMark.exec(content) ?? [''];
  return {
    kind: 'words',
    indent: indentOf(visible),
    mark: dash ?? star ?? number ?? '',
    words: content.slice(mark.length).replace(/\s+/g, ' '),
  };
}

function indentOf(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === '\t') columns += 4 - (columns % 4);
    else if (/\s/.test(character)) columns += 1;
    else break;
  }
  return columns;
}

function plainWords(words: string): string {
  return words
    .replace(/\*\*|__|`/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
