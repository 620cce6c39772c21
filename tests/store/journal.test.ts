import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SetAsideLine } from '../../src/context.ts';
import { RecordError } from '../../src/errors.ts';
import { Journal, type JournalOptions } from '../../src/store/journal.ts';
import { checkJournal } from '../../src/store/journal-check.ts';
import { type OpenForAppending, openForAppending } from '../../src/store/journal-file.ts';
import { isEveryday } from '../../src/store/line.ts';
import { FakeClock, seededRandom } from '../support/fake-context.ts';
import { tempFolder } from '../support/temp-folder.ts';

function journalIn(folder: string, options: Partial<JournalOptions> = {}) {
  const setAside: SetAsideLine[] = [];
  const clock = new FakeClock({});
  const journal = new Journal({
    folder,
    clock,
    random: seededRandom(7),
    onSetAside: (line) => setAside.push(line),
    ...options,
  });
  return {
    journal,
    setAside,
    clock,
    newest: async (kind: string) => (await journal.newestOf([kind])).get(kind),
  };
}

const bodies = async (journal: Journal) => [...(await journal.events())].map(({ body }) => body);

describe('one event', () => {
  test('is one line with version, id, instant, zone, kind, body and checksum', async () => {
    const { journal } = journalIn(tempFolder());
    const event = await journal.append('log', { pain: 3, note: 'zwei\nZeilen, ≠ ASCII' });
    const text = readFileSync(journal.path, 'utf8');
    expect(text.endsWith('\n')).toBe(true);
    expect(text.split('\n')).toHaveLength(2);
    expect(JSON.parse(text)).toEqual({ v: 1, ...event, sum: expect.stringMatching(/^[0-9a-f]{8}$/) });
    expect(event).toMatchObject({ at: '2026-11-22T18:09:45.120+01:00', zone: 'Europe/Berlin', kind: 'log' });
    expect([...(await journal.events())]).toEqual([event]);
  });

  test('is kept for its owner only, in a folder of the same kind', async () => {
    const folder = join(tempFolder(), 'deep', 'data');
    const { journal } = journalIn(folder);
    await journal.append('log', 1);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(journal.path).mode & 0o777).toBe(0o600);
  });

  test('closes a folder and a file that others could read', async () => {
    const folder = join(tempFolder(), 'data');
    mkdirSync(folder, { mode: 0o755 });
    const { journal } = journalIn(folder);
    writeFileSync(journal.path, '', { mode: 0o644 });
    chmodSync(folder, 0o755);
    await journal.append('log', 1);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(journal.path).mode & 0o777).toBe(0o600);
  });
});

test('reading never writes, and makes no folder', async () => {
  const folder = join(tempFolder(), 'data');
  const { journal, newest } = journalIn(folder);
  expect(await newest('log')).toBeUndefined();
  expect(await bodies(journal)).toEqual([]);
  expect(await checkJournal(journal.path)).toEqual({ events: 0, newer: false, setAside: [] });
  expect(existsSync(folder)).toBe(false);
});

describe('newest', () => {
  test('finds the last of each kind, and leaves out kinds without one', async () => {
    const { journal } = journalIn(tempFolder());
    await journal.append('assessment', 'old');
    await journal.append('assessment', 'new');
    for (let pain = 0; pain < 50; pain += 1) await journal.append('log', { pain });
    const newest = await journal.newestOf(['assessment', 'log', 'plan']);
    expect([...newest].map(([kind, { body }]) => [kind, body])).toEqual([
      ['assessment', 'new'],
      ['log', { pain: 49 }],
    ]);
  });

  test('is not deceived by a body that looks like another kind', async () => {
    const { journal, newest } = journalIn(tempFolder());
    await journal.append('log', { kind: 'assessment', text: '"kind":"assessment"' });
    expect(await newest('assessment')).toBeUndefined();
  });

  test('skips what was undone, and takes an undo back', async () => {
    const { journal, newest } = journalIn(tempFolder());
    await journal.append('log', 'first');
    const second = await journal.append('log', 'second');
    const undo = await journal.append('undo', { undoes: second.id });
    expect((await newest('log'))?.body).toBe('first');
    expect(await bodies(journal)).toEqual(['first']);
    await journal.append('undo', { undoes: undo.id });
    expect((await newest('log'))?.body).toBe('second');
    expect(await bodies(journal)).toEqual(['first', 'second']);
  });
});

test('a kind that was once an everyday one stays one, or its lines would not be found', () => {
  expect(['log', 'practice', 'check-in'].filter((kind) => !isEveryday(kind))).toEqual([]);
  expect(isEveryday('undo')).toBe(false);
});

