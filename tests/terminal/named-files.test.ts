import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { namedFiles, readAtMost } from '../../src/terminal/named-files.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backcare-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function refusal(action: Promise<unknown>): Promise<InputError> {
  const error = await action.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof InputError)) throw new Error(`expected an InputError, got ${String(error)}`);
  return error;
}

describe('files named by the user', () => {
  test('are read as bytes, NUL and all', async () => {
    const path = join(folder, 'answers.json');
    await writeFile(path, 'a\0b');
    expect(Buffer.from(await namedFiles.read(path, 3)).toString()).toBe('a\0b');
  });

  test('one byte too many is refused', async () => {
    const path = join(folder, 'four');
    await writeFile(path, '1234');
    expect((await refusal(namedFiles.read(path, 3))).reason).toContain('longer than');
  });

  test('100 MB are refused without being read', async () => {
    const path = join(folder, 'huge');
    await writeFile(path, '');
    await truncate(path, 100_000_000);
    const before = process.memoryUsage().arrayBuffers;
    const error = await refusal(namedFiles.read(path, 1_000_000));
    expect(error.reason).toBe('It is longer than 1 MB.');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
  });

  test.each([
    ['no-such-file', 'There is no such file.'],
    ['.', 'It is a folder.'],
  ])('%s is refused with its reason and what to do', async (name, reason) => {
    const error = await refusal(namedFiles.read(join(folder, name), 10));
    expect(error.message).toMatch(/^Cannot read ".*"\.$/);
    expect(error.reason).toBe(reason);
    expect(error.next).toBeTruthy();
  });

  test('a name with a terminal escape is shown harmless', async () => {
    const error = await refusal(namedFiles.read(join(folder, 'a\u001b[31mb'), 10));
    expect(error.message).toContain('a\\u{1b}[31mb');
  });

  test('a new file is private, an old one is never touched', async () => {
    const path = join(folder, 'note.txt');
    await namedFiles.write(path, 'first');
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
    const error = await refusal(namedFiles.write(path, 'second'));
    expect(error.reason).toContain('already there');
    expect(await readFile(path, 'utf8')).toBe('first');
  });

  test('a folder that is not there is said', async () => {
    expect((await refusal(namedFiles.write(join(folder, 'none', 'x'), ''))).reason).toBe(
      'Its folder does not exist.',
    );
  });

  test('a stream is counted as it comes', async () => {
    await refusal(readAtMost(Readable.from([Buffer.alloc(3), Buffer.alloc(3)]), 5, 'standard input'));
    expect(await readAtMost(Readable.from(['ab', Buffer.from('c')]), 5, 'standard input')).toEqual(
      Buffer.from('abc'),
    );
  });
});
