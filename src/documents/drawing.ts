/** A line drawing, free of any format: the terminal draws it in dots, a page in SVG. */

export type Point = readonly [x: number, y: number];

/** Near limbs are drawn strong, far ones light, things beside the body as things. */
export type StrokeRole = 'near' | 'far' | 'thing' | 'floor';

export type Stroke =
  /** Through all its points in turn; a curve comes as many of them. */
  | { readonly kind: 'line'; readonly role: StrokeRole; readonly points: readonly Point[] }
  | {
      readonly kind: 'circle';
      readonly role: StrokeRole;
      readonly centre: Point;
      readonly radius: number;
      readonly filled?: boolean;
    };

/** Up is positive; the height of a body is 1. The strokes stand in drawing order: far first. */
export interface Drawing {
  /** The part of the plane to show: the same for all pictures of one exercise, so that they can be compared. */
  readonly frame: {
    readonly left: number;
    readonly bottom: number;
    readonly width: number;
    readonly height: number;
  };
  readonly strokes: readonly Stroke[];
}

/** Pictures side by side, such as start and hold. */
export interface FigurePanel {
  readonly caption: string;
  readonly drawing: Drawing;
}
