import { describe, expect, it } from 'vitest';
import { checkAnswers, expectedOf } from '../../src/engine/answer-input.ts';
import { knowledge, questionOf } from './world.ts';

const check = (id: string, value: unknown) => checkAnswers([[id, value]], knowledge);
const answerOf = (id: string, value: unknown) => {
  const result = check(id, value);
  return result.kind === 'answers' ? result.answers[id] : undefined;
};
const problemOf = (id: string, value: unknown) => {
  const result = check(id, value);
  return result.kind === 'problem' ? result.problem : undefined;
};

describe('answers that are taken', () => {
  it.each([
    ['yes', 'rf-fever', 'yes', 'yes'],
    ['true', 'rf-fever', true, 'yes'],
    ['no', 'rf-fever', 'no', 'no'],
    ['false', 'rf-fever', false, 'no'],
    ['not sure', 'rf-fever', 'unsure', 'unsure'],
    ['skipped', 'rf-fever', 'skipped', 'skipped'],
    ['rather not say, where it is offered', 'mod-iv-drugs', 'rather-not-say', 'rather-not-say'],
    ['a number', 'age', 34, 34],
    ['a number in quotes', 'age', ' 34 ', 34],
    ['the smallest', 'age', 0, 0],
    ['the largest', 'age', 120, 120],
    ['half a point of pain', 'pain-worst', 6.5, 6.5],
    ['half a point in quotes', 'pain-worst', '6.5', 6.5],
    ['days as a number', 'duration', 21, 21],
    ['a length in words', 'duration', '3 weeks', 21],
    ['a number, not sure', 'duration', 'unsure', 'unsure'],
    ['a number, skipped', 'age', 'skipped', 'skipped'],
    ['an option', 'onset-type', 'gradual', 'gradual'],
    ['yes as an option', 'seen-before', 'yes', 'yes'],
    ['true where yes is an option', 'seen-before', true, 'yes'],
    ['false where no is an option', 'seen-before', false, 'no'],
    [
      'several options, in the order of the question',
      'pain-site',
      ['low-back', 'neck'],
      ['neck', 'low-back'],
    ],
    ['one option by itself', 'pain-site', 'low-back', ['low-back']],
    ['an option twice', 'pain-site', ['neck', 'neck'], ['neck']],
    ['the option that stands alone', 'leg-symptoms', ['none'], ['none']],
  ])('%s', (_name, id, value, expected) => {
    expect(answerOf(id, value)).toEqual(expected);
  });
});

