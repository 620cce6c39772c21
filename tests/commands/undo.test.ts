import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { eventInWords, eventTimeInWords } from '../../src/documents/event-words.ts';
import { keeperContext, runLine } from '../support/keeper-context.ts';

const check = (urgency: string, at: string, more: object = {}) => ({
  kind: 'assessment',
  body: { urgency, complete: true, ...more },
  at,
});
const log = (usual: number, at: string) => ({ kind: 'log', body: { usual }, at });
const y = { choose: 'yes', message: /^Take back / } as const;

describe('undo', () => {
  test('asks, says what it was and when, and that it can come back', async () => {
    const ctx = keeperContext({
      answers: [{ choose: 'yes', message: 'Take back a log entry (usual pain 4), today at 09:00?' }],
    });
    await ctx.remember(log(4, '2026-11-22T09:00:00+01:00'));
    const { stdout, code } = await runLine(ctx, 'undo');
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'Taken back: a log entry (usual pain 4), today at 09:00. It no longer counts.',
    );
    expect(stdout).toContain('backcare undo --redo');
    expect(code).toBe(0);
    expect(await (await ctx.record()).newest('log')).toBeUndefined();
  });

  test('a no leaves everything as it is', async () => {
    const ctx = keeperContext({ answers: [{ choose: 'no' }] });
    await ctx.remember(log(4, '2026-11-22T09:00:00+01:00'));
    const before = readFileSync((await ctx.record()).path);
    expect(await runLine(ctx, 'undo')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Nothing was taken back.'),
    });
    expect(readFileSync((await ctx.record()).path)).toEqual(before);
  });

  test('again and again goes further back, and redo comes forward again', async () => {
    const ctx = keeperContext();
    await ctx.remember(...[1, 2, 3].map((usual) => log(usual, `2026-11-22T0${usual}:00:00+01:00`)));
    const newest = async () => (await (await ctx.record()).newest('log'))?.body;
    const seen: unknown[] = [];
    for (const words of [
      ['undo', '--yes'],
      ['undo', '--yes'],
      ['undo', '--redo', '--yes'],
      ['undo', '--redo', '--yes'],
    ]) {
      expect((await runLine(ctx, ...words)).code).toBe(0);
      seen.push(await newest());
    }
    expect(seen).toEqual([{ usual: 2 }, { usual: 1 }, { usual: 2 }, { usual: 3 }]);
    expect((await runLine(ctx, 'undo', '--redo', '--yes')).stdout).toBe('There is nothing to bring back.\n');
  });

  test('of a check says which one counts then', async () => {
    const ctx = keeperContext();
    await ctx.remember(
      check('urgent', '2026-11-20T09:00:00+01:00'),
      check('self-care', '2026-11-22T09:00:00+01:00'),
    );
    const { stdout } = await runLine(ctx, 'undo', '--yes');
    expect(stdout).toContain(
      'What counts now is a check that said "be seen soon", on Fri 20 Nov 2026 at 09:00.',
    );
  });

  test('of the only check says that there is none', async () => {
    const ctx = keeperContext();
    await ctx.remember(check('routine', '2026-11-22T09:00:00+01:00'));
    expect((await runLine(ctx, 'undo', '--yes')).stdout).toContain('There is no check in your record now');
  });

  test.each(['emergency', 'urgent'])('%s advice stays, and it says how it changes', async (urgency) => {
    const ctx = keeperContext();
    await ctx.remember(log(4, '2026-11-21T09:00:00+01:00'), check(urgency, '2026-11-22T09:00:00+01:00'));
    const { path } = await ctx.record();
    const before = readFileSync(path);
    for (const words of [
      ['undo', '--yes'],
      ['undo', '--yes', '--json'],
    ]) {
      await expect(runLine(ctx, ...words)).rejects.toMatchObject({
        name: 'InputError',
        exitCode: 2,
        message: expect.stringContaining('This cannot be taken back: a check that said'),
        next: expect.stringContaining('backcare diagnose asks again'),
      });
    }
    expect(readFileSync(path)).toEqual(before);
    const { stdout } = await runLine(ctx, 'undo', '--list', '--json');
    expect(JSON.parse(stdout).entries.map(({ state }: { state: string }) => state)).toEqual([
      'stays',
      'holds',
    ]);
  });

  test('by an id takes that one, and lists its state', async () => {
    const ctx = keeperContext();
    await ctx.remember(log(1, '2026-11-21T09:00:00+01:00'), log(2, '2026-11-22T09:00:00+01:00'));
    const list = async () =>
      (
        JSON.parse((await runLine(ctx, 'undo', '--list', '--json')).stdout) as {
          entries: { id: string; state: string }[];
        }
      ).entries;
    const [, older] = await list();
    expect((await runLine(ctx, 'undo', older!.id, '--yes')).code).toBe(0);
    expect((await list()).map(({ state }) => state)).toEqual(['holds', 'taken-back']);
    await expect(runLine(ctx, 'undo', older!.id, '--yes')).rejects.toMatchObject({
      message: expect.stringContaining('taken back already'),
    });
    await expect(runLine(ctx, 'undo', 'X', '--yes')).rejects.toMatchObject({ name: 'InputError' });
    await expect(runLine(ctx, 'undo', older!.id, '--redo')).rejects.toMatchObject({ name: 'InputError' });
  });

  test('without a keyboard asks for --yes', async () => {
    const ctx = keeperContext();
    await ctx.remember(log(1, '2026-11-21T09:00:00+01:00'));
    await expect(runLine(ctx, 'undo')).rejects.toMatchObject({
      exitCode: 2,
      next: expect.stringContaining('--yes'),
    });
    expect(await (await ctx.record()).newest('log')).toBeDefined();
  });

  test('of an empty record is a polite no, and makes no file', async () => {
    const ctx = keeperContext();
    expect(await runLine(ctx, 'undo')).toMatchObject({ code: 0, stdout: 'There is nothing to take back.\n' });
    expect((await runLine(ctx, 'undo', '--list')).stdout).toContain('Your record is empty.');
    await expect((await ctx.record()).check()).resolves.toMatchObject({ events: 0 });
  });

  test('--json says what it did', async () => {
    const ctx = keeperContext();
    await ctx.remember(log(1, '2026-11-22T09:00:00+01:00'));
    expect(JSON.parse((await runLine(ctx, 'undo', '--yes', '--json')).stdout)).toMatchObject({
      schema: 'backcare/undo@1',
      did: 'taken-back',
      entries: [{ what: 'a log entry (usual pain 1)', when: 'today at 09:00' }],
    });
  });

  test('a note that would move the cursor is made safe', async () => {
    const ctx = keeperContext({ answers: [y] });
    await ctx.remember({ kind: 'log', body: { note: '\u001b[2Jboo\u202e' } });
    expect((await runLine(ctx, 'undo')).stdout).toContain('("boo")');
  });
});

