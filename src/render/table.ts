import { shareWidth, sideBySide } from './columns.ts';
import type { Place } from './place.ts';
import { measure, wrapText } from './width.ts';

/** A column narrower than this breaks words. */
const readableColumn = 10;

/** A table without lines; where its columns cannot stand side by side, one short list per row. */
export function renderTable(
  columns: readonly string[],
  allRows: readonly (readonly string[])[],
  place: Place,
): string[] {
  const rows = allRows.filter((row) => row.some((text) => text !== ''));
  const count = Math.max(columns.length, ...rows.map((row) => row.length));
  if (count === 0) return [];
  const all = [columns, ...rows];
  const wanted = Array.from({ length: count }, (_, column) =>
    Math.max(1, ...all.map((row) => measure(row[column] ?? ''))),
  );
  const widths = shareWidth(wanted, place.tableWidth, readableColumn);
  if (widths === undefined) return rows.flatMap((row, index) => stacked(columns, row, index > 0, place));
  return all.flatMap((row, index) =>
    sideBySide(
      widths.map((width, column) => ({
        lines: wrapText(row[column] ?? '', width),
        width,
        ...(index === 0 ? { paint: place.paint.quiet } : {}),
      })),
    ),
  );
}

/** The first cell names the row; the others follow with their column's name. */
function stacked(
  columns: readonly string[],
  row: readonly string[],
  hasRowBefore: boolean,
  place: Place,
): string[] {
  const [name = '', ...others] = row;
  const facts = others
    .map((text, index) => ({ text, column: columns[index + 1] ?? '' }))
    .filter(({ text }) => text !== '')
    .flatMap(({ text, column }) => wrapText(column === '' ? text : `${column}: ${text}`, place.width - 2));
  const lines = [
    ...wrapText(name, place.width).map(place.paint.heading),
    ...facts.map((line) => `  ${line}`),
  ];
  return hasRowBefore ? ['', ...lines] : lines;
}
