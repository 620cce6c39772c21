import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { cleanEnvironment, repository, temporaryFolder } from '../support/built-binary.ts';
import { npm } from '../support/npm.ts';

const manifest = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
  readonly name: string;
  readonly version: string;
};

describe('the package', () => {
  const folder = temporaryFolder();
  const prefix = join(folder, 'prefix');
  let printed = '';
  let tarball = '';
  let installed = '';

  beforeAll(() => {
    printed = npm(repository, ['pack', '--silent', '--pack-destination', folder]);
    tarball = join(folder, printed.trim());
    npm(folder, ['install', '--global', '--offline', '--no-audit', '--no-fund', '--prefix', prefix, tarball]);
    const isWindows = process.platform === 'win32';
    installed = join(prefix, ...(isWindows ? [] : ['lib']), 'node_modules');
  }, 120_000);

  test('npm pack --silent prints the name of the file and nothing else', () => {
    expect(printed).toBe(`${manifest.name}-${manifest.version}.tgz\n`);
  });

  test('is at most 500 kB', () => {
    expect(statSync(tarball).size).toBeLessThanOrEqual(500_000);
  });

  test('holds the program, its licences and its readme, and nothing else', () => {
    const files = readdirSync(join(installed, manifest.name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(installed, manifest.name).length + 1))
      .map((path) => path.replaceAll('\\', '/'));
    const below = (folder: string) =>
      readdirSync(join(repository, 'dist', folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(repository.length).replaceAll('\\', '/'));
    const parts = ['chunks', 'tables'].flatMap(below);
    const always = [
      'LICENSE',
      'bin/backcare.js',
      'bin/package.json',
      'dist/THIRD-PARTY-LICENSES.txt',
      'dist/main.cjs',
      'package.json',
    ];
    expect(files.filter((file) => file !== 'README.md').sort()).toEqual([...always, ...parts].sort());
  });

  test('installs as one package', () => {
    expect(readdirSync(installed)).toEqual([manifest.name]);
    expect(readdirSync(join(installed, manifest.name))).not.toContain('node_modules');
  });

  test('names the licence of every package in the bundle', () => {
    const chunks = JSON.parse(
      readFileSync(join(repository, 'node_modules', '.cache', 'backcare', 'chunks.json'), 'utf8'),
    ) as Record<string, { readonly modules: readonly string[] }>;
    const packages = Object.values(chunks)
      .flatMap(({ modules }) => modules)
      .map((module) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(module)?.[1])
      .filter((name) => name !== undefined);
    const licences = readFileSync(join(installed, manifest.name, 'dist', 'THIRD-PARTY-LICENSES.txt'), 'utf8');
    expect(packages).toContain('commander');
    expect([...new Set(packages)].filter((name) => !licences.includes(`\n${name} `))).toEqual([]);
    expect(readFileSync(join(installed, manifest.name, 'LICENSE'), 'utf8')).toContain('MIT License');
  });

  test('answers from where it was installed', () => {
    const command = join(prefix, ...(process.platform === 'win32' ? ['backcare.cmd'] : ['bin', 'backcare']));
    const answer = execFileSync(command, ['--version'], {
      encoding: 'utf8',
      env: cleanEnvironment(temporaryFolder()),
      shell: process.platform === 'win32',
    });
    expect(answer.trim()).toBe(manifest.version);
  });
});
