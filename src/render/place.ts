import type { Glyphs } from './glyphs.ts';
import type { Paint } from './paint.ts';
import type { GlyphSet } from './theme.ts';

/** Where a block stands on the screen: how far in, how wide, and with what it is drawn. */
export interface Place {
  readonly indent: number;
  /** Columns for prose. */
  readonly width: number;
  /** Columns for a table, which may use more of the screen. */
  readonly tableWidth: number;
  readonly paint: Paint;
  readonly glyphs: Glyphs;
  /** Which of them they are, for what is drawn. */
  readonly glyphSet: GlyphSet;
}