describe('a line that cannot be used is set aside, and named', () => {
  const damages: readonly [name: string, text: string | Buffer, reason: string][] = [
    ['torn', '{"v":1,"id":"01ARZ3","at":"2026-11-', 'it was cut short'],
    ['zero bytes', Buffer.alloc(300), 'it is filled with zero bytes, as after a power cut'],
    ['foreign text', '<<<<<<< HEAD', 'it is not an event that backcare wrote'],
    ['foreign JSON', '{"kind":"log"}', 'it is not an event that backcare wrote'],
    ['a JSON value', 'null', 'it is not an event that backcare wrote'],
    [
      'a wrong checksum',
      '{"v":1,"id":"A","at":"B","zone":"C","kind":"log","body":9,"sum":"00000000"}',
      'its checksum does not match',
    ],
  ];

  test.each(damages)('%s', async (_name, text, reason) => {
    const { journal, setAside } = journalIn(tempFolder());
    await journal.append('log', 1);
    appendFileSync(journal.path, text);
    await journal.append('log', 2);
    const again = { file: journal.path, line: 2, reason };
    expect(await bodies(journal)).toEqual([1, 2]);
    expect(setAside).toEqual([again]);
    expect(await checkJournal(journal.path)).toEqual({ events: 2, newer: false, setAside: [again] });
  });

  test('newest tells of a torn line of the kind it looks for, with its number', async () => {
    const { journal, setAside, newest } = journalIn(tempFolder());
    for (const pain of [1, 2, 3]) await journal.append('log', pain);
    appendFileSync(journal.path, '{"v":1,"id":"X","at":"Y","zone":"Z","kind":"log","bo');
    expect((await newest('log'))?.body).toBe(3);
    await newest('log');
    expect(setAside).toEqual([{ file: journal.path, line: 4, reason: 'it was cut short' }]);
  });

  test('a good line right behind a torn one is not lost', async () => {
    // Another process died between our look at the end and our write.
    const { journal, setAside, newest } = journalIn(tempFolder());
    await journal.append('log', 'good');
    const good = readFileSync(journal.path);
    writeFileSync(journal.path, Buffer.concat([Buffer.from('{"v":1,"id":"X","at'), good]));
    expect((await newest('log'))?.body).toBe('good');
    expect(await bodies(journal)).toEqual(['good']);
    expect(setAside).toEqual([{ file: journal.path, line: 1, reason: 'it was cut short' }]);
  });

  test('line ends of another system do no harm', async () => {
    const { journal } = journalIn(tempFolder());
    await journal.append('log', 1);
    writeFileSync(journal.path, readFileSync(journal.path, 'utf8').replace('\n', '\r\n\r\n'));
    expect(await checkJournal(journal.path)).toEqual({ events: 1, newer: false, setAside: [] });
  });
});

describe('a journal of a newer version', () => {
  async function newerJournal() {
    const opened = journalIn(tempFolder());
    await opened.journal.append('log', 'ours');
    appendFileSync(
      opened.journal.path,
      '{"v":2,"id":"Z","at":"2030-01-01T00:00:00Z","kind":"log","body":"theirs"}\n',
    );
    appendFileSync(opened.journal.path, '{"v":2,"who":"knows"}\n');
    return opened;
  }

  test('is read as far as it is understood', async () => {
    const { journal, setAside, newest } = await newerJournal();
    expect((await newest('log'))?.body).toBe('theirs');
    expect(await bodies(journal)).toEqual(['ours', 'theirs']);
    expect(setAside).toEqual([
      { file: journal.path, line: 3, reason: 'a newer version of backcare wrote it' },
    ]);
    expect((await checkJournal(journal.path)).newer).toBe(true);
  });

  test('is not written', async () => {
    const { journal } = await newerJournal();
    const before = readFileSync(journal.path, 'utf8');
    await expect(journal.append('log', 'more')).rejects.toMatchObject({
      name: 'RecordError',
      exitCode: 3,
      message: `Did not write to ${journal.path}.`,
      reason: expect.stringContaining('newer version'),
      next: expect.stringContaining('Update backcare'),
    });
    expect(readFileSync(journal.path, 'utf8')).toBe(before);
  });
});

describe('a disk that fails', () => {
  const failing =
    (change: Partial<ReturnType<OpenForAppending>>): OpenForAppending =>
    (path) => ({ ...openForAppending(path), ...change });
  const systemError = (code: string) => Object.assign(new Error(`${code}: it failed`), { code });

  test.each([
    ['ENOSPC', 'The disk is full.'],
    ['EACCES', 'You have no permission there.'],
    ['EROFS', 'The disk can only be read.'],
    ['EIO', 'The disk reports a fault.'],
  ])('%s on writing names file, reason and next step', async (code, reason) => {
    const openFile = failing({
      write: () => {
        throw systemError(code);
      },
    });
    const { journal } = journalIn(tempFolder(), { openFile });
    const error = await journal.append('log', 1).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RecordError);
    expect(error).toMatchObject({
      message: `Cannot write ${journal.path}.`,
      reason,
      cause: { code },
      exitCode: 3,
    });
    expect((error as RecordError).next).not.toBe('');
  });

  test('nothing is confirmed before the disk has it', async () => {
    const openFile = failing({
      sync: () => {
        throw systemError('EIO');
      },
    });
    await expect(journalIn(tempFolder(), { openFile }).journal.append('log', 1)).rejects.toThrow(RecordError);
  });

  test('a short write is a failure, and harms no line before or after it', async () => {
    const folder = tempFolder();
    await journalIn(folder).journal.append('log', 'before');
    const openFile: OpenForAppending = (path) => {
      const file = openForAppending(path);
      return { ...file, write: (bytes) => file.write(bytes.subarray(0, 40)) };
    };
    const { journal } = journalIn(folder, { openFile });
    await expect(journal.append('log', 'lost')).rejects.toMatchObject({
      reason: expect.stringMatching(/^The disk took 40 of \d+ bytes, so this entry is not kept\./),
    });
    const after = journalIn(folder);
    await after.journal.append('log', 'after');
    expect(await bodies(after.journal)).toEqual(['before', 'after']);
    expect(after.setAside).toMatchObject([{ line: 2, reason: 'it was cut short' }]);
  });

  test('a folder where the journal should be is named', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'journal.jsonl'));
    const { journal, newest } = journalIn(folder);
    await expect(newest('log')).rejects.toThrow(RecordError);
    await expect(journal.append('log', 1)).rejects.toMatchObject({
      reason: 'A folder stands where the file should be.',
    });
  });

  test('a file where the folder should be is named', async () => {
    const file = join(tempFolder(), 'data');
    writeFileSync(file, 'mine');
    await expect(journalIn(file).journal.append('log', 1)).rejects.toThrow(RecordError);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });
});
