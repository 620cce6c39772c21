import { describe, expect, test } from 'vitest';
import { auditCases, levelsOfSignsInRules } from '../../src/data/audit/index.ts';
import { knowledgeTables } from '../../src/data/knowledge.ts';
import { patternIds, urgencies } from '../../src/data/schema.ts';
import { sources } from '../../src/data/sources.ts';
import { checkAnswers } from '../../src/engine/answer-input.ts';
import type { Answers } from '../../src/engine/answers.ts';
import { allowsPatterns } from '../../src/engine/interview.ts';
import { knowledgeFrom } from '../../src/engine/knowledge.ts';
import { triage } from '../../src/engine/triage.ts';

const knowledge = knowledgeFrom(knowledgeTables);
const sourceIds = new Set<string>(sources.map(({ id }) => id));
const people = auditCases.map((each) => {
  const checked = checkAnswers(Object.entries(each.answers), knowledge);
  return { ...each, checked, known: checked.kind === 'answers' ? checked.answers : ({} as Answers) };
});
const countOf = (test: (each: (typeof people)[number]) => boolean) => people.filter(test).length;

describe('each shipped case', () => {
  test.each(people.map((each) => [each.name, each] as const))('%s', (_name, each) => {
    expect(each.checked).toMatchObject({ kind: 'answers' });
    expect(each.sources.length > 0 || each.judged === true).toBe(true);
    expect(each.sources.filter((id) => !sourceIds.has(id))).toEqual([]);
    const { urgency, acceptable = [], unsafe = [], patterns = [] } = each.expected;
    expect(acceptable).not.toContain(urgency);
    expect(unsafe.filter((level) => [urgency, ...acceptable].includes(level))).toEqual([]);
    // Patterns are for adults whose level allows them.
    if (patterns.length > 0) {
      expect(['self-care', 'routine']).toContain(urgency);
      expect(allowsPatterns(each.known)).toBe(true);
    }
  });

  test('has a name of its own that tells the age it is about', () => {
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length);
    for (const { name, known } of people) {
      const age = /(\d+)$/.exec(name)?.[1] ?? /of (\d+)/.exec(name)?.[1];
      if (age !== undefined && typeof known.age === 'number')
        expect(`${name}: ${known.age}`).toBe(`${name}: ${age}`);
    }
  });

  test('is complete, but for the ones that are about missing answers', () => {
    const incomplete = people.filter(({ known }) => !triage(known, knowledge).complete);
    expect(incomplete.map(({ name }) => name)).toEqual([
      'Skipped every danger sign',
      'Answered nothing at all',
    ]);
  });
});

describe('together they cover', () => {
  test('every level about evenly', () => {
    const counts = urgencies.map((level) => countOf(({ expected }) => expected.urgency === level));
    expect(people.length).toBeGreaterThanOrEqual(60);
    expect(Math.min(...counts) / Math.max(...counts)).toBeGreaterThan(0.7);
  });

  test('every pattern, and none', () => {
    const first = people.map(({ expected }) => expected.patterns?.[0]);
    for (const id of [...patternIds, 'no-clear-pattern']) expect(first).toContain(id);
  });

  test('neck, upper back and low back, children, pregnancy, old age and doubt, each several times', () => {
    const site = (id: string) => countOf(({ known }) => [known['pain-site']].flat().includes(id));
    const ages = (from: number, below: number) =>
      countOf(({ known }) => typeof known.age === 'number' && known.age >= from && known.age < below);
    for (const id of ['neck', 'upper-back', 'mid-back', 'low-back']) expect(site(id)).toBeGreaterThan(5);
    expect(ages(0, 10)).toBeGreaterThan(1);
    expect(ages(10, 18)).toBeGreaterThan(3);
    expect(ages(70, 121)).toBeGreaterThan(8);
    expect(countOf(({ known }) => known['mod-pregnant'] === 'yes')).toBeGreaterThan(4);
    expect(countOf(({ known }) => Object.values(known).includes('unsure'))).toBeGreaterThan(3);
  });
});

test('what a sign means alone is said once: by its question or in this list', () => {
  for (const [id, level] of Object.entries(levelsOfSignsInRules)) {
    expect(knowledge.question(id)).toMatchObject({ kind: 'bool' });
    expect(knowledge.question(id)).not.toHaveProperty('alone');
    expect(urgencies).toContain(level);
  }
});
