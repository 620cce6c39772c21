import { describe, expect, it } from 'vitest';
import type { Expression } from '../../src/data/schema.ts';
import type { Answer, Answers } from '../../src/engine/answers.ts';
import { evaluate, isWithheld, leavesOf, questionOfLeaf } from '../../src/engine/truth.ts';
import { knowledgeWith, question } from './world.ts';

const options = ['red', 'blue', 'none'].map((id) => ({ id, label: id, share: 0.3 }));
const world = knowledgeWith({
  questions: [
    question('a'),
    question('b'),
    question('c'),
    question('colour', { kind: 'single', options }),
    question('colours', { kind: 'multi', options }),
    question('days', { kind: 'number', unit: 'days', minimum: 0, maximum: 100, unknown: 'yes' }),
    question('years', { kind: 'number', unit: 'years', minimum: 0, maximum: 100, unknown: 'unsure' }),
    question('when-a', { when: { yes: 'a' }, unknown: 'yes' }),
    question('half-known-when-a', { when: { yes: 'a' }, unknown: 'unsure' }),
    question('assumed', { unknown: 'yes' }),
  ],
});
const truthOf = (expression: Expression, answers: Answers) => evaluate(expression, answers, world);

describe('one answer', () => {
  const cases: readonly (readonly [string, Expression, Answers, 0 | 1 | 2])[] = [
    ['yes', { yes: 'a' }, { a: 'yes' }, 2],
    ['not sure', { yes: 'a' }, { a: 'unsure' }, 1],
    ['no', { yes: 'a' }, { a: 'no' }, 0],
    ['skipped', { yes: 'a' }, { a: 'skipped' }, 0],
    ['rather not say', { yes: 'a' }, { a: 'rather-not-say' }, 0],
    ['not asked', { yes: 'a' }, {}, 0],
    ['a question that does not exist', { yes: 'nothing' }, {}, 0],
    ['a question that does not exist, not sure', { yes: 'nothing' }, { nothing: 'unsure' }, 1],
    ['the option chosen', { chosen: 'colour', options: ['red'] }, { colour: 'red' }, 2],
    ['one of the options', { chosen: 'colour', options: ['blue', 'red'] }, { colour: 'red' }, 2],
    ['another option', { chosen: 'colour', options: ['red'] }, { colour: 'blue' }, 0],
    ['the option, not sure', { chosen: 'colour', options: ['red'] }, { colour: 'unsure' }, 1],
    ['among several', { chosen: 'colours', options: ['red'] }, { colours: ['blue', 'red'] }, 2],
    ['not among several', { chosen: 'colours', options: ['red'] }, { colours: ['blue'] }, 0],
    ['a number where options stand', { chosen: 'colour', options: ['red'] }, { colour: 3 }, 0],
    ['at least, reached', { number: 'days', atLeast: 7 }, { days: 7 }, 2],
    ['at least, just missed', { number: 'days', atLeast: 7 }, { days: 6.9 }, 0],
    ['below, reached', { number: 'days', below: 7 }, { days: 6.9 }, 2],
    ['below, just missed', { number: 'days', below: 7 }, { days: 7 }, 0],
    ['text where a number stands', { number: 'days', atLeast: 0 }, { days: 'many' }, 0],
    ['digits where a number stands', { number: 'days', atLeast: 7 }, { days: '9' }, 0],
    ['an unknown length counts as long', { number: 'days', atLeast: 90 }, {}, 2],
    ['and as short', { number: 'days', below: 1 }, {}, 2],
    ['skipped alike', { number: 'days', below: 1 }, { days: 'skipped' }, 2],
    ['not sure alike', { number: 'days', below: 1 }, { days: 'unsure' }, 2],
    ['an unknown age is not sure', { number: 'years', atLeast: 60 }, {}, 1],
    ['in both directions', { number: 'years', below: 10 }, { years: 'skipped' }, 1],
    ['an age that is not sure', { number: 'years', atLeast: 60 }, { years: 'unsure' }, 1],
    ['assumed yes without a condition', { yes: 'assumed' }, {}, 2],
    ['assumed yes, answered no', { yes: 'assumed' }, { assumed: 'no' }, 0],
    ['assumed yes, could not be asked', { yes: 'when-a' }, { a: 'no' }, 0],
    ['assumed yes, may be asked', { yes: 'when-a' }, { a: 'unsure' }, 1],
    ['assumed yes, is to be asked', { yes: 'when-a' }, { a: 'yes' }, 2],
    ['assumed not sure, is to be asked', { yes: 'half-known-when-a' }, { a: 'yes' }, 1],
  ];
  it.each(cases)('%s', (_name, expression, answers, expected) => {
    expect(truthOf(expression, answers)).toBe(expected);
  });
});

