import { describe, expect, it } from 'vitest';
import { content } from './checks/content.ts';
import { exerciseWordChecks } from './checks/exercise-words.ts';
import { exerciseChecks } from './checks/exercises.ts';
import { referenceChecks } from './checks/references.ts';
import { screenChecks } from './checks/screens.ts';
import { shapeChecks } from './checks/shape.ts';
import { wordChecks } from './checks/words.ts';

const checks = [
  ...shapeChecks,
  ...referenceChecks,
  ...screenChecks,
  ...wordChecks,
  ...exerciseChecks,
  ...exerciseWordChecks,
].map((check) => [check.rule, check] as const);

describe('the content keeps its rules', () => {
  it.each(checks)('%s', (_rule, { problems }) => {
    expect(problems(content)).toEqual([]);
  });
});

describe('a broken rule is found', () => {
  it.each(checks)('%s', (_rule, { problems, broken }) => {
    expect(problems(broken(content)).length).toBeGreaterThan(0);
  });
});
