import { describe, expect, it } from 'vitest';
import { stressTables } from '../../../src/data/stress-tables.ts';
import type { Answers } from '../../../src/engine/answers.ts';
import { chosenStressors, evaluationOf } from '../../../src/engine/stress/evaluation.ts';
import { rankStrategies } from '../../../src/engine/stress/strategies.ts';
import { overloaded } from './people.ts';

function ranked(answers: Answers) {
  const evaluation = evaluationOf(answers);
  return rankStrategies(stressTables, evaluation, chosenStressors(evaluation, answers));
}
const suggested = (answers: Answers) =>
  ranked(answers)
    .filter(({ isSuggested }) => isSuggested)
    .map(({ strategy }) => strategy.id);
const because = (answers: Answers, id: string) =>
  ranked(answers)
    .find(({ strategy }) => strategy.id === id)
    ?.because.map(({ kind, stressors }) => `${kind} ${stressors.join(' ')}`);

describe('ways out', () => {
  it.each<[name: string, answers: Answers, first: readonly string[]]>([
    ['too much work', { stressors: ['workload'] }, ['simplify', 'prioritise', 'say-no']],
    [
      'money that can be changed',
      { stressors: ['money'], 'weight-money': 'a-lot', 'change-money': 'a-lot' },
      ['prioritise', 'tackle-problems', 'ask-for-help'],
    ],
    [
      'money that cannot',
      { stressors: ['money'], 'weight-money': 'a-lot', 'change-money': 'none' },
      ['ask-for-help', 'prioritise', 'time-for-yourself'],
    ],
    [
      'a loss: people first',
      { stressors: ['loss'], 'weight-loss': 'a-lot' },
      ['ask-for-help', 'time-for-yourself', 'live-healthier'],
    ],
    ['poor sleep', { stressors: ['sleep'] }, ['live-healthier', 'simplify', 'time-for-yourself']],
    [
      'poor sleep beside money: something for each',
      {
        stressors: ['sleep', 'money'],
        'weight-sleep': 'a-lot',
        'weight-money': 'a-lot',
        'change-sleep': 'some',
        'change-money': 'some',
      },
      ['prioritise', 'ask-for-help', 'live-healthier'],
    ],
    ['nothing heavy', { stressors: ['none'] }, ['time-for-yourself', 'live-healthier']],
    ['overloaded at work', overloaded, ['ask-for-help', 'prioritise', 'say-no']],
  ])('%s', (_name, answers, first) => {
    expect(suggested(answers)).toEqual(first);
  });

  it('are all seven, each once, with no reason where nothing speaks for one', () => {
    const all = ranked({ stressors: ['sleep'] });
    expect(all.map(({ strategy }) => strategy.number).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(
      all.filter(({ because: reasons }) => reasons.length === 0).map(({ strategy }) => strategy.id),
    ).toEqual(['prioritise', 'ask-for-help', 'say-no', 'tackle-problems']);
  });

  it('say why', () => {
    expect(because(overloaded, 'prioritise')).toEqual(['suits workload', 'also-suits work-control']);
    expect(because(overloaded, 'ask-for-help')).toEqual([
      'suits work-control',
      'cannot-change work-control',
      'also-suits workload',
    ]);
    const changeable: Answers = {
      stressors: ['household'],
      'weight-household': 'a-lot',
      'change-household': 'a-lot',
    };
    expect(because(changeable, 'simplify')).toEqual(['suits household', 'can-change household']);
    expect(because({ stressors: ['loss'] }, 'ask-for-help')).toEqual(['people-first loss', 'suits loss']);
  });

  it('never tackle what cannot be changed', () => {
    const fixed: Answers = {
      stressors: ['job-security'],
      'weight-job-security': 'a-lot',
      'change-job-security': 'none',
    };
    expect(because(fixed, 'tackle-problems')).toEqual([]);
    expect(suggested(fixed)).not.toContain('tackle-problems');
  });

  it.each(['yes', 'unsure', 'rather-not-say', 'skipped', undefined])(
    'never send a person into a row who may be afraid (%s)',
    (answer) => {
      const afraid: Answers = {
        stressors: ['conflict'],
        'weight-conflict': 'a-lot',
        'change-conflict': 'a-lot',
        ...(answer === undefined ? {} : { 'afraid-at-home': answer }),
      };
      expect(because(afraid, 'tackle-problems')).toEqual([]);
      expect(because(afraid, 'say-no')).toEqual([]);
      expect(suggested(afraid)).toEqual(['ask-for-help', 'time-for-yourself']);
    },
  );
});
