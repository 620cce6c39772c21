import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeEvents } from '../../../src/engine/record/merge.ts';

const events = (ids: string) => [...ids].map((id) => ({ id }));
const text = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join('');

describe('two records together', () => {
  test.each([
    ['into an empty one', '', 'abc', 'abc'],
    ['nothing', 'abc', '', 'abc'],
    ['the same', 'abc', 'abc', 'abc'],
    ['later ones', 'abc', 'abcde', 'abcde'],
    ['earlier ones', 'cde', 'ab', 'abcde'],
    ['in between', 'ace', 'bd', 'abcde'],
    ['some known', 'ace', 'abc', 'abce'],
    ['a clock set back here', 'adbe', 'c', 'acdbe'],
    ['a clock set back there: its order stays', 'be', 'adc', 'abdce'],
    ['behind what it stood behind', 'zb', 'zac', 'zabc'],
  ])('%s: %s + %s', (_, ours, theirs, merged) => {
    expect(text(mergeEvents(events(ours), events(theirs)))).toBe(merged);
  });

  const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghijklmnop'), { maxLength: 12 });

  test('each keeps its order, nothing is lost or doubled, and twice is once', () =>
    fc.assert(
      fc.property(ids, ids, (one, other) => {
        const ours = one.map((id) => ({ id }));
        const theirs = other.filter((id) => !one.includes(id)).map((id) => ({ id }));
        const merged = mergeEvents(ours, theirs);
        expect(merged.filter((event) => ours.includes(event))).toEqual(ours);
        expect(merged.filter((event) => theirs.includes(event))).toEqual(theirs);
        expect(merged).toHaveLength(ours.length + theirs.length);
        expect(mergeEvents(merged, theirs)).toEqual(merged);
      }),
    ));

  test('what stands behind another in the file stands behind it afterwards', () =>
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...'abcdefghij']),
        fc.shuffledSubarray([...'abcdefghij']),
        (one, other) => {
          const merged = text(mergeEvents(events(one.join('')), events(other.join(''))));
          const missing = other.filter((id) => !one.includes(id));
          for (const id of missing)
            for (const before of other.slice(0, other.indexOf(id)))
              expect(merged.indexOf(before)).toBeLessThan(merged.indexOf(id));
        },
      ),
    ));
});
