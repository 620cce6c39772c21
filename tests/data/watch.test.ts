import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { usualPracticeGoal } from '../../src/data/progress.ts';
import { questions } from '../../src/data/questions/index.ts';
import { professionalRules } from '../../src/data/red-flags/rules.ts';
import { sources } from '../../src/data/sources.ts';
import { checkInSigns, watchRules } from '../../src/data/watch.ts';
import { watchRuleSchema } from '../../src/data/watch-schema.ts';

const ids = watchRules.map(({ id }) => id);

describe('rules of the watch', () => {
  test('have the shape of their schema, and an id each', () => {
    expect(z.array(watchRuleSchema).parse(watchRules)).toEqual(watchRules);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('rest on a source that is known, or are labelled as judged', () => {
    const known: readonly string[] = sources.map(({ id }) => id);
    for (const rule of [...watchRules, usualPracticeGoal]) {
      for (const source of rule.sources) expect(known).toContain(source);
      expect(rule.sources.length > 0 || ('judged' in rule && rule.judged)).toBe(true);
    }
  });

  test('cover rules that exist, and stand before those of the watch that they cover', () => {
    const others: readonly string[] = professionalRules.map(({ id }) => id);
    for (const [place, { covers }] of watchRules.entries()) {
      for (const covered of covers) {
        expect(others.includes(covered) || ids.slice(place + 1).some((id) => id === covered)).toBe(true);
      }
    }
  });

  test('name places that can be chosen', () => {
    const question = questions.find(({ id }) => id === 'pain-site');
    const places = question?.kind === 'multi' ? question.options.map(({ id }) => id) : [];
    for (const { when } of watchRules)
      if (when.kind === 'new-place') for (const place of when.places) expect(places).toContain(place);
  });

  test('speak calmly: no dose, no percentage, no diagnosis, no blame', () => {
    for (const { title, action } of watchRules) {
      expect(`${title} ${action}`).not.toMatch(/%|\bmg\b|you have|damage|all clear|your fault|!/i);
      expect(title.split(' ').length).toBeLessThanOrEqual(14);
    }
  });
});

test('the short form asks every nerve sign that can be asked at once', () => {
  const nerves = questions.filter(({ screen, when }) => screen === 'screen-nerves' && when === undefined);
  for (const { id } of nerves) expect(checkInSigns).toContain(id);
});
