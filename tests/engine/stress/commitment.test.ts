import { describe, expect, it } from 'vitest';
import { stressTables } from '../../../src/data/stress-tables.ts';
import {
  checkCommitments,
  ifThen,
  ownCommitment,
  shrunk,
  smallIfThen,
} from '../../../src/engine/stress/commitment.ts';
import { evaluationOf } from '../../../src/engine/stress/evaluation.ts';
import { checkOwnWords, cleaned, readOwnWords } from '../../../src/engine/stress/own-words.ts';
import { quickPlan } from '../../../src/engine/stress/quick-plan.ts';
import { suggestedSessions } from '../../../src/engine/stress/sessions.ts';
import { commitment, overloaded } from './people.ts';

describe('a commitment', () => {
  it('is one sentence with a cue, and one for a bad day', () => {
    const walk = commitment('walk-after-lunch');
    expect(ifThen(walk)).toBe('If I have finished my lunch, then I walk for ten minutes.');
    expect(smallIfThen(walk)).toBe(
      'If I have finished my lunch, then I step outside and walk for two minutes.',
    );
  });

  it('ends once, also where it ends with words that are said', () => {
    expect(ifThen(commitment('just-listen'))).toMatch(/I need no fix\."$/);
    expect(ifThen(commitment('tell-you-tomorrow'))).toMatch(/tell you tomorrow"\.$/);
  });

  it.each([
    ['every day', 'walk-after-lunch', 'mon tue wed thu fri sat sun'],
    ['five days', 'two-big-things', 'mon tue wed thu fri'],
    ['three days', 'warm-and-quiet', 'mon wed fri'],
    ['two days', 'first-fifteen', 'mon thu'],
    ['once a week', 'drop-one-thing', 'mon'],
    ['once: any day', 'alerts-off', 'mon tue wed thu fri sat sun'],
    ['once, at an office', 'book-a-visit', 'mon tue wed thu fri'],
  ])('%s', (_name, id, days) => {
    expect(commitment(id).days.join(' ')).toBe(days);
  });

  it('begins on the day that is given, and takes other days and cues', () => {
    expect(commitment('drop-one-thing', { from: 'sat' }).days).toEqual(['sat']);
    expect(commitment('first-fifteen', { days: ['sun', 'tue'], cue: 'the kettle boils' })).toMatchObject({
      days: ['tue', 'sun'],
      cue: 'the kettle boils',
      minutes: 15,
    });
  });

  it('is once or again, and gets smaller only once', () => {
    expect(commitment('alerts-off').once).toBe(true);
    expect(commitment('walk-after-lunch').once).toBeUndefined();
    const small = shrunk(commitment('hobby-step'));
    expect(small).toMatchObject({ does: 'lay out what I need for my hobby', minutes: 2, isSmall: true });
    expect(small && shrunk(small)).toBeUndefined();
    expect(small).toEqual(commitment('hobby-step', { isSmaller: true }));
  });

  it('of the person’s own has a small version too', () => {
    const own = ownCommitment({ cue: 'I shut the door', does: 'play the piano', minutes: 8 }, 'own-1', [
      'fri',
      'mon',
    ]);
    expect(own).toEqual({
      id: 'own-1',
      cue: 'I shut the door',
      does: 'play the piano',
      small: 'do 2 minutes of it: play the piano',
      days: ['mon', 'fri'],
      minutes: 8,
    });
  });
});

describe('a list of commitments', () => {
  const [a, b, c, d] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }];
  it.each([
    ['none', [], [{ kind: 'none' }]],
    ['one', [a], []],
    ['three', [a, b, c], []],
    ['four', [a, b, c, d], [{ kind: 'too-many', count: 4 }]],
    ['one twice', [a, a], [{ kind: 'same-twice', id: 'a' }]],
  ])('%s', (_name, list, problems) => {
    expect(checkCommitments(list)).toEqual(problems);
  });
});

