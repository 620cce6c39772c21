import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderHtml } from '../../src/render/html.ts';
import { emergency, handbook, result } from './documents.ts';
import { anyDocument } from './random-documents.ts';

const withoutEnd = new Set(['meta', '!doctype']);

/** Names of the elements in order, after a check that each is closed where it should be. */
function elementsOf(html: string): string[] {
  const names: string[] = [];
  const open: string[] = [];
  const markup = html.replace(/<style>[\s\S]*?<\/style>/, '<style></style>');
  for (const [tag, end, name = ''] of markup.matchAll(
    /<(\/?)([!a-z0-9]+)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)>/g,
  )) {
    if (withoutEnd.has(name)) continue;
    if (end === '/') expect(open.pop(), `${tag} closes`).toBe(name);
    else {
      open.push(name);
      names.push(name);
    }
  }
  expect(open).toEqual([]);
  const tags = /<\/?[!a-z0-9]+(?:\s+[a-z-]+(?:="[^"<>]*")?)*>/g;
  expect(markup.replace(tags, ''), 'no bracket outside a tag').not.toMatch(/[<>]/);
  return names;
}

const known =
  /^(html|head|title|style|body|main|h[123]|p|div|span|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|th|td|code)$/;

describe('html', () => {
  test.each([
    ['result', result],
    ['emergency', emergency],
    ['handbook', handbook],
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
    expect(html).toContain('@page { margin: 18mm; }');
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
        { kind: 'next', commands: [text] },
      ],
    });
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39; &quot; onload=x');
    elementsOf(html);
  });

  test('any document is well-formed and made of known elements', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        for (const name of elementsOf(renderHtml(document))) expect(name).toMatch(known);
      }),
    );
  });
});
