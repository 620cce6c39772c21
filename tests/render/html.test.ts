import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderHtml } from '../../src/render/html.ts';
import { emergency, handbook, pictures, result } from './documents.ts';
import { anyDocument } from './random-documents.ts';

const withoutEnd = new Set(['meta', '!doctype']);

/** Names of the elements in order, after a check that each is closed where it should be. */
function elementsOf(html: string): string[] {
  const names: string[] = [];
  const open: string[] = [];
  const markup = html.replace(/<style>[\s\S]*?<\/style>/, '<style></style>');
  for (const [tag, end, name = ''] of markup.matchAll(
    /<(\/?)([!a-z0-9]+)((?:\s+[a-zA-Z0-9-]+(?:="[^"<>]*")?)*)>/g,
  )) {
    if (withoutEnd.has(name)) continue;
    if (end === '/') expect(open.pop(), `${tag} closes`).toBe(name);
    else {
      open.push(name);
      names.push(name);
    }
  }
  expect(open).toEqual([]);
  const tags = /<\/?[!a-z0-9]+(?:\s+[a-zA-Z0-9-]+(?:="[^"<>]*")?)*>/g;
  expect(markup.replace(tags, ''), 'no bracket outside a tag').not.toMatch(/[<>]/);
  return names;
}

const emptyDrawing = { frame: { left: 0, bottom: 0, width: 1, height: 1 }, strokes: [] };

const known =
  /^(html|head|title|style|body|main|h[123]|p|div|span|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|th|td|code|caption|section|figure|svg|polyline|circle|line|rect|text)$/;

describe('html', () => {
  test.each([
    ['result', result],
    ['emergency', emergency],
    ['handbook', handbook],
    ['pictures', pictures],
  ])('%s has one main, one title, one h1 and a language', (_, document) => {
    const html = renderHtml(document);
    const names = elementsOf(html);
    for (const name of ['main', 'title', 'h1'])
      expect(names.filter((other) => other === name)).toEqual([name]);
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(renderHtml(document, 'nl')).toContain('<html lang="nl">');
  });

  test('needs nothing from anywhere', () => {
    const html = renderHtml(result);
    expect(html).not.toMatch(
      /<(script|link|img|iframe|object|embed|form)|\bsrc=|\bhref=|url\(|@import|https?:/i,
    );
    expect(html).toContain("default-src 'none'");
  });

  test('prints: no fixed paper, nothing torn apart', () => {
    const html = renderHtml(result);
    expect(html).toContain('@page { margin: 12mm;');
    expect(html).not.toMatch(/@page[^}]*size/);
    expect(html).toContain('break-inside: avoid');
  });

  test('a text stays a text', () => {
    const text = '</style></title><script>alert("1")</script> & \' " onload=x';
    const html = renderHtml({
      title: text,
      blocks: [
        { kind: 'rows', rows: [{ label: text, note: text, text, details: [text] }] },
        { kind: 'table', columns: [text], rows: [[text]] },
        { kind: 'callout', tone: 'note', title: text, lines: [text] },
        { kind: 'figures', label: text, panels: [{ caption: text, drawing: emptyDrawing }] },
        { kind: 'next', commands: [text] },
      ],
    });
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39; &quot; onload=x');
    elementsOf(html);
  });

  test('pictures are one image with a label, drawn in the colour of the text', () => {
    const html = renderHtml(pictures);
    expect(html).toContain(
      '<figure role="img" aria-label="A person stands beside a wall, then lifts one arm.">',
    );
    // A figure that has one may not be an image.
    expect(html).not.toContain('<figcaption');
    expect(html.match(/<svg aria-hidden="true"/g)).toHaveLength(5);
    expect(html).toContain('stroke="currentColor"');
    expect(html).not.toMatch(/<svg[^>]*(id|style|class|href)=/);
  });

  test('far limbs differ from near ones in more than shade', () => {
    const pens = new Set(renderHtml(pictures).match(/stroke-width="[^"]+" stroke-dasharray="[^"]+"/g));
    expect(pens).toEqual(new Set(['stroke-width="1.8" stroke-dasharray="4 3"']));
  });

  test('any document is well-formed and made of known elements', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        for (const name of elementsOf(renderHtml(document))) expect(name).toMatch(known);
      }),
    );
  });
});
