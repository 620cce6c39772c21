import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ProgressFlags, runProgress } from '../../src/commands/progress/run.ts';
import { InputError } from '../../src/errors.ts';
import { type FakeContext, type FakeWorld, fakeContext } from '../support/fake-context.ts';

const env = { LANG: 'de_DE.UTF-8', TERM: 'xterm', NO_COLOR: '1' };
const person = (world: FakeWorld = {}) => fakeContext({ env, columns: 80, ...world });

/** Two weeks that mend, one entry each evening, the last of them today. */
async function mending(ctx: FakeContext): Promise<FakeContext> {
  const today = ctx.clock.now();
  const events = Array.from({ length: 14 }, (_, index) => ({
    kind: 'log',
    body: { usual: index < 5 ? 6 : index < 9 ? 5 : 3, note: index === 0 ? '=evil()' : 'as usual' },
    at: new Date(today - (13 - index) * 24 * 60 * 60 * 1000).toISOString(),
  }));
  return ctx.remember(...events);
}

async function shown(flags: ProgressFlags, ctx: FakeContext): Promise<string> {
  ctx.clearOutput();
  expect(await runProgress(flags, ctx)).toBe(0);
  return ctx.stdout;
}

describe('progress', () => {
  test('nothing yet', async () => {
    expect(await shown({}, person())).toContain('Nothing is noted yet.');
  });

  test('a word, a picture, numbers', async () => {
    const text = await shown({}, await mending(person()));
    expect(text).toMatch(/^ {2}✓ Usual pain: clear change, for the better\.\n/);
    expect(text).toContain('10 ┤');
    expect(text.replace(/\s+/g, ' ')).toContain('by 14 days with an entry');
  });

  test('a table and no picture for a listener', async () => {
    const text = await shown({ accessible: true }, await mending(person()));
    expect(text).not.toMatch(/[┤─⠀-⣿]/);
    expect(text).toContain('When: 22 Nov; usual pain: 3');
  });

  test.each([
    ['2026-11-18', 5],
    ['4 days', 5],
    ['yesterday', 2],
    ['all', 14],
    ['10 years ago', 14],
  ])('since %s: %i entries', async (since, entries) => {
    const json = JSON.parse(await shown({ json: true, since }, await mending(person())));
    expect([json.schema, json.entries]).toEqual(['backcare/progress@1', entries]);
  });

  test.each(['someday', '2027-01-01', ''])('since %j is refused', async (since) => {
    const error = await runProgress({ since }, person()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).next).toContain('--since all');
  });

  test('every entry as csv, safe in a spreadsheet', async () => {
    const text = await shown({ csv: true }, await mending(person()));
    const lines = text.split('\r\n');
    expect(lines).toHaveLength(16);
    expect(lines[1]).toContain(`"'=evil()"`);
    expect(
      (await shown({ csv: true, since: 'yesterday' }, await mending(person()))).split('\r\n'),
    ).toHaveLength(4);
  });

  test.each(['markdown', 'html'] as const)('a sheet in %s', async (format) => {
    const text = await shown({ format }, await mending(person()));
    expect(text).toContain('0.0.0-test');
    expect(text).toContain('does not give a diagnosis');
  });

  test('what was undone leaves no trace', async () => {
    const ctx = await mending(person());
    const before = await shown({ json: true }, ctx);
    const record = await ctx.record();
    const { id } = await record.append('log', { usual: 10, activities: { gardening: 3 } });
    expect(await shown({ json: true }, ctx)).not.toBe(before);
    await record.append('undo', { undoes: id });
    expect(await shown({ json: true }, ctx)).toBe(before);
  });

  test('grave advice that still stands comes first', async () => {
    const ctx = await mending(person());
    await ctx.remember({ kind: 'assessment', body: { urgency: 'urgent', complete: true } });
    expect(await shown({}, ctx)).toMatch(/^ {2}! Urgent: See a clinician today or tomorrow\./);
    await shown({ csv: true }, ctx);
    expect(ctx.stderr).toContain('See a clinician today or tomorrow.');
  });

  test('a record that cannot be read: exit 3, named', async () => {
    const ctx = person();
    mkdirSync(join(ctx.home, 'data', 'journal.jsonl'), { recursive: true });
    await expect(runProgress({}, ctx)).rejects.toMatchObject({ exitCode: 3 });
  });
});
