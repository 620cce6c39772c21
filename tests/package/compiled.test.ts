import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { cleanEnvironment, repository, temporaryFolder } from '../support/built-binary.ts';

const dist = join(repository, 'dist');
const { compiledFolder }: { compiledFolder: string } = createRequire(import.meta.url)(
  '../../bin/backcare.js',
);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A copy of the package, whose compiled parts a test may spoil. */
function copyOfPackage(): string {
  const folder = temporaryFolder();
  for (const part of ['bin', 'dist', 'package.json'])
    cpSync(join(repository, part), join(folder, part), { recursive: true });
  return folder;
}

function answerOf(folder: string): { readonly status: number | null; readonly stdout: string } {
  const answers = join(repository, 'examples', 'lifting-strain.json');
  const args = [join(folder, 'bin', 'backcare.js'), 'diagnose', '--answers', answers, '--no-save'];
  const { status, stdout } = spawnSync(process.execPath, args, {
    env: cleanEnvironment(temporaryFolder()),
    encoding: 'utf8',
  });
  return { status, stdout };
}

describe('what V8 compiled when the package was built', () => {
  test('is accepted by this V8, file by file', () => {
    const files = filesBelow(compiledFolder);
    expect(files.map((file) => relative(compiledFolder, file))).toContain('main.cjs.bin');
    for (const file of files) {
      const name = relative(compiledFolder, file).replace(/\.bin$/, '');
      const script = new Script(readFileSync(join(dist, name), 'latin1'), { cachedData: readFileSync(file) });
      expect({ name, isRefused: script.cachedDataRejected }).toEqual({ name, isRefused: false });
    }
  });

  const whole = answerOf(copyOfPackage());

  test('answers like the program without it', () => {
    const bare = copyOfPackage();
    rmSync(join(bare, 'dist', 'compiled'), { recursive: true });
    expect(whole.status).toBe(0);
    expect(whole.stdout).toContain('Pulled muscle');
    expect(answerOf(bare)).toEqual(whole);
  });

  test.each([
    ['empty', () => Buffer.alloc(0)],
    ['cut short', (bytes: Buffer) => bytes.subarray(0, 100)],
    ['of another V8', (bytes: Buffer) => Buffer.concat([Buffer.alloc(16, 7), bytes.subarray(16)])],
    ['of another text', (_: Buffer, all: readonly Buffer[]) => all[0] ?? Buffer.alloc(0)],
  ])('is passed over when it is %s', (_, spoil) => {
    const spoilt = copyOfPackage();
    const files = filesBelow(join(spoilt, 'dist', 'compiled')).sort();
    const all = files.map((file) => readFileSync(file));
    for (const file of files) writeFileSync(file, spoil(readFileSync(file), all));
    expect(answerOf(spoilt)).toEqual(whole);
  });
});
