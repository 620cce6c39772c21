import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RecordError } from '../../src/errors.ts';
import { openRecord } from '../../src/store/record.ts';
import { FakeClock, seededRandom } from '../support/fake-context.ts';
import { tempFolder } from '../support/temp-folder.ts';

const recordIn = (folder: string) =>
  openRecord({ folder, clock: new FakeClock({}), random: seededRandom(3) });

test('no draft is undefined, and looking for one makes nothing', async () => {
  const folder = join(tempFolder(), 'data');
  const record = recordIn(folder);
  expect(await record.readDraft('interview')).toBeUndefined();
  await record.removeDraft('interview');
  expect(existsSync(folder)).toBe(false);
});

test('a draft comes back as it was, replaces the one before, and is for its owner only', async () => {
  const folder = join(tempFolder(), 'data');
  const record = recordIn(folder);
  await record.writeDraft('interview', { page: 1 });
  await record.writeDraft('interview', { page: 2, note: 'ü' });
  expect(await record.readDraft('interview')).toEqual({ page: 2, note: 'ü' });
  expect(readdirSync(folder)).toEqual(['draft-interview.json']);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'draft-interview.json')).mode & 0o777).toBe(0o600);
});

test('any JSON comes back', async () => {
  const record = recordIn(tempFolder());
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (body) => {
      await record.writeDraft('any', body);
      expect(JSON.stringify(await record.readDraft('any'))).toBe(JSON.stringify(body));
    }),
    { numRuns: 20 },
  );
});

test('removing takes what a crash left with it, and nothing else', async () => {
  const folder = tempFolder();
  const record = recordIn(folder);
  await record.writeDraft('interview', 1);
  await record.writeDraft('interview-two', 2);
  await record.append('log', 1);
  writeFileSync(join(folder, 'draft-interview.json.01ABC.tmp'), '{"v":1,"bo');
  await record.removeDraft('interview');
  expect(readdirSync(folder).sort()).toEqual(['draft-interview-two.json', 'journal.jsonl']);
  expect(await record.readDraft('interview')).toBeUndefined();
});

test.each(['', '{"v":1,"bo', 'null', '{"v":1}', '\uFEFF{"v":1,"body":1}'])(
  'a broken draft is named and kept: %j',
  async (text) => {
    const folder = tempFolder();
    const path = join(folder, 'draft-interview.json');
    writeFileSync(path, text);
    await expect(recordIn(folder).readDraft('interview')).rejects.toMatchObject({
      message: `Cannot read ${path}.`,
      reason: expect.stringContaining('kept untouched'),
      exitCode: 3,
    });
    expect(readFileSync(path, 'utf8')).toBe(text);
  },
);

test('a draft that cannot be written leaves the one before, and no scrap', async () => {
  const folder = tempFolder();
  const record = recordIn(folder);
  await record.writeDraft('interview', 'kept');
  const circle: { self?: unknown } = {};
  circle.self = circle;
  await expect(record.writeDraft('interview', circle)).rejects.toThrow(RecordError);
  expect(readdirSync(folder)).toEqual(['draft-interview.json']);
  expect(await record.readDraft('interview')).toBe('kept');
});

test.each(['', '../x', 'a/b', 'A', '.hidden'])('%j is no name of a draft', async (name) => {
  await expect(recordIn(tempFolder()).readDraft(name)).rejects.toThrow(TypeError);
});
