import { describe, expect, it } from 'vitest';
import type { Question } from '../../src/data/schema.ts';
import type { Answers } from '../../src/engine/answers.ts';
import { nextByGain } from '../../src/engine/gain.ts';
import type { Knowledge } from '../../src/engine/knowledge.ts';
import { knowledge, knowledgeWith, ordinary, person, question, without } from './world.ts';

/** One pattern in doubt; a question moves it by its ratios for yes and no. */
function world(
  questions: readonly Question[],
  rows: readonly (readonly [finding: string, value: 'yes' | 'no', ratio: number])[],
  prior = 0.38,
): Knowledge {
  return knowledgeWith({
    questions,
    patterns: [
      {
        id: 'pulled-muscle',
        name: 'One',
        prior,
        priorReason: 'test',
        role: 'set-off',
        gate: [{ yes: 'gate' }],
        card: { what: 'test', how: [], against: 'test' },
        sources: [],
        judged: true,
      },
    ],
    evidence: rows.map(([finding, is, ratio]) => ({
      finding,
      value: { is },
      ratios: { 'pulled-muscle': ratio },
      says: finding,
      sources: [],
      judged: true,
    })),
  });
}
const branch = (id: string, more: object = {}) => question(id, { role: 'branch', share: 0.5, ...more });
const next = (of: Knowledge, answers: Answers = {}, role: 'branch' | 'test' = 'branch') =>
  nextByGain(answers, of, role)?.id;

describe('the next question by gain', () => {
  it('is the one that leaves least doubt', () => {
    const of = world(
      [branch('weak'), branch('strong'), branch('middling')],
      [
        ['weak', 'yes', 1.5],
        ['strong', 'yes', 9],
        ['strong', 'no', 0.1],
        ['middling', 'yes', 3],
        ['middling', 'no', 0.5],
      ],
    );
    expect(next(of)).toBe('strong');
    expect(next(of, { strong: 'no' })).toBe(undefined);
  });

  it('weighs answers by how often they are given', () => {
    const rows = [
      ['often', 'yes', 9],
      ['seldom', 'yes', 9],
    ] as const;
    expect(next(world([branch('seldom', { share: 0.02 }), branch('often', { share: 0.5 })], rows, 0.5))).toBe(
      'often',
    );
  });

  it('goes to the shorter text on a tie', () => {
    const rows = [
      ['one', 'yes', 4],
      ['two', 'yes', 4],
    ] as const;
    expect(
      next(world([branch('one', { ask: 'Longer words?' }), branch('two', { ask: 'Short?' })], rows)),
    ).toBe('two');
    expect(
      next(world([branch('two', { ask: 'Short?' }), branch('one', { ask: 'Longer words?' })], rows)),
    ).toBe('two');
    expect(next(world([branch('one', { ask: 'Same?' }), branch('two', { ask: 'Same?' })], rows))).toBe('one');
  });

  it('is none when no answer carries a pattern over "fits partly" or "fits well"', () => {
    expect(next(world([branch('a')], [['a', 'yes', 1.05]]))).toBeUndefined();
    expect(next(world([branch('a')], [['a', 'yes', 1.2]]))).toBe('a');
    expect(next(world([branch('a')], [['a', 'no', 0.5]], 0.42))).toBe('a');
    expect(next(world([branch('a')], [['a', 'yes', 1.2]], 0.52))).toBe('a');
    expect(next(world([branch('a')], [['a', 'yes', 1.1]], 0.45))).toBeUndefined();
  });

  it('is none once the top is clear', () => {
    expect(next(world([branch('a')], [['a', 'no', 0.1]], 0.75))).toBeUndefined();
    expect(next(world([branch('a')], [['a', 'no', 0.1]], 0.74))).toBe('a');
  });

  it('is none among answered ones', () => {
    const of = world([branch('a')], [['a', 'yes', 9]]);
    expect(next(of)).toBe('a');
    for (const said of ['no', 'unsure', 'skipped']) expect(next(of, { a: said })).toBeUndefined();
  });

  it('is only one whose condition holds or may hold', () => {
    const of = world([branch('a', { when: { yes: 'gate' } })], [['a', 'yes', 9]]);
    expect(next(of)).toBeUndefined();
    expect(next(of, { gate: 'unsure' })).toBe('a');
  });

  it('is of the role that is asked for', () => {
    const of = world(
      [branch('a'), question('t', { role: 'test', share: 0.5 })],
      [
        ['a', 'yes', 9],
        ['t', 'yes', 9],
      ],
    );
    expect(next(of)).toBe('a');
    expect(next(of, {}, 'test')).toBe('t');
  });

  it('is never unsafe, nor while it may be', () => {
    const of = world(
      [question('t', { role: 'test', share: 0.5, unsafeWhen: { yes: 'bones' } })],
      [['t', 'yes', 9]],
    );
    expect(next(of, { bones: 'no' }, 'test')).toBe('t');
    expect(next(of, { bones: 'unsure' }, 'test')).toBeUndefined();
    expect(next(of, { bones: 'yes' }, 'test')).toBeUndefined();
  });

  it('waits until its pattern is likely enough', () => {
    const needs = (atLeast: number) =>
      world([branch('a', { whenPattern: { pattern: 'pulled-muscle', atLeast } })], [['a', 'yes', 9]]);
    expect(next(needs(0.38 - 1e-9))).toBe('a');
    expect(next(needs(0.39))).toBeUndefined();
    expect(
      next(
        world([branch('a', { whenPattern: { pattern: 'poor-posture', atLeast: 0.1 } })], [['a', 'yes', 9]]),
      ),
    ).toBeUndefined();
  });

  it('can be a choice, several ticks or a number', () => {
    const options = [
      { id: 'x', label: 'x', share: 0.5 },
      { id: 'y', label: 'y', share: 0.5 },
    ];
    const base = world([], []);
    const evidence = (value: object) => [
      { finding: 'q', value, ratios: { 'pulled-muscle': 9 }, says: 'q', sources: [], judged: true },
    ];
    for (const [kind, more, value] of [
      ['single', { options }, { anyOf: ['x'] }],
      ['multi', { options }, { anyOf: ['x'] }],
      [
        'number',
        {
          bands: [
            { id: 'low', from: 0, share: 0.5 },
            { id: 'high', from: 5, share: 0.5 },
          ],
        },
        { band: 'high' },
      ],
    ] as const) {
      const asked = question('q', { role: 'branch', kind, ...more });
      const of: Knowledge = {
        ...base,
        questions: [asked],
        evidence: evidence(value) as unknown as Knowledge['evidence'],
        question: (id) => (id === 'q' ? asked : undefined),
      };
      expect(nextByGain({}, of, 'branch')?.id, kind).toBe('q');
    }
  });
});

