/** A drawing in ASCII: in each cell the character that lies as the stroke through it does. */
import type { Drawing, Point, Stroke, StrokeRole } from '../../documents/document.ts';
import { dotsAcross, dotsDown, type Fit } from './fit.ts';

/** What stands in a cell, and how strongly it holds its place there. */
interface Mark {
  readonly character: string;
  readonly strength: number;
}

/** Where strokes meet in one cell, this many dots of length are added to the nearer one. */
const precedence: Readonly<Record<StrokeRole, number>> = { near: 4, thing: 2, far: 1, floor: 0 };
const headStrength = 20;

/** The drawing in rows of characters, all of them equally long. */
export function asciiRows(drawing: Drawing, fit: Fit): string[] {
  const marks = new Map<number, Mark>();
  const put = (column: number, row: number, mark: Mark): void => {
    if (column < 0 || row < 0 || column >= fit.columns || row >= fit.rows) return;
    const cell = row * fit.columns + column;
    if (mark.strength >= (marks.get(cell)?.strength ?? 0)) marks.set(cell, mark);
  };
  for (const stroke of drawing.strokes) {
    if (stroke.kind === 'circle') disc(stroke, fit, put);
    else {
      const points = stroke.points.map(fit.place);
      for (const [index, to] of points.entries()) segment(points[index - 1] ?? to, to, stroke.role, put);
    }
  }
  return Array.from({ length: fit.rows }, (_, row) =>
    Array.from(
      { length: fit.columns },
      (_, column) => marks.get(row * fit.columns + column)?.character ?? ' ',
    ).join(''),
  );
}

type Put = (column: number, row: number, mark: Mark) => void;

/** Goes along the line in small steps, and marks each cell by how much of the line is in it and at what height. */
function segment(from: Point, to: Point, role: StrokeRole, put: Put): void {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const steps = Math.max(1, Math.ceil(Math.hypot(dx, dy) * 2));
  let cell = { column: Number.NaN, row: Number.NaN, heights: [] as number[] };
  const close = (): void => {
    const { column, row, heights } = cell;
    // A corner only touched by a long line would look like a second line.
    if (heights.length < (steps > 8 ? 3 : 1)) return;
    const height = heights.reduce((sum, value) => sum + value, 0) / heights.length;
    put(column, row, {
      character: characterOf(role, dx, dy, height),
      strength: heights.length / 2 + precedence[role],
    });
  };
  for (let step = 0; step <= steps; step += 1) {
    const [x, y] = [from[0] + (dx * step) / steps, from[1] + (dy * step) / steps];
    const [column, row] = [Math.floor(x / dotsAcross), Math.floor(y / dotsDown)];
    if (column !== cell.column || row !== cell.row) {
      close();
      cell = { column, row, heights: [] };
    }
    cell.heights.push(y - row * dotsDown);
  }
  close();
}

/** @param height where in the cell the line is, in dots from its top */
function characterOf(role: StrokeRole, dx: number, dy: number, height: number): string {
  if (role === 'floor') return '_';
  const slope = Math.abs(dx) < 0.001 ? Number.POSITIVE_INFINITY : Math.abs(dy / dx);
  if (role === 'far') return slope > 1 ? ':' : '.';
  if (slope > 3.5) return role === 'thing' ? '!' : '|';
  if (slope > 0.75) return dx * dy > 0 ? '\\' : '/';
  if (slope < 0.06) return role === 'thing' ? '=' : '-';
  if (height < 1) return "'";
  if (height < 2.4) return '-';
  return height < 3.2 ? '.' : '_';
}

/** A head or a ball as a patch of one letter: an outline would be lost among so few cells. */
function disc(stroke: Stroke & { readonly kind: 'circle' }, { scale, place }: Fit, put: Put): void {
  const [x, y] = place(stroke.centre);
  const radius = stroke.radius * scale;
  const character = stroke.role === 'thing' ? '@' : stroke.filled === true ? 'o' : 'O';
  const strength = headStrength - (character === 'o' ? 1 : 0);
  const [middleColumn, middleRow] = [Math.floor(x / dotsAcross), Math.floor(y / dotsDown)];
  put(middleColumn, middleRow, { character, strength });
  const [across, down] = [Math.ceil(radius / dotsAcross), Math.ceil(radius / dotsDown)];
  for (let row = middleRow - down; row <= middleRow + down; row += 1) {
    for (let column = middleColumn - across; column <= middleColumn + across; column += 1) {
      const [cellX, cellY] = [(column + 0.5) * dotsAcross, (row + 0.5) * dotsDown];
      if (Math.hypot(cellX - x, cellY - y) <= radius) put(column, row, { character, strength });
    }
  }
}
