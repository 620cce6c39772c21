import type { Chart, Stroke } from '../../documents/document.ts';
import { brailleRows } from '../figure/dots.ts';
import { dotsAcross, dotsDown } from '../figure/fit.ts';
import type { GlyphSet } from '../theme.ts';
import { measure, wrapText } from '../width.ts';
import { runsOf } from './runs.ts';

/** A line of the picture, or one of the words around it. It is laid out already. */
export interface ChartLine {
  readonly kind: 'picture' | 'words';
  readonly text: string;
}

/** The plot itself: where its marks stand, and with what they are drawn. */
interface Plot {
  readonly columns: number;
  readonly rows: number;
  readonly glyphs: GlyphSet;
}

/** More than this asks too much of the eye. */
const widestPlot = 60;
/** Few places are not pulled apart further. */
const widestPlace = 6;
/** Narrower than this nothing can be read off: the table says it instead. */
const narrowestPlot = 16;
const signs = {
  unicode: { axis: '│', tick: '┤', corner: '└', floor: '─', span: '▔', line: '━', marks: '▪' },
  ascii: { axis: '|', tick: '+', corner: '+', floor: '-', span: '^', line: '*', marks: '.' },
} as const;

/** A chart as lines of at most `width` columns: braille, or its ASCII twin. Undefined where there is no room for one. */
export function chartLines(chart: Chart, width: number, glyphs: GlyphSet): ChartLine[] | undefined {
  const labels = [chart.top, (chart.top + chart.bottom) / 2, chart.bottom].map(String);
  const labelWidth = Math.max(...labels.map((label) => label.length));
  const room = Math.min(widestPlot, width - labelWidth - 2, chart.places.length * widestPlace);
  if (width - labelWidth - 2 < narrowestPlot || chart.places.length === 0) return undefined;
  const columns = Math.max(room, narrowestPlot);
  const plot = { columns, rows: glyphs === 'unicode' ? 7 : 11, glyphs };
  const sign = signs[glyphs];
  const rows = glyphs === 'unicode' ? brailleOf(chart, plot) : lettersOf(chart, plot);
  const middle = (plot.rows - 1) / 2;
  const label = (row: number): string | undefined =>
    row === 0 ? labels[0] : row === middle ? labels[1] : row === plot.rows - 1 ? labels[2] : undefined;
  const inset = ' '.repeat(labelWidth + 1);
  const spans = spanRow(chart, plot, sign.span);
  const names = placeNames(chart, columns);
  const words = (text: string): ChartLine[] =>
    wrapText(text, width).map((line) => ({ kind: 'words', text: line }));
  return [
    ...words(chart.title),
    ...rows.map((row, index): ChartLine => {
      const name = label(index);
      const edge = `${(name ?? '').padStart(labelWidth)} ${name === undefined ? sign.axis : sign.tick}`;
      return { kind: 'picture', text: `${edge}${row}`.trimEnd() };
    }),
    { kind: 'picture', text: `${inset}${sign.corner}${sign.floor.repeat(columns)}` },
    ...(spans === '' ? [] : [{ kind: 'picture', text: `${inset} ${spans}` } as const]),
    ...(names.trim() === '' ? [] : [{ kind: 'words', text: `${inset} ${names}`.trimEnd() } as const]),
    ...words(legendOf(chart, sign)),
  ];
}

/** Column of the middle of a place, counted in so many columns. */
function columnOf(place: number, { places }: Chart, columns: number): number {
  return ((place + 0.5) * columns) / places.length;
}

/** How far up a value stands: 0 at the bottom, 1 at the top. */
function heightOf(value: number, { top, bottom }: Chart): number {
  return Math.min(1, Math.max(0, (value - bottom) / (top - bottom)));
}

function brailleOf(chart: Chart, { columns, rows }: Plot): string[] {
  const height = rows * dotsDown - 2;
  const strokes = chart.series.flatMap(({ style, values }) =>
    runsOf(values).flatMap((run): Stroke[] => {
      const points = run.map(
        ({ place, value }) =>
          [columnOf(place, chart, columns * dotsAcross), 1 + (1 - heightOf(value, chart)) * height] as const,
      );
      if (style === 'line' && points.length > 1) return [{ kind: 'line', role: 'near', points }];
      return points.map(
        ([x, y]) =>
          ({
            kind: 'line',
            role: 'near',
            points: [
              [x, y],
              [x + 1, y],
            ],
          }) as const,
      );
    }),
  );
  const frame = { left: 0, bottom: 0, width: columns * dotsAcross, height: rows * dotsDown };
  return brailleRows({ frame, strokes }, { columns, rows, scale: 1, place: (point) => point });
}

/** One letter for each value, each in the row nearest to it; the first series stands before the others. */
function lettersOf(chart: Chart, { columns, rows }: Plot): string[] {
  const grid = Array.from({ length: rows }, () => Array<string>(columns).fill(' '));
  for (const { style, values } of [...chart.series].reverse()) {
    for (const { place, value } of runsOf(values).flat()) {
      const row = Math.round((1 - heightOf(value, chart)) * (rows - 1));
      const line = grid[row];
      if (line !== undefined) line[Math.floor(columnOf(place, chart, columns))] = signs.ascii[style];
    }
  }
  return grid.map((line) => line.join(''));
}

function spanRow(chart: Chart, { columns }: Plot, sign: string): string {
  const row = Array<string>(columns).fill(' ');
  for (const { from, to } of chart.spans) {
    const [first, last] = [columnOf(from - 0.5, chart, columns), columnOf(to + 0.5, chart, columns)];
    for (let column = Math.floor(Math.max(0, first)); column < Math.min(columns, last); column += 1)
      row[column] = sign;
  }
  return row.join('').trimEnd();
}

/** Names of the first, a middle and the last place, where they stand; the middle one only with air around it. */
function placeNames({ places }: Chart, columns: number): string {
  const [first = '', last = ''] = [places[0], places.at(-1)];
  if (places.length === 1 || measure(first) + measure(last) + 1 > columns)
    return wrapText(first, columns)[0] ?? '';
  const half = (places.length - 1) >> 1;
  const middle = places[half] ?? '';
  const at = Math.round(((half + 0.5) * columns) / places.length - measure(middle) / 2);
  const rest = columns - measure(first) - measure(last);
  const hasMiddle = half > 0 && at > measure(first) + 1 && at + measure(middle) + 1 < columns - measure(last);
  if (!hasMiddle) return first + ' '.repeat(rest) + last;
  const before = at - measure(first);
  return first + ' '.repeat(before) + middle + ' '.repeat(rest - before - measure(middle)) + last;
}

function legendOf({ series, spans }: Chart, sign: (typeof signs)[GlyphSet]): string {
  const names = series.filter(({ name }) => name !== '').map(({ name, style }) => `${sign[style]} ${name}`);
  const flares = [...new Set(spans.map(({ name }) => name))].filter((name) => name !== '');
  return [...names, ...flares.map((name) => `${sign.span} ${name}`)].join('   ');
}
