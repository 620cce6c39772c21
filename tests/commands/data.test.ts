import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkJournal } from '../../src/store/journal-check.ts';
import { keeperContext, runLine } from '../support/keeper-context.ts';

const entries = [
  { kind: 'assessment', body: { urgency: 'self-care', complete: true }, at: '2026-11-20T09:00:00+01:00' },
  { kind: 'log', body: { usual: 4, note: '=HYPERLINK("x")' }, at: '2026-11-21T09:00:00+01:00' },
];
async function lived(world: Parameters<typeof keeperContext>[0] = {}) {
  const ctx = keeperContext(world);
  await ctx.remember(...entries);
  const { path } = await ctx.record();
  return { ctx, path, text: () => readFileSync(path, 'utf8') };
}

describe('the command line', () => {
  test.each([
    ['data pth', 'Did you mean "backcare data path"?'],
    ['data backup lst', 'Did you mean "backcare data backup list"?'],
    ['data __proto__', undefined],
  ])('%s is refused with the nearest', async (line, reason) => {
    await expect(runLine(keeperContext(), ...line.split(' '))).rejects.toMatchObject({
      name: 'InputError',
      reason,
    });
  });

  test.each(['data import', 'data export a b', 'data backup restore a b', 'data verify x'])(
    '%s is wrong usage',
    async (line) => {
      await expect(runLine(keeperContext(), ...line.split(' '))).rejects.toThrow(/argument/);
    },
  );

  test('nothing is made by looking', async () => {
    const ctx = keeperContext();
    for (const line of [
      'data',
      'data path',
      'data verify',
      'data export',
      'data backup',
      'data backup list',
      'data backup restore',
      'data erase --yes',
    ])
      expect((await runLine(ctx, ...line.split(' '))).code, line).toBe(0);
    expect(readdirSync(ctx.home)).toEqual([]);
  });
});

test('path names record, backups and preferences', async () => {
  const ctx = keeperContext();
  const { stdout } = await runLine(ctx, 'data', 'path', '--json');
  expect(JSON.parse(stdout)).toEqual({
    schema: 'backcare/record-places@1',
    record: join(ctx.home, 'data', 'journal.jsonl'),
    backups: join(ctx.home, 'data', 'backups'),
    preferences: join(ctx.home, 'config', 'preferences.json'),
  });
});

describe('verify', () => {
  test('a good record: 0', async () => {
    const { ctx } = await lived();
    await runLine(ctx, 'data', 'backup');
    const { stdout, code } = await runLine(ctx, 'data', 'verify');
    expect(stdout).toContain('Every line is good: 2 entries.');
    expect(stdout).toContain('1 backup checked too.');
    expect(code).toBe(0);
  });

  test('a damaged one: file, line, reason, 3', async () => {
    const { ctx, path } = await lived();
    appendFileSync(path, 'mine\n'.repeat(25));
    const { stdout, code } = await runLine(ctx, 'data', 'verify');
    expect(stdout).toContain(path);
    expect(stdout).toContain('- line 3: it is not an event that backcare wrote');
    expect(stdout).toContain('- and 5 lines more');
    expect(code).toBe(3);
    const json = await runLine(ctx, 'data', 'verify', '--json');
    expect(JSON.parse(json.stdout).record.setAside).toHaveLength(25);
    expect(json.code).toBe(3);
  });
});

