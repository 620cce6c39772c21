/** A drawing as braille: two by four dots in each cell of a terminal, whose cells are about twice as high as wide. */
import type { Drawing, Point, StrokeRole } from '../../documents/document.ts';
import { dotsAcross, dotsDown, type Fit } from './fit.ts';

/** Dots. */
const ringWidth = 1.3;
/** A far limb leaves out every third dot, the ground every second. */
const gaps: Readonly<Record<StrokeRole, number>> = { near: 0, thing: 0, far: 3, floor: 2 };

/** The empty braille cell, and the bit of each dot, row by row. */
const blank = 0x2800;
const bits = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];

/** Cells with their dots as bits, row by row from the top. */
interface Dots {
  readonly width: number;
  readonly height: number;
  readonly cells: Uint8Array;
}

/** The drawing in rows of braille cells, all of them equally long; a space stands where no dot is. */
export function brailleRows(drawing: Drawing, fit: Fit): string[] {
  const { cells } = dotsOf(drawing, fit);
  return Array.from({ length: fit.rows }, (_, row) => {
    let text = '';
    for (let cell = row * fit.columns; cell < (row + 1) * fit.columns; cell += 1) {
      const code = cells[cell] ?? 0;
      text += code === 0 ? ' ' : String.fromCharCode(blank + code);
    }
    return text;
  });
}

function dotsOf(drawing: Drawing, { columns, rows, scale, place }: Fit): Dots {
  const width = columns * dotsAcross;
  const height = rows * dotsDown;
  const dots: Dots = { width, height, cells: new Uint8Array(columns * rows) };
  for (const stroke of drawing.strokes) {
    if (stroke.kind === 'circle') {
      ring(dots, place(stroke.centre), stroke.radius * scale, stroke.filled === true);
      continue;
    }
    const points = stroke.points.map(place);
    let walked = 0;
    for (const [index, to] of points.entries()) {
      walked = line(dots, points[index - 1] ?? to, to, stroke.role, walked);
    }
  }
  return dots;
}

function put({ width, height, cells }: Dots, x: number, y: number): void {
  if (x < 0 || y < 0 || x >= width || y >= height) return;
  const cell = Math.floor(y / dotsDown) * (width / dotsAcross) + Math.floor(x / dotsAcross);
  const bit = bits[(y % dotsDown) * dotsAcross + (x % dotsAcross)] ?? 0;
  cells[cell] = (cells[cell] ?? 0) | bit;
}

/** Asks for each dot in the box around a circle how far its middle is from the edge; inside is negative. */
function ring(dots: Dots, [centreX, centreY]: Point, radius: number, filled: boolean): void {
  const reach = radius + ringWidth;
  for (let y = Math.floor(centreY - reach); y <= centreY + reach; y += 1) {
    for (let x = Math.floor(centreX - reach); x <= centreX + reach; x += 1) {
      const off = Math.hypot(x + 0.5 - centreX, y + 0.5 - centreY) - radius;
      if (off <= ringWidth / 2 && (filled || off >= -ringWidth / 2)) put(dots, x, y);
    }
  }
}

/**
 * One dot wide, or two for a near limb; the last of each few dots is left out where the role has gaps.
 *
 * @param walked dots of the whole line before this piece
 * @returns the same after it
 */
function line(dots: Dots, from: Point, to: Point, role: StrokeRole, walked: number): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const steps = Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)));
  // To both sides of the way it goes, or a level line would be one dot or three, as it falls.
  const [besideX, besideY] = Math.abs(dx) > Math.abs(dy) ? [0, 0.5] : [0.5, 0];
  const gap = gaps[role];
  for (let step = 0; step <= steps; step += 1) {
    if (gap > 0 && (walked + step) % gap === gap - 1) continue;
    const part = steps === 0 ? 0 : step / steps;
    const [x, y] = [from[0] + part * dx, from[1] + part * dy];
    if (role === 'near') {
      put(dots, Math.floor(x - besideX), Math.floor(y - besideY));
      put(dots, Math.floor(x + besideX), Math.floor(y + besideY));
    } else put(dots, Math.floor(x), Math.floor(y));
  }
  return walked + steps;
}
