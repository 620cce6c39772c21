import { describe, expect, test } from 'vitest';
import { runDeskCheck } from '../../../src/commands/stretch/desk-check.ts';
import { deskQuestions } from '../../../src/data/desk-check.ts';
import { fakeContext } from '../../support/fake-context.ts';

const env = { LANG: 'de_DE.UTF-8', TERM: 'xterm', NO_COLOR: '1' };
/** For each question the option with the most to change, or the one with nothing to change. */
const answersOf = (which: 'worst' | 'best') =>
  Object.fromEntries(
    deskQuestions.map(({ id, options }) => {
      const sorted = [...options].sort((one, other) => other.habits.length - one.habits.length);
      return [id, (which === 'worst' ? sorted[0] : sorted.at(-1))?.id ?? ''];
    }),
  );
const set = (answers: { readonly [id: string]: string }) =>
  Object.entries(answers).map(([id, value]) => `${id}=${value}`);

describe('the desk check', () => {
  test('asks its six questions, with a way back, and ends in habits', async () => {
    const worst = answersOf('worst');
    const [first = '', ...others] = deskQuestions.map(({ id }) => id);
    const ctx = fakeContext({
      env,
      columns: 80,
      inputIsTerminal: true,
      answers: [
        { answers: { [first]: worst[first] ?? '' } },
        { back: true },
        { answers: { [first]: worst[first] ?? '' } },
        ...others.map((id) => ({ answers: { [id]: worst[id] ?? '' } })),
      ],
    });
    expect(await runDeskCheck({}, ctx)).toBe(0);
    expect(ctx.stdout).toContain('Try one of these for a week. Take the one that is easiest.');
    expect(ctx.stdout).toContain('backcare stretch desk-break');
    expect(ctx.stdout).not.toMatch(/score|points|\d ?%/i);
  });

  test('with nothing to change says so', async () => {
    const ctx = fakeContext({ env });
    await runDeskCheck({ set: set(answersOf('best')) }, ctx);
    expect(ctx.stdout).toMatch(/Your answers show nothing that we would change|Try one of these/);
  });

  test('as JSON', async () => {
    const ctx = fakeContext({ env });
    await runDeskCheck({ set: set(answersOf('worst')), json: true }, ctx);
    const found = JSON.parse(ctx.stdout);
    expect(found).toMatchObject({ schema: 'backcare/desk-check@1', routine: 'desk-break' });
    expect(found.habits.length).toBeGreaterThan(0);
  });

  test.each([
    [['desk-hour=over-8'], '--set desk-hour=over-8: "desk-hour" is not known.'],
    [['desk-hours=9'], '--set desk-hours=9: "9" is not known.'],
    [[], 'The desk check needs answers, and nobody can be asked here.'],
  ])('refuses %o', async (given, message) => {
    await expect(runDeskCheck({ set: given }, fakeContext({ env }))).rejects.toMatchObject({
      message,
      exitCode: 2,
    });
  });
});
