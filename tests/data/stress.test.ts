import { describe, expect, it } from 'vitest';
import { stressTables } from '../../src/data/stress-tables.ts';
import { stressChecks } from './checks/stress.ts';

const checks = stressChecks.map((check) => [check.rule, check] as const);

describe('the content of the stress plan keeps its rules', () => {
  it.each(checks)('%s', (_rule, { problems }) => {
    expect(problems(stressTables)).toEqual([]);
  });
});

describe('a broken rule is found', () => {
  it.each(checks)('%s', (_rule, { problems, broken }) => {
    expect(problems(broken(stressTables)).length).toBeGreaterThan(0);
  });
});

describe('the table of what suits what', () => {
  // Signs in the order of the seven strategies: + suggested first, o also, . not.
  it.each([
    ['workload', '++o+ooo'],
    ['work-control', '.o+o.+o'],
    ['job-security', '.o+.o+o'],
    ['money', 'o++o.+.'],
    ['caregiving', 'oo+o+.o'],
    ['conflict', '..++o+.'],
    ['household', '+++o.o.'],
    ['health', '.o+.o++'],
    ['sleep', 'o...o.+'],
    ['phone-news', '+..o+.+'],
    ['lonely', '..+.oo+'],
    ['loss', 'o.+.+.+'],
    ['noise', '+.oo+o.'],
    ['drive', 'o+.+++.'],
    ['habits', 'o.o.oo+'],
    ['other', 'oo+.o+.'],
  ] as const)('%s: %s', (stressor, signs) => {
    const fit = stressTables.fits[stressor];
    const read = stressTables.strategies.map(({ id }) => ['.', 'o', '+'][fit[id] ?? 0]).join('');
    expect(read).toBe(signs);
  });

  it('has 59 actions, six of them for the working day alone', () => {
    const counts = stressTables.strategies.map(
      ({ id }) => stressTables.actions.filter(({ strategy }) => strategy === id).length,
    );
    // 8, 6, 7, 6, 7, 6 and 13 of the strategies, and one or two of the working day in each of five.
    expect(counts).toEqual([10, 7, 8, 7, 8, 6, 13]);
  });
});

describe('a small version keeps its object', () => {
  it.each([
    ['book-a-visit', /number of my doctor/],
    ['one-call', /one call that I put off/],
    ['plan-a-talk', /in a hard talk/],
    ['ask-which-first', /two tasks at work/],
    ['one-ask', /one person and one thing/],
    ['worry-time', /one worry/],
  ])('%s', (id, names) => {
    expect(stressTables.actions.find((action) => action.id === id)?.small).toMatch(names);
  });
});

it('who forgot is told the command that reminds', () => {
  const forgot = stressTables.repairs.find(({ obstacle }) => obstacle === 'forgot');
  expect(forgot?.says).toContain('backcare remind add stress');
});
