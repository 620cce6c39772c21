import { describe, expect, test } from 'vitest';
import { knowledgeTables } from '../../../src/data/knowledge.ts';
import type { Urgency } from '../../../src/data/schema.ts';
import { checkAnswers } from '../../../src/engine/answer-input.ts';
import { assess } from '../../../src/engine/assessment.ts';
import { knowledgeFrom } from '../../../src/engine/knowledge.ts';
import { urgencyRank } from '../../../src/engine/urgency.ts';
import practice from './cases.json' with { type: 'json' };
import secondRater from './second-rater.json' with { type: 'json' };

const knowledge = knowledgeFrom(knowledgeTables);

interface Expected {
  readonly urgency: Urgency;
  readonly acceptable: readonly Urgency[];
  readonly unsafe: readonly Urgency[];
  readonly patterns: readonly string[];
}

interface Scored {
  readonly id: string;
  readonly expected: Expected;
  readonly urgency: Urgency;
  readonly first: string | undefined;
  readonly age: unknown;
}

function score(answersOf: (id: string) => object): readonly Scored[] {
  return practice.cases.map(({ id, expected }) => {
    const checked = checkAnswers(Object.entries(answersOf(id)), knowledge);
    if (checked.kind === 'problem') throw new Error(`${id}: ${checked.problem.id} ${checked.problem.what}`);
    const assessment = assess(checked.answers, knowledge);
    return {
      id,
      expected: expected as Expected,
      urgency: assessment.triage.urgency,
      first: assessment.patterns[0]?.pattern.id,
      age: checked.answers.age,
    };
  });
}

const first = Object.fromEntries(practice.cases.map(({ id, answers }) => [id, answers]));
const raters: readonly [string, (id: string) => object][] = [
  ['first rater', (id) => first[id] ?? {}],
  ['second rater', (id) => (secondRater as Record<string, object>)[id] ?? {}],
];

describe.each(raters)('forty practice cases, %s', (_name, answersOf) => {
  const scored = score(answersOf);

  test('none is unsafe', () => {
    expect(scored.filter(({ expected, urgency }) => expected.unsafe.includes(urgency))).toEqual([]);
  });

  test('the level is exact in at least 32 and accepted in at least 38', () => {
    const exact = scored.filter(({ expected, urgency }) => expected.urgency === urgency);
    const accepted = scored.filter(
      ({ expected, urgency }) => expected.urgency === urgency || expected.acceptable.includes(urgency),
    );
    expect(scored).toHaveLength(40);
    expect(exact.length).toBeGreaterThanOrEqual(32);
    expect(accepted.length).toBeGreaterThanOrEqual(38);
  });

  test('none is more than one level too high', () => {
    const tooHigh = scored.filter(
      ({ expected, urgency }) => urgencyRank(urgency) - urgencyRank(expected.urgency) > 1,
    );
    expect(tooHigh).toEqual([]);
  });

  test('the first pattern is right in at least 85% of the cases that allow one', () => {
    const withPattern = scored.filter(
      ({ expected, age }) =>
        expected.patterns.length > 0 &&
        ['routine', 'self-care'].includes(expected.urgency) &&
        Number(age) >= 18,
    );
    const right = withPattern.filter(({ expected, first: top }) => expected.patterns.includes(top ?? ''));
    expect(withPattern.length).toBe(19);
    expect(right.length / withPattern.length).toBeGreaterThanOrEqual(0.85);
  });
});
