import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository, runBackcare, temporaryFolder } from '../support/built-binary.ts';

interface Chunk {
  readonly isEntry: boolean;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly bytes: number;
  readonly modules: readonly string[];
}

/** Written by scripts/build.mjs next to the stamp of the build. */
const chunkMap = join(repository, 'node_modules', '.cache', 'backcare', 'chunks.json');
const chunks = JSON.parse(readFileSync(chunkMap, 'utf8')) as Record<string, Chunk>;

/** The entry and every chunk that it requires without being asked to. */
function staticChunks(): string[] {
  const entry = Object.keys(chunks).find((name) => chunks[name]?.isEntry);
  const reached = new Set<string>();
  const waiting = entry === undefined ? [] : [entry];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    waiting.push(...(chunks[name]?.imports ?? []).filter((imported) => imported in chunks));
  }
  return [...reached];
}

const eager = staticChunks();
const eagerModules = eager.flatMap((name) => chunks[name]?.modules ?? []);

describe('what every start loads', () => {
  test('the map is of the bundle that is there', () => {
    for (const [name, { bytes }] of Object.entries(chunks)) {
      expect({ name, bytes: readFileSync(join(repository, 'dist', name)).length }).toEqual({ name, bytes });
    }
    expect(eager).toContain('main.cjs');
    expect(eagerModules).toContain('src/main.ts');
  });

  test('of other packages, only commander', () => {
    const packages = eagerModules
      .filter((module) => module.includes('node_modules/'))
      .map((module) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(module)?.[1]);
    expect([...new Set(packages)].filter((name) => name !== 'commander')).toEqual([]);
  });

  test('of our own, no content, rule, document, look or store', () => {
    // The theme is decided at the start, from a few variables; it draws nothing.
    const heavy =
      /^src\/(?:data|engine|documents|store|reminders)\/|^src\/render\/(?!theme\.ts$)|^src\/commands\/.*run\.ts$/;
    expect(eagerModules.filter((module) => heavy.test(module))).toEqual([]);
  });

  test('of the package manifest, only what is used', () => {
    const code = eager.map((name) => readFileSync(join(repository, 'dist', name), 'utf8')).join('\n');
    expect(code).not.toContain('devDependencies');
  });
});

/** Writes down what is required of Node, and which files are read, when this is loaded before the program. */
const recorder = `
const Module = require('node:module');
const fs = require('node:fs');
const requests = new Set();
for (const [owner, name] of [[Module, '_load'], [fs, 'readFileSync']]) {
  const original = owner[name];
  owner[name] = function (what, ...rest) { requests.add(String(what)); return original.call(this, what, ...rest); };
}
process.on('exit', () => require('node:fs').writeFileSync(process.env.LOADED_FILE, JSON.stringify([...requests])));
`;

describe.each(['--version', '--help', 'diagnose --help'])('backcare %s', (line) => {
  test('answers with these chunks and no other', async () => {
    const folder = temporaryFolder();
    const hook = join(folder, 'recorder.cjs');
    const loadedFile = join(folder, 'loaded.json');
    writeFileSync(hook, recorder);
    const result = await runBackcare({
      args: line.split(' '),
      nodeArgs: ['--require', hook],
      env: { LOADED_FILE: loadedFile },
    });
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.stdout).not.toBe('');

    const loaded = JSON.parse(readFileSync(loadedFile, 'utf8')) as string[];
    const ownChunks = loaded
      .filter((request) => request.endsWith('.cjs'))
      .map((request) => request.replace(/^.*?\/(?=chunks\/|main\.cjs)/, ''));
    expect(ownChunks).toContain('main.cjs');
    expect(ownChunks.filter((name) => !eager.includes(name))).toEqual([]);
    // Commander's is made lazy by the build: 1.5 ms.
    expect(loaded).not.toContain('node:child_process');
    expect(loaded).not.toContain('node:readline');
  });
});