describe('the next question as shipped', () => {
  it('asks nobody without leg feelings about the leg', () => {
    let answers: Answers = without(
      ordinary,
      ...knowledge.questions.filter(({ role }) => role === 'branch').map(({ id }) => id),
    );
    for (;;) {
      const asked = nextByGain(answers, knowledge, 'branch');
      if (asked === undefined) break;
      expect(['leg-worse-than-back', 'cough-strain-leg', 'better-bending-forward']).not.toContain(asked.id);
      answers = { ...answers, [asked.id]: 'unsure' };
    }
  });

  it.each([
    ['pain of 7', { 'pain-worst': 7 }],
    ['17', { age: 17 }],
    ['76', { age: 76 }],
    ['pregnant', { 'mod-pregnant': 'yes' }],
    ['perhaps pregnant', { 'mod-pregnant': 'unsure' }],
    ['thin bones', { 'mod-osteoporosis': 'yes' }],
    ['steroids', { 'mod-steroids': 'yes' }],
    ['unsteady', { 'rf-unsteady': 'yes' }],
    ['age not told', { age: 'skipped' }],
  ] as readonly (readonly [string, Answers])[])('offers no self-test: %s', (_name, changes) => {
    const doubtful = without(
      person({
        duration: 60,
        'onset-type': 'gradual',
        'hamstring-feel': 'yes',
        'leg-symptoms': ['buttock-or-thigh-only'],
      }),
      'onset-trigger',
    );
    expect(nextByGain(doubtful, knowledge, 'test')?.role).toBe('test');
    expect(nextByGain({ ...doubtful, ...changes }, knowledge, 'test')).toBeUndefined();
  });
});
