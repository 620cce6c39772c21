/** Well-known programs to compare with, fetched once and away from our own dependencies. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './world.mjs';

const wanted = [
  { name: 'prettier', version: '3.10.1' },
  { name: 'npm-check-updates', version: '19.6.6' },
];
const folder = join(root, 'node_modules', '.cache', 'bench');

function manifestOf(name) {
  try {
    return JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Those that are there; without a network there is a table without them. */
export function fetchPeers() {
  if (wanted.some(({ name, version }) => manifestOf(name)?.version !== version)) install();
  return wanted
    .filter(({ name, version }) => manifestOf(name)?.version === version)
    .map(({ name }) => {
      const { bin } = manifestOf(name);
      const path = typeof bin === 'string' ? bin : (bin[name] ?? Object.values(bin)[0]);
      return { name, path: join(folder, 'node_modules', name, path) };
    });
}

function install() {
  process.stderr.write('backcare: fetching the peers to compare with\n');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const viaNode = process.env.npm_execpath?.endsWith('npm-cli.js');
  const [command, ...first] = viaNode ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--save-exact'];
  const packages = wanted.map(({ name, version }) => `${name}@${version}`);
  spawnSync(command, [...first, 'install', ...quiet, '--prefix', folder, ...packages], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
}
