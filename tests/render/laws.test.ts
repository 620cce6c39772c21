import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/documents/document.ts';
import { renderHtml } from '../../src/render/html.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { createPaint } from '../../src/render/paint.ts';
import { renderPlain } from '../../src/render/plain.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import type { Theme } from '../../src/render/theme.ts';
import { measure } from '../../src/render/width.ts';
import { anyDocument, anyWrappedTheme, documentWith, drawingWithoutEmptyRows } from './random-documents.ts';
import { themes } from './themes.ts';

function renderText(document: Document, theme: Theme): string {
  return theme.layout === 'screen'
    ? renderTerminal(document, theme)
    : renderPlain(document, theme, createPaint(theme.colour));
}

/** What a terminal would obey instead of showing; a line's end and a table's tab are not among it. */
const obeyed = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\ufeff]|\p{Surrogate}/u;

describe('laws of every rendering', () => {
  test('no line is wider than the theme, as a library counts and as the widest terminal would', () => {
    fc.assert(
      fc.property(anyDocument, anyWrappedTheme, (document, theme) => {
        for (const painted of renderText(document, theme).split('\n')) {
          const line = stripVTControlCharacters(painted);
          expect(stringWidth(line)).toBeLessThanOrEqual(theme.width);
          // Tabs stand between the cells of a table that goes to a pipe, where nothing is wrapped.
          if (!line.includes('\t')) expect(measure(line)).toBeLessThanOrEqual(theme.width);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('nothing in a text is obeyed by the terminal', () => {
    fc.assert(
      fc.property(anyDocument, anyWrappedTheme, (document, theme) => {
        expect(renderText(document, { ...theme, colour: 0 })).not.toMatch(obeyed);
        expect(renderMarkdown(document)).not.toMatch(obeyed);
        expect(renderHtml(document)).not.toMatch(obeyed);
      }),
    );
  });

  test('colour changes nothing but colour', () => {
    fc.assert(
      fc.property(anyDocument, anyWrappedTheme, (document, theme) => {
        const painted = renderText(document, { ...theme, colour: 3 });
        expect(stripVTControlCharacters(painted)).toBe(renderText(document, { ...theme, colour: 0 }));
      }),
    );
  });

  test('no text is lost: every letter stands in every layout', () => {
    const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.integer({ min: 20, max: 100 }),
        (text, width) => {
          const document: Document = { title: '', blocks: [{ kind: 'paragraph', text }] };
          const wide = renderPlain(document, themes.pipe);
          expect(letters(renderTerminal(document, { ...themes.screen, width }))).toBe(letters(wide));
        },
      ),
    );
  });

  test('nothing trails and no two empty lines follow each other', () => {
    fc.assert(
      fc.property(documentWith(drawingWithoutEmptyRows), anyWrappedTheme, (document, theme) => {
        const text = renderText(document, { ...theme, colour: 0 });
        expect(text).not.toMatch(/\n\n\n|^\n/);
        expect(text).not.toMatch(/ +$/m);
      }),
    );
  });

  test('prose is never wider than 72 columns', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 60 }), fc.integer({ min: 20, max: 200 }), (text, width) => {
        const document: Document = { title: '', blocks: [{ kind: 'paragraph', text }] };
        for (const line of renderTerminal(document, { ...themes.screen, width }).split('\n')) {
          expect(line.trim().length).toBeLessThanOrEqual(72);
        }
      }),
    );
  });
});
