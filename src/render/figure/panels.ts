import type { FigurePanel } from '../../documents/document.ts';
import { type Cell, gutter, sideBySide } from '../columns.ts';
import type { GlyphSet } from '../theme.ts';
import { measure, wrapText } from '../width.ts';
import { drawingLines } from './drawing-lines.ts';
import { fitInto } from './fit.ts';

/** More than this in one row asks too much of the eye. */
const widestFigures = 96;
/** A caption may be so much wider than a narrow picture. */
const usualCaption = 14;

interface Layout {
  readonly columns: number;
  readonly rows: number;
  /** What a picture with its caption takes. */
  readonly width: number;
  readonly perRow: number;
}

/** A line of pictures, or one of captions. It is laid out already. */
export interface FigureLine {
  readonly kind: 'picture' | 'caption';
  readonly text: string;
}

/**
 * Pictures side by side where there is room, else one under another, each with its caption under it. No line is wider
 * than `width` columns.
 */
export function figureLines(panels: readonly FigurePanel[], width: number, glyphs: GlyphSet): FigureLine[] {
  const layout = layoutIn(panels, Math.min(width, widestFigures));
  const groups: FigureLine[][] = [];
  for (let first = 0; first < panels.length; first += layout.perRow) {
    groups.push(groupLines(panels.slice(first, first + layout.perRow), layout, glyphs));
  }
  const filled = groups.filter((group) => group.length > 0);
  return filled.flatMap((group, index) => (index === 0 ? group : [{ kind: 'picture', text: '' }, ...group]));
}

/** Pictures in one row, and under them their captions. */
function groupLines(panels: readonly FigurePanel[], layout: Layout, glyphs: GlyphSet): FigureLine[] {
  const cell = (lines: readonly string[]): Cell => ({ lines, width: layout.width });
  const pictures = sideBySide(
    panels.map(({ drawing }) => cell(drawingLines(drawing, { ...layout, glyphs }))),
  );
  const captions = sideBySide(panels.map(({ caption }) => cell(wrapText(caption, layout.width))));
  return [
    ...withoutEmptyEnds(pictures).map((text) => ({ kind: 'picture', text }) as const),
    ...captions.map((text) => ({ kind: 'caption', text }) as const),
  ];
}

/** The larger size at which all stand beside each other; else the larger at which two do; else one under another. */
function layoutIn(panels: readonly FigurePanel[], width: number): Layout {
  const large = layoutAt(panels, { columns: 34, rows: 12 }, width);
  const small = layoutAt(panels, { columns: 23, rows: 9 }, width);
  const holding = (count: number): Layout | undefined => [large, small].find(({ perRow }) => perRow >= count);
  return holding(panels.length) ?? holding(2) ?? large;
}

function layoutAt(
  panels: readonly FigurePanel[],
  size: { readonly columns: number; readonly rows: number },
  width: number,
): Layout {
  const { rows } = size;
  const columns = Math.min(size.columns, width);
  const drawn = panels.map(({ drawing }) => fitInto(drawing, columns, rows).columns);
  const caption = Math.max(0, ...panels.map((panel) => measure(panel.caption)));
  const taken = Math.min(width, Math.max(...drawn, Math.min(caption, usualCaption), 1));
  return {
    columns,
    rows,
    width: taken,
    perRow: Math.max(1, Math.floor((width + gutter) / (taken + gutter))),
  };
}

/** What stays empty above and below, since pictures share a frame, is not worth a line. */
function withoutEmptyEnds(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  return first === -1 ? [] : lines.slice(first, last + 1);
}

/** What pictures show, where they cannot be seen. */
export function pictureSentence(label: string): string {
  return label === '' ? '' : `Picture: ${label}`;
}
