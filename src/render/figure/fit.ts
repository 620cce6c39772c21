import type { Drawing, Point } from '../../documents/document.ts';

/** Dots in a cell of braille. Cells are about twice as high as wide, so a dot is as high as it is wide. */
export const dotsAcross = 2;
export const dotsDown = 4;

/** A drawing in a piece of the screen, in its own proportions. */
export interface Fit {
  /** Cells it takes. */
  readonly columns: number;
  readonly rows: number;
  /** Dots for the height of a body. */
  readonly scale: number;
  /** Where a point of the drawing is, in dots from the upper left. */
  place(point: Point): Point;
}

/** Rounding must not cost a row. */
const slack = 0.001;

/** A drawing as large as it can be in so many cells. Drawings in the same frame fit alike. */
export function fitInto({ frame }: Drawing, columns: number, rows: number): Fit {
  const scale = Math.min((columns * dotsAcross) / frame.width, (rows * dotsDown) / frame.height);
  const cells = (dots: number, each: number): number => Math.max(1, Math.ceil(dots / each - slack));
  const taken = cells(frame.height * scale, dotsDown);
  return {
    columns: cells(frame.width * scale, dotsAcross),
    rows: taken,
    scale,
    // Measured from the ground up, so that it lies on the last row whatever is rounded.
    place: ([x, y]) => [(x - frame.left) * scale, taken * dotsDown - (y - frame.bottom) * scale],
  };
}
