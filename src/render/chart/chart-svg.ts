import type { Chart } from '../../documents/document.ts';
import { runsOf } from './runs.ts';

const size = { width: 640, height: 220 };
/** Room for the numbers at the left and the days below. */
const plot = { left: 34, top: 10, width: 596, height: 176 };

/**
 * A chart as inline SVG: no script, no style, the colour of the text around it. A screen reader passes over it, since
 * the figure around it says what it shows.
 *
 * @param inElement makes text safe in an element
 */
export function chartSvg(chart: Chart, inElement: (text: string) => string): string {
  const x = (place: number): string => number(plot.left + ((place + 0.5) / chart.places.length) * plot.width);
  const edge = (place: number): number => plot.left + (place / chart.places.length) * plot.width;
  const y = (value: number): string => {
    const part = Math.min(1, Math.max(0, (value - chart.bottom) / (chart.top - chart.bottom)));
    return number(plot.top + (1 - part) * plot.height);
  };
  const levels = [chart.top, (chart.top + chart.bottom) / 2, chart.bottom];
  const grid = levels.flatMap((level) => [
    `<line x1="${plot.left}" y1="${y(level)}" x2="${plot.left + plot.width}" y2="${y(level)}" stroke-width="0.6" stroke-opacity="0.5"></line>`,
    text(plot.left - 8, Number(y(level)) + 5, 'end', String(level)),
  ]);
  const spans = chart.spans.map(({ from, to }) => {
    const [first, last] = [edge(Math.max(0, from)), edge(Math.min(chart.places.length, to + 1))];
    return `<rect x="${number(first)}" y="${plot.top}" width="${number(Math.max(0, last - first))}" height="${plot.height}" fill="currentColor" fill-opacity="0.12" stroke="none"></rect>`;
  });
  const marks = chart.series.flatMap(({ style, values }) =>
    runsOf(values).flatMap((run) => {
      if (style === 'line') {
        const points = run.map(({ place, value }) => `${x(place)},${y(value)}`).join(' ');
        const line = run.length > 1 ? [`<polyline points="${points}" stroke-width="2.4"></polyline>`] : [];
        return [...line, ...run.map(({ place, value }) => dot(x(place), y(value), 3, true))];
      }
      return run.map(({ place, value }) => dot(x(place), y(value), 3.4, false));
    }),
  );
  const names = [
    text(plot.left, size.height - 8, 'start', inElement(chart.places[0] ?? '')),
    ...(chart.places.length > 1
      ? [text(plot.left + plot.width, size.height - 8, 'end', inElement(chart.places.at(-1) ?? ''))]
      : []),
  ];
  return [
    `<svg aria-hidden="true" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}"`,
    ' fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round">',
    ...[...spans, ...grid, ...marks, ...names],
    '</svg>',
  ].join('');
}

/** Filled for a line, open for marks: the two differ without colour. */
function dot(x: string, y: string, radius: number, filled: boolean): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" stroke-width="1.6"${filled ? ' fill="currentColor"' : ''}></circle>`;
}

function text(x: number, y: number, anchor: 'start' | 'end', words: string): string {
  return `<text x="${number(x)}" y="${number(y)}" text-anchor="${anchor}" font-size="15" fill="currentColor" stroke="none">${words}</text>`;
}

/** At most one decimal: finer than a printer's dot at this size. */
function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}
