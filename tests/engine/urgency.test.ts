import { describe, expect, it } from 'vitest';
import { urgencies } from '../../src/data/schema.ts';
import { higherUrgency, loweredUrgency, urgencyRank } from '../../src/engine/urgency.ts';

describe('urgency', () => {
  it('ranks the levels in the order of the schema', () => {
    expect(urgencies.map(urgencyRank)).toEqual([0, 1, 2, 3]);
  });

  it.each(urgencies.flatMap((one) => urgencies.map((other) => [one, other] as const)))(
    'of %s and %s the higher counts',
    (one, other) => {
      const expected = urgencyRank(one) > urgencyRank(other) ? one : other;
      expect(higherUrgency(one, other)).toBe(expected);
    },
  );

  it.each([
    ['emergency', 'urgent'],
    ['urgent', 'routine'],
    ['routine', 'routine'],
    ['self-care', 'self-care'],
  ] as const)('%s becomes %s when it rests on "not sure"', (level, lowered) => {
    expect(loweredUrgency(level)).toBe(lowered);
  });
});
