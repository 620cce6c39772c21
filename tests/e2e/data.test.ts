import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  binary,
  cleanEnvironment,
  repository,
  runBackcare,
  temporaryFolder,
} from '../support/built-binary.ts';

const strain = join(repository, 'examples', 'lifting-strain.json');
const emergency = join(repository, 'examples', 'emergency-cauda-equina.json');

function person() {
  const home = temporaryFolder();
  const run = (...args: string[]) => runBackcare({ home, args });
  const data = join(home, 'backcare', 'data');
  return { home, run, data, journal: join(data, 'journal.jsonl') };
}

describe('a record, from its first entry to its end', () => {
  test('the second entry of a day brings the backup of the day, and no other entry does', async () => {
    const { run, data } = person();
    await run('diagnose', '--answers', strain);
    expect(existsSync(join(data, 'backups'))).toBe(false);
    expect(await run('diagnose', '--answers', strain)).toMatchObject({ code: 0, stderr: '' });
    const [name = '', ...others] = readdirSync(join(data, 'backups'));
    expect(name).toMatch(/^\d{4}-\d{2}-\d{2}\.jsonl$/);
    expect(others).toEqual([]);
    const backup = readFileSync(join(data, 'backups', name), 'utf8');
    expect(backup.trimEnd().split('\n')).toHaveLength(2);
    await run('diagnose', '--answers', strain);
    expect(readdirSync(join(data, 'backups'))).toEqual([name]);
    expect((await run('data', 'verify')).code).toBe(0);
  });

  test('goes to another computer through a pipe, once', async () => {
    const [one, other] = [person(), person()];
    for (let turn = 0; turn < 2; turn += 1) await one.run('diagnose', '--answers', strain);
    await one.run('undo', '--yes');
    const { stdout: file } = await one.run('data', 'export');
    for (const added of [3, 0]) {
      const { code, stdout } = await runBackcare({
        home: other.home,
        args: ['data', 'import', '-', '--yes', '--json'],
        input: file,
      });
      expect(JSON.parse(stdout)).toMatchObject({ added, after: { events: 3 } });
      expect(code).toBe(0);
    }
    expect((await other.run()).stdout).toBe((await one.run()).stdout);
    expect(readFileSync(other.journal, 'utf8')).toBe(readFileSync(one.journal, 'utf8'));
  });

  test('grave advice outlives undo and restore', async () => {
    const { run } = person();
    for (let turn = 0; turn < 2; turn += 1) await run('diagnose', '--answers', strain);
    await run('diagnose', '--answers', emergency);
    const undone = await run('undo', '--yes');
    expect(undone.code).toBe(2);
    expect(undone.stderr).toContain('Its advice counts until a new check says otherwise.');
    const restored = await run('data', 'backup', 'restore', '--yes');
    expect(restored.code).toBe(0);
    expect(restored.stdout).toContain('This stays');
    expect((await run()).stdout).toContain('GET HELP NOW');
  });

  test('a damaged line: named, exit 3, and the answer still comes', async () => {
    const { run, journal } = person();
    await run('diagnose', '--answers', strain);
    appendFileSync(journal, Buffer.alloc(100));
    const { code, stdout } = await run('data', 'verify');
    expect(code).toBe(3);
    expect(stdout).toContain('line 2: it is filled with zero bytes');
    expect((await run()).code).toBe(0);
  });

  test('a reader that leaves early is no failure', () => {
    const { home } = person();
    const env = cleanEnvironment(home);
    spawnSync(process.execPath, [binary, 'diagnose', '--answers', strain], { env });
    const line = `"${process.execPath}" "${binary}" data export | head -c 1`;
    const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', line], { env, encoding: 'utf8' });
    expect([status, stdout, stderr]).toEqual([0, '{', '']);
  });

  test('leaves nothing when it is erased', async () => {
    const { home, run } = person();
    for (let turn = 0; turn < 2; turn += 1) await run('diagnose', '--answers', strain);
    await run('config', 'set', 'country', 'GB');
    const { code, stdout } = await run('data', 'erase', '--yes');
    expect(code).toBe(0);
    expect(stdout).toContain('journal.jsonl');
    expect(readdirSync(join(home, 'backcare'))).toEqual([]);
  });
});
