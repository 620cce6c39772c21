import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { cleanEnvironment, repository, temporaryFolder } from '../support/built-binary.ts';

const isRoot = process.getuid?.() === 0;

/** A copy of the package as it is installed: without anything compiled. */
function freshPackage(): string {
  const folder = temporaryFolder();
  for (const part of ['bin', 'dist', 'package.json'])
    cpSync(join(repository, part), join(folder, part), { recursive: true, preserveTimestamps: true });
  rmSync(join(folder, 'dist', 'compiled'), { recursive: true, force: true });
  return folder;
}

function run(folder: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, 'bin', 'backcare.js'), ...args],
    { env: cleanEnvironment(temporaryFolder()), encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

const answers = join(repository, 'examples', 'lifting-strain.json');
const diagnose = (folder: string) => run(folder, ['diagnose', '--answers', answers, '--no-save']);

/** Name of the file of the bundle → what was compiled of it. */
function compiledIn(folder: string): Map<string, string> {
  const compiled = join(folder, 'dist', 'compiled');
  if (!existsSync(compiled)) return new Map();
  const files = readdirSync(compiled, { recursive: true, withFileTypes: true });
  return new Map(
    files
      .filter((entry) => entry.isFile())
      .map((entry) => [
        entry.name.startsWith('main.cjs') ? 'main.cjs' : `chunks/${basename(entry.name, '.bin')}`,
        join(entry.parentPath, entry.name),
      ]),
  );
}

describe('what V8 compiled', () => {
  const reference = diagnose(freshPackage());

  test('is kept beside the program by the first answer, accepted, and changes no answer', () => {
    const folder = freshPackage();
    expect(diagnose(folder)).toEqual(reference);
    expect(reference).toMatchObject({ status: 0, stderr: '' });
    expect(reference.stdout).toContain('Pulled muscle');
    const compiled = compiledIn(folder);
    expect([...compiled.keys()]).toContain('main.cjs');
    for (const [name, path] of compiled) {
      const source = readFileSync(join(folder, 'dist', name), 'latin1');
      const { cachedDataRejected } = new Script(source, { cachedData: readFileSync(path) });
      expect({ name, cachedDataRejected }).toEqual({ name, cachedDataRejected: false });
    }
    const before = new Map([...compiled].map(([name, path]) => [name, readFileSync(path)]));
    expect(diagnose(folder)).toEqual(reference);
    // A second answer has nothing to add, and writes nothing.
    for (const [name, path] of compiledIn(folder)) expect(readFileSync(path)).toEqual(before.get(name));
  });

  test('imports nothing by itself: what was kept cannot', () => {
    for (const name of [
      'main.cjs',
      ...readdirSync(join(repository, 'dist', 'chunks')).map((file) => `chunks/${file}`),
    ]) {
      const source = readFileSync(join(repository, 'dist', name), 'latin1');
      expect({ name, imports: /(?<![\w$.])import\s*\(/.test(source) }).toEqual({ name, imports: false });
    }
  });

  test.each(['--version', '--help'])('is not kept after %s', (flag) => {
    const folder = freshPackage();
    expect(run(folder, [flag]).status).toBe(0);
    expect(compiledIn(folder)).toEqual(new Map());
  });

  test('each command has its own, and adds nothing to that of another', () => {
    const folder = freshPackage();
    diagnose(folder);
    const before = [...compiledIn(folder).values()].map((path) => [path, readFileSync(path)] as const);
    expect(run(folder, ['relief', '--no-input']).status).toBe(0);
    for (const [path, bytes] of before) expect(readFileSync(path)).toEqual(bytes);
    const [machine = ''] = readdirSync(join(folder, 'dist', 'compiled'));
    expect(readdirSync(join(folder, 'dist', 'compiled', machine)).sort()).toEqual(['diagnose', 'relief']);
  });

  test('a word that is no command leaves nothing', () => {
    const folder = freshPackage();
    expect(run(folder, ['diagnoze']).status).toBe(2);
    expect(compiledIn(folder)).toEqual(new Map());
  });

  test.each([
    ['empty', () => Buffer.alloc(0)],
    ['cut short', (bytes: Buffer) => bytes.subarray(0, 100)],
    ['of another V8', (bytes: Buffer) => Buffer.concat([Buffer.alloc(16, 7), bytes.subarray(16)])],
    ['of another text', (_: Buffer, other: Buffer) => other],
  ])('is passed over and replaced when it is %s', (_, spoil) => {
    const folder = freshPackage();
    diagnose(folder);
    const paths = [...compiledIn(folder).values()];
    const contents = paths.map((path) => readFileSync(path));
    paths.forEach((path, place) => {
      const own = contents[place] ?? Buffer.alloc(0);
      writeFileSync(path, spoil(own, contents.find((other) => other.length !== own.length) ?? own));
    });
    expect(diagnose(folder)).toEqual(reference);
    paths.forEach((path, place) => {
      expect(Math.abs(readFileSync(path).length - (contents[place]?.length ?? 0))).toBeLessThan(20_000);
    });
  });

  // Only root can give a folder to another user.
  test.runIf(isRoot)('is not kept in the folder of another user', () => {
    const folder = freshPackage();
    chownSync(join(folder, 'dist'), 12_345, 12_345);
    expect(diagnose(folder)).toEqual(reference);
    expect(compiledIn(folder)).toEqual(new Map());
  });

  // Root may write anywhere, so no folder refuses it.
  test.skipIf(isRoot)('is not missed where the folder cannot be written', () => {
    const folder = freshPackage();
    chmodSync(join(folder, 'dist'), 0o555);
    expect(diagnose(folder)).toEqual(reference);
    expect(compiledIn(folder)).toEqual(new Map());
    chmodSync(join(folder, 'dist'), 0o755);
  });
});
