import { describe, expect, it } from 'vitest';
import { type StressorId, strategyIds, stressorIds } from '../../../src/data/stress-schema.ts';
import { stressTables } from '../../../src/data/stress-tables.ts';
import type { Answers } from '../../../src/engine/answers.ts';
import { chosenStressors, type Evaluation, evaluationOf } from '../../../src/engine/stress/evaluation.ts';
import { actionMenu, type MenuPart } from '../../../src/engine/stress/menu.ts';
import { rankStrategies } from '../../../src/engine/stress/strategies.ts';
import { overloaded } from './people.ts';

function menuFor(evaluation: Evaluation, chosen: readonly StressorId[]): readonly MenuPart[] {
  const strategies = rankStrategies(stressTables, evaluation, chosen)
    .filter(({ isSuggested }) => isSuggested)
    .map(({ strategy }) => strategy.id);
  return actionMenu(stressTables, { evaluation, chosen, strategies });
}
const menuOf = (answers: Answers) => {
  const evaluation = evaluationOf(answers);
  return menuFor(evaluation, chosenStressors(evaluation, answers));
};
const inWords = (menu: readonly MenuPart[]) =>
  menu.map(({ strategy, actions }) => {
    const first = actions.filter(({ isFirst }) => isFirst);
    return `${strategy}: ${first.map(({ action, isSmaller }) => `${action.id}${isSmaller ? ' (small)' : ''}`).join(', ')}`;
  });

/** Actions at first sight that suit it. */
const fitting = (menu: readonly MenuPart[], stressor: StressorId) =>
  menu.flatMap(({ actions }) => actions).filter(({ isFirst, suits }) => isFirst && suits.includes(stressor));

describe('the menu', () => {
  it('of a person who is overloaded at work', () => {
    expect(inWords(menuOf(overloaded))).toEqual([
      'ask-for-help: ask-which-first (small), swap-a-task (small), one-ask',
      'prioritise: close-the-day, two-big-things, set-finish-time',
      'say-no: one-meeting-less, tell-you-tomorrow, a-or-b',
    ]);
  });

  it('cuts down what is too long or too hard for today', () => {
    const sizes = (answers: Answers) =>
      menuOf(answers)
        .flatMap(({ actions }) => actions)
        .filter(({ isSmaller }) => !isSmaller)
        .map(({ action }) => `${action.effort} ${action.minutes?.[0] ?? 0}`);
    const household = { stressors: ['household'] };
    for (const size of sizes({ ...household, energy: 'low', minutes: 'two' }))
      expect(size).toMatch(/^1 [0-2]$/);
    expect(sizes({ ...household, energy: 'good', minutes: 'twenty' })).toContain('2 10');
    // More than ten minutes are never surely doable, however much time there is.
    for (const size of sizes({ ...household, energy: 'good', minutes: 'twenty' }))
      expect(Number(size.slice(2))).toBeLessThanOrEqual(10);
  });

  it('puts first what builds on what helps already', () => {
    const first = (helps: readonly string[]) =>
      menuOf({ stressors: ['loss'], helps })[0]?.actions[0]?.action.id;
    expect(first(['talking'])).toBe('one-ask');
    expect(
      menuOf({ stressors: ['phone-news'], helps: ['hobby'] }).find(
        ({ strategy }) => strategy === 'time-for-yourself',
      )?.actions[0],
    ).toMatchObject({
      action: { id: 'ten-minutes-for-me' },
      buildsOn: ['hobby'],
    });
  });

  it('has all of a strategy that suits nothing but was wished for', () => {
    const menu = actionMenu(stressTables, {
      evaluation: evaluationOf({ stressors: ['sleep'] }),
      chosen: ['sleep'],
      strategies: ['say-no'],
    });
    expect(menu[0]).toMatchObject({ strategy: 'say-no', isAdded: false });
    expect(menu[0]?.actions).toHaveLength(7);
    expect(menu.slice(1).every(({ isAdded }) => isAdded)).toBe(true);
    expect(fitting(menu, 'sleep').length).toBeGreaterThanOrEqual(2);
  });

  it('leaves out what is there already, and what a sore back cannot do', () => {
    const menu = actionMenu(stressTables, {
      evaluation: evaluationOf(overloaded),
      chosen: ['workload'],
      strategies: strategyIds,
      without: ['drop-one-thing'],
      easyOnBack: true,
    });
    const actions = menu.flatMap((part) => part.actions.map(({ action }) => action));
    expect(actions.map(({ id }) => id)).not.toContain('drop-one-thing');
    expect(actions.every(({ easyOnBack }) => easyOnBack === true)).toBe(true);
  });

  it('offers no hard talk to a person who is afraid, and still two things', () => {
    const menu = menuOf({ stressors: ['conflict'], 'afraid-at-home': 'rather-not-say' });
    const actions = menu.flatMap((part) => part.actions.map(({ action }) => action));
    expect(actions.map(({ id }) => id)).not.toContain('plan-a-talk');
    expect(actions.map(({ strategy }) => strategy)).not.toContain('say-no');
    expect(fitting(menu, 'conflict').length).toBeGreaterThanOrEqual(2);
  });
});

