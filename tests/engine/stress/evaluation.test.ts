import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/engine/answers.ts';
import {
  chosenStressors,
  evaluationOf,
  stressorsToWeigh,
  suggestedStressors,
} from '../../../src/engine/stress/evaluation.ts';
import { overloaded } from './people.ts';

const suggested = (answers: Answers) => suggestedStressors(evaluationOf(answers));

describe('what the answers come to', () => {
  it('is read as a whole', () => {
    expect(evaluationOf(overloaded)).toEqual({
      stress: 8,
      sleep: 'fair',
      ticked: ['workload', 'work-control', 'drive'],
      weighed: [
        { stressor: 'workload', weight: 3, change: 1, isAssumed: false, score: 4.5 },
        { stressor: 'work-control', weight: 2, change: 0, isAssumed: false, score: 2 },
        { stressor: 'drive', weight: 1, isAssumed: false, score: 1 },
      ],
      helps: ['walking'],
      minutes: 10,
      energy: 'some',
      isAfraid: false,
      outcome: 'plan',
    });
  });

  it.each<[name: string, answers: Answers, outcome: string]>([
    ['nothing was answered', {}, 'nothing-said'],
    ['the list was skipped', { stressors: 'skipped' }, 'nothing-said'],
    ['none presses', { stressors: ['none'] }, 'nothing-heavy'],
    ['all press a little', { stressors: ['money'], 'weight-money': 'a-little' }, 'nothing-heavy'],
    [
      'three press, and an older choice of the heaviest is left',
      { stressors: ['money'], heaviest: ['noise'] },
      'plan',
    ],
    ['one presses, not weighed', { stressors: ['money'] }, 'plan'],
    ['nobody knows that stressor', { stressors: ['taxes'] }, 'nothing-heavy'],
  ])('%s', (_name, answers, outcome) => {
    expect(evaluationOf(answers).outcome).toBe(outcome);
  });

  it('leaves out what it does not understand', () => {
    const read = evaluationOf({
      'stress-now': 'much',
      'stress-sleep': 'bad',
      stressors: ['money', 'money', 'taxes'],
      helps: ['walking', 'shouting'],
      minutes: 'all-day',
      energy: 'none',
    });
    expect(read).toMatchObject({ ticked: ['money'], helps: ['walking'] });
    expect(Object.keys(read)).not.toEqual(expect.arrayContaining(['stress']));
    expect(read.minutes ?? read.energy ?? read.sleep).toBeUndefined();
  });
});

describe('what is weighed', () => {
  it.each<[name: string, answers: Answers, weighed: readonly string[]]>([
    ['all of three', { stressors: ['noise', 'money', 'sleep'] }, ['money', 'sleep', 'noise']],
    [
      'of four, the three that press most',
      { stressors: ['noise', 'money', 'sleep', 'loss'], heaviest: ['loss', 'money', 'noise'] },
      ['money', 'loss', 'noise'],
    ],
    ['of four, none while nobody said which', { stressors: ['noise', 'money', 'sleep', 'loss'] }, []],
    [
      'three at most, whatever a file says',
      { stressors: ['noise', 'money', 'sleep', 'loss'], heaviest: ['loss', 'money', 'noise', 'sleep'] },
      ['money', 'sleep', 'loss'],
    ],
    [
      'only what was ticked',
      { stressors: ['noise', 'money', 'sleep', 'loss'], heaviest: ['drive', 'loss'] },
      ['loss'],
    ],
  ])('%s', (_name, answers, weighed) => {
    expect(stressorsToWeigh(answers)).toEqual(weighed);
  });
});

describe('where to begin', () => {
  it.each<[name: string, answers: Answers, first: readonly string[]]>([
    [
      'a lot that can be changed comes before more that cannot',
      {
        stressors: ['money', 'loss'],
        'weight-loss': 'a-lot',
        'change-loss': 'none',
        'weight-money': 'quite-a-bit',
        'change-money': 'a-lot',
      },
      ['money', 'loss'],
    ],
    ['a little is not among them', { stressors: ['money', 'noise'], 'weight-money': 'a-little' }, ['noise']],
    [
      'sleep always is, once it is heavy',
      {
        stressors: ['money', 'workload', 'drive', 'sleep'],
        heaviest: ['money', 'workload', 'sleep'],
        'weight-money': 'a-lot',
        'weight-workload': 'a-lot',
        'weight-sleep': 'quite-a-bit',
      },
      ['workload', 'money', 'sleep'],
    ],
    [
      'sleep takes the last place of three heavier ones',
      { stressors: ['workload', 'money', 'noise', 'sleep'] },
      ['workload', 'money', 'sleep'],
    ],
    [
      'light sleep has no such place',
      { stressors: ['workload', 'sleep'], 'weight-sleep': 'a-little' },
      ['workload'],
    ],
  ])('%s', (_name, answers, first) => {
    expect(suggested(answers)).toEqual(first);
  });

  it('is the person’s own choice, three at most', () => {
    const chosen = ['other', 'lonely', 'noise', 'money'];
    expect(chosenStressors(evaluationOf(overloaded), { ...overloaded, chosen })).toEqual([
      'money',
      'lonely',
      'noise',
    ]);
    expect(chosenStressors(evaluationOf(overloaded), overloaded)).toEqual(['workload', 'work-control']);
  });
});