describe('own words', () => {
  it.each([
    [
      'If I close my laptop at 17:30, then I walk 10 minutes.',
      'I close my laptop at 17:30',
      'walk 10 minutes',
      10,
    ],
    ['when the kettle boils I will stretch', '', 'when the kettle boils I will stretch', undefined],
    ['When the kettle boils, I will stretch', 'the kettle boils', 'stretch', undefined],
    ['after lunch, I walk half an hour', 'it is after lunch', 'walk half an hour', 30],
    ['Before bed, dim the lights', 'it is before bed', 'dim the lights', undefined],
    ["I'll call Sam at 18:00", 'it is 18:00', 'call Sam', undefined],
    ['walk before breakfast', 'it is before breakfast', 'walk', undefined],
    ['walk for 1 hour', '', 'walk for 1 hour', 60],
    ['breathe', '', 'breathe', undefined],
  ])('%s', (line, cue, does, minutes) => {
    expect(readOwnWords(line)).toEqual({ cue, does, ...(minutes === undefined ? {} : { minutes }) });
  });

  it.each([
    ['fine', { cue: 'I come home', does: 'walk for ten steps' }, []],
    ['empty', { cue: 'I come home', does: '  ' }, ['empty']],
    ['no cue', { cue: '', does: 'walk' }, ['no-cue']],
    ['try', { cue: 'I come home', does: 'try to walk' }, ['vague try']],
    ['more', { cue: 'I come home', does: 'drink more water' }, ['vague more']],
    ['less', { cue: 'I come home', does: 'scroll less' }, ['vague less']],
    ['ten minutes', { cue: 'I come home', does: 'walk 10 minutes' }, []],
    ['eleven minutes', { cue: 'I come home', does: 'walk 11 minutes' }, ['too-big 11']],
    ['an hour', { cue: 'I come home', does: 'walk for an hour' }, ['too-big 60']],
    ['200 letters', { cue: 'a'.repeat(100), does: 'b'.repeat(100) }, []],
    ['2,000 letters', { cue: 'I come home', does: 'b'.repeat(2000) }, ['too-long 2011']],
    [
      'all at once',
      { cue: '', does: 'try to walk more for 2 hours' },
      ['no-cue', 'vague try', 'too-big 120'],
    ],
  ])('%s', (_name, words, expected) => {
    const { problems, isUsable } = checkOwnWords(words);
    const told = problems.map((problem) => {
      if (problem.kind === 'vague') return `vague ${problem.word}`;
      if (problem.kind === 'too-big') return `too-big ${problem.minutes}`;
      return problem.kind === 'too-long' ? `too-long ${problem.letters}` : problem.kind;
    });
    expect(told).toEqual(expected);
    expect(isUsable).toBe(!expected.some((each) => each === 'empty' || each.startsWith('too-long')));
  });

  it.each([
    ['', 'walk', 'If I have finished my breakfast, then I walk.'],
    ['I come home', 'try to walk more', 'If I come home, then I walk for 2 minutes.'],
    ['I come home', 'walk for an hour', 'If I come home, then I walk for 10 minutes.'],
    ['I come home', 'try to read for 30 minutes', 'If I come home, then I read for 10 minutes.'],
  ])('%s / %s is offered as: %s', (cue, does, sentence) => {
    const { rewrite } = checkOwnWords({ cue, does });
    expect(rewrite && ifThen(rewrite)).toBe(sentence);
    // What is offered is taken as it is.
    expect(rewrite && checkOwnWords(rewrite).problems).toEqual([]);
  });

  it.each([
    ['nothing is left of it', { cue: 'I come home', does: 'try more' }],
    ['it would be too long', { cue: '', does: 'a'.repeat(195) }],
  ])('are not rewritten where %s', (_name, words) => {
    const check = checkOwnWords(words);
    expect(check.isUsable).toBe(true);
    expect(check.rewrite).toBeUndefined();
  });

  it('lose what a terminal could take for a command, and come as one line', () => {
    const { words } = checkOwnWords({
      cue: 'I \u001b[31mcome\u0007 home\u202e',
      does: 'walk\n\tslowly\u0000 ',
    });
    expect(words).toEqual({ cue: 'I [31mcome home', does: 'walk slowly' });
    expect(cleaned('\u200b \r\n')).toBe('');
  });
});

describe('the quick plan', () => {
  it('needs no answer: a walk, a time to get up, slow breathing', () => {
    const { commitments, session } = quickPlan(stressTables, undefined);
    expect(commitments.map(({ id }) => id)).toEqual(['walk-after-lunch', 'same-rising-time']);
    expect(session).toBe('slow-breathing-6');
  });

  it.each([
    ['overloaded at work', overloaded, 'quiet-hour'],
    ['nothing heavy', { stressors: ['none'] }, 'walk-after-lunch'],
    ['money', { stressors: ['money'], energy: 'low', minutes: 'five' }, 'bills-by-date'],
  ])('takes the easiest that suits: %s', (_name, answers, action) => {
    const [first, second] = quickPlan(stressTables, evaluationOf(answers)).commitments;
    expect([first?.id, second?.id]).toEqual([action, 'same-rising-time']);
    // A tired day: two minutes, whatever it is.
    expect(first).toMatchObject({ isSmall: true, minutes: 2 });
  });
});

describe('which calm session', () => {
  it('is the one of what presses, and another where that does not go with the person', () => {
    expect(suggestedSessions(stressTables, ['sleep'], [])[0]).toMatchObject({
      choice: { id: 'bedtime' },
      session: 'belly-breathing',
    });
    expect(suggestedSessions(stressTables, ['sleep'], ['belly-breathing'])[0]?.session).toBe('body-scan');
    expect(suggestedSessions(stressTables, ['work-control'], ['box-breathing'])[0]?.session).toBe(
      'slow-breathing-6',
    );
  });

  it('drops a moment that has none left', () => {
    const barred = ['belly-breathing', 'body-scan', 'four-seven-eight'] as const;
    const choices = suggestedSessions(stressTables, ['sleep'], barred).map(({ choice }) => choice.id);
    expect(choices).not.toContain('bedtime');
    expect(choices).toHaveLength(stressTables.sessionChoices.length - 1);
  });
});
