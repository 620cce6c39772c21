import type { Drawing } from '../../documents/document.ts';
import type { GlyphSet } from '../theme.ts';
import { brailleRows } from './dots.ts';
import { fitInto } from './fit.ts';
import { asciiRows } from './letters.ts';

/** The piece of the screen that a drawing may take, and what it is drawn with. */
export interface DrawingSize {
  readonly columns: number;
  readonly rows: number;
  readonly glyphs: GlyphSet;
}

/**
 * A drawing as lines of text, as large as fits: braille, or its ASCII twin. At most so many columns and rows; nothing
 * trails. All drawings in one frame take the same number of lines, so one can follow another in its place.
 */
export function drawingLines(drawing: Drawing, { columns, rows, glyphs }: DrawingSize): string[] {
  const fit = fitInto(drawing, columns, rows);
  const lines = glyphs === 'unicode' ? brailleRows(drawing, fit) : asciiRows(drawing, fit);
  return lines.map((line) => line.trimEnd());
}
