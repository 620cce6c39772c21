import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { cleanEnvironment, repository, temporaryFolder } from '../support/built-binary.ts';
import { npm, npmConnection, npmProgram } from '../support/npm.ts';
import { keys, openTerminal } from '../support/pseudo-terminal.ts';
import { firstPage, secondPage } from './support/first-pages.ts';
import { named, whyNot } from './support/why-not.ts';

const missing =
  whyNot({ linux: true }) ??
  (['x64', 'arm64'].includes(process.arch) ? undefined : `there is no package of Node for ${process.arch}`);

/** The oldest that we promise, and the newest of each line. */
const versions = ['20.17.0', '20.20.2', '22.23.3', '24.21.0', '26.10.0'];

const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { version: string };
const strain = join(repository, 'examples', 'lifting-strain.json');

/** The registry ships Node as ordinary packages; they are kept beside our own, so a second run fetches nothing. */
function folderOfNode(wanted: string): string {
  const folder = join(repository, 'node_modules', '.cache', 'backcare', 'node', wanted);
  const bin = join(folder, 'node_modules', `node-linux-${process.arch}`, 'bin');
  if (existsSync(join(bin, 'node'))) return bin;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--prefer-offline'];
  npm(folder, ['install', ...quiet, `node-linux-${process.arch}@${wanted}`], npmConnection());
  return bin;
}

describe.skipIf(missing !== undefined)(named('the packed program', missing), () => {
  const folder = temporaryFolder();
  let tarball = '';

  beforeAll(() => {
    tarball = join(folder, npm(repository, ['pack', '--silent', '--pack-destination', folder]).trim());
  });

  test('is at most 500 kB, and holds the program, its licences and its readme', () => {
    expect(statSync(tarball).size).toBeLessThanOrEqual(500_000);
    const { stdout } = spawnSync('tar', ['-tzf', tarball], { encoding: 'utf8' });
    const files = stdout
      .trim()
      .split('\n')
      .map((path) => path.replace(/^package\//, ''));
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'dist/THIRD-PARTY-LICENSES.txt']));
    expect(
      files.filter((path) => !/^(?:bin\/|dist\/|README\.md$|LICENSE$|package\.json$)/.test(path)),
    ).toEqual([]);
  });

  describe.each(versions)('on Node %s', (wanted) => {
    const home = temporaryFolder();
    const prefix = join(home, 'prefix');
    const command = join(prefix, 'bin', 'backcare');
    let node = '';

    /** As typed by somebody whose only Node is this one. */
    const run = (...args: string[]) =>
      spawnSync(command, args, {
        encoding: 'utf8',
        cwd: home,
        env: cleanEnvironment(home, { PATH: path() }),
        input: '',
      });
    const path = () => `${node}:/usr/bin:/bin`;

    beforeAll(() => {
      node = folderOfNode(wanted);
      const install = [
        'install',
        '--global',
        '--offline',
        '--no-audit',
        '--no-fund',
        '--prefix',
        prefix,
        tarball,
      ];
      const env = cleanEnvironment(temporaryFolder(), { PATH: path() });
      const { status, stderr } = spawnSync(join(node, 'node'), [npmProgram(), ...install], {
        encoding: 'utf8',
        env,
      });
      expect({ status, stderr }).toMatchObject({ status: 0 });
    });

    test('installs as one package', () => {
      const installed = join(prefix, 'lib', 'node_modules');
      expect(readdirSync(installed)).toEqual(['backcare']);
      expect(existsSync(join(installed, 'backcare', 'node_modules'))).toBe(false);
    });

    test('is this Node', () => {
      expect(spawnSync(join(node, 'node'), ['--version'], { encoding: 'utf8' }).stdout).toBe(`v${wanted}\n`);
    });

    test('--version and --help', () => {
      expect(run('--version')).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
      const help = run('--help');
      expect(help).toMatchObject({ status: 0, stderr: '' });
      expect(help.stdout).toContain('backcare relief');
    });

    test('diagnose --answers … --json', () => {
      const { status, stdout, stderr } = run('diagnose', '--answers', strain, '--json');
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(JSON.parse(stdout)).toMatchObject({ schema: 'backcare/assessment@1', urgency: 'self-care' });
    });

    test('audit, settings, and a record that is found again', () => {
      expect(run('diagnose', 'audit')).toMatchObject({ status: 0, stderr: '' });
      expect(run('config', 'set', 'country', 'GB')).toMatchObject({ status: 0, stderr: '' });
      expect(run('config', 'get', 'country').stdout).toContain('GB');
      expect(run('diagnose', '--answers', strain)).toMatchObject({ status: 0, stderr: '' });
      const today = run();
      expect(today).toMatchObject({ status: 0, stderr: '' });
      expect(today.stdout).toContain('999');
    });

    test('the first page of the interview, and out of it', async () => {
      const terminal = openTerminal({ command: [command], args: ['diagnose'], env: { PATH: path() } });
      await terminal.waitFor(firstPage);
      await terminal.waitFor('enter next');
      terminal.type('n');
      await terminal.waitFor(secondPage);
      terminal.type(keys.interrupt);
      expect(await terminal.exitCode).toBe(130);
    });
  });
});
