import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  binary,
  cleanEnvironment,
  repository,
  runBackcare,
  startBackcare,
  temporaryFolder,
} from '../support/built-binary.ts';

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
        /^backcare: the answer could not be written .*\n {2}If this may be an emergency.*\n {2}Send it somewhere else.*\n$/,
      );
      expect(run.status).toBe(1);
    },
  );

  /** Where the person stands by the record, after a run whose answer went to a full place or to a reader that is gone. */
  async function standingAfter(
    args: readonly string[],
    stdout: 'closed' | 'full',
    first?: readonly string[],
  ) {
    const home = temporaryFolder();
    if (first !== undefined) await runBackcare({ home, args: first });
    if (stdout === 'full') {
      const env = cleanEnvironment(home);
      spawnSync(process.execPath, [binary, ...args], {
        env,
        stdio: ['ignore', openSync('/dev/full', 'w'), 'ignore'],
      });
    } else {
      const { child, result } = startBackcare({ home, args, input: '' });
      child.stdout.destroy();
      expect((await result).code).toBe(0);
    }
    return JSON.parse((await runBackcare({ home, args: ['--json'] })).stdout).standing;
  }

  const emergency = ['diagnose', '--answers', join(repository, 'examples', 'emergency-cauda-equina.json')];
  const calm = ['diagnose', '--answers', join(repository, 'examples', 'lifting-strain.json')];

  // A shell with pipes and a place that is always full.
  describe.runIf(existsSync('/dev/full'))('an answer that nobody takes is kept all the same', () => {
    test.each([
      ['an emergency', 'full', emergency, undefined],
      ['an emergency', 'closed', emergency, undefined],
      ['a danger sign with an entry', 'full', ['log', '4', '--signs', 'saddle-numbness'], calm],
      ['a danger sign with an entry', 'closed', ['log', '4', '--signs', 'saddle-numbness'], calm],
    ] as const)('%s, %s', async (_name, stdout, args, first) => {
      expect(await standingAfter(args, stdout, first)).toBe('emergency');
    });

    test.each([
      ['relief'],
      ['log', '4'],
      ['--json'],
      ['diagnose', '--answers', emergency[2] ?? '', '--json'],
    ])('errors that cannot be written keep no answer back: %s %s', async (...args) => {
      const home = temporaryFolder();
      await runBackcare({ home, args: ['log', '3'] });
      appendFileSync(join(home, 'backcare', 'data', 'journal.jsonl'), '{"v":1,\0\0\n');
      const env = cleanEnvironment(home);
      const run = spawnSync(process.execPath, [binary, ...args], {
        env,
        stdio: ['ignore', 'pipe', openSync('/dev/full', 'w')],
      });
      expect(run.stdout.length).toBeGreaterThan(20);
      expect(run.status).toBe(0);
    });
  });

  test('nobody reads errors either: it ends all the same', () => {
    const env = cleanEnvironment(temporaryFolder());
    const run = spawnSync(process.execPath, [binary, 'log', '11'], { env, stdio: 'ignore' });
    expect(run.status).toBe(2);
  });
});
