import fc from 'fast-check';
import type { Block, Chart, Document, Drawing, Point, Row, Stroke } from '../../src/documents/document.ts';
import type { Theme } from '../../src/render/theme.ts';

/** Pieces that have broken layouts: wide, joined, combining, invisible, hostile, long. */
const awkward = fc.constantFrom(
  '背中の痛み',
  '허리통증',
  'ภาษาไทย',
  'का की कु',
  'e\u0301\u0302\u0303',
  '👩‍👩‍👧‍👦',
  '👍🏽👍🏽👍🏽',
  '❤️❤️❤️❤️❤️❤️❤️❤️❤️❤️❤️❤️❤️❤️❤️❤️',
  '1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣0️⃣1️⃣2️⃣3️⃣',
  '🇳🇱🇩🇪🇫🇷',
  'a\u200bb\u00adc',
  '\u202eabc\u2066',
  '\u001b[31mred\u001b[0m',
  '\u001b]8;;https://example.org\u0007link\u001b]8;;\u0007',
  '\u009b2J\u001b[2J\u001bc\u001bP1$r\u001b\\',
  'one\ntwo\r\nthree\ttwo',
  '\ud800',
  'https://example.org/a/very/long/address/that/no/terminal/can/break/at/a/space?because=there&is=none',
  '—…“”×→',
);

const text = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.string({ maxLength: 14 }) },
      { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
      { weight: 3, arbitrary: awkward },
    ),
    { maxLength: 14 },
  )
  .chain((pieces) => fc.constantFrom(' ', '').map((glue) => pieces.join(glue)));

const texts = fc.array(text, { maxLength: 4 });

const row: fc.Arbitrary<Row> = fc.record(
  { label: text, note: text, text, details: texts },
  { requiredKeys: ['label', 'text'] },
);

const role = fc.constantFrom('near', 'far', 'thing', 'floor');
const coordinate = fc.double({ min: -2, max: 2, noNaN: true });
const point: fc.Arbitrary<Point> = fc.tuple(coordinate, coordinate);

/** A picture hangs together, as a body does: one long line, and circles at its corners. */
export const anyDrawing: fc.Arbitrary<Drawing> = fc
  .record({
    points: fc.array(point, { minLength: 1, maxLength: 8 }),
    role,
    circles: fc.array(
      fc.record({ role, radius: fc.double({ min: 0, max: 0.3, noNaN: true }), filled: fc.boolean() }),
      {
        maxLength: 3,
      },
    ),
    /** Also narrower than what is drawn. */
    span: fc.constantFrom(0.2, 1, 4),
  })
  .map(({ points, role: lineRole, circles, span }) => ({
    frame: { left: -span / 2, bottom: -2, width: span, height: 4 },
    strokes: [
      { kind: 'line', role: lineRole, points },
      ...circles.map(
        (circle, index): Stroke => ({ kind: 'circle', centre: points[index] ?? [0, 0], ...circle }),
      ),
    ],
  }));

/** Something in every row: without it, rows of a picture may be as empty as the gap between two blocks. */
export const drawingWithoutEmptyRows = anyDrawing.map((drawing): Drawing => {
  const { left, bottom, width, height } = drawing.frame;
  const middle = left + width / 2;
  const pole: readonly Point[] = [
    [middle, bottom],
    [middle, bottom + height],
  ];
  return { ...drawing, strokes: [...drawing.strokes, { kind: 'line', role: 'thing', points: pole }] };
});

/** Also with nothing in it, with values out of range and with spans that reach beyond it. */
export const anyChart: fc.Arbitrary<Chart> = fc.integer({ min: 0, max: 40 }).chain((count) =>
  fc.record({
    title: text,
    label: text,
    top: fc.constant(10),
    bottom: fc.constant(0),
    places: fc.array(text, { minLength: count, maxLength: count }),
    series: fc.array(
      fc.record({
        name: text,
        style: fc.constantFrom('line' as const, 'marks' as const),
        values: fc.array(fc.option(fc.double({ min: -2, max: 12 }), { nil: undefined }), {
          minLength: count,
          maxLength: count,
        }),
      }),
      { maxLength: 2 },
    ),
    spans: fc.array(
      fc.record({ name: text, from: fc.integer({ min: -3, max: 45 }), to: fc.integer({ min: -3, max: 45 }) }),
      { maxLength: 2 },
    ),
  }),
);

const anyBlock = (drawing: fc.Arbitrary<Drawing>): fc.Arbitrary<Block> =>
  fc.oneof(
    anyChart.map((chart) => ({ kind: 'chart', ...chart }) as const),
    fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(1, 2, 3), text }),
    fc.record({ kind: fc.constant('paragraph' as const), text, quiet: fc.boolean() }),
    fc.record({
      kind: fc.constant('callout' as const),
      tone: fc.constantFrom('emergency', 'urgent', 'routine', 'calm', 'note'),
      title: text,
      lines: texts,
    }),
    fc.record({ kind: fc.constantFrom('list' as const, 'steps' as const), items: texts }),
    fc.record({ kind: fc.constant('rows' as const), rows: fc.array(row, { maxLength: 4 }) }),
    fc.record({
      kind: fc.constant('table' as const),
      columns: texts,
      rows: fc.array(texts, { maxLength: 4 }),
    }),
    fc.record({
      kind: fc.constant('figures' as const),
      label: text,
      panels: fc.array(fc.record({ caption: text, drawing }), { maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('ticks' as const), label: text, columns: texts, rows: texts }),
    fc.record({ kind: fc.constant('next' as const), commands: texts }),
  );

/** Any document at all, hostile texts included. */
export const documentWith = (drawing: fc.Arbitrary<Drawing>): fc.Arbitrary<Document> =>
  fc.record({ title: text, blocks: fc.array(anyBlock(drawing), { maxLength: 6 }) });

export const anyDocument = documentWith(anyDrawing);

/** Any place where text is wrapped. */
export const anyWrappedTheme: fc.Arbitrary<Theme> = fc.record({
  layout: fc.constantFrom('screen', 'lines'),
  width: fc.oneof(fc.integer({ min: 20, max: 90 }), fc.constantFrom(30, 60, 80, 200)),
  colour: fc.constantFrom(0, 1, 2, 3),
  glyphs: fc.constantFrom('unicode', 'ascii'),
  accessible: fc.boolean(),
});
