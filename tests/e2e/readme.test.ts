import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { binary, cleanEnvironment, repository, temporaryFolder } from '../support/built-binary.ts';

const readme = readFileSync(join(repository, 'README.md'), 'utf8');

/** Blocks that follow `<!-- output: COMMAND -->`. */
const outputs = [...readme.matchAll(/<!-- output: (.+?) -->\n```text\n([\s\S]*?)```/g)].map(
  ([, command = '', text = '']) => ({ command, text }),
);

/** Every command line: whole lines of shell blocks, and what stands between backticks. */
const commands = [
  ...[...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.split('\n')),
  ...[...readme.matchAll(/`(backcare[^`]*)`/g)].map(([, command = '']) => command),
]
  .map((line) => line.replace(/\s{2,}#.*$/, '').trim())
  .filter((line) => /(^|\| )backcare( |$)/.test(line));

/** As a reader stands in the project: the examples, a file of answers, and backcare on the path. Nothing is a terminal. */
function run(command: string) {
  const home = temporaryFolder();
  const bin = join(home, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'backcare'), `#!/bin/sh\nexec "${process.execPath}" "${binary}" "$@"\n`, {
    mode: 0o755,
  });
  cpSync(join(repository, 'examples'), join(home, 'examples'), { recursive: true });
  copyFileSync(join(home, 'examples', 'lifting-strain.json'), join(home, 'answers.json'));
  return spawnSync('/bin/sh', ['-c', command], {
    cwd: home,
    env: cleanEnvironment(home, { PATH: `${bin}:${process.env.PATH}` }),
    encoding: 'utf8',
    input: '',
  });
}

// Its command lines are those of a POSIX shell, and run in one.
describe.skipIf(process.platform === 'win32')('README.md', () => {
  test('shows at least one real output, and several commands', () => {
    expect(outputs.length).toBeGreaterThan(0);
    expect(new Set(commands).size).toBeGreaterThan(5);
  });

  test.each(outputs)('the output of $command is real', ({ command, text }) => {
    const { stdout, stderr, status } = run(command);
    expect(status, stderr).toBe(0);
    expect(text).toBe(stdout);
  });

  test.each([...new Set(commands)])('%s runs', (command) => {
    const { status, stderr } = run(command);
    // Nobody sits at the keyboard here, and the interview says so.
    const needsPerson = command === 'backcare diagnose';
    expect(status, stderr).toBe(needsPerson ? 2 : 0);
    if (needsPerson) expect(stderr).toContain('nobody to ask');
    else expect(stderr).not.toContain('backcare:');
  });
});
