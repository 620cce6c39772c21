import type { Block } from '../documents/document.ts';
import { gutter, sideBySide } from './columns.ts';
import type { Place } from './place.ts';
import { flow, measure, wrapText } from './width.ts';

type Ticks = Extract<Block, { kind: 'ticks' }>;

/** An empty box in text. */
const emptyBox = '[ ]';
/** Fewer columns than this for what is to be ticked, and the boxes go under it. */
const readableLabel = 14;

/** A grid of boxes; where it cannot stand, each row with its boxes in words: "Mon [ ]   Tue [ ]". */
export function renderTicks({ label, columns, rows }: Ticks, place: Place): string[] {
  const title = wrapText(label, place.width).map(place.paint.quiet);
  const widths = columns.map((column) => Math.max(emptyBox.length, measure(column)));
  const taken = widths.reduce((sum, width) => sum + width + gutter, 0);
  const room = place.tableWidth - taken;
  const named = rows.filter((row) => row !== '');
  if (room < readableLabel) return [...title, ...named.flatMap((row) => worded(row, columns, place))];
  const width = Math.min(room, Math.max(1, ...named.map(measure)));
  const days = columns.map((column, index) => ({
    lines: [column],
    width: widths[index] ?? 0,
    paint: place.paint.quiet,
  }));
  const boxes = widths.map((each) => ({ lines: [emptyBox], width: each }));
  return [
    ...title,
    ...(columns.some((column) => column !== '') ? sideBySide([{ lines: [], width }, ...days]) : []),
    ...named.flatMap((row) => sideBySide([{ lines: wrapText(row, width), width }, ...boxes])),
  ];
}

/** A row and its boxes on one line each: "Knee rolls: Mon [ ], Tue [ ]". A listener gets no boxes, but what they are for. */
export function tickTexts({ label, columns, rows }: Ticks, accessible: boolean): readonly string[] {
  const named = rows.filter((row) => row !== '');
  const boxes = columns.length === 0 ? emptyBox : columns.map(boxNamed).join(', ');
  if (!accessible) return [label, ...named.map((row) => `${row}: ${boxes}`)];
  const days = columns.filter((column) => column !== '').join(', ');
  const boxesFor = days === '' || named.length === 0 ? '' : `A box to tick for: ${days}`;
  return [label, boxesFor, ...named.map((row) => `- ${row}`)];
}

function worded(row: string, columns: readonly string[], { width }: Place): string[] {
  const boxes = columns.flatMap((column) => wrapText(boxNamed(column), width - 2));
  return [...wrapText(row, width), ...flow(boxes, '   ', width - 2).map((line) => `  ${line.join('   ')}`)];
}

function boxNamed(column: string): string {
  return `${column} ${emptyBox}`.trim();
}
