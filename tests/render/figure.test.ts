import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Drawing } from '../../src/documents/document.ts';
import { drawingLines } from '../../src/render/figure/drawing-lines.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { renderPlain } from '../../src/render/plain.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { pictures } from './documents.ts';
import { anyDrawing } from './random-documents.ts';
import { themes } from './themes.ts';

const figures: Block = {
  kind: 'figures',
  label: 'A person lies, then lifts one leg.',
  panels: [
    { caption: 'Start', drawing: square() },
    { caption: 'Hold', drawing: square() },
  ],
};

/** One stroke round a square frame, so far from its edge. */
function square(role: 'near' | 'far' | 'thing' | 'floor' = 'thing', inset = 0.01): Drawing {
  const [low, high] = [inset, 1 - inset];
  return {
    frame: { left: 0, bottom: 0, width: 1, height: 1 },
    strokes: [
      {
        kind: 'line',
        role,
        points: [
          [low, low],
          [low, high],
          [high, high],
          [high, low],
          [low, low],
        ],
      },
    ],
  };
}

describe('lines of a drawing', () => {
  test('a cell is twice as high as wide, so a square stays one', () => {
    expect(drawingLines(square(), { columns: 8, rows: 4, glyphs: 'unicode' })).toEqual([
      '⡏⠉⠉⠉⠉⠉⠉⢹',
      '⡇⠀⠀⠀⠀⠀⠀⢸'.replaceAll('⠀', ' '),
      '⡇⠀⠀⠀⠀⠀⠀⢸'.replaceAll('⠀', ' '),
      '⣇⣀⣀⣀⣀⣀⣀⣸',
    ]);
    expect(drawingLines(square(), { columns: 100, rows: 4, glyphs: 'unicode' })[0]).toHaveLength(8);
    expect(drawingLines(square(), { columns: 4, rows: 100, glyphs: 'unicode' })).toHaveLength(2);
  });

  test('its ASCII twin', () => {
    expect(drawingLines(square(), { columns: 8, rows: 4, glyphs: 'ascii' })).toEqual([
      '!======!',
      '!      !',
      '!      !',
      '!======!',
    ]);
  });

  test('near is thicker than a thing, and a thing than what is far', () => {
    const dots = (role: 'near' | 'far' | 'thing' | 'floor'): number => {
      const text = drawingLines(square(role, 0.2), { columns: 20, rows: 10, glyphs: 'unicode' }).join('');
      const bits = Array.from(text, (cell) => (cell === ' ' ? 0 : (cell.codePointAt(0) ?? 0) - 0x2800));
      return bits.reduce((sum, cell) => sum + cell.toString(2).replaceAll('0', '').length, 0);
    };
    expect(dots('near')).toBeGreaterThan(dots('thing'));
    expect(dots('thing')).toBeGreaterThan(dots('far'));
    expect(dots('far')).toBeGreaterThan(dots('floor'));
  });

  test('never wider or higher than asked, nothing trails, and only the characters of its set', () => {
    fc.assert(
      fc.property(
        anyDrawing,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom('unicode', 'ascii'),
        (drawing, columns, rows, glyphs) => {
          const lines = drawingLines(drawing, { columns, rows, glyphs });
          expect(lines.length).toBeLessThanOrEqual(rows);
          for (const line of lines) {
            expect(line.length).toBeLessThanOrEqual(columns);
            expect(line).not.toMatch(/ $/);
            expect(line).toMatch(glyphs === 'unicode' ? /^[ \u2801-\u28ff]*$/ : /^[ -~]*$/);
          }
        },
      ),
    );
  });

  test('drawings in one frame take the same lines, so one can follow another', () => {
    fc.assert(
      fc.property(anyDrawing, anyDrawing, fc.integer({ min: 1, max: 60 }), (one, other, columns) => {
        const size = { columns, rows: 12, glyphs: 'unicode' } as const;
        const same = { ...other, frame: one.frame };
        expect(drawingLines(same, size)).toHaveLength(drawingLines(one, size).length);
      }),
    );
  });
});

describe('pictures in a document', () => {
  test.each([
    ['80 columns', 80, true],
    ['60 columns, smaller', 60, true],
    ['40 columns, under each other', 40, false],
  ])('side by side where there is room: %s', (_, width, beside) => {
    const text = renderTerminal({ title: '', blocks: [figures] }, { ...themes.screen, width });
    expect(/Start +Hold/.test(text)).toBe(beside);
    expect(text).toMatch(/Start[\s\S]*Hold/);
  });

  test('a listener gets the sentence and nothing drawn', () => {
    const text = renderPlain({ title: '', blocks: [figures] }, themes.accessible);
    expect(text).toBe('Picture: A person lies, then lifts one leg.\n');
  });

  test('a pipe gets the picture, whole', () => {
    const text = renderPlain(pictures, themes.pipe);
    expect(text).toMatch(/[\u2801-\u28ff]{3}/);
    expect(text).not.toContain('Picture:');
  });

  test('an ASCII terminal gets no other character', () => {
    expect(renderTerminal(pictures, themes.ascii)).toMatch(/^[\n -~]*$/);
  });

  test('Markdown says it and draws it', () => {
    const markdown = renderMarkdown({ title: '', blocks: [figures] });
    expect(markdown).toMatch(/^Picture: A person lies, then lifts one leg\.\n\n```text\n[^`]+\n```\n$/);
  });

  test('a caption cannot end the fence of its picture', () => {
    const panels = [{ caption: '```` *a*', drawing: square() }];
    const markdown = renderMarkdown({ title: '', blocks: [{ ...figures, panels }] });
    expect(markdown).toMatch(/\n`````text\n[\s\S]*\n`````\n$/);
  });

  test('no pictures, no block', () => {
    const document = { title: '', blocks: [{ ...figures, panels: [] }] };
    expect(renderTerminal(document, themes.screen)).toBe('');
    expect(renderPlain(document, themes.pipe)).toBe('');
  });
});
