import { describe, expect, test } from 'vitest';
import { auditCases, levelsOfSignsInRules } from '../../src/data/audit/index.ts';
import { knowledgeTables } from '../../src/data/knowledge.ts';
import type { Question, Urgency } from '../../src/data/schema.ts';
import { checkAnswers } from '../../src/engine/answer-input.ts';
import type { Answers } from '../../src/engine/answers.ts';
import {
  type AuditCase,
  type AuditTool,
  type Expectation,
  proportionOf,
  scoreCases,
  toolOf,
  unsafeLevels,
} from '../../src/engine/audit.ts';
import { personWith, scoreSigns } from '../../src/engine/audit-signs.ts';
import { knowledgeFrom } from '../../src/engine/knowledge.ts';

const knowledge = knowledgeFrom(knowledgeTables);

/** A made-up tool: each case carries what the tool says in its answers. */
const madeUp: AuditTool = (answers) => ({
  urgency: answers.says as Urgency,
  patterns: Array.isArray(answers.names) ? answers.names : [],
  rules: [],
});

function person(expected: Expectation, says: Urgency, names: readonly string[] = [], age = 40): AuditCase {
  return { name: `${expected.urgency} ${says}`, answers: { age, says, names }, expected };
}

describe('scoring of a made-up tool', () => {
  const score = scoreCases(
    [
      person({ urgency: 'emergency' }, 'emergency'),
      person({ urgency: 'emergency' }, 'urgent'),
      person({ urgency: 'urgent', acceptable: ['routine'] }, 'routine'),
      person({ urgency: 'urgent', acceptable: ['emergency'] }, 'emergency'),
      person({ urgency: 'urgent', acceptable: ['routine'] }, 'self-care'),
      person({ urgency: 'urgent', unsafe: ['self-care'] }, 'routine'),
      person({ urgency: 'routine', acceptable: ['urgent'] }, 'emergency'),
      person({ urgency: 'self-care' }, 'routine'),
      person({ urgency: 'self-care' }, 'self-care'),
    ],
    madeUp,
  );
  const counts = (level: (typeof score)['all']) =>
    Object.fromEntries(Object.entries(level).map(([name, { count, of }]) => [name, `${count}/${of}`]));

  test('counts every measure over all cases', () => {
    expect(counts(score.all)).toEqual({
      exact: '2/9',
      accepted: '4/9',
      tooHigh: '3/9',
      aboveAccepted: '2/9',
      tooLow: '4/9',
      belowAccepted: '3/9',
      unsafe: '2/9',
    });
  });

  test('counts them by expected level, lowest first', () => {
    expect(score.levels.map(({ urgency, score: level }) => [urgency, counts(level)])).toEqual([
      [
        'self-care',
        {
          exact: '1/2',
          accepted: '1/2',
          tooHigh: '1/2',
          aboveAccepted: '1/2',
          tooLow: '0/2',
          belowAccepted: '0/2',
          unsafe: '0/2',
        },
      ],
      [
        'routine',
        {
          exact: '0/1',
          accepted: '0/1',
          tooHigh: '1/1',
          aboveAccepted: '1/1',
          tooLow: '0/1',
          belowAccepted: '0/1',
          unsafe: '0/1',
        },
      ],
      [
        'urgent',
        {
          exact: '0/4',
          accepted: '2/4',
          tooHigh: '1/4',
          aboveAccepted: '0/4',
          tooLow: '3/4',
          belowAccepted: '2/4',
          unsafe: '1/4',
        },
      ],
      [
        'emergency',
        {
          exact: '1/2',
          accepted: '1/2',
          tooHigh: '0/2',
          aboveAccepted: '0/2',
          tooLow: '1/2',
          belowAccepted: '1/2',
          unsafe: '1/2',
        },
      ],
    ]);
  });

  test('gives every level the same weight in the mean', () => {
    expect(score.exactMean).toBeCloseTo((0.5 + 0 + 0 + 0.5) / 4);
  });

  test('names every miss, and how it missed', () => {
    expect(score.misses.map(({ name, level, unsafe }) => [name, level, unsafe])).toEqual([
      ['emergency urgent', 'too-low', true],
      ['urgent routine', 'accepted', false],
      ['urgent emergency', 'accepted', false],
      ['urgent self-care', 'too-low', true],
      ['urgent routine', 'too-low', false],
      ['routine emergency', 'too-high', false],
      ['self-care routine', 'too-high', false],
    ]);
  });

  test('has no share of nothing', () => {
    const none = scoreCases([], madeUp);
    expect(none.levels).toEqual([]);
    expect(none.exactMean).toBeUndefined();
    expect(none.all.exact).toEqual({ count: 0, of: 0 });
  });
});

describe('patterns', () => {
  const both = { urgency: 'routine', patterns: ['spinal-problem', 'pulled-muscle'] } as const;
  const first = (each: AuditCase) => {
    const { firstPattern, firstThree } = scoreCases([each], madeUp);
    return [`${firstPattern.count}/${firstPattern.of}`, `${firstThree.count}/${firstThree.of}`];
  };
  test.each([
    ['the most apt one first', ['spinal-problem'], ['1/1', '1/1']],
    ['another acceptable one first', ['pulled-muscle', 'spinal-problem'], ['1/1', '1/1']],
    ['the most apt one missing', ['pulled-muscle'], ['1/1', '0/1']],
    ['the most apt one third', ['poor-posture', 'chronic-stress', 'spinal-problem'], ['0/1', '1/1']],
    [
      'the most apt one fourth',
      ['poor-posture', 'chronic-stress', 'myofascial-pain', 'spinal-problem'],
      ['0/1', '0/1'],
    ],
    ['none named', [], ['0/1', '0/1']],
  ])('%s', (_name, names, expected) => {
    expect(first(person(both, 'routine', names))).toEqual(expected);
  });

  test('naming none is right where none is clear', () => {
    const none = { urgency: 'self-care', patterns: ['no-clear-pattern'] } as const;
    expect(first(person(none, 'self-care'))).toEqual(['1/1', '1/1']);
    expect(first(person(none, 'self-care', ['pulled-muscle']))).toEqual(['0/1', '0/1']);
  });

  test('are not scored where none are expected, under 18, or where the level closes them', () => {
    expect(first(person({ urgency: 'routine' }, 'routine'))).toEqual(['0/0', '0/0']);
    expect(first(person({ urgency: 'routine', patterns: [] }, 'routine'))).toEqual(['0/0', '0/0']);
    expect(first(person(both, 'routine', [], 17))).toEqual(['0/0', '0/0']);
    expect(first(person({ ...both, urgency: 'urgent' }, 'urgent'))).toEqual(['0/0', '0/0']);
  });
});

