import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupName, expendable, parseBackupName } from '../../src/store/backup-rotation.ts';
import { listBackups, makeBackup } from '../../src/store/backups.ts';
import { backUpOnceADay } from '../../src/store/daily-backup.ts';
import { createEventIds } from '../../src/store/event-id.ts';
import { Journal } from '../../src/store/journal.ts';
import { FakeClock, seededRandom } from '../support/fake-context.ts';
import { tempFolder } from '../support/temp-folder.ts';

function world() {
  const data = join(tempFolder(), 'data');
  const clock = new FakeClock({});
  const journal = new Journal({ folder: data, clock, random: seededRandom(1) });
  const folder = join(data, 'backups');
  const nextId = createEventIds(seededRandom(3));
  const place = {
    folder,
    journal: journal.path,
    unique: () => nextId(clock.now()),
    now: clock.now(),
  };
  return {
    data,
    clock,
    journal,
    folder,
    make: (day: string) => makeBackup(place, day),
    names: () => listBackups({ folder }).map(({ name }) => name),
    daily: () => backUpOnceADay({ folders: { data }, clock, random: seededRandom(2) }),
  };
}

describe('a backup', () => {
  test('is the journal byte for byte, for its owner only, and leaves no scrap', async () => {
    const { journal, make, folder } = world();
    await journal.append('log', 'ü');
    const backup = await make('2026-11-22');
    expect(backup).toMatchObject({ name: '2026-11-22', bytes: statSync(journal.path).size });
    expect(readFileSync(backup!.path)).toEqual(readFileSync(journal.path));
    expect(statSync(backup!.path).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(folder)).toEqual(['2026-11-22.jsonl']);
  });

  test('is made of nothing neither where there is no journal nor where it is empty', async () => {
    const { journal, make, data } = world();
    expect(await make('2026-11-22')).toBeUndefined();
    expect(existsSync(data)).toBe(false);
    mkdirSync(data);
    writeFileSync(journal.path, '');
    expect(await make('2026-11-22')).toBeUndefined();
  });

  test('never takes the place of another; the same twice is one', async () => {
    const { journal, make, names, folder } = world();
    await journal.append('log', 1);
    await make('2026-11-22');
    const first = readFileSync(join(folder, '2026-11-22.jsonl'));
    expect((await make('2026-11-22'))?.name).toBe('2026-11-22');
    await journal.append('log', 2);
    expect((await make('2026-11-22'))?.name).toBe('2026-11-22-2');
    expect(names()).toEqual(['2026-11-22-2', '2026-11-22']);
    expect(readFileSync(join(folder, '2026-11-22.jsonl'))).toEqual(first);
  });

  test('that cannot be made is said, and nothing is left of it', async () => {
    const { journal, make, folder } = world();
    await journal.append('log', 1);
    writeFileSync(folder, 'a file where the folder should be');
    await expect(make('2026-11-22')).rejects.toMatchObject({ name: 'RecordError', exitCode: 3 });
    expect(readFileSync(folder, 'utf8')).toBe('a file where the folder should be');
  });

  test('takes away what a crash left of an older one, but not what is being made', async () => {
    const { journal, make, folder, data, clock } = world();
    await journal.append('log', 1);
    await make('2026-11-21');
    const [old, fresh, swap] = [
      join(folder, '2026-11-20.X.tmp'),
      join(folder, '2026-11-22.Y.tmp'),
      join(data, 'journal.Z.tmp'),
    ];
    for (const path of [old, fresh, swap]) writeFileSync(path, 'half');
    const now = clock.now() / 1000;
    for (const path of [old, swap]) utimesSync(path, now - 7200, now - 7200);
    utimesSync(fresh, now - 60, now - 60);
    await journal.append('log', 2);
    await make('2026-11-22');
    expect([old, fresh, swap].map(existsSync)).toEqual([false, true, false]);
  });
});

describe('once a day', () => {
  test('on the first entry of a day, by the clock of the person', async () => {
    const { journal, daily, names, clock } = world();
    clock.set('2026-11-22T22:30:00Z');
    await journal.append('log', 1);
    await daily();
    expect(names()).toEqual(['2026-11-22']);
    await journal.append('log', 2);
    await daily();
    expect(names()).toEqual(['2026-11-22']);
    clock.set('2026-11-22T23:30:00Z');
    await daily();
    expect(names()).toEqual(['2026-11-23', '2026-11-22']);
  });

  test('a clock that was set back makes no second one of a day, and deletes nothing', async () => {
    const { journal, daily, names, clock } = world();
    for (const day of ['2026-11-22', '2099-01-01', '2026-11-22', '1970-01-01']) {
      clock.set(`${day}T12:00:00Z`);
      await journal.append('log', day);
      await daily();
    }
    expect(names()).toEqual(['2099-01-01', '2026-11-22', '1970-01-01']);
  });
});

