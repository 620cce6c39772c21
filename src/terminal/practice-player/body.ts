import type { PictureLines } from '../../context.ts';
import type { PracticeView } from '../../engine/practice/practice-view.ts';
import type { GlyphSet } from '../../render/theme.ts';
import { measure } from '../../render/width.ts';
import type { Pen } from '../pen.ts';
import { digitsSize, drawDigits, largestScale } from './digits.ts';
import { countText, largeText, widestLargeText } from './practice-text.ts';
import { columnsOf, type Row } from './row.ts';

/** What the middle of the screen is drawn of. */
export interface BodyParts {
  readonly view: PracticeView;
  readonly picture: PictureLines;
  /** Stands over the label while time stands still. */
  readonly pause: string | undefined;
  readonly pen: Pen;
  readonly glyphs: GlyphSet;
}

interface Room {
  readonly columns: number;
  readonly rows: number;
}

const gap = '    ';
/** Smaller than this a body cannot be made out. */
const leastPicture: Room = { columns: 14, rows: 5 };
/** So much of the width the digits may take where a picture stands beside them. */
const digitsShare = 0.55;
/** A label is broken here. Its place is as wide whatever it says: digits must not jump from move to move. */
const labelColumns = 30;
const mostLabelRows = 3;
/** In less, the count under the label would cost the digits a size. */
const roomForCount = 8;

/** Picture left, digits with their label right, both in the middle of the height. As many rows as there is room for. */
export function drawBody(parts: BodyParts, room: Room): readonly Row[] {
  if (room.rows <= 0) return [];
  return drawWithPicture(parts, room) ?? drawAlone(parts, room);
}

function drawAlone(parts: BodyParts, room: Room): readonly Row[] {
  const block = drawBlock(parts, room, room.columns);
  const indent = ' '.repeat(Math.max(0, Math.floor((room.columns - widestOf(block)) / 2)));
  return centred(
    block.map((row): Row => [{ text: indent }, ...row]),
    room.rows,
  );
}

function drawWithPicture(parts: BodyParts, room: Room): readonly Row[] | undefined {
  if (room.rows < leastPicture.rows) return undefined;
  const least = drawBlock(parts, room, Math.floor(room.columns * digitsShare));
  const columns = room.columns - widestOf(least) - gap.length;
  if (least.length < leastPicture.rows || columns < leastPicture.columns) return undefined;
  const picture = parts.picture({ columns, rows: room.rows, glyphs: parts.glyphs }).slice(0, room.rows);
  if (picture.length === 0) return undefined;
  const width = Math.max(...picture.map(measure));
  const left = centred(
    picture.map((text): Row => [{ text: text + ' '.repeat(width - measure(text)) }]),
    room.rows,
  );
  // What the picture does not need is the digits'.
  const right = drawAlone(parts, { columns: room.columns - width - gap.length, rows: room.rows });
  return left.map((row, at): Row => {
    const text = row[0]?.text ?? ' '.repeat(width);
    return [{ text: text + gap }, ...(right[at] ?? [])];
  });
}

/** Digits, label and bar, one under the other, each in the middle. A single row where digits do not fit. */
function drawBlock(parts: BodyParts, { rows }: Room, columns: number): readonly Row[] {
  const { view, pause, pen, glyphs } = parts;
  const { segment } = view;
  const text = pen.plain(pause === undefined ? segment.label : `paused: ${segment.label}`);
  const labelRoom = Math.max(8, Math.min(columns, labelColumns));
  const count = rows < roomForCount ? '' : countText(segment);
  const words = [
    ...pen.wrap(text, labelRoom).slice(0, mostLabelRows),
    ...(count === '' ? [] : [pen.plain(count)]),
  ];
  const widest = widestLargeText(view);
  const scale = largestScale(widest, { columns, rows: rows - words.length - 1 }, glyphs);
  if (scale === 0) return [[{ text: `${largeText(view)}  ${text}`, style: pen.bold }]];
  const size = digitsSize(widest, scale);
  const style = pause === undefined && isWorking(view) ? pen.accent : pen.bold;
  const block: readonly Row[] = [
    ...drawDigits(largeText(view).padStart(widest.length), scale, glyphs).map(
      (row): Row => [{ text: row, style }],
    ),
    ...(rows > size.rows + words.length + 1 ? [[]] : []),
    ...words.map((row): Row => [{ text: row, style: pen.bold }]),
    barOf(view, size.columns, parts),
  ];
  const width = Math.max(size.columns, labelRoom);
  return block.map(
    (row): Row => [{ text: ' '.repeat(Math.max(0, Math.floor((width - columnsOf(row)) / 2))) }, ...row],
  );
}

function isWorking({ segment: { kind } }: PracticeView): boolean {
  return kind === 'hold' || kind === 'move' || kind === 'stay';
}

/** How much of the segment is over. */
function barOf({ segment, into }: PracticeView, columns: number, { pen, glyphs }: BodyParts): Row {
  const filled = Math.round((columns * into) / Math.max(1, segment.milliseconds));
  const [full, empty] = glyphs === 'ascii' ? ['=', '-'] : ['━', '─'];
  return [
    { text: full.repeat(filled), style: pen.accent },
    { text: empty.repeat(columns - filled), style: pen.dim },
  ];
}

function widestOf(rows: readonly Row[]): number {
  return Math.max(0, ...rows.map(columnsOf));
}

/** Exactly so many rows, the given ones in the middle. */
function centred(rows: readonly Row[], height: number): readonly Row[] {
  const shown = rows.slice(0, height);
  const above = Math.floor((height - shown.length) / 2);
  return Array.from({ length: height }, (_, at) => shown[at - above] ?? []);
}
