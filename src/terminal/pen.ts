import { styleText } from 'node:util';
import { foldToAscii } from '../render/glyphs.ts';
import { safeText } from '../render/safe-text.ts';
import type { Theme } from '../render/theme.ts';
import { wrapText } from '../render/width.ts';

/** How page text is drawn on one terminal: measured and wrapped first, styled after. */
export interface Pen {
  /** Columns that a line may take. */
  readonly width: number;
  readonly rows: number;
  /** Text that the terminal can show and that does nothing but be read. */
  plain(text: string): string;
  /** The same, in lines of at most `width` columns. */
  wrap(text: string, width: number): readonly string[];
  accent(text: string): string;
  bold(text: string): string;
  dim(text: string): string;
}

/** Wider lines are hard to follow, and a state far from its label is hard to match. */
const widestPage = 78;

/** A pen for the size the terminal has now. One column stays free: a full line makes some terminals go on a line. */
export function createPen(theme: Theme, size: { readonly columns: number; readonly rows: number }): Pen {
  const plain = (text: string): string =>
    theme.glyphs === 'ascii' ? foldToAscii(safeText(text)) : safeText(text);
  const style = (format: 'cyan' | 'bold' | 'dim') => (text: string) =>
    theme.colour === 0 || text === '' ? text : styleText(format, text, { validateStream: false });
  return {
    width: Math.max(20, Math.min(widestPage, size.columns - 1)),
    rows: size.rows,
    plain,
    wrap: (text, width) => wrapText(plain(text), Math.max(8, width)),
    accent: style('cyan'),
    bold: style('bold'),
    dim: style('dim'),
  };
}
