import { describe, expect, test } from 'vitest';
import { runAround } from '../../../src/commands/stretch/around.ts';
import { runDeskCheck } from '../../../src/commands/stretch/desk-check.ts';
import { runAdd } from '../../../src/commands/stretch/own.ts';
import { runStretch } from '../../../src/commands/stretch/run.ts';
import { runList, runPrint, runShow } from '../../../src/commands/stretch/sheets.ts';
import { type FakeContext, fakeContext } from '../../support/fake-context.ts';

const env = { LANG: 'de_DE.UTF-8', TERM: 'xterm', NO_COLOR: '1' };
const complete = { complete: true, answers: { duration: 10 }, patterns: [], subtypes: [] };
/** Every state of the permission table, as the newest assessment of the record. */
const states = {
  'never checked': undefined,
  'not finished': {
    at: '2026-11-21T10:00:00+01:00',
    body: { ...complete, complete: false, urgency: 'routine' },
  },
  'checked 13 weeks ago': { at: '2026-08-20T10:00:00+02:00', body: { ...complete, urgency: 'self-care' } },
  emergency: { at: '2026-11-20T10:00:00+01:00', body: { ...complete, urgency: 'emergency' } },
  'emergency a year ago': { at: '2025-11-20T10:00:00+01:00', body: { ...complete, urgency: 'emergency' } },
  urgent: { at: '2026-11-20T10:00:00+01:00', body: { ...complete, urgency: 'urgent' } },
  routine: { at: '2026-11-20T10:00:00+01:00', body: { ...complete, urgency: 'routine' } },
  'self-care': { at: '2026-11-20T10:00:00+01:00', body: { ...complete, urgency: 'self-care' } },
} as const;
type State = keyof typeof states;

const plan = '# Plan\n\n- Bird dog: 2 sets of 6\n';
/** Added before anything else happened. */
const ownPlan = {
  kind: 'own-routine',
  at: '2026-08-01T10:00:00+02:00',
  body: { id: 'plan', fileName: 'plan.md', text: plan },
};
const none = { around: 'none', pain: '2' } as const;
const ways = {
  stretch: (ctx: FakeContext) => runStretch(undefined, none, ctx),
  'stretch, signs answered': (ctx: FakeContext) => runStretch(undefined, { ...none, signs: 'none' }, ctx),
  'stretch morning, signs answered': (ctx: FakeContext) =>
    runStretch('morning', { ...none, signs: 'none' }, ctx),
  'stretch bird-dog, signs answered': (ctx: FakeContext) =>
    runStretch('bird-dog', { ...none, signs: 'none' }, ctx),
  'stretch --json, signs answered': (ctx: FakeContext) =>
    runStretch(undefined, { ...none, signs: 'none', json: true }, ctx),
  'an own routine, signs answered': async (ctx: FakeContext) => {
    await ctx.remember(ownPlan);
    return runStretch('plan', { ...none, signs: 'none' }, ctx);
  },
  list: (ctx: FakeContext) => runList({}, ctx),
  'list --json': (ctx: FakeContext) => runList({ json: true }, ctx),
  show: (ctx: FakeContext) => runShow('bird-dog', {}, ctx),
  'show --json': (ctx: FakeContext) => runShow('bird-dog', { json: true }, ctx),
  print: (ctx: FakeContext) => runPrint('morning', {}, ctx),
  'print --json': (ctx: FakeContext) => runPrint('morning', { json: true }, ctx),
  'print --format html': (ctx: FakeContext) => runPrint('morning', { format: 'html' }, ctx),
  'print, own': async (ctx: FakeContext) => {
    await ctx.remember(ownPlan);
    return runPrint('plan', {}, ctx);
  },
} as const;
type Way = keyof typeof ways;
const guided = (Object.keys(ways) as Way[]).filter(
  (way) => way.includes('stretch') || way.includes('own routine'),
);
const sheets = (Object.keys(ways) as Way[]).filter((way) => !guided.includes(way));

/** Words that only an exercise has, and words of the action. */
const exercise = /times|seconds each|Bird dog|breaths|"sets"|"exercise":/;
const emergencyAction = /Call 112|call 112/;

