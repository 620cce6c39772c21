import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { describe, expect, test } from 'vitest';
import { shareWidth } from '../../src/render/columns.ts';
import { flow, measure, wrapText } from '../../src/render/width.ts';

describe('measure', () => {
  test.each([
    ['plain', 'back', 4],
    ['accented', 'é', 1],
    ['wide', '背中', 4],
    ['emoji', '🧘', 2],
    ['joined emoji, as a terminal that draws both', '👩‍👧', 4],
    ['emoji made wide', '❤️', 2],
    ['spacing vowel sign', 'का', 2],
    ['flag, as a terminal that draws its letters', '🇳🇱', 4],
    ['Yi', 'ꆈꌠ', 4],
    ['stacked marks', 'e\u0302\u0303', 1],
  ])('%s', (_, text, columns) => {
    expect(measure(text)).toBe(columns);
  });
});

test('what is drawn in dots and blocks is as wide as the library says', () => {
  const drawn = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
  const characters = [
    ...drawn(0x20, 0x7e),
    ...drawn(0x2500, 0x259f),
    ...drawn(0x2800, 0x28ff),
    ...'·…←→–—’“”°•×',
  ];
  expect(characters.filter((character) => measure(character) !== stringWidth(character))).toEqual([]);
});

describe('wrap', () => {
  test.each<[string, string, number, string[]]>([
    ['fits', 'one two', 7, ['one two']],
    ['at a space', 'one two', 6, ['one', 'two']],
    ['a long word, and what follows it', 'a abcdefghij b', 4, ['a', 'abcd', 'efgh', 'ij b']],
    ['wide letters', '背中の痛み', 4, ['背中', 'の痛', 'み']],
    ['never inside a joined emoji', '👩‍👧👩‍👧', 5, ['👩‍👧', '👩‍👧']],
    ['nothing', '', 10, []],
  ])('%s', (_, text, width, lines) => {
    expect(wrapText(text, width)).toEqual(lines);
  });
});

test('plain words are wrapped as the library wraps them', () => {
  const words = fc.array(fc.stringMatching(/^[!-~·…←→–—’“”°•×]{1,9}$/), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(words, fc.integer({ min: 9, max: 40 }), (list, width) => {
      const text = list.join(' ');
      expect(wrapText(text, width)).toEqual(wrapAnsi(text, width).split('\n'));
    }),
  );
});

describe('flow', () => {
  test('fills a row before it starts the next', () => {
    expect(flow(['one', 'two', 'three'], ' · ', 9)).toEqual([['one', 'two'], ['three']]);
  });
});

describe('share of width', () => {
  test.each<[string, number[], number, number[] | undefined]>([
    ['enough for all', [5, 5], 20, [5, 5]],
    ['the widest gives', [5, 40], 28, [5, 20]],
    ['both give', [40, 40], 43, [20, 20]],
    ['too little to read', [40, 40], 20, undefined],
  ])('%s', (_, wanted, available, widths) => {
    expect(shareWidth(wanted, available, 10)).toEqual(widths);
  });
});
