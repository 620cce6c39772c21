import { measure } from '../../render/width.ts';

/** A piece of a row: measured as it is, styled when it is written. */
export interface Piece {
  readonly text: string;
  readonly style?: (text: string) => string;
}

export type Row = readonly Piece[];

export function columnsOf(row: Row): number {
  return row.reduce((sum, { text }) => sum + measure(text), 0);
}

/** The row as it is written, cut off where the terminal ends. */
export function writtenRow(row: Row, columns: number): string {
  let left = columns;
  return row
    .map(({ text, style = (same) => same }) => {
      const cut = cutText(text, left);
      left -= measure(cut);
      return cut === '' ? '' : style(cut);
    })
    .join('');
}

/** As many characters as fit. */
function cutText(text: string, columns: number): string {
  if (measure(text) <= columns) return text;
  let cut = '';
  for (const character of text) {
    if (measure(cut + character) > columns) break;
    cut += character;
  }
  return cut;
}