describe('an entry in words', () => {
  test.each<[string, unknown, string]>([
    ['assessment', { urgency: 'self-care', complete: true }, 'a check that said "care for it at home"'],
    [
      'assessment',
      { urgency: 'routine', complete: false },
      'a check, not finished, that said "see someone about it"',
    ],
    ['assessment', { urgency: 'purple' }, 'a check that said "something new to this version"'],
    [
      'log',
      { usual: 4, worst: 7, interference: 0, note: 'after driving' },
      'a log entry (usual pain 4, worst pain 7, in the way 0, "after driving")',
    ],
    ['log', {}, 'a log entry'],
    ['activities', { activities: ['gardening'] }, 'the list of your activities'],
    ['log', null, 'a log entry'],
    ['log', { usual: 99, note: 'x'.repeat(50) }, `a log entry ("${'x'.repeat(39)}…")`],
    ['practice', { name: 'Desk break' }, 'a session (Desk break)'],
    ['own-routine', { id: 'my-plan', fileName: 'plan.md' }, 'a plan of your own (plan.md)'],
    ['recovery-tick', { item: 'walk', times: 0 }, 'a tick taken off your checklist (walk)'],
    ['something-new', { a: 1 }, 'an entry of the kind "something-new"'],
    ['constructor', {}, 'an entry of the kind "constructor"'],
  ])('%s %j', (kind, body, expected) => {
    expect(eventInWords({ kind, body, at: '' })).toBe(expected);
  });

  const now = { at: Date.parse('2026-11-22T00:30:00+01:00'), offsetMinutes: 60 };
  test.each([
    ['2026-11-22T00:10:00+01:00', 'today at 00:10'],
    ['2026-11-21T23:00:00+01:00', 'today at 23:00'],
    ['2026-11-21T02:00:00+01:00', 'yesterday at 02:00'],
    ['2026-11-19T12:00:00+01:00', 'on Thu 19 Nov 2026 at 12:00'],
    ['2033-01-01T12:00:00+01:00', 'on Sat 1 Jan 2033 at 12:00'],
    ['2026-11-21T20:00:00+09:00', 'today at 20:00'],
    ['not a time', 'at an unknown time'],
  ])('%s', (at, expected) => {
    expect(eventTimeInWords(at, now, 3)).toBe(expected);
  });
});
