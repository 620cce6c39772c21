import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { cleanEnvironment, repository, temporaryFolder } from '../support/built-binary.ts';
import { npmConnection, npmProgram } from '../support/npm.ts';
import { keys, openTerminal } from '../support/pseudo-terminal.ts';
import { firstPage, secondPage } from './support/first-pages.ts';
import { named, whyNot } from './support/why-not.ts';

const missing =
  whyNot({ linux: true, program: 'git' }) ??
  (existsSync(join(repository, '.git')) ? undefined : 'this is no checkout');

describe.skipIf(missing !== undefined)(named('a fresh clone', missing), () => {
  const folder = temporaryFolder();
  const clone = join(folder, 'clone');
  const programs = join(folder, 'programs');

  /** Nothing but Node: no compiler, no git, no setting of ours; and what makes a naive set-up skip its steps. */
  const environment = () => ({
    ...npmConnection(),
    PATH: programs,
    NODE_ENV: 'production',
    npm_config_ignore_scripts: 'true',
  });

  beforeAll(() => {
    execFileSync('git', ['clone', '--quiet', '--no-hardlinks', repository, clone]);
    mkdirSync(programs);
    symlinkSync(process.execPath, join(programs, 'node'));
    symlinkSync(npmProgram(), join(programs, 'npm'));
    // npm itself starts scripts with the one, and is started with the other.
    for (const name of ['sh', 'env']) symlinkSync(join('/usr/bin', name), join(programs, name));
  });

  const npmStart = (args: readonly string[], env = {}) =>
    spawnSync(join(programs, 'npm'), ['start', '--silent', ...args], {
      cwd: clone,
      encoding: 'utf8',
      env: cleanEnvironment(folder, { ...environment(), ...env }),
      input: '',
    });

  test('npm start -- --answers: installs, builds, and shows a whole answer', () => {
    const { status, stdout, stderr } = npmStart(['--', '--answers', 'examples/lifting-strain.json']);
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(stderr).toContain('installing the tools');
    expect(stderr).toContain('building');
    expect(stdout.split('\n')[0]).toContain('If you think this is an emergency');
    expect(stdout).toContain('You can start caring for this at home.');
  });

  test('the second time there is nothing to do first', () => {
    const { status, stderr } = npmStart(['--', '--answers', 'examples/lifting-strain.json']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('npm start ends in the first page of the interview', async () => {
    const terminal = openTerminal({
      command: [join(programs, 'npm'), 'start', '--silent'],
      cwd: clone,
      env: environment(),
    });
    await terminal.waitFor(firstPage, 60_000);
    await terminal.waitFor('enter next');
    terminal.type('n');
    await terminal.waitFor(secondPage);
    terminal.type(keys.interrupt);
    await terminal.exitCode;
    expect(terminal.raw().lastIndexOf('\u001b[?25h')).toBeGreaterThan(
      terminal.raw().lastIndexOf('\u001b[?25l'),
    );
  });

  test('a build that was lost is made again, and a source that has changed is built', () => {
    rmSync(join(clone, 'dist'), { recursive: true });
    const { status, stdout, stderr } = npmStart(['--', '--answers', 'examples/lifting-strain.json']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: 'backcare: building\n' });
    expect(stdout).toContain('You can start caring for this at home.');
  });

  test('a tree that was cut off in the middle is installed anew', () => {
    rmSync(join(clone, 'node_modules', '.package-lock.json'));
    rmSync(join(clone, 'node_modules', 'commander'), { recursive: true });
    rmSync(join(clone, 'dist'), { recursive: true });
    const { status, stderr } = npmStart(['--', '--answers', 'examples/lifting-strain.json']);
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(stderr).toContain('installing the tools');
  });

  test('leaves nothing that git would see', () => {
    const { stdout } = spawnSync('git', ['status', '--porcelain'], { cwd: clone, encoding: 'utf8' });
    expect(stdout).toBe('');
  });
});