describe('every combination', () => {
  const combinations = 2 ** stressorIds.length;
  const subset = (bits: number) => stressorIds.filter((_, place) => (bits >> place) & 1);
  /** Weights and changes that run through all values as the combinations go by: no chance, and the same each time. */
  function answersOf(bits: number): Answers {
    const ticked = subset(bits);
    const pick = (values: readonly string[], place: number) =>
      values[(bits * 7 + place * 5) % values.length] ?? '';
    return Object.fromEntries<Answers[string]>([
      ['stressors', ticked],
      ['heaviest', ticked.filter((_, place) => (bits + place) % 2 === 0)],
      ['minutes', pick(['two', 'five', 'ten', 'twenty'], 1)],
      ['energy', pick(['low', 'some', 'good'], 2)],
      ['afraid-at-home', bits % 3 === 0 ? 'yes' : 'no'],
      ...ticked.flatMap((id, place): [string, string][] => [
        [`weight-${id}`, pick(['a-little', 'quite-a-bit', 'a-lot'], place)],
        [`change-${id}`, pick(['none', 'some', 'a-lot'], place + 3)],
      ]),
    ]);
  }

  it('of stressors leads to two fitting actions for each that is suggested', () => {
    const lacking: string[] = [];
    const seen = new Set<string>();
    for (let bits = 0; bits < combinations; bits += 1) {
      const evaluation = evaluationOf(answersOf(bits));
      const chosen = chosenStressors(evaluation, {});
      // What was not chosen has no part in the menu: combinations that come to the same are looked at once.
      const { weighed, ticked: _ticked, ...rest } = evaluation;
      const key = JSON.stringify([weighed.filter(({ stressor }) => chosen.includes(stressor)), rest]);
      if (seen.has(key)) continue;
      seen.add(key);
      const menu = menuFor(evaluation, chosen);
      if (menu.length === 0) lacking.push(`${bits}: nothing at all`);
      for (const stressor of chosen)
        if (fitting(menu, stressor).length < 2) lacking.push(`${bits}: ${stressor}`);
    }
    expect(lacking).toEqual([]);
  });

  it('of up to three chosen stressors and any strategy leads to two fitting actions for each of them', () => {
    const lacking: string[] = [];
    const evaluation = evaluationOf({ minutes: 'two', energy: 'low' });
    for (let bits = 1; bits < combinations; bits += 1) {
      const chosen = subset(bits);
      if (chosen.length > 3) continue;
      for (const strategy of strategyIds) {
        const menu = actionMenu(stressTables, { evaluation, chosen, strategies: [strategy] });
        for (const stressor of chosen)
          if (fitting(menu, stressor).length < 2)
            lacking.push(`${chosen.join(' ')} ${strategy}: ${stressor}`);
      }
    }
    expect(lacking).toEqual([]);
  });

  it('reaches every strategy and every action by suggestion alone', () => {
    const strategies = new Set<string>();
    const actions = new Set<string>();
    for (let bits = 1; bits < combinations; bits += 1) {
      const chosen = subset(bits);
      if (chosen.length > 2) continue;
      for (const change of ['none', 'some', 'a-lot']) {
        const answers = Object.fromEntries<Answers[string]>([
          ['stressors', chosen],
          ...chosen.flatMap((id): [string, string][] => [
            [`weight-${id}`, 'a-lot'],
            [`change-${id}`, change],
          ]),
        ]);
        for (const part of menuOf(answers)) {
          strategies.add(part.strategy);
          for (const { action } of part.actions) actions.add(action.id);
        }
      }
    }
    expect(strategyIds.filter((id) => !strategies.has(id))).toEqual([]);
    expect(stressTables.actions.map(({ id }) => id).filter((id) => !actions.has(id))).toEqual([]);
  });
});
