import { describe, expect, it } from 'vitest';
import type { Expression, Urgency } from '../../src/data/schema.ts';
import type { Answers } from '../../src/engine/answers.ts';
import {
  isAskable,
  openSafetyQuestions,
  questionsThatCouldRaise,
  questionsThatDecide,
  representativeAnswers,
} from '../../src/engine/relevance.ts';
import { knowledge, knowledgeWith, ordinary, person, question, questionOf, without } from './world.ts';

const line = { screen: 'screen-signs' } as const;
const world = knowledgeWith({
  questions: [
    ...['a', 'b', 'c', 'd'].map((id) => question(id, line)),
    question('later', { ...line, when: { yes: 'd' } }),
    question('much-later', { ...line, when: { yes: 'later' } }),
    question('plan', { role: 'branch' }),
    question('days', { ...line, kind: 'number', unit: 'days', minimum: 0, maximum: 999, unknown: 'yes' }),
  ],
});
const withRule = (when: Expression, urgency: Urgency = 'emergency') =>
  ({
    ...world,
    allRules: [{ id: 'r', urgency, suspects: 'test', when, sources: [], judged: true }],
  }) as const;
const raising = (when: Expression, answers: Answers, level: Urgency = 'self-care', urgency?: Urgency) => [
  ...questionsThatCouldRaise(answers, withRule(when, urgency), level),
];
const A = { yes: 'a' } as const;
const B = { yes: 'b' } as const;
const C = { yes: 'c' } as const;

describe('questions that could still raise the level', () => {
  const cases: readonly (readonly [string, Expression, Answers, readonly string[]])[] = [
    ['one open', A, {}, ['a']],
    ['one answered', A, { a: 'no' }, []],
    ['one that fired', A, { a: 'yes' }, []],
    ['all: both open', { all: [A, B] }, {}, ['a', 'b']],
    ['all: one no', { all: [A, B] }, { a: 'no' }, []],
    ['all: one yes', { all: [A, B] }, { a: 'yes' }, ['b']],
    ['all: one skipped', { all: [A, B] }, { a: 'skipped' }, []],
    ['any: one no', { any: [A, B] }, { a: 'no' }, ['b']],
    ['any: one yes', { any: [A, B] }, { a: 'yes' }, []],
    ['inside all, an any that holds', { all: [{ any: [A, B] }, C] }, { a: 'yes' }, ['c']],
    ['two of three, nothing known', { atLeast: 2, of: [A, B, C] }, {}, ['a', 'b', 'c']],
    ['two of three, one no', { atLeast: 2, of: [A, B, C] }, { a: 'no' }, ['b', 'c']],
    ['two of three, two no', { atLeast: 2, of: [A, B, C] }, { a: 'no', b: 'no' }, []],
    ['two of three, one yes', { atLeast: 2, of: [A, B, C] }, { a: 'yes' }, ['b', 'c']],
    ['two not sure, one no', { atLeastUnsure: 2, questions: ['a', 'b'] }, { a: 'no' }, []],
    ['two not sure, one not sure', { atLeastUnsure: 2, questions: ['a', 'b'] }, { a: 'unsure' }, ['b']],
    ['two not sure, both', { atLeastUnsure: 2, questions: ['a', 'b'] }, { a: 'unsure', b: 'unsure' }, []],
    ['a condition that is open', { yes: 'later' }, {}, ['later', 'd']],
    ['a condition that does not hold', { yes: 'later' }, { d: 'no' }, []],
    ['a condition that holds', { yes: 'later' }, { d: 'yes' }, ['later']],
    ['a condition that may hold', { yes: 'later' }, { d: 'unsure' }, ['later']],
    ['a chain of conditions', { yes: 'much-later' }, {}, ['much-later', 'later', 'd']],
    ['a chain that is broken', { yes: 'much-later' }, { d: 'no' }, []],
    ['a length', { number: 'days', atLeast: 7 }, {}, ['days']],
    ['a length that is known', { number: 'days', atLeast: 7 }, { days: 3 }, []],
  ];
  it.each(cases)('%s', (_name, when, answers, expected) => {
    expect(raising(when, answers).toSorted()).toEqual([...expected].toSorted());
  });

  it.each([
    ['emergency', 'self-care', ['a']],
    ['emergency', 'routine', ['a']],
    ['emergency', 'urgent', ['a']],
    ['emergency', 'emergency', []],
    ['urgent', 'routine', ['a']],
    ['urgent', 'urgent', []],
    ['routine', 'self-care', ['a']],
    ['routine', 'routine', []],
  ] as const)('a rule of %s matters over %s: %s', (urgency, level, expected) => {
    expect(raising(A, {}, level, urgency)).toEqual(expected);
  });

  it('counts a rule that can only become "not sure" at one level lower', () => {
    const both = { all: [A, B] };
    expect(raising(both, { a: 'unsure' }, 'routine')).toEqual(['b']);
    expect(raising(both, { a: 'unsure' }, 'urgent')).toEqual([]);
    expect(raising(both, { a: 'unsure' }, 'self-care', 'routine')).toEqual(['b']);
  });

  it('counts the second of two that need only be not sure, at every level below', () => {
    expect(raising({ atLeastUnsure: 2, questions: ['a', 'b'] }, { a: 'unsure' }, 'urgent')).toEqual(['b']);
  });

  it('counts no answer that could at most make "so many of" not sure', () => {
    const two = { atLeast: 2, of: [A, B, C] };
    expect(raising(two, { a: 'unsure', b: 'no' }, 'urgent')).toEqual([]);
    expect(raising(two, { a: 'unsure', b: 'no' }, 'routine')).toEqual(['c']);
  });

  it('counts no answer inside "so many of" that holds already', () => {
    expect(raising({ all: [{ atLeast: 1, of: [A, B] }, C] }, { a: 'yes' })).toEqual(['c']);
    expect(raising({ all: [{ atLeastUnsure: 1, questions: ['a', 'b'] }, C] }, { a: 'unsure' })).toEqual([
      'c',
    ]);
  });

  it('counts what makes "not sure" a yes', () => {
    expect(raising({ any: [A, B] }, { a: 'unsure' }, 'urgent')).toEqual(['b']);
  });
});

