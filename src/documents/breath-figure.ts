import type { Drawing, Point } from './document.ts';

/** The ring that full lungs fill, and how large the disc is when they are empty: parts of the height. */
const ringRadius = 0.47;
const leastRadius = 0.1;
const mostRadius = 0.43;
/** The ring comes as so many straight pieces. */
const pieces = 60;

const ring: readonly Point[] = Array.from({ length: pieces + 1 }, (_, piece): Point => {
  const turn = (2 * Math.PI * piece) / pieces;
  return [0.5 + ringRadius * Math.cos(turn), 0.5 + ringRadius * Math.sin(turn)];
});

/**
 * A disc that grows with the breath in and shrinks with the breath out, in a ring that stays.
 *
 * @param fullness 0 to 1
 */
export function breathDrawing(fullness: number): Drawing {
  const full = Math.min(1, Math.max(0, fullness));
  return {
    frame: { left: 0, bottom: 0, width: 1, height: 1 },
    strokes: [
      { kind: 'line', role: 'far', points: ring },
      {
        kind: 'circle',
        role: 'near',
        centre: [0.5, 0.5],
        radius: leastRadius + full * (mostRadius - leastRadius),
        filled: true,
      },
    ],
  };
}
