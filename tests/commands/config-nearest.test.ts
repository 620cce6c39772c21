import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearest } from '../../src/commands/nearest.ts';

const candidates = ['country', 'emergency-number', 'colour', 'day-start', 'sound', 'voice'];

describe('the nearest word', () => {
  test.each([
    ['contry', 'country'],
    ['conutry', 'country'],
    ['COUNTRY', 'country'],
    ['color', 'colour'],
    ['daystart', 'day-start'],
    ['emergency', 'emergency-number'],
    ['voise', 'voice'],
    ['sund', 'sound'],
    ['zebra', undefined],
    ['', undefined],
    ['__proto__', undefined],
  ])('%j → %s', (word, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });

  test('is none where there are no candidates', () => expect(nearest('country', [])).toBeUndefined());

  test('is the word itself when it is a candidate', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), fc.nat(), (words, place) => {
        const word = words[place % words.length]!;
        expect(nearest(word, words)?.toLowerCase()).toBe(word.toLowerCase());
      }),
    ));

  test('is found after one slip in a word of three letters or more', () =>
    fc.assert(
      fc.property(
        fc.string({ minLength: 3, maxLength: 20 }),
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 1 }),
        (word, place, letter) => {
          const at = place % word.length;
          for (const slip of [
            word.slice(0, at) + word.slice(at + 1),
            word.slice(0, at) + letter + word.slice(at),
          ]) {
            expect(nearest(slip, [word])).toBe(word);
          }
        },
      ),
    ));
});
