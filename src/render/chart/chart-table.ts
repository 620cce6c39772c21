import type { Chart } from '../../documents/document.ts';

/** The numbers of a chart, for where it cannot be drawn or seen: a row for each place that has any. */
export function chartTable({ places, series, spans }: Chart): {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  const spanNames = [...new Set(spans.map(({ name }) => name))];
  const isIn = (name: string, place: number) =>
    spans.some((span) => span.name === name && place >= span.from && place <= span.to);
  return {
    columns: ['When', ...series.map(({ name }) => name), ...spanNames],
    rows: places.flatMap((name, place) => {
      const values = series.map(({ values: all }) => all[place]);
      if (values.every((value) => value === undefined)) return [];
      const cells = values.map((value) => (value === undefined ? '' : String(value)));
      return [[name, ...cells, ...spanNames.map((span) => (isIn(span, place) ? 'yes' : ''))]];
    }),
  };
}