describe('answers that are refused', () => {
  const bool = 'yes, no, unsure or skipped';
  it.each([
    ['another word', 'rf-fever', 'maybe', 'cannot be "maybe"', bool],
    ['a number for yes or no', 'rf-fever', 1, 'cannot be 1', bool],
    ['null', 'rf-fever', null, 'cannot be null', bool],
    ['undefined', 'rf-fever', undefined, 'cannot be undefined', bool],
    [
      'rather not say, where it is not offered',
      'rf-fever',
      'rather-not-say',
      'cannot be "rather-not-say"',
      `${bool}; rather-not-say is not offered here`,
    ],
    ['under the smallest', 'age', -1, 'cannot be -1', 'a number from 0 to 120 (or unsure, skipped)'],
    ['over the largest', 'age', 121, 'cannot be 121', 'a number from 0 to 120 (or unsure, skipped)'],
    ['half a year', 'age', 34.5, 'cannot be 34.5', 'a number from 0 to 120 (or unsure, skipped)'],
    ['not a number', 'age', Number.NaN, 'cannot be null', 'a number from 0 to 120 (or unsure, skipped)'],
    [
      'endless',
      'age',
      Number.POSITIVE_INFINITY,
      'cannot be null',
      'a number from 0 to 120 (or unsure, skipped)',
    ],
    ['words for a number', 'age', 'old', 'cannot be "old"', 'a number from 0 to 120 (or unsure, skipped)'],
    [
      'a number and more',
      'age',
      '34 years',
      'cannot be "34 years"',
      'a number from 0 to 120 (or unsure, skipped)',
    ],
    ['a number after more', 'age', 'x34', 'cannot be "x34"', 'a number from 0 to 120 (or unsure, skipped)'],
    ['true for a number', 'age', true, 'cannot be true', 'a number from 0 to 120 (or unsure, skipped)'],
    [
      'no length of time',
      'duration',
      'long',
      'cannot be "long"',
      'days as a number, or text like "3 weeks" (or unsure, skipped)',
    ],
    [
      'an option that is none',
      'trend',
      'up',
      'cannot be "up"',
      'one of better, same, worse (or unsure, skipped)',
    ],
    [
      'true where yes is no option',
      'trend',
      true,
      'cannot be true',
      'one of better, same, worse (or unsure, skipped)',
    ],
    [
      'a list for one option',
      'trend',
      ['same'],
      'cannot be ["same"]',
      'one of better, same, worse (or unsure, skipped)',
    ],
    [
      'one option that is none among several',
      'leg-symptoms',
      ['none', 'toe'],
      'cannot be ["none","toe"]',
      'a list out of none, buttock-or-thigh-only, pain-below-knee, numb-or-tingle (or unsure, skipped)',
    ],
    [
      'an empty list',
      'leg-symptoms',
      [],
      'cannot be []',
      'a list out of none, buttock-or-thigh-only, pain-below-knee, numb-or-tingle (or unsure, skipped)',
    ],
    [
      'a number among several',
      'leg-symptoms',
      [1],
      'cannot be [1]',
      'a list out of none, buttock-or-thigh-only, pain-below-knee, numb-or-tingle (or unsure, skipped)',
    ],
    [
      'none and more',
      'leg-symptoms',
      ['none', 'numb-or-tingle'],
      'cannot be ["none","numb-or-tingle"]',
      '"none" alone, or the others without it',
    ],
  ])('%s', (_name, id, value, what, expected) => {
    expect(problemOf(id, value)).toMatchObject({ id, what, expected });
  });

  it.each([
    ['trend', 'beter', 'beter', 'better'],
    ['pain-site', ['low-back', 'nek'], 'nek', 'neck'],
  ])('%s: names what to look among for the nearest', (id, value, given, nearest) => {
    const problem = problemOf(id, value);
    expect(problem?.given).toBe(given);
    expect(problem?.candidates).toContain(nearest);
  });

  it('shows a long value cut short', () => {
    expect(problemOf('rf-fever', 'x'.repeat(1000))?.what).toBe(`cannot be "${'x'.repeat(59)}…`);
    expect(problemOf('rf-fever', 'x'.repeat(58))?.what).toBe(`cannot be "${'x'.repeat(58)}"`);
  });

  it('stops at the first that is wrong', () => {
    const entries = [
      ['age', 34],
      ['rf-fever', 'maybe'],
      ['nothing', 1],
    ] as const;
    expect(checkAnswers(entries, knowledge)).toMatchObject({ kind: 'problem', problem: { id: 'rf-fever' } });
  });

  it('knows no other question, and looks among all questions and screens', () => {
    const problem = problemOf('rf-fevr', 'yes');
    expect(problem).toMatchObject({ id: 'rf-fevr', what: 'is not a question', given: 'rf-fevr' });
    expect(problem?.candidates).toEqual(expect.arrayContaining(['rf-fever', 'age', 'screen-nerves']));
    expect(problem?.candidates?.filter((id) => id === 'screen-nerves')).toHaveLength(1);
  });

  it.each(['__proto__', 'constructor', 'toString'])('does not take %s for a question', (id) => {
    expect(problemOf(id, 'yes')?.what).toBe('is not a question');
  });
});

describe('a whole screen', () => {
  const nerves = knowledge.questions.filter(
    ({ screen, kind }) => screen === 'screen-nerves' && kind === 'bool',
  );

  it('is answered no by "none", line by line', () => {
    const result = check('screen-nerves', 'none');
    expect(result).toEqual({
      kind: 'answers',
      answers: Object.fromEntries(nerves.map(({ id }) => [id, 'no'])),
    });
    expect(nerves.length).toBeGreaterThanOrEqual(13);
  });

  it.each([
    [
      'before',
      [
        ['rf-foot-drop', 'yes'],
        ['screen-nerves', 'none'],
      ],
    ],
    [
      'after',
      [
        ['screen-nerves', 'none'],
        ['rf-foot-drop', 'yes'],
      ],
    ],
  ] as const)('leaves a line that is answered %s it by itself', (_name, entries) => {
    const result = checkAnswers(entries, knowledge);
    expect(result.kind === 'answers' && result.answers['rf-foot-drop']).toBe('yes');
    expect(result.kind === 'answers' && result.answers['rf-unsteady']).toBe('no');
  });

  it('answers only its yes/no lines', () => {
    const result = check('screen-about-you', 'none');
    expect(result.kind === 'answers' && result.answers.age).toBeUndefined();
    expect(result.kind === 'answers' && result.answers['mod-pregnant']).toBe('no');
  });

  it('takes nothing but "none"', () => {
    expect(problemOf('screen-nerves', 'no')).toMatchObject({
      what: 'cannot be "no"',
      expected: '"none", or leave it out and answer its lines: rf-saddle-numbness …',
    });
  });

  it('of questions that are no yes/no lines is not known', () => {
    expect(problemOf('screen-follow-up', 'none')?.what).toBe('is not a question');
  });
});

describe('what is expected', () => {
  it.each([
    ['mod-iv-drugs', 'yes, no, unsure, skipped or rather-not-say'],
    ['rf-fever', 'yes, no, unsure or skipped'],
    ['pain-worst', 'a number from 0 to 10 (or unsure, skipped)'],
    ['duration', 'days as a number, or text like "3 weeks" (or unsure, skipped)'],
    ['trend', 'one of better, same, worse (or unsure, skipped)'],
  ])('of %s: %s', (id, expected) => {
    expect(expectedOf(questionOf(id))).toBe(expected);
  });
});
