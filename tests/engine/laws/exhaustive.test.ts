import { describe, expect, it } from 'vitest';
import type { Answers, Truth } from '../../../src/engine/answers.ts';
import { ruleLevel, triage } from '../../../src/engine/triage.ts';
import { urgencyRank } from '../../../src/engine/urgency.ts';
import { boolsInRules } from '../generators.ts';
import { knowledge, ordinary, person, safetyBools, without } from '../world.ts';

const ages = [8, 15, 34, 52, 61, 72] as const;
const truths: readonly Truth[] = ['no', 'unsure', 'yes'];
const ids = safetyBools.map(({ id }) => id);
const rankOf = (answers: Answers): number => urgencyRank(triage(answers, knowledge).urgency);

describe.each(ages)('at %d', { timeout: 600_000 }, (age) => {
  const base = person({ age, 'onset-type': 'gradual', duration: 5 });
  const alone = new Map(
    ids.flatMap((id) => truths.map((truth) => [`${id} ${truth}`, rankOf({ ...base, [id]: truth })] as const)),
  );
  const aloneRank = (id: string, truth: Truth): number => alone.get(`${id} ${truth}`) ?? Number.NaN;

  it('every danger sign alone rises from no over not sure to yes', () => {
    for (const id of ids) {
      const ranks = truths.map((truth) => aloneRank(id, truth));
      expect(ranks, id).toEqual(ranks.toSorted());
    }
  });

  it('every pair of danger signs is at least as grave as each alone, and rises with either', () => {
    const wrong: string[] = [];
    for (const [place, one] of ids.entries()) {
      for (const other of ids.slice(place + 1)) {
        const rank = (first: Truth, second: Truth): number =>
          first === 'no'
            ? aloneRank(other, second)
            : second === 'no'
              ? aloneRank(one, first)
              : rankOf({ ...base, [one]: first, [other]: second });
        const grid = truths.map((first) => truths.map((second) => rank(first, second)));
        const rises = grid.every((row, x) =>
          row.every((level, y) => level >= (grid[x - 1]?.[y] ?? 0) && level >= (row[y - 1] ?? 0)),
        );
        if (!rises) wrong.push(`${one} and ${other}: ${JSON.stringify(grid)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(ids.length).toBeGreaterThan(70);
  });
});

describe('with one safety question open and the plan not answered', { timeout: 600_000 }, () => {
  const plan = knowledge.questions.filter(({ screen }) => screen === undefined).map(({ id }) => id);
  const flipped = [...new Set([...ids, ...boolsInRules.map(({ id }) => id)])];
  const open = knowledge.questions.filter(({ screen }) => screen !== undefined).map(({ id }) => id);
  const people: readonly (readonly [string, Answers])[] = [
    ['the ordinary strain', ordinary],
    [
      'old pain in the neck and upper back after a knock',
      person({ 'pain-site': ['neck', 'upper-back'], duration: 100, 'rf-minor-knock': 'yes' }),
    ],
  ];
  it.each(people)('%s: no yes/no answer lowers the level on its way up', (_name, whole) => {
    const wrong: string[] = [];
    for (const missing of open) {
      const base = without(whole, missing, ...plan);
      for (const id of flipped) {
        if (id === missing) continue;
        const ranks = truths.map((truth) => rankOf({ ...base, [id]: truth }));
        if (ranks.some((rank, place) => rank < (ranks[place - 1] ?? 0)))
          wrong.push(`${missing} open, ${id}: ${ranks}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('the emergency items', () => {
  it('are an emergency together with any second sign at any age, in any state of the rest', () => {
    const emergencies = ids.filter((id) => ruleLevel(person({ [id]: 'yes' }), knowledge) === 'emergency');
    expect(emergencies.length).toBeGreaterThanOrEqual(28);
    for (const id of emergencies) {
      for (const other of ids) {
        for (const truth of truths) {
          const answers = { ...person({ [other]: truth, age: 61 }), [id]: 'yes' as const };
          expect(ruleLevel(answers, knowledge), `${id} with ${other} ${truth}`).toBe('emergency');
        }
      }
    }
  });
});