describe('questions that decide one outcome', () => {
  it('are those that could still make it hold for sure', () => {
    expect([...questionsThatDecide({ all: [A, B] }, { a: 'unsure' }, world)]).toEqual([]);
    expect([...questionsThatDecide({ all: [A, B] }, { a: 'yes' }, world)]).toEqual(['b']);
    expect([...questionsThatDecide({ all: [A, B] }, { a: 'no' }, world)]).toEqual([]);
  });
});

describe('open safety questions', () => {
  const open = (answers: Answers, level: Urgency = 'self-care') =>
    openSafetyQuestions(answers, withRule({ all: [{ any: [A, B] }, { yes: 'plan' }] }), level);

  it.each([
    ['nothing answered', {}, ['a', 'b', 'plan']],
    ['a sign that holds waits for the plan', { a: 'yes' }, ['plan']],
    ['nothing left that could matter', { a: 'no', b: 'no' }, []],
    ['a skipped line that no rule could use', { a: 'no', b: 'no', c: 'skipped' }, ['c']],
    ['a skipped question of the plan', { a: 'yes', plan: 'skipped' }, []],
  ] as const)('%s', (_name, answers, expected) => {
    expect(open(answers)).toEqual(expected);
  });

  it('leave the plan out once something has raised the level', () => {
    expect(open({ a: 'yes' }, 'routine')).toEqual([]);
    expect(open({}, 'routine')).toEqual(['a', 'b']);
    expect(open({}, 'emergency')).toEqual([]);
  });

  it('leave out rules that contain no danger sign', () => {
    const rules = withRule({ all: [{ yes: 'plan' }, { number: 'days', atLeast: 7 }] });
    expect(openSafetyQuestions({ days: 9 }, rules, 'self-care')).toEqual([]);
    expect(openSafetyQuestions({}, rules, 'self-care')).toEqual(['days']);
  });

  it('leave out what cannot be asked yet', () => {
    expect(openSafetyQuestions({}, withRule({ yes: 'later' }), 'self-care')).toEqual(['d']);
    expect(openSafetyQuestions({ d: 'yes' }, withRule({ yes: 'later' }), 'self-care')).toEqual(['later']);
  });
});

describe('a question can be asked', () => {
  it.each([
    ['without a condition', 'a', {}, true],
    ['while its condition holds', 'later', { d: 'yes' }, true],
    ['while its condition may hold', 'later', { d: 'unsure' }, true],
    ['not while it does not', 'later', { d: 'no' }, false],
    ['not before anything is known', 'later', {}, false],
  ] as const)('%s', (_name, id, answers, expected) => {
    expect(isAskable(world.question(id) ?? question('none'), answers, world)).toBe(expected);
  });
});

describe('what a safety line is worth (E13)', () => {
  const worth = (answers: Answers, level: Urgency = 'self-care') =>
    questionsThatCouldRaise(answers, knowledge, level);

  it('leaves out facts that no sign of an ordinary strain could use', () => {
    const asked = worth(without(ordinary, ...Object.keys(ordinary).filter((id) => id.startsWith('mod-'))));
    for (const id of [
      'mod-artery-risk',
      'mod-clot-risk',
      'mod-immune',
      'mod-iv-drugs',
      'mod-kidney',
      'mod-recent-infection',
    ]) {
      expect(asked, id).not.toContain(id);
    }
    for (const id of [
      'mod-pregnant',
      'mod-cancer-recent',
      'mod-aneurysm',
      'mod-sickle',
      'mod-osteoporosis',
    ]) {
      expect(asked, id).toContain(id);
    }
  });

  it.each([
    ['smoking once pain came out of nothing', { 'rf-sudden-severe': 'yes' }, 'mod-artery-risk'],
    ['clots once breathing hurts', { 'pain-site': ['upper-back'], 'rf-breath-pain': 'yes' }, 'mod-clot-risk'],
    ['needles once nights are bad', { 'rf-night-pain': 'yes' }, 'mod-iv-drugs'],
    ['one kidney once pain comes in waves', { 'rf-flank-waves': 'yes' }, 'mod-kidney'],
  ] as readonly (readonly [string, Answers, string])[])('asks about %s', (_name, changes, id) => {
    expect(worth(without(person(changes), id), 'routine')).toContain(id);
  });

  it('asks nothing more once it is an emergency', () => {
    expect([...worth({ 'rf-chest-pain': 'yes' }, 'emergency')]).toEqual([]);
  });
});

describe('one answer of each kind', () => {
  it.each([
    ['rf-fever', ['no', 'unsure', 'yes']],
    ['trend', ['better', 'same', 'worse']],
    ['age', [0, 30, 50, 65]],
    ['recovery-hope', [0]],
    ['leg-symptoms', [['none'], ['buttock-or-thigh-only'], ['pain-below-knee'], ['numb-or-tingle']]],
  ])('%s', (id, expected) => {
    expect(representativeAnswers(questionOf(id))).toEqual(expected);
  });
});