describe('export', () => {
  test('to standard output, with or without --json the same', async () => {
    const { ctx } = await lived();
    const { stdout, stderr } = await runLine(ctx, 'data', 'export');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'backcare/record@1',
      tool: 'backcare 0.0.0-test',
      exportedAt: '2026-11-22T18:09:45.120+01:00',
      count: 2,
      kinds: { assessment: 1, log: 1 },
      checksum: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      events: [{ kind: 'assessment' }, { kind: 'log' }],
    });
    expect((await runLine(ctx, 'data', 'export', '--json')).stdout).toBe(stdout);
    expect(stdout).not.toContain('preferences');
  });

  test('the checksum can be worked out from the lines of the file', async () => {
    const { createHash } = await import('node:crypto');
    const { ctx } = await lived();
    const { stdout } = await runLine(ctx, 'data', 'export');
    const lines = stdout.split('\n').filter((line) => line.startsWith('    {"id"'));
    const text = lines.map((line) => `${line.trim().replace(/,$/, '')}\n`).join('');
    expect(JSON.parse(stdout).checksum).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
  });

  test('to a new file, never over an old one', async () => {
    const { ctx } = await lived();
    const { stdout, stderr } = await runLine(ctx, 'data', 'export', 'record.json');
    expect([stdout, stderr]).toEqual(['', '2 entries written to record.json.\n']);
    const first = ctx.written.get('record.json');
    await expect(runLine(ctx, 'data', 'export', 'record.json')).rejects.toMatchObject({ name: 'InputError' });
    expect(ctx.written.get('record.json')).toBe(first);
  });

  test('says what could not be exported: 3', async () => {
    const { ctx, path } = await lived();
    appendFileSync(path, '{"v":1,"id":"0');
    const { stdout, stderr, code } = await runLine(ctx, 'data', 'export');
    expect(JSON.parse(stdout).count).toBe(2);
    expect(stderr).toBe('Not exported: line 3 of the record, it was cut short.\n');
    expect(code).toBe(3);
  });
});

describe('import', () => {
  async function exported() {
    const { ctx } = await lived();
    await ctx.prefer({ country: 'IE', equipment: 'none', 'floor-work': 'no' });
    return (await runLine(ctx, 'data', 'export', '--with-preferences')).stdout;
  }

  test('shows counts and checksums before and after, asks, and adds once', async () => {
    const text = await exported();
    const ctx = keeperContext({
      files: { 'a.json': text },
      answers: [{ choose: 'yes', message: 'Import this?' }],
    });
    const { stdout, code } = await runLine(ctx, 'data', 'import', 'a.json');
    expect(ctx.prompts.choices[0]!.text).toContain('2 entries would be added.');
    const sum = /"sha256:(.{16})/.exec(text)![1]!;
    expect(stdout).toContain('2 entries added.');
    expect(stdout).toMatch(/record before +0, checksum e3b0c44298fc1c14/);
    expect(stdout).toMatch(new RegExp(`record after +2, checksum ${sum}`));
    expect(code).toBe(0);
    // Nothing to ask about the second time.
    expect((await runLine(ctx, 'data', 'import', 'a.json')).stdout).toContain('Nothing was added.');
    expect(ctx.preferences().read().country).toBeUndefined();
  });

  test('a no changes nothing', async () => {
    const ctx = keeperContext({ files: { 'a.json': await exported() }, answers: [{ choose: 'no' }] });
    expect(await runLine(ctx, 'data', 'import', 'a.json')).toMatchObject({
      code: 0,
      stderr: 'Nothing was imported.\n',
    });
    expect(existsSync(join(ctx.home, 'data'))).toBe(false);
  });

  test('--dry-run changes nothing', async () => {
    const ctx = keeperContext({ files: { 'a.json': await exported() } });
    const { stdout } = await runLine(ctx, 'data', 'import', 'a.json', '--dry-run', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      done: false,
      added: 2,
      before: { events: 0 },
      after: { events: 2 },
    });
    expect(existsSync(join(ctx.home, 'data'))).toBe(false);
  });

  test('from standard input, with a backup of what was there', async () => {
    const ctx = keeperContext({ input: await exported() });
    await ctx.remember({ kind: 'log', body: 'mine' });
    const { stdout } = await runLine(ctx, 'data', 'import', '-', '--yes', '--json');
    const { backup } = JSON.parse(stdout) as { backup: string };
    expect(readFileSync(backup, 'utf8').split('\n')).toHaveLength(2);
    expect((await checkJournal((await ctx.record()).path)).events).toBe(3);
  });

  test('--with-preferences sets them too', async () => {
    const ctx = keeperContext({ files: { 'a.json': await exported() } });
    await runLine(ctx, 'data', 'import', 'a.json', '--yes', '--with-preferences');
    expect(ctx.preferences().read()).toMatchObject({ country: 'IE', equipment: [], floorWork: false });
  });

  test('a preference that is none stops all of it', async () => {
    const text = (await exported()).replace('"floor-work": false', '"floor-work": "perhaps"');
    const ctx = keeperContext({ files: { 'a.json': text } });
    await ctx.prefer({ country: 'GB' });
    await expect(
      runLine(ctx, 'data', 'import', 'a.json', '--yes', '--with-preferences'),
    ).rejects.toMatchObject({ exitCode: 2 });
    expect(ctx.preferences().read()).toMatchObject({ country: 'GB', equipment: ['chair', 'wall'] });
    expect(existsSync(join(ctx.home, 'data'))).toBe(false);
  });

  test('without a keyboard asks for --yes', async () => {
    const ctx = keeperContext({ files: { 'a.json': await exported() } });
    await expect(runLine(ctx, 'data', 'import', 'a.json')).rejects.toMatchObject({
      next: expect.stringContaining('--yes'),
    });
  });

  test.each([
    ['no JSON', 'hello', 'no JSON'],
    ['a newer version', '{"schema":"backcare/record@7","events":[]}', 'newer version'],
  ])('%s is refused: 2', async (_, text, reason) => {
    const { ctx, text: now } = await lived({ files: { 'a.json': text } });
    const before = now();
    await expect(runLine(ctx, 'data', 'import', 'a.json', '--yes')).rejects.toMatchObject({
      exitCode: 2,
      message: 'Cannot import "a.json".',
      reason: expect.stringContaining(reason),
    });
    expect(now()).toBe(before);
  });
});

