import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ordinaryStrain } from '../documents/people.ts';
import { answerPages, waitForWords } from '../pty/interview-keys.ts';
import { binary, repository, temporaryFolder } from '../support/built-binary.ts';
import { keys, openTerminal } from '../support/pseudo-terminal.ts';

const strain = join(repository, 'examples', 'lifting-strain.json');
const emergency = join(repository, 'examples', 'emergency-cauda-equina.json');
// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence is what must not be there
const control = /[\u0000-\u0009\u000b-\u001f]/;

/** As cron starts a job: no terminal, no language, no name of a terminal, hardly a path. */
function asCron(args: readonly string[], more: NodeJS.ProcessEnv = {}) {
  const home = temporaryFolder();
  const result = spawnSync(process.execPath, [binary, ...args], {
    encoding: 'utf8',
    cwd: home,
    env: { HOME: home, LOGNAME: 'someone', SHELL: '/bin/sh', PATH: '/usr/bin:/bin', ...more },
    input: '',
  });
  return { ...result, home };
}

describe('the environment that cron gives', () => {
  test('bare backcare shows the ways in, as plain text', () => {
    const { status, stdout, stderr } = asCron([]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('backcare relief');
    expect(stdout).toContain('If you think this is an emergency');
    expect(stdout).not.toMatch(control);
  });

  test.each([
    ['an ordinary strain', strain, 0, 'You can start caring for this at home.'],
    ['an emergency', emergency, 30, 'GET HELP NOW'],
  ])('diagnose --exit-code, %s', (_, file, code, words) => {
    const { status, stdout, stderr, home } = asCron(['diagnose', '--answers', file, '--exit-code']);
    expect({ status, stderr }).toEqual({ status: code, stderr: '' });
    expect(stdout).toContain(words);
    expect(stdout).not.toMatch(control);
    // Kept where the platform keeps such things, for the owner only.
    expect(existsSync(join(home, '.local', 'share', 'backcare', 'journal.jsonl'))).toBe(
      process.platform === 'linux',
    );
  });

  test('the interview is refused with what to do, since nobody is there', () => {
    const { status, stdout, stderr } = asCron(['diagnose']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('--answers FILE');
  });

  test('a home that cannot be is said, and does not stop an answer', () => {
    const { status, stdout, stderr } = asCron(['diagnose', '--answers', strain], { HOME: '/dev/null/home' });
    expect(stdout).toContain('You can start caring for this at home.');
    expect(stderr).toContain('Cannot write /dev/null/home');
    expect(status).toBe(3);
  });
});

describe('a terminal that can do nothing (TERM=dumb)', () => {
  test('a whole interview in plain lines, without one escape sequence', async () => {
    const command = ['env', 'TERM=dumb', process.execPath, binary] as const;
    const terminal = openTerminal({ command: [...command], args: ['diagnose'], rows: 50 });
    await answerPages(terminal, ordinaryStrain, { accessible: true });
    await waitForWords(terminal, 'Last one');
    terminal.type(`n${keys.enter}`);
    await waitForWords(terminal, 'show the result');
    terminal.type(keys.enter);
    await waitForWords(terminal, 'leave');
    terminal.type(keys.enter);
    expect(await terminal.exitCode).toBe(0);
    expect(terminal.raw()).not.toContain('\u001b');
    expect(terminal.history().join('\n')).toContain('You can start caring for this at home.');
  });
});