describe('rotation', () => {
  const day = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
  const named = (names: readonly string[]) => names.map((name) => parseBackupName(name)!);

  test.each([
    ['2026-11-22', { name: '2026-11-22', day: '2026-11-22', number: 1 }],
    ['2026-11-22-3', { name: '2026-11-22-3', day: '2026-11-22', number: 3 }],
    ['2026-13-01', undefined],
    ['2026-11-22-0', undefined],
    ['notes', undefined],
    ['../2026-11-22', undefined],
  ])('the name %s', (name, parsed) => expect(parseBackupName(name)).toEqual(parsed));

  test('two years of daily entries leave 7 days, 4 weeks and 12 months', () => {
    const last = Date.parse('2026-11-22') / 86_400_000;
    let kept: string[] = [];
    for (let number = last - 730; number <= last; number += 1) {
      kept.push(day(number));
      const gone = new Set(expendable(named(kept)));
      kept = kept.filter((name) => !gone.has(name));
    }
    expect(kept.toReversed()).toEqual([
      ...['22', '21', '20', '19', '18', '17', '16'].map((date) => `2026-11-${date}`),
      // Sundays, the last days of their weeks.
      '2026-11-15',
      '2026-11-08',
      '2026-11-01',
      ...['2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31', '2026-04-30'],
      ...['2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31'],
    ]);
  });

  test('the newest seven days stay, whatever else there is', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 15_000, max: 25_000 }), { maxLength: 60 }), (numbers) => {
        const names = numbers.map((number) => backupName(day(number), 1));
        const gone = expendable(named(names));
        const newest = [...names].sort().toReversed().slice(0, 7);
        expect(gone.filter((name) => newest.includes(name))).toEqual([]);
        expect(names.length - gone.length).toBeLessThanOrEqual(7 + 4 + 12);
      }),
    ));

  test('old ones go when all that is in them is in the newest', async () => {
    const { journal, make, names } = world();
    for (let number = 1; number <= 12; number += 1) {
      await journal.append('log', number);
      await make(`2026-11-${String(number + 10)}`);
    }
    expect(names()).toEqual([22, 21, 20, 19, 18, 17, 16, 15].map((date) => `2026-11-${date}`));
  });

  test.each<[string, (path: string) => void]>([
    ['cut', (path) => truncateSync(path, 200)],
    ['emptied and begun anew', (path) => writeFileSync(path, '')],
    ['filled with zero bytes', (path) => writeFileSync(path, Buffer.alloc(statSync(path).size))],
    [
      'written over in the middle',
      (path) => {
        const bytes = readFileSync(path);
        bytes.fill('x', 100, 160);
        writeFileSync(path, bytes);
      },
    ],
  ])('a journal that was %s pushes no good backup out', async (_, damage) => {
    const { journal, make, names } = world();
    for (const number of [1, 2, 3, 4]) await journal.append('log', { number, text: 'x'.repeat(50) });
    await make('2026-01-05');
    const good = names();
    damage(journal.path);
    for (let number = 10; number < 30; number += 1) {
      await journal.append('log', number);
      await make(`2026-11-${number}`);
    }
    expect(names()).toEqual(expect.arrayContaining(good));
    const before = readFileSync(
      listBackups({ folder: join(journal.path, '..', 'backups') }).at(-1)!.path,
      'utf8',
    );
    expect(before.split('\n')).toHaveLength(5);
  });

  test('a torn end that was mended by the next line is no reason to keep an old one', async () => {
    const { journal, make, names } = world();
    await journal.append('log', 1);
    appendFileSync(journal.path, '{"v":1,"id":"01');
    await make('2026-11-01');
    for (let number = 10; number < 20; number += 1) {
      await journal.append('log', number);
      await make(`2026-11-${number}`);
    }
    expect(names()).not.toContain('2026-11-10');
  });

  test('files of others in the folder are neither listed nor removed', async () => {
    const { journal, make, names, folder } = world();
    await journal.append('log', 1);
    await make('2026-11-22');
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    writeFileSync(join(folder, 'copy.jsonl'), 'mine');
    chmodSync(folder, 0o755);
    expect(names()).toEqual(['2026-11-22']);
    await journal.append('log', 2);
    await make('2026-11-22');
    expect(readdirSync(folder).sort()).toEqual([
      '2026-11-22-2.jsonl',
      '2026-11-22.jsonl',
      'copy.jsonl',
      'notes.txt',
    ]);
  });
});
