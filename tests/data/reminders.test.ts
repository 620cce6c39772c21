import { describe, expect, it } from 'vitest';
import { reminderTables } from '../../src/data/reminder-tables.ts';
import { reminderChecks } from './checks/reminders.ts';

const checks = reminderChecks.map((check) => [check.rule, check] as const);

describe('the content of reminders keeps its rules', () => {
  it.each(checks)('%s', (_rule, { problems }) => {
    expect(problems(reminderTables)).toEqual([]);
  });
});

describe('a broken rule is found', () => {
  it.each(checks)('%s', (_rule, { problems, broken }) => {
    expect(problems(broken(reminderTables)).length).toBeGreaterThan(0);
  });
});
