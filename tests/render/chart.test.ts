import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chart, Document } from '../../src/documents/document.ts';
import { chartLines } from '../../src/render/chart/chart-lines.ts';
import { chartTable } from '../../src/render/chart/chart-table.ts';
import { runsOf } from '../../src/render/chart/runs.ts';
import { renderHtml } from '../../src/render/html.ts';
import { type Format, renderDocument } from '../../src/render/render.ts';
import type { Theme } from '../../src/render/theme.ts';
import { anyChart } from './random-documents.ts';
import { themes } from './themes.ts';

const _ = undefined;
const usual = [6, 6.5, 5, 7, 5, 4, 4, _, _, _, 8, 6, 5, 3, 3, _, _, 4, _, _, 2, 2, 2.5, 2, 1, 1, 0, 1];

/** Four weeks with gaps, a lone day and a flare. */
const fourWeeks: Chart = {
  title: 'Pain, 1 to 28 Nov',
  label: 'Pain, 1 to 28 Nov. Usual pain: from about 6 to about 1.',
  top: 10,
  bottom: 0,
  places: usual.map((__, index) => `${index + 1} Nov`),
  series: [
    { name: 'usual pain', style: 'line', values: usual },
    {
      name: 'worst pain',
      style: 'marks',
      values: usual.map((value) => (value === _ ? _ : Math.min(10, value + 2))),
    },
  ],
  spans: [{ name: 'flare', from: 10, to: 12 }],
};
const documentOf = (chart: Chart): Document => ({ title: 'Progress', blocks: [{ kind: 'chart', ...chart }] });

describe('golden text', () => {
  test.each(Object.entries<Theme>(themes))('four weeks, %s', async (name, theme) => {
    const text = await renderDocument(documentOf(fourWeeks), {
      format: 'text',
      theme: { ...theme, colour: 0 },
    });
    await expect(text).toMatchFileSnapshot(`golden/chart.${name}.txt`);
  });

  test.each<[Format, string]>([
    ['markdown', 'md'],
    ['html', 'html'],
  ])('four weeks, %s', async (format, extension) => {
    const text = await renderDocument(documentOf(fourWeeks), { format, theme: themes.screen });
    // The look of a page has golden text of its own.
    const body = /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? text;
    await expect(`${body.trimEnd()}\n`).toMatchFileSnapshot(`golden/chart.${extension}`);
  });
});

describe('what is drawn', () => {
  const one = (values: readonly (number | undefined)[]): Chart => ({
    ...fourWeeks,
    places: values.map(String),
    series: [{ name: 'usual', style: 'line', values }],
    spans: [],
  });
  const picture = (chart: Chart) =>
    (chartLines(chart, 40, 'ascii') ?? []).filter(({ kind }) => kind === 'picture').map(({ text }) => text);

  test('a value stands in the row of its number', () => {
    const rows = picture(one([10, 7, 0]));
    expect(rows.findIndex((row) => row.includes('*'))).toBe(0);
    expect(rows[3]).toMatch(/\*$/);
    expect(rows[10]).toMatch(/^ 0 \+.*\*$/);
    expect(rows.join('').match(/\*/g)).toHaveLength(3);
  });

  test('a gap is a gap, and no line runs across it', () => {
    expect(runsOf([1, 2, _, 3, Number.NaN, 4]).map((run) => run.map(({ place }) => place))).toEqual([
      [0, 1],
      [3],
      [5],
    ]);
    const html = renderHtml(documentOf(one([1, 2, _, 3, 4])));
    expect(html.match(/<polyline/g)).toHaveLength(2);
  });

  test('where there is no room, its numbers say it', () => {
    expect(chartLines(fourWeeks, 16, 'unicode')).toBeUndefined();
    expect(chartLines({ ...fourWeeks, places: [] }, 80, 'unicode')).toBeUndefined();
    expect(chartLines(fourWeeks, 30, 'unicode')).toBeDefined();
  });

  test('the table has a row for each place with a value, and no zero for one without', () => {
    const { columns, rows } = chartTable(fourWeeks);
    expect(columns).toEqual(['When', 'usual pain', 'worst pain', 'flare']);
    expect(rows).toHaveLength(21);
    expect(rows[7]).toEqual(['11 Nov', '8', '10', 'yes']);
  });

  test('line and marks differ without colour, and the page needs nothing from elsewhere', () => {
    const html = renderHtml(documentOf(fourWeeks));
    expect(html).toMatch(/<circle [^>]*fill="currentColor"/);
    expect(html).toMatch(/<circle [^>]*stroke-width="1\.6"><\/circle>/);
    expect(html).toContain(`aria-label="${fourWeeks.label}"`);
    expect(html).not.toMatch(/<svg[^>]*(id|style|class|href)=/);
  });

  test('one place, one value', () => {
    const rows = picture(one([5]));
    expect(rows[5]).toContain('*');
  });
});

test('no line is wider than its room, whatever the values are', () => {
  fc.assert(
    fc.property(
      anyChart,
      fc.integer({ min: 20, max: 90 }),
      fc.constantFrom('unicode', 'ascii'),
      (chart, width, glyphs) => {
        const safe: Chart = {
          ...chart,
          title: 'Pain',
          places: chart.places.map((__, index) => `${index} Nov`),
          series: chart.series.map((each) => ({ ...each, name: 'usual' })),
          spans: chart.spans.map((span) => ({ ...span, name: 'flare' })),
        };
        for (const { text } of chartLines(safe, width, glyphs) ?? [])
          expect(Array.from(text).length).toBeLessThanOrEqual(width);
      },
    ),
  );
});