describe('unsafe levels', () => {
  test.each<[Expectation, readonly Urgency[]]>([
    [{ urgency: 'emergency' }, ['self-care', 'routine', 'urgent']],
    [{ urgency: 'emergency', acceptable: ['urgent'] }, ['self-care', 'routine']],
    [{ urgency: 'urgent' }, ['self-care', 'routine']],
    [{ urgency: 'urgent', acceptable: ['emergency'] }, ['self-care', 'routine']],
    [{ urgency: 'routine' }, []],
    [{ urgency: 'self-care' }, []],
    [{ urgency: 'routine', unsafe: ['self-care'] }, ['self-care']],
    [{ urgency: 'urgent', unsafe: [] }, []],
  ])('%j → %j', (expected, levels) => expect(unsafeLevels(expected)).toEqual(levels));
});

describe('Wilson interval', () => {
  // Reference values: Newcombe, Stat Med 1998;17:857-872, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [29, 29, 0.883, 1],
  ])('%i of %i', (count, of, low, high) => {
    const { interval } = proportionOf(count, of);
    expect(interval?.[0]).toBeCloseTo(low, 3);
    expect(interval?.[1]).toBeCloseTo(high, 3);
  });
});

describe('danger signs', () => {
  test('each one and each pair is at least what it means by itself', () => {
    const score = scoreSigns(knowledge, toolOf(knowledge), levelsOfSignsInRules);
    expect(score.alone.low).toEqual([]);
    expect(score.pairs.low).toEqual([]);
    const lines = knowledge.questions.filter(
      (each) => each.screen !== undefined && each.kind === 'bool',
    ).length;
    expect(score.alone.of).toBe(lines);
    expect(score.pairs.of).toBeGreaterThan((lines * (lines - 1)) / 2 - 20);
  });

  test('a tool that says routine to everybody is found out', () => {
    const lazy: AuditTool = () => ({ urgency: 'routine', patterns: [], rules: [] });
    const { alone, pairs } = scoreSigns(knowledge, lazy, levelsOfSignsInRules);
    expect(alone.low).toContainEqual({
      signs: ['rf-saddle-numbness'],
      atLeast: 'emergency',
      urgency: 'routine',
    });
    expect(alone.low).toContainEqual({ signs: ['rf-fever'], atLeast: 'urgent', urgency: 'routine' });
    expect(alone.low.map(({ signs }) => signs[0])).not.toContain('rf-weight-loss');
    expect(pairs.low).toContainEqual({
      signs: ['rf-saddle-numbness', 'rf-fever'],
      atLeast: 'emergency',
      urgency: 'routine',
    });
  });

  test('are put into a person who can be asked about them', () => {
    const sign = (id: string) => knowledge.question(id) as Question & { kind: 'bool' };
    const base: Answers = { age: 40, 'pain-site': ['low-back'] };
    const people = (...ids: readonly string[]) => personWith(ids.map(sign), base, knowledge);
    expect(people('rf-fever')).toEqual({ ...base, 'rf-fever': 'yes' });
    expect(people('rf-neck-headache')).toMatchObject({ 'pain-site': ['neck'] });
    expect(people('mod-neck-joints', 'rf-breath-pain')?.['pain-site']).toEqual(
      expect.arrayContaining(['neck', 'upper-back']),
    );
    expect(people('rf-child-off')).toMatchObject({ age: 17 });
    expect(people('rf-bloating', 'rf-tired-thirsty')).toMatchObject({ age: 60 });
    // How far along is left open, so every line of pregnancy is shown.
    expect(people('rf-preg-labour', 'rf-postnatal-epidural')).toEqual({
      ...base,
      'rf-preg-labour': 'yes',
      'rf-postnatal-epidural': 'yes',
      'mod-pregnant': 'yes',
    });
    expect(people('rf-child-off', 'rf-bloating')).toBeUndefined();
  });
});

describe('the shipped cases', () => {
  const cases = auditCases.map(({ name, answers, expected }) => {
    const checked = checkAnswers(Object.entries(answers), knowledge);
    if (checked.kind === 'problem') throw new Error(`${name}: ${checked.problem.id} ${checked.problem.what}`);
    return { name, answers: checked.answers, expected };
  });
  const score = scoreCases(cases, toolOf(knowledge));

  test('none is unsafe', () => {
    expect(
      score.misses.filter(({ unsafe }) => unsafe).map(({ name, answer }) => [name, answer.rules]),
    ).toEqual([]);
  });

  test('none is more than one level too high', () => {
    expect(score.all.aboveAccepted.count).toBe(0);
  });

  test('nine in ten are exact, and the first pattern is right in as many', () => {
    expect(score.all.exact.share).toBeGreaterThan(0.9);
    expect(score.firstPattern.share).toBeGreaterThan(0.9);
  });
});
