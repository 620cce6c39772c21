import type { Drawing, Stroke, StrokeRole } from '../../documents/document.ts';

/** Units of the picture for the height of a body. */
const scale = 100;
/** Pixels of a page for one of them: three lying bodies stand side by side on A4, one beside its steps. */
const pixels = 1.65;

/** Far limbs are thinner and dashed as well as lighter, so that nothing rests on shade alone. */
const pens: Readonly<Record<StrokeRole, string>> = {
  floor: 'stroke-width="0.8"',
  thing: 'stroke-width="1.4"',
  far: 'stroke-width="1.8" stroke-dasharray="4 3" stroke-opacity="0.75"',
  near: 'stroke-width="2.6"',
};

/**
 * A drawing as inline SVG: no script, no style, the colour of the text around it. All bodies are of one size, and a
 * screen reader passes over it, since the figure around it says what it shows.
 */
export function drawingSvg({ frame, strokes }: Drawing): string {
  const [width, height] = [frame.width * scale, frame.height * scale];
  const shapes = strokes.map((stroke) => shape(stroke, frame));
  return [
    `<svg aria-hidden="true" width="${number(width * pixels)}" height="${number(height * pixels)}" viewBox="0 0 ${number(width)} ${number(height)}"`,
    ` fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round">${shapes.join('')}</svg>`,
  ].join('');
}

function shape(stroke: Stroke, frame: Drawing['frame']): string {
  const x = (value: number): string => number((value - frame.left) * scale);
  const y = (value: number): string => number((frame.bottom + frame.height - value) * scale);
  const pen = pens[stroke.role];
  if (stroke.kind === 'line') {
    const points = stroke.points.map((point) => `${x(point[0])},${y(point[1])}`).join(' ');
    return `<polyline points="${points}" ${pen}></polyline>`;
  }
  const fill = stroke.filled === true ? ' fill="currentColor"' : '';
  return `<circle cx="${x(stroke.centre[0])}" cy="${y(stroke.centre[1])}" r="${number(stroke.radius * scale)}" ${pen}${fill}></circle>`;
}

/** At most one decimal: finer than a printer's dot at this size. */
function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}