describe('several answers', () => {
  const words = { n: 'no', u: 'unsure', y: 'yes' } as const;
  const with3 = (letters: string): Answers =>
    Object.fromEntries([...letters].map((letter, place) => ['abc'[place], words[letter as 'n' | 'u' | 'y']]));
  const three = [{ yes: 'a' }, { yes: 'b' }, { yes: 'c' }] as const;
  const cases: readonly (readonly [string, Expression, string, 0 | 1 | 2])[] = [
    ['all yes', { all: three }, 'yyy', 2],
    ['all, one not sure', { all: three }, 'yuy', 1],
    ['all, one no', { all: three }, 'yyn', 0],
    ['any, all no', { any: three }, 'nnn', 0],
    ['any, one not sure', { any: three }, 'nun', 1],
    ['any, one yes', { any: three }, 'nuy', 2],
    ['two of three, one', { atLeast: 2, of: three }, 'ynn', 0],
    ['two of three, yes and not sure', { atLeast: 2, of: three }, 'yun', 1],
    ['two of three, two', { atLeast: 2, of: three }, 'yny', 2],
    ['more than there are', { atLeast: 4, of: three }, 'yyy', 0],
    ['two not sure, none', { atLeastUnsure: 2, questions: ['a', 'b', 'c'] }, 'nnn', 0],
    ['two not sure, one', { atLeastUnsure: 2, questions: ['a', 'b', 'c'] }, 'nun', 0],
    ['two not sure, one yes', { atLeastUnsure: 2, questions: ['a', 'b', 'c'] }, 'ynn', 0],
    ['two not sure, two', { atLeastUnsure: 2, questions: ['a', 'b', 'c'] }, 'unu', 2],
    ['two not sure, one of each', { atLeastUnsure: 2, questions: ['a', 'b', 'c'] }, 'nuy', 2],
    ['nested', { all: [{ any: [{ yes: 'a' }, { yes: 'b' }] }, { yes: 'c' }] }, 'nyu', 1],
  ];
  it.each(cases)('%s', (_name, expression, letters, expected) => {
    expect(truthOf(expression, with3(letters))).toBe(expected);
  });
});

describe('what an expression asks about', () => {
  it('is found in leaves of every kind', () => {
    expect(questionOfLeaf({ yes: 'a' })).toBe('a');
    expect(questionOfLeaf({ chosen: 'colour', options: ['red'] })).toBe('colour');
    expect(questionOfLeaf({ number: 'days', below: 3 })).toBe('days');
    expect(
      leavesOf({
        all: [
          { any: [{ yes: 'a' }, { number: 'days', atLeast: 1 }] },
          { atLeast: 1, of: [{ chosen: 'colour', options: ['red'] }] },
          { atLeastUnsure: 1, questions: ['b', 'c'] },
        ],
      }),
    ).toEqual(['a', 'days', 'colour', 'b', 'c']);
  });

  it.each([
    ['not asked', undefined, true],
    ['skipped', 'skipped', true],
    ['rather not say', 'rather-not-say', true],
    ['not sure', 'unsure', false],
    ['no', 'no', false],
    ['zero', 0, false],
  ] as const)('%s says nothing about the world: %s → %s', (_name, answer, expected) => {
    expect(isWithheld(answer as Answer | undefined)).toBe(expected);
  });
});
