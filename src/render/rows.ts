import type { Row } from '../documents/document.ts';
import { sparkText } from './chart/spark.ts';
import { type Cell, gutter, sideBySide } from './columns.ts';
import type { Place } from './place.ts';

import { measure, wrapText } from './width.ts';

/** Under this many columns a text beside its label reads worse than under it. */
const readableText = 30;
/** A longer label wraps, so that one of them does not push every text aside. */
const widestLabel = 20;
/** Short labels of two blocks then stand under each other ("now", "this week"). */
const usualLabel = 9;

/** Label, perhaps a note, and text: side by side where there is room, else under each other. */
export function renderRows(rows: readonly Row[], place: Place): string[] {
  const hasNotes = rows.length > 0 && rows.every((row) => row.note !== undefined && row.note !== '');
  const labelOf = (row: Row): string => (hasNotes || !row.note ? row.label : `${row.label} (${row.note})`);
  const widest = (texts: readonly string[]): number =>
    Math.min(widestLabel, Math.max(0, ...texts.map(measure)));
  const labelWidth = Math.max(usualLabel, widest(rows.map(labelOf)));
  const noteWidth = hasNotes ? widest(rows.map((row) => row.note ?? '')) : 0;
  const taken = labelWidth + gutter + (hasNotes ? noteWidth + gutter : 0);
  const textWidth = place.width - taken;
  if (textWidth < readableText) return rows.flatMap((row) => stacked(row, place));
  return rows.flatMap((row) => {
    const cells: Cell[] = [{ lines: wrapText(labelOf(row), labelWidth), width: labelWidth }];
    if (hasNotes) cells.push({ lines: wrapText(row.note ?? '', noteWidth), width: noteWidth });
    const text = wrapText(textOf(row, place), textWidth);
    const beside = sideBySide([...cells, { lines: text, width: textWidth }]);
    return [...beside, ...detailLines(row, textWidth, ' '.repeat(taken), place)];
  });
}

function stacked(row: Row, place: Place): string[] {
  const title = [row.label, row.note ?? ''].filter((part) => part !== '').join(place.glyphs.separator);
  const room = place.width - 2;
  return [
    ...wrapText(title, place.width),
    ...wrapText(textOf(row, place), room).map((line) => `  ${line}`),
    ...detailLines(row, room, '  ', place),
  ];
}

function textOf({ spark, text }: Row, { glyphSet }: Place): string {
  return spark === undefined ? text : `${sparkText(spark, glyphSet)} ${text}`;
}

function detailLines(row: Row, width: number, inset: string, { paint }: Place): string[] {
  const lines = (row.details ?? []).flatMap((detail) => wrapText(detail, width));
  return lines.map((line) => inset + paint.quiet(line));
}
