import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runAdd, runExport, runRemove } from '../../../src/commands/stretch/own.ts';
import { runStretch } from '../../../src/commands/stretch/run.ts';
import { runList, runPrint } from '../../../src/commands/stretch/sheets.ts';
import { type FakeContext, fakeContext } from '../../support/fake-context.ts';

const env = { LANG: 'de_DE.UTF-8', TERM: 'xterm', NO_COLOR: '1' };
const example = (name: string) => readFileSync(join(import.meta.dirname, '../../../examples', name), 'utf8');
const files = {
  'physio-plan.md': example('physio-plan.md'),
  'physio-plan.json': example('physio-plan.json'),
};
const answered = { signs: 'none', around: 'none', pain: '2' } as const;
const kept = async (ctx: FakeContext) => (await (await ctx.record()).since(['own-routine'], 0)).length;

async function idOf(ctx: FakeContext, path: string): Promise<string> {
  ctx.clearOutput();
  await runAdd(path, { json: true }, ctx);
  return JSON.parse(ctx.stdout).id;
}

describe.each(['physio-plan.md', 'physio-plan.json'])('%s', (path) => {
  test('is taken over, shown, listed, printed, and given back unchanged', async () => {
    const ctx = fakeContext({ env, files });
    await runAdd(path, {}, ctx);
    expect(ctx.stdout).toContain("Your clinician's plan");
    const id = await idOf(ctx, path);
    expect(await kept(ctx)).toBe(1);
    ctx.clearOutput();
    await runList({}, ctx);
    expect(ctx.stdout).toContain('Your own plans');
    expect(ctx.stdout).toContain(id);
    ctx.clearOutput();
    await runPrint(id, {}, ctx);
    expect(ctx.stdout).toMatch(/your clinician/i);
    ctx.clearOutput();
    await runExport(id, ctx);
    expect(ctx.stdout).toBe(files[path as keyof typeof files]);
  });

  test('is run like the others, with its own doses', async () => {
    const ctx = fakeContext({ env, files });
    const id = await idOf(ctx, path);
    ctx.clearOutput();
    await runStretch(id, { ...answered, json: true }, ctx);
    const { session } = JSON.parse(ctx.stdout);
    expect(session).toMatchObject({ id, own: true });
    expect(session.items.length).toBeGreaterThan(0);
  });

  test('can be taken out again', async () => {
    const ctx = fakeContext({ env, files });
    const id = await idOf(ctx, path);
    await runRemove(id, {}, ctx);
    expect(ctx.stderr).toContain('is no longer among your routines');
    await expect(runExport(id, ctx)).rejects.toMatchObject({
      exitCode: 2,
      reason: 'You have not added any.',
    });
  });
});

test('two plans of one name keep the names they were given', async () => {
  const one = '# My plan\n\n- Bird dog: 2 sets of 6\n';
  const other = '# My plan\n\n- Easy walk: 10 min\n';
  const ctx = fakeContext({ env, files: { 'one.md': one, 'other.md': other } });
  const [first, second] = [await idOf(ctx, 'one.md'), await idOf(ctx, 'other.md')];
  expect(second).not.toBe(first);
  await runRemove(first, {}, ctx);
  ctx.clearOutput();
  await runExport(second, ctx);
  expect(ctx.stdout).toBe(other);
});

test('notes stay with their own step, also when one exercise comes twice', async () => {
  const text =
    '# Plan\n\n- Knee to chest: hold 30 s, left only -- first note\n- Knee to chest: hold 20 s, right only -- other note\n';
  const ctx = fakeContext({ env, files: { 'plan.md': text } });
  await ctx.remember({
    kind: 'assessment',
    at: '2026-11-20T10:00:00+01:00',
    body: { urgency: 'self-care', complete: true, answers: { duration: 30 } },
  });
  await runAdd('plan.md', {}, ctx);
  ctx.clearOutput();
  await runStretch('plan', { around: 'none', pain: '1' }, ctx);
  const rows = ctx.stdout.split('\n').filter((line) => line.startsWith('Knee to chest'));
  expect(rows[0]).toMatch(/left side only.*first note/i);
  expect(rows[1]).toMatch(/right side only.*other note/i);
  expect(rows[0]).not.toMatch(/other note|right side/i);
});

test('a plan against what the person said is taken over with a warning, and the step is left out', async () => {
  const ctx = fakeContext({
    env,
    files: { 'plan.md': '# Plan\n\n- Bird dog: 2 sets of 6\n- Easy walk: 10 min\n' },
  });
  await ctx.remember({
    kind: 'assessment',
    at: '2026-11-20T10:00:00+01:00',
    body: { urgency: 'self-care', complete: true, answers: { duration: 30 } },
  });
  await ctx.remember({
    kind: 'around',
    at: '2026-11-21T10:00:00+01:00',
    body: { answers: { 'wrist-painful': 'yes' } },
  });
  await runAdd('plan.md', {}, ctx);
  expect(ctx.stdout).toContain('Ask the person who made the plan about this');
  expect(ctx.stdout).toContain('Bird dog: you said yes to "Wrists cannot take weight" (Sat 21 Nov)');
  ctx.clearOutput();
  await runStretch('plan', { ...answered, around: 'wrist-painful' }, ctx);
  expect(ctx.stdout).toMatch(/left out: Bird dog/);
  expect(ctx.stdout).toMatch(/^Easy walk: 10 minutes/m);
});

describe('a plan that is refused', () => {
  test.each([
    ['a wrong dose', '# P\n\n- Bird dog: hold 30 hours\n', 'line 3'],
    ['an unknown exercise', '# P\n\n- Brid dog: 2 sets of 6\n', 'line 3'],
    ['a control character', '# P\n\n- Bird dog: 2 sets\u001b[2J of 6\n', 'line 3'],
    ['a NUL', '# P\n\n- Bird dog\u0000: 2 sets of 6\n', 'line 3'],
    ['ten thousand lines', `# P\n${'\n- Bird dog: 2 sets of 6'.repeat(10_000)}`, 'line'],
    ['no exercise', '# P\n', 'line 1'],
    ['broken JSON', '{"schema":"backcare/routine@1",', 'line 1'],
  ])('%s: line, reason, and nothing is saved', async (_, text, place) => {
    const ctx = fakeContext({ env, files: { 'plan.md': text, 'plan.json': text } });
    const path = text.startsWith('{') ? 'plan.json' : 'plan.md';
    const refused = await runAdd(path, {}, ctx).catch((error: unknown) => error);
    expect(refused).toMatchObject({ exitCode: 2, message: expect.stringContaining(`${path}, ${place}`) });
    expect((refused as { reason: string }).reason).toContain('Nothing was saved.');
    expect(await kept(ctx)).toBe(0);
  });
});
