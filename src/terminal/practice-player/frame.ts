import type { PracticePieces } from '../../context.ts';
import { fullnessAt } from '../../engine/practice/breath.ts';
import type { PracticeState } from '../../engine/practice/practice-state.ts';
import { type PracticeView, practiceView } from '../../engine/practice/practice-view.ts';
import type { ScriptItem } from '../../engine/practice/script.ts';
import type { GlyphSet } from '../../render/theme.ts';
import { flow, measure } from '../../render/width.ts';
import type { Pen } from '../pen.ts';
import { drawBody } from './body.ts';
import { shareRows } from './layout.ts';
import { hintsOf } from './practice-keys.ts';
import { pauseText, progressText } from './practice-text.ts';
import { columnsOf, type Row, writtenRow } from './row.ts';

/** What one picture of the screen is made of. */
export interface FrameParts {
  readonly state: PracticeState;
  readonly pictures: PracticePieces['pictures'];
  /** A sentence to be read now, in place of the instruction. */
  readonly notice: string | undefined;
  readonly pen: Pen;
  readonly glyphs: GlyphSet;
  readonly size: { readonly columns: number; readonly rows: number };
}

const margin = '  ';
/** Prose wider than this is hard to read. */
const proseWidth = 72;

/** The whole screen, as rows that fit it in width and in height. */
export function drawFrame(parts: FrameParts): readonly string[] {
  const view = practiceView(parts.state);
  // One column stays free: a full row makes some terminals go on a row.
  const columns = Math.max(1, parts.size.columns - 1);
  const rows = Math.max(1, parts.size.rows);
  if (view === undefined) return [];
  const keys = keyRows(parts, columns);
  const title = titleRow(parts, view, columns);
  const room = rows - 1 - keys.length;
  // A very small window: what to do now is all there is.
  const drawn = room < 1 ? drawMiddle(parts, view, { columns, rows }) : undefined;
  const frame = drawn ?? [title, ...drawMiddle(parts, view, { columns, rows: room }), ...keys];
  return frame.map((row) => writtenRow(row, columns).trimEnd());
}

function drawMiddle(
  parts: FrameParts,
  view: PracticeView,
  room: { readonly columns: number; readonly rows: number },
): readonly Row[] {
  const { state, pictures, pen, glyphs } = parts;
  if (state.showsHow) return drawHow(view.item, pen, room);
  const pause = pauseText(state);
  const text = pause ?? parts.notice ?? view.item.instruction;
  const style = pause === undefined && parts.notice === undefined ? undefined : pen.bold;
  const instruction = prose(text, pen, room.columns).map(
    (line): Row => [{ text: line, ...(style === undefined ? {} : { style }) }],
  );
  const shares = shareRows(room.rows, instruction.length);
  const [underTitle, overInstruction, overKeys] = shares.gaps;
  const body = drawBody(
    {
      view,
      picture: pictures(view.item, view.segment, fullnessAt(view.segment, view.into)),
      pause,
      pen,
      glyphs,
    },
    { columns: room.columns - 2 * margin.length, rows: shares.body },
  );
  return [
    ...empty(underTitle),
    ...body.map((row): Row => [{ text: margin }, ...row]),
    ...empty(overInstruction),
    ...instruction.slice(0, shares.instruction),
    ...nextRow(view, pen, room.columns).slice(0, shares.next),
    ...empty(overKeys),
  ];
}

function titleRow({ state, pen }: FrameParts, view: PracticeView, columns: number): Row {
  const title = { text: margin + pen.plain(state.script.name), style: pen.accent };
  const progress = { text: pen.plain(progressText(view)), style: pen.dim };
  const space = columns - columnsOf([title, progress]) - margin.length;
  // Without room for both, the time left is worth more than a name that is known.
  return space < 2 ? [{ text: margin }, progress] : [title, { text: ' '.repeat(space) }, progress];
}

function nextRow({ item, next }: PracticeView, pen: Pen, columns: number): readonly Row[] {
  const then = next === undefined ? 'Then it is over.' : `Then: ${next}`;
  const full = margin + pen.plain(`${item.name}. ${then}`);
  return [[{ text: measure(full) <= columns ? full : margin + pen.plain(then), style: pen.dim }]];
}

/** All steps of the exercise, as far as there is room. */
function drawHow(
  item: ScriptItem,
  pen: Pen,
  room: { readonly columns: number; readonly rows: number },
): readonly Row[] {
  const steps = item.steps.flatMap((step, index) => {
    const lines = prose(step, pen, room.columns - 3);
    return lines.map(
      (line, at) => `${at === 0 ? `${margin}${index + 1}. ` : `${margin}   `}${line.trimStart()}`,
    );
  });
  const stop = item.stop === undefined ? [] : prose(item.stop, pen, room.columns);
  const all: readonly Row[] = [
    [],
    [{ text: margin + pen.plain(item.name), style: pen.bold }],
    ...steps.map((text): Row => [{ text }]),
    [],
    ...stop.map((text): Row => [{ text, style: pen.bold }]),
  ];
  if (all.length <= room.rows) return [...all, ...empty(room.rows - all.length)];
  return [...all.slice(0, Math.max(0, room.rows - 1)), [{ text: `${margin}${pen.plain('…')}` }]].slice(
    0,
    room.rows,
  );
}

function keyRows({ state, pen, size }: FrameParts, columns: number): readonly Row[] {
  const separator = pen.plain('·') === '·' ? ' · ' : ', ';
  const hints = hintsOf(state).map(([key, meaning]) => `${pen.plain(key)} ${meaning}`);
  // In a low, narrow window the keys must not push out what they are for.
  const most = Math.max(1, Math.floor(size.rows / 4));
  return flow(hints, separator, Math.max(1, columns - margin.length))
    .slice(0, most)
    .map((row) => [{ text: margin + row.join(separator), style: pen.dim }]);
}

function prose(text: string, pen: Pen, columns: number): readonly string[] {
  return pen.wrap(text, Math.min(proseWidth, columns - margin.length)).map((line) => margin + line);
}

function empty(rows: number): readonly Row[] {
  return Array.from({ length: rows }, () => []);
}
