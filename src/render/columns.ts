import { measure } from './width.ts';

/** A cell whose lines are wrapped already; colour comes after, since it has no width. */
export interface Cell {
  readonly lines: readonly string[];
  readonly width: number;
  readonly paint?: (text: string) => string;
}

/** Space between two columns. */
export const gutter = 3;

/** Cells side by side, each wrapped under itself, nothing trailing. */
export function sideBySide(cells: readonly Cell[]): string[] {
  const height = Math.max(...cells.map((cell) => cell.lines.length));
  return Array.from({ length: height }, (_, index) => oneLine(cells, index));
}

function oneLine(cells: readonly Cell[], index: number): string {
  let line = '';
  let pending = 0;
  for (const { lines, width, paint } of cells) {
    const text = lines[index] ?? '';
    if (text === '') {
      pending += width + gutter;
      continue;
    }
    line += ' '.repeat(pending) + (paint === undefined ? text : paint(text));
    pending = width - measure(text) + gutter;
  }
  return line;
}

/**
 * Widths for columns that want `wanted` and may have `available` together: the widest give first.
 * Undefined when some column would be left with less than is readable.
 */
export function shareWidth(
  wanted: readonly number[],
  available: number,
  readable: number,
): number[] | undefined {
  const room = available - gutter * (wanted.length - 1);
  const widths = wanted.map((width) => Math.min(width, Math.max(room, 1)));
  let excess = widths.reduce((sum, width) => sum + width, 0) - room;
  for (; excess > 0; excess -= 1) {
    const widest = Math.max(...widths);
    if (widest <= readable) return undefined;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}
