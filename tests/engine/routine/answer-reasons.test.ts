import { expect, it } from 'vitest';
import type { Expression } from '../../../src/data/schema.ts';
import type { Answers } from '../../../src/engine/answers.ts';
import { reasonsFor } from '../../../src/engine/routine/answer-reasons.ts';
import { knowledgeWith, question } from '../world.ts';

const knowledge = knowledgeWith({
  questions: [
    question('tingle', { label: 'Tingling' }),
    question('numb', { label: 'Numb spots', unknown: 'unsure' }),
    question('where', {
      kind: 'multi',
      label: 'Where',
      options: [
        { id: 'leg', label: 'The leg', share: 0.1 },
        { id: 'arm', label: 'An arm', share: 0.1 },
        { id: 'neck', label: 'The neck', share: 0.1 },
      ],
    }),
    question('pain', { kind: 'number', label: 'Pain', unit: 'of 10', minimum: 0, maximum: 10 }),
    question('days', { kind: 'number', label: 'How long', unit: 'days', minimum: 0, maximum: 100 }),
    question('age', { kind: 'number', label: 'Age', unit: 'years', minimum: 0, maximum: 100 }),
  ],
});

it.each<readonly [string, Expression, Answers, readonly string[]]>([
  ['yes', { yes: 'tingle' }, { tingle: 'yes' }, ['you said yes to "Tingling"']],
  ['not sure', { yes: 'tingle' }, { tingle: 'unsure' }, ['you were not sure about "Tingling"']],
  ['no', { yes: 'tingle' }, { tingle: 'no' }, []],
  ['nothing, where that counts', { yes: 'numb' }, {}, ['you did not answer "Numb spots"']],
  ['skipped, where that counts', { yes: 'numb' }, { numb: 'skipped' }, ['you did not answer "Numb spots"']],
  [
    'only the choices that count',
    { chosen: 'where', options: ['leg', 'arm'] },
    { where: ['neck', 'leg', 'arm'] },
    ['you chose "The leg" and "An arm"'],
  ],
  ['one choice', { chosen: 'where', options: ['leg'] }, { where: 'leg' }, ['you chose "The leg"']],
  [
    'a choice not sure of',
    { chosen: 'where', options: ['leg'] },
    { where: 'unsure' },
    ['you were not sure about "Where"'],
  ],
  ['pain', { number: 'pain', atLeast: 7 }, { pain: 8 }, ['you said 8 of 10 to "Pain"']],
  ['days', { number: 'days', below: 30 }, { days: 14 }, ['you said "2 weeks" to "How long"']],
  ['age', { number: 'age', atLeast: 45 }, { age: 50 }, ['you said 50 to "Age"']],
  [
    'all',
    { all: [{ yes: 'tingle' }, { number: 'pain', atLeast: 7 }] },
    { tingle: 'yes', pain: 9 },
    ['you said yes to "Tingling"', 'you said 9 of 10 to "Pain"'],
  ],
  ['all but one', { all: [{ yes: 'tingle' }, { yes: 'numb' }] }, { tingle: 'yes', numb: 'no' }, []],
  [
    'any',
    { any: [{ yes: 'tingle' }, { yes: 'numb' }] },
    { tingle: 'yes', numb: 'no' },
    ['you said yes to "Tingling"'],
  ],
  [
    'two of three',
    { atLeast: 2, of: [{ yes: 'tingle' }, { yes: 'numb' }, { number: 'pain', atLeast: 7 }] },
    { tingle: 'yes', numb: 'no', pain: 7 },
    ['you said yes to "Tingling"', 'you said 7 of 10 to "Pain"'],
  ],
  [
    'so many not sure',
    { atLeastUnsure: 2, questions: ['tingle', 'numb'] },
    { tingle: 'unsure', numb: 'yes' },
    ['you were not sure about "Tingling"', 'you said yes to "Numb spots"'],
  ],
])('%s', (_name, expression, answers, reasons) => {
  expect(reasonsFor(expression, answers, knowledge)).toEqual(reasons);
});