describe('backup', () => {
  test('made, listed, restored', async () => {
    const { ctx, text } = await lived({ answers: [{ choose: 'yes', message: 'Restore it?' }] });
    const before = text();
    expect((await runLine(ctx, 'data', 'backup')).stdout).toContain(
      'Backup 2026-11-22 made, read back and compared',
    );
    await ctx.remember({ kind: 'log', body: { usual: 9 } });
    const { stdout } = await runLine(ctx, 'data', 'backup', 'list', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'backcare/backups@1',
      backups: [{ name: '2026-11-22', bytes: before.length }],
    });
    const restored = await runLine(ctx, 'data', 'backup', 'restore', '2026-11-22');
    expect(ctx.prompts.choices[0]!.text).toContain('1 entry of your record is not in that backup.');
    expect(restored.stdout).toContain('journal.before-restore-1.jsonl');
    expect(text()).toBe(before);
  });

  test('a no restores nothing', async () => {
    const { ctx, text } = await lived({ answers: [{ choose: 'no' }] });
    await runLine(ctx, 'data', 'backup');
    await ctx.remember({ kind: 'log', body: 1 });
    const before = text();
    expect((await runLine(ctx, 'data', 'backup', 'restore')).stderr).toBe('Nothing was restored.\n');
    expect(text()).toBe(before);
  });

  test('grave advice outlives a restore, and it says so', async () => {
    const { ctx } = await lived();
    await runLine(ctx, 'data', 'backup');
    await ctx.remember({ kind: 'assessment', body: { urgency: 'emergency', complete: true } });
    const { stdout } = await runLine(ctx, 'data', 'backup', 'restore', '--yes');
    expect(stdout).toContain(
      'This stays, since only a new check changes it: a check that said "get help now".',
    );
    expect(stdout).not.toContain('not in that backup');
    expect((await (await ctx.record()).newest('assessment'))?.body).toMatchObject({ urgency: 'emergency' });
  });
});