async function outputOf(state: State, way: Way): Promise<string> {
  const ctx = fakeContext({ env, files: { 'plan.md': plan } });
  const known = states[state];
  if (known !== undefined) await ctx.remember({ kind: 'assessment', ...known });
  expect(await ways[way](ctx)).toBe(0);
  // What is asked for as JSON is JSON, whatever stands in its way.
  if (way.includes('json')) expect(JSON.parse(ctx.stdout)).toMatchObject({ schema: expect.any(String) });
  return ctx.stdout;
}

describe.each(guided)('%s', (way) => {
  test.each(['emergency', 'emergency a year ago'] as const)('after %s: the action only', async (state) => {
    const shown = await outputOf(state, way);
    expect(shown).toMatch(emergencyAction);
    expect(shown).not.toMatch(exercise);
  });

  test('after urgent: the advice only', async () => {
    const shown = await outputOf('urgent', way);
    expect(shown).toMatch(/today|within|24 hours/i);
    expect(shown).not.toMatch(exercise);
  });

  test.each(['never checked', 'not finished', 'checked 13 weeks ago'] as const)(
    '%s: stage 2 at most, and only after the seven lines',
    async (state) => {
      const shown = await outputOf(state, way);
      if (!way.includes('signs answered')) {
        expect(shown).toContain('First the danger signs');
        expect(shown).not.toMatch(exercise);
      } else {
        expect(shown).toMatch(/times|seconds|minutes|breaths|left out/);
        expect(shown).not.toMatch(/^Bird dog: /m);
      }
    },
  );

  test.each(['routine', 'self-care'] as const)('%s: offered', async (state) => {
    expect(await outputOf(state, way)).toMatch(/times|seconds|minutes|breaths/);
  });
});

describe.each(sheets)('%s', (way) => {
  test.each(['emergency', 'emergency a year ago'] as const)('after %s: the action only', async (state) => {
    const shown = await outputOf(state, way);
    expect(shown).toMatch(emergencyAction);
    expect(shown).not.toMatch(way.includes('json') ? /"steps": \[\s+"|"id": "bird-dog"/ : exercise);
  });

  test('after urgent: under the advice', async () => {
    const shown = (await outputOf('urgent', way)).replace(/<head>.*<\/head>/s, '');
    if (way.includes('json')) {
      expect(JSON.parse(shown).advice.join(' ')).toContain('This comes from your check');
      return;
    }
    const advice = shown.indexOf('This comes from your check');
    expect(advice).toBeGreaterThan(-1);
    expect(advice).toBeLessThan(shown.search(/Bird dog|Morning|Stretches and routines/));
  });

  test.each(['never checked', 'not finished', 'checked 13 weeks ago'] as const)(
    '%s: with the stop rules and "not checked yet"',
    async (state) => {
      const shown = await outputOf(state, way);
      expect(shown).toMatch(/not checked yet|not checked/);
    },
  );
});

test.each([
  ['emergency', /call 112/i, /Walk|desk-break/],
  ['urgent', /See a clinician/, /backcare stretch/],
] as const)('desk check after %s', async (state, advice, never) => {
  const ctx = fakeContext({ env });
  await ctx.remember({ kind: 'assessment', ...states[state] });
  await runDeskCheck({ set: ['desk-hours=over-8'] }, ctx);
  expect(ctx.stdout).toMatch(advice);
  expect(ctx.stdout).not.toMatch(never);
  ctx.clearOutput();
  await runDeskCheck({ set: ['desk-hours=over-8'], json: true }, ctx);
  const { routine, advice: lines } = JSON.parse(ctx.stdout);
  expect(routine).toBeNull();
  expect(lines.join(' ')).toMatch(advice);
});

test.each(['emergency', 'urgent'] as const)('a plan is not added after %s', async (state) => {
  const ctx = fakeContext({ env, files: { 'plan.md': plan } });
  await ctx.remember({ kind: 'assessment', ...states[state] });
  await runAdd('plan.md', {}, ctx);
  expect(ctx.stdout).toContain('The plan was not added.');
  expect(ctx.stdout).not.toMatch(exercise);
  expect(await (await ctx.record()).since(['own-routine'], 0)).toEqual([]);
});

test.each(['emergency', 'urgent', 'never checked'] as const)(
  'around after %s leads to no session',
  async (state) => {
    const ctx = fakeContext({ env });
    const known = states[state];
    if (known !== undefined) await ctx.remember({ kind: 'assessment', ...known });
    await runAround({ set: 'none' }, ctx);
    expect(ctx.stdout).toContain('backcare diagnose');
    expect(ctx.stdout).not.toMatch(/backcare stretch$/m);
  },
);
