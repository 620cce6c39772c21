import { describe, expect, test } from 'vitest';
import { safeText } from '../../src/render/safe-text.ts';

describe('safe text', () => {
  test.each([
    ['colour', '\u001b[31mred\u001b[0m', 'red'],
    ['clear screen', 'a\u001b[2J\u001b[Hb', 'ab'],
    ['eight-bit escape', 'a\u009b2Jb', 'ab'],
    ['window title', '\u001b]0;owned\u0007text', 'text'],
    ['link', '\u001b]8;;https://example.org\u0007link\u001b]8;;\u0007', 'link'],
    ['escape hidden in an escape', '\u001b\u001b[31m[31mred', '[31mred'],
    ['bell, backspace, delete', 'a\u0007b\u0008c\u007fd', 'abcd'],
    ['line ends and tabs', ' one\r\n two\tthree \u2028 four ', 'one two three four'],
    ['direction override', 'safe\u202egnihton', 'safegnihton'],
    ['zero-width marks', 'a\u200bb\ufeffc\u00ad', 'abc'],
    ['half a pair', 'a\ud800b', 'a\ufffdb'],
    ['joined emoji stays', '👩‍👧', '👩‍👧'],
    ['decomposed letter is composed', 'e\u0301', 'é'],
  ])('%s', (_, text, safe) => {
    expect(safeText(text)).toBe(safe);
  });

  test('our own marks are passed over without a look, and a look would leave them as they are', () => {
    const text = 'a · b … ← → – — ’ “ ” 20 ° • × c';
    expect(safeText(text)).toBe(text);
    // One character that is not seen takes it the long way.
    expect(safeText(`\u200b${text}`)).toBe(text);
  });
});