describe('erase', () => {
  test('names everything, takes only the word, and leaves nothing', async () => {
    const { ctx } = await lived({ answers: [{ type: 'yes' }, { type: ' Erase ' }] });
    await ctx.prefer({ country: 'GB' });
    await runLine(ctx, 'data', 'backup');
    expect((await runLine(ctx, 'data', 'erase')).stderr).toBe('Nothing was erased.\n');
    expect((await checkJournal((await ctx.record()).path)).events).toBe(2);
    const { stdout, code } = await runLine(ctx, 'data', 'erase');
    const { text = '' } = ctx.prompts.typedPrompts[1]!;
    for (const name of ['journal.jsonl', '2026-11-22.jsonl', 'preferences.json']) {
      expect(text.replaceAll(/\s/g, '')).toContain(name);
      expect(stdout.replaceAll(/\s/g, '')).toContain(name);
    }
    expect(code).toBe(0);
    expect(readdirSync(ctx.home)).toEqual([]);
  });

  test('--keep-preferences keeps them', async () => {
    const { ctx } = await lived();
    await ctx.prefer({ country: 'GB' });
    await runLine(ctx, 'data', 'erase', '--keep-preferences', '--yes');
    expect(readdirSync(ctx.home)).toEqual(['config']);
    expect(ctx.preferences().read().country).toBe('GB');
  });

  test('names what is not ours and leaves it', async () => {
    const { ctx } = await lived();
    const diary = join(ctx.home, 'data', 'diary.txt');
    writeFileSync(diary, 'mine');
    mkdirSync(join(ctx.home, 'data', 'photos'));
    const { stdout } = await runLine(ctx, 'data', 'erase', '--yes', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ left: [diary, join(ctx.home, 'data', 'photos')] });
    expect(readFileSync(diary, 'utf8')).toBe('mine');
  });

  test('does not pretend that grave advice is over', async () => {
    const ctx = keeperContext();
    await ctx.remember({ kind: 'assessment', body: { urgency: 'urgent', complete: true } });
    const { stdout } = await runLine(ctx, 'data', 'erase', '--yes');
    expect(stdout).toContain('Erasing does not change what your last check said.');
    expect(stdout).toContain('It was a check that said "be seen soon".');
  });

  test('without a keyboard asks for --yes', async () => {
    const { ctx } = await lived();
    await expect(runLine(ctx, 'data', 'erase')).rejects.toMatchObject({
      exitCode: 2,
      next: expect.stringContaining('--yes'),
    });
    expect((await checkJournal((await ctx.record()).path)).events).toBe(2);
  });

  test('works on a record that cannot be read', async () => {
    const ctx = keeperContext();
    mkdirSync(join(ctx.home, 'data', 'journal.jsonl'), { recursive: true });
    expect((await runLine(ctx, 'data', 'erase', '--yes')).code).toBe(0);
    expect(readdirSync(ctx.home)).toEqual([]);
  });

  test('names reminders that stay set up, before the question and after it', async () => {
    const { ctx } = await lived({ answers: [{ type: 'erase' }], machine: { crontab: '0 5 * * * backup\n' } });
    const plan = await (await ctx.reminders()).planInstall('cron');
    if (plan.kind === 'ready') await plan.carryOut();
    const { stdout } = await runLine(ctx, 'data', 'erase');
    const { text = '' } = ctx.prompts.typedPrompts[0]!;
    expect(text).toContain('Reminders stay set up on this computer: your crontab.');
    expect(stdout).toContain('Reminders are still set up on this computer: your crontab.');
    for (const page of [text, stdout]) expect(page).toContain('backcare remind uninstall');
    expect(ctx.machine.crontab).toContain('remind tick');
    expect(JSON.parse((await runLine(ctx, 'data', 'erase', '--yes', '--json')).stdout)).toMatchObject({
      erased: [],
      setUp: ['your crontab'],
    });
    // Nothing of ours is left but those lines, and they can still be taken out.
    const removal = await (await ctx.reminders()).planUninstall();
    if (removal.kind === 'ready') await removal.carryOut();
    expect(ctx.machine.crontab).toBe('0 5 * * * backup\n');
  });

  test('names no reminders where none are set up', async () => {
    const { ctx } = await lived();
    const { stdout } = await runLine(ctx, 'data', 'erase', '--yes');
    expect(stdout).not.toContain('eminders');
  });
});
