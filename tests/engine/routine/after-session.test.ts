import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AfterAdviceId,
  afterSession,
  type SessionReport,
  stopSigns,
} from '../../../src/engine/routine/after-session.ts';
import { nextEffort } from '../../../src/engine/routine/next-effort.ts';

const report = (changes: Partial<SessionReport> = {}): SessionReport => ({ finished: true, ...changes });

describe('what is said after a session', () => {
  it.each<readonly [string, Partial<SessionReport>, AfterAdviceId, 'less' | 'same']>([
    ['3 of 10 and the same', { painBefore: 3, painAfter: 3, compared: 'same' }, 'went-well', 'same'],
    ['only better', { compared: 'better' }, 'went-well', 'same'],
    ['5 of 10', { painBefore: 4, painAfter: 5, compared: 'same' }, 'watch-a-day', 'same'],
    ['6 of 10', { painBefore: 5, painAfter: 6 }, 'ease-off', 'less'],
    ['6 of 10 from 8', { painBefore: 8, painAfter: 6, compared: 'better' }, 'high-but-easing', 'less'],
    ['2 more than before', { painBefore: 1, painAfter: 3 }, 'ease-off', 'less'],
    ['1 more than before', { painBefore: 2, painAfter: 3 }, 'went-well', 'same'],
    ['only worse', { compared: 'worse' }, 'ease-off', 'less'],
    ['lower, and yet worse', { painBefore: 8, painAfter: 6, compared: 'worse' }, 'ease-off', 'less'],
    ['nothing', {}, 'noted', 'same'],
    [
      'a feeling further down the leg, though all is better',
      { painBefore: 5, painAfter: 1, compared: 'better', stopSign: 'spreads' },
      'stop-and-check',
      'less',
    ],
  ])('%s', (_name, changes, advice, effort) => {
    const after = afterSession(report(changes));
    expect(after).toMatchObject({ advice, effort });
    expect(after.says.length).toBeGreaterThan(0);
  });

  it.each(stopSigns.filter(({ urgency }) => urgency === 'emergency').map(({ id }) => id))(
    '%s is an emergency, whatever the pain',
    (stopSign) => {
      for (const painAfter of [undefined, 0, 10])
        expect(afterSession(report({ painAfter, stopSign }))).toMatchObject({
          advice: 'get-help-now',
          urgency: 'emergency',
        });
    },
  );

  it('no sign, no word of a professional', () => {
    for (let painAfter = 0; painAfter <= 10; painAfter += 1)
      expect(afterSession(report({ painAfter }))).not.toHaveProperty('urgency');
  });
});

describe('how much comes next', () => {
  const good = report({ painBefore: 2, painAfter: 2, compared: 'same', nextMorning: 'same' });
  it.each<readonly [string, readonly SessionReport[], number, 'less' | 'same' | 'more']>([
    ['nothing done yet', [], 0, 'same'],
    ['one good one', [good], 1, 'same'],
    ['two good ones', [good, good], 1, 'more'],
    [
      'two good ones, and the morning after not known',
      [{ ...good, nextMorning: undefined }, good],
      0,
      'same',
    ],
    ['two good ones, one of them cut short', [good, { ...good, finished: false }], 1, 'same'],
    ['two good ones, and a bad morning', [{ ...good, nextMorning: 'worse' }, good], 1, 'less'],
    ['two good ones, and a bad morning between', [good, { ...good, nextMorning: 'worse' }], 1, 'same'],
    ['a good one after a bad one', [good, report({ painAfter: 7 })], 1, 'same'],
    ['a bad one', [report({ painBefore: 2, painAfter: 7 }), good, good], 1, 'less'],
    ['pain of 4', [{ ...good, painAfter: 4, painBefore: 4 }, good], 1, 'same'],
    ['two good ones, five days ago', [good, good], 5, 'same'],
    ['two good ones, three weeks ago', [good, good], 21, 'less'],
  ])('%s', (_name, sessions, days, effort) => {
    expect(nextEffort(sessions, days)).toBe(effort);
  });

  it('more pain, or a worse word, never gives more', () => {
    const rank = { less: 0, same: 1, more: 2 };
    const some = fc.record({
      painBefore: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
      painAfter: fc.integer({ min: 0, max: 9 }),
      nextMorning: fc.constantFrom('better', 'same', 'worse', undefined),
      finished: fc.boolean(),
    });
    fc.assert(
      fc.property(some, fc.array(some, { maxLength: 2 }), (session, earlier) => {
        const effort = (changes: Partial<SessionReport>) =>
          rank[nextEffort([{ ...session, ...changes }, ...earlier], 1)];
        expect(effort({ painAfter: session.painAfter + 1 })).toBeLessThanOrEqual(effort({}));
        expect(effort({ compared: 'worse' })).toBeLessThanOrEqual(effort({ compared: 'same' }));
        expect(effort({ stopSign: 'spreads' })).toBe(0);
      }),
    );
  });
});
