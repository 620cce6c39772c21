import { spawnSync } from 'node:child_process';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { binary, cleanEnvironment, runBackcare, temporaryFolder } from '../support/built-binary.ts';

const args = ['diagnose', '--questions', '--json'];

describe('where the answer goes', () => {
  test('a file and a pipe get the same, to the last byte', async () => {
    const home = temporaryFolder();
    const path = join(home, 'answer');
    const { stdout } = await runBackcare({ args, home });
    const env = cleanEnvironment(home);
    spawnSync(process.execPath, [binary, ...args], { env, stdio: ['ignore', openSync(path, 'w'), 'ignore'] });
    expect(stdout.length).toBeGreaterThan(65_536);
    expect(readFileSync(path, 'utf8')).toBe(stdout);
  });

  // Where there is none, nothing else is always full.
  test.runIf(existsSync('/dev/full'))(
    'a place without room: said in a sentence, without a stack trace',
    () => {
      const env = cleanEnvironment(temporaryFolder());
      const run = spawnSync(process.execPath, [binary, '--version'], {
        env,
        stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
      });
      expect(run.stderr.toString()).toMatch(
        /^backcare: the answer could not be written .*\nSend it somewhere else.*\n$/,
      );
      expect(run.status).toBe(1);
    },
  );

  test('nobody reads errors either: it ends all the same', () => {
    const env = cleanEnvironment(temporaryFolder());
    const run = spawnSync(process.execPath, [binary, 'log', '11'], { env, stdio: 'ignore' });
    expect(run.status).toBe(2);
  });
});
