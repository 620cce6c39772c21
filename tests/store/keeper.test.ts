import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc32 } from '../../src/store/crc32.ts';
import { Journal } from '../../src/store/journal.ts';
import { openKeeper } from '../../src/store/keeper.ts';
import { encodeLine } from '../../src/store/line.ts';
import { exportText } from '../../src/store/record-export.ts';
import { sumOf } from '../../src/store/record-sum.ts';
import { FakeClock, seededRandom } from '../support/fake-context.ts';
import { folderWhile, tempFolder } from '../support/temp-folder.ts';

const details = { tool: 'backcare 0.0.0-test', exportedAt: '2026-11-22T18:09:45.120+01:00' };

function world(home = tempFolder(), seed = 1, now = '2026-11-22T18:09:45.120+01:00') {
  const folders = { data: join(home, 'data'), config: join(home, 'config') };
  const clock = new FakeClock({ now });
  const journal = new Journal({ folder: folders.data, clock, random: seededRandom(seed) });
  return {
    ...folders,
    clock,
    journal,
    keeper: openKeeper({ folders, clock, random: seededRandom(seed + 1000) }),
    enter: async (kind: string, body: unknown = {}) => {
      clock.advance(60_000);
      return journal.append(kind, body);
    },
    text: () => readFileSync(journal.path, 'utf8'),
    views: async () => ({
      events: [...(await journal.events())],
      newest: [...(await journal.newestOf(['log', 'assessment', 'undo']))],
      past: [...(await journal.past())],
    }),
  };
}

/** Brings the export of one record into another. */
async function bring(from: ReturnType<typeof world>, to: ReturnType<typeof world>) {
  const { text } = await from.keeper.exportRecord(details);
  const plan = await to.keeper.planImport(text, 'it');
  await to.keeper.applyImport(plan);
  return plan;
}

describe('export and import', () => {
  const history = fc.array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({ kind: fc.constantFrom('log', 'assessment', 'plan'), body: fc.jsonValue() }),
      },
      { weight: 1, arbitrary: fc.record({ undo: fc.nat() }) },
    ),
    { maxLength: 12 },
  );

  async function live(one: ReturnType<typeof world>, steps: readonly object[]) {
    const ids: string[] = [];
    for (const step of steps) {
      if ('kind' in step && 'body' in step) ids.push((await one.enter(String(step.kind), step.body)).id);
      if ('undo' in step && ids.length > 0) {
        ids.push((await one.enter('undo', { undoes: ids[Number(step.undo) % ids.length] })).id);
      }
    }
  }

  test('into an empty record gives the same views, and twice adds nothing', () =>
    fc.assert(
      fc.asyncProperty(history, (steps) =>
        folderWhile(async (home) => {
          const one = world(join(home, 'one'));
          await live(one, steps);
          const other = world(join(home, 'other'), 2);
          const first = await bring(one, other);
          expect(await other.views()).toEqual(await one.views());
          expect(await other.keeper.exportRecord(details)).toMatchObject(first.after);
          const again = await bring(one, other);
          expect(again.missing).toEqual([]);
          expect(await other.views()).toEqual(await one.views());
        }),
      ),
      { numRuns: 25 },
    ));

  test('of two records into each other ends in the same entries, none lost', () =>
    fc.assert(
      fc.asyncProperty(history, history, (mine, yours) =>
        folderWhile(async (home) => {
          const one = world(join(home, 'one'), 1);
          const other = world(join(home, 'other'), 2, '2026-11-22T18:12:00.500+01:00');
          await live(one, mine);
          await live(other, yours);
          const ids = [...(await one.journal.past()), ...(await other.journal.past())].map(({ id }) => id);
          await bring(one, other);
          await bring(other, one);
          const merged = [...(await one.journal.past())].map(({ id }) => id);
          expect(merged.toSorted()).toEqual(ids.toSorted());
          expect([...(await other.journal.past())].map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
        }),
      ),
      { numRuns: 15 },
    ));

  test('an older export does not come before newer entries, and damaged lines stay', async () => {
    const [one, other] = [world(tempFolder(), 1, '2026-11-01T10:00:00Z'), world(tempFolder(), 2)];
    await one.enter('assessment', { urgency: 'self-care', complete: true });
    await other.enter('assessment', { urgency: 'urgent', complete: true });
    appendFileSync(other.journal.path, 'not ours');
    await bring(one, other);
    expect((await other.journal.newestOf(['assessment'])).get('assessment')?.body).toMatchObject({
      urgency: 'urgent',
    });
    expect(other.text()).toMatch(/"self-care".*\n.*"urgent".*\nnot ours\n$/);
    expect(readdirSync(other.data).sort()).toEqual(['backups', 'journal.jsonl']);
    expect(statSync(other.journal.path).mode & 0o777).toBe(0o600);
  });

  test('a file that would take back grave advice is refused', async () => {
    const [one, other] = [world(), world(tempFolder(), 2)];
    const check = await one.enter('assessment', { urgency: 'emergency', complete: true });
    await bring(one, other);
    await one.enter('undo', { undoes: check.id });
    const before = other.text();
    await expect(bring(one, other)).rejects.toMatchObject({
      name: 'InputError',
      reason: expect.stringContaining('take back'),
    });
    expect(other.text()).toBe(before);
  });

  test('what another process enters in the middle of the change is carried over', async () => {
    const [one, other] = [world(), world(tempFolder(), 2, '2026-12-01T10:00:00Z')];
    await one.enter('log', 'from the file');
    const known = await other.enter('log', 'was there');
    const { text } = await one.keeper.exportRecord(details);
    // It has opened the journal before it was changed, and writes after.
    const slow = openSync(other.journal.path, 'a');
    const line = encodeLine({ ...known, id: `7${known.id.slice(1)}`, body: 'meanwhile' }, crc32);
    const wait = async () => {
      writeSync(slow, line);
      closeSync(slow);
    };
    const clock = { now: () => other.clock.now(), offsetMinutes: () => 60, wait };
    const keeper = openKeeper({ folders: other, random: seededRandom(5), clock });
    await keeper.applyImport(await keeper.planImport(text, 'it'));
    expect([...(await other.journal.events())].map(({ body }) => body)).toEqual([
      'from the file',
      'was there',
      'meanwhile',
    ]);
  });

  test('a record that changed since the plan is not touched', async () => {
    const [one, other] = [world(), world(tempFolder(), 2)];
    await one.enter('log', 1);
    const plan = await other.keeper.planImport((await one.keeper.exportRecord(details)).text, 'it');
    await other.enter('log', 2);
    const before = other.text();
    await expect(other.keeper.applyImport(plan)).rejects.toMatchObject({ name: 'RecordError', exitCode: 3 });
    expect(other.text()).toBe(before);
    expect(readdirSync(other.data).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('a file that is not a whole export', () => {
  const good = async () => {
    const one = world();
    await one.enter('log', { usual: 3 });
    await one.enter('log', { usual: 4 });
    return JSON.parse((await one.keeper.exportRecord(details)).text) as {
      schema: string;
      count: number;
      checksum: string;
      events: { id: string; at: string; kind: string; body: unknown }[];
    };
  };
  type Export = Awaited<ReturnType<typeof good>>;

  test.each<[string, (file: Export) => unknown, string]>([
    [
      'of a newer version',
      (file) => ({ ...file, schema: 'backcare/record@2' }),
      'newer version of backcare (format 2; this one knows 1)',
    ],
    ['of something else', (file) => ({ ...file, schema: 'backcare/answers@1' }), 'not an export of a record'],
    ['without a version', ({ schema: _, ...file }) => file, 'not an export of a record'],
    [
      'with one entry less',
      (file) => ({ ...file, events: file.events.slice(1) }),
      'should hold 2 entries and holds 1',
    ],
    ['with another count', (file) => ({ ...file, count: 3 }), 'should hold 3 entries and holds 2'],
    [
      'with a changed entry',
      (file) => ({ ...file, events: file.events.map((event) => ({ ...event, body: 0 })) }),
      'checksum',
    ],
    ['with another order', (file) => ({ ...file, events: file.events.toReversed() }), 'checksum'],
    ['with another checksum', (file) => ({ ...file, checksum: 'sha256:00' }), 'checksum'],
    ['with an entry twice', (file) => ({ ...file, events: [file.events[0], file.events[0]] }), 'twice'],
    [
      'with an id that is none',
      (file) => ({ ...file, events: [{ ...file.events[0], id: '../x' }] }),
      'Entry 1 is not an entry',
    ],
    [
      'with a time without a zone',
      (file) => ({ ...file, events: [{ ...file.events[0], at: '2026-11-22T18:00' }] }),
      'Entry 1',
    ],
    [
      'with a kind that is none',
      (file) => ({ ...file, events: [file.events[0], { ...file.events[1], kind: 'A b' }] }),
      'Entry 2',
    ],
    ['with null for an entry', (file) => ({ ...file, events: [null] }), 'Entry 1'],
    ['without entries', ({ events: _, ...file }) => file, 'no list of "events"'],
    ['that is a list', (file) => [file], 'no JSON'],
  ])('%s is refused as a whole', async (_, change, reason) => {
    const other = world(tempFolder(), 2);
    await other.enter('log', 'mine');
    const before = other.text();
    await expect(
      other.keeper.planImport(JSON.stringify(change(await good())), '"x.json"'),
    ).rejects.toMatchObject({
      name: 'InputError',
      exitCode: 2,
      message: 'Cannot import "x.json".',
      reason: expect.stringContaining(reason),
    });
    expect(other.text()).toBe(before);
  });

  test.each(['', '{', 'null', '3', '\u0000'])('%j is refused', async (text) => {
    await expect(world().keeper.planImport(text, 'it')).rejects.toMatchObject({
      reason: expect.stringContaining('no JSON'),
    });
  });

  test('cut at any place is refused', async () => {
    const text = JSON.stringify(await good(), null, 2);
    const { keeper } = world(tempFolder(), 2);
    for (let cut = 1; cut < text.length - 1; cut += 7)
      await expect(keeper.planImport(text.slice(0, cut), 'it')).rejects.toMatchObject({ name: 'InputError' });
  });

  test('with an entry that is here with another content is refused', async () => {
    const one = world();
    const event = await one.enter('log', { usual: 3 });
    const forged = [{ ...event, body: { usual: 0 } }];
    const text = exportText(forged, sumOf(forged), details);
    const before = one.text();
    await expect(one.keeper.planImport(text, 'it')).rejects.toMatchObject({
      name: 'InputError',
      reason: expect.stringContaining(`entry ${event.id} is in your record too`),
    });
    expect(one.text()).toBe(before);
  });
});

test('a record of a newer version is neither exported nor imported into', async () => {
  const one = world();
  await one.enter('log', 1);
  const { text } = await one.keeper.exportRecord(details);
  appendFileSync(one.journal.path, '{"v":2,"who":"knows"}\n');
  const before = one.text();
  await expect(one.keeper.exportRecord(details)).rejects.toMatchObject({
    name: 'RecordError',
    reason: expect.stringContaining('newer'),
  });
  await expect(one.keeper.planImport(text, 'it')).rejects.toMatchObject({ name: 'RecordError' });
  expect(one.text()).toBe(before);
});

describe('restore', () => {
  test('puts the backup in place and keeps the present record beside it, never over an older one', async () => {
    const one = world();
    await one.enter('log', 1);
    const backup = await one.keeper.backUp();
    await one.enter('log', 2);
    const now = one.text();
    const plan = await one.keeper.planRestore('2026-11-22');
    expect(plan).toMatchObject({ lacking: 1, now: { events: 2 }, backup: { events: 1 } });
    const kept = await one.keeper.restore(plan);
    expect(kept).toBe(join(one.data, 'journal.before-restore-1.jsonl'));
    expect(readFileSync(kept!, 'utf8')).toBe(now);
    expect(one.text()).toBe(readFileSync(backup!.path, 'utf8'));
    await one.enter('log', 3);
    expect(await one.keeper.restore(await one.keeper.planRestore('2026-11-22'))).toBe(
      join(one.data, 'journal.before-restore-2.jsonl'),
    );
    expect(readFileSync(kept!, 'utf8')).toBe(now);
  });

  test('brings a record back that is gone', async () => {
    const one = world();
    await one.enter('log', 1);
    await one.keeper.backUp();
    const before = await one.views();
    rmSync(one.journal.path);
    expect(await one.keeper.restore(await one.keeper.planRestore('2026-11-22'))).toBeUndefined();
    expect(await one.views()).toEqual(before);
  });

  test('does not make grave advice forgotten', async () => {
    const one = world();
    await one.enter('assessment', { urgency: 'self-care', complete: true });
    await one.keeper.backUp();
    const grave = await one.enter('assessment', { urgency: 'emergency', complete: true });
    const plan = await one.keeper.planRestore('2026-11-22');
    expect(plan.keeps).toEqual(grave);
    await one.keeper.restore(plan);
    expect((await one.journal.newestOf(['assessment'])).get('assessment')).toEqual(grave);
  });

  test('a name that no backup has is refused with the newest', async () => {
    const one = world();
    await expect(one.keeper.planRestore('2026-01-01')).rejects.toMatchObject({
      reason: 'There is no backup at all yet.',
    });
    await one.enter('log', 1);
    await one.keeper.backUp();
    await expect(one.keeper.planRestore('../journal')).rejects.toMatchObject({
      name: 'InputError',
      reason: 'The newest is 2026-11-22.',
    });
  });
});

describe('verify', () => {
  test('names file, line and reason of all that is wrong, in the record and in every backup', async () => {
    const one = world();
    await one.enter('log', 1);
    const backup = await one.keeper.backUp();
    appendFileSync(backup!.path, Buffer.alloc(30));
    appendFileSync(one.journal.path, 'foreign\n{"v":1,"id":"01');
    const { journal, backups } = await one.keeper.verify();
    expect(journal).toMatchObject({ path: one.journal.path, events: 1 });
    expect(journal.setAside.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'it is not an event that backcare wrote'],
      [3, 'it was cut short'],
    ]);
    expect(backups).toMatchObject([
      {
        path: backup!.path,
        events: 1,
        setAside: [{ line: 2, reason: 'it is filled with zero bytes, as after a power cut' }],
      },
    ]);
  });

  test('tells of a backup that cannot be read, and still checks the rest', async () => {
    const one = world();
    await one.enter('log', 1);
    await one.keeper.backUp();
    mkdirSync(join(one.data, 'backups', '2026-11-20.jsonl'));
    const { journal, backups } = await one.keeper.verify();
    expect(journal.failure).toBeUndefined();
    expect(backups.map(({ failure }) => failure)).toEqual([undefined, expect.stringContaining('not a file')]);
  });
});

describe('erase', () => {
  test('leaves nothing, not even the folders', async () => {
    const home = tempFolder();
    const one = world(home);
    await one.enter('log', 1);
    await one.keeper.backUp();
    await one.keeper.restore(await one.keeper.planRestore('2026-11-22'));
    mkdirSync(one.config);
    for (const name of ['preferences.json', 'preferences.before-reset-1.json'])
      writeFileSync(join(one.config, name), '{}');
    mkdirSync(join(one.config, 'preferences.json.lock'));
    writeFileSync(join(one.data, 'draft-interview.json'), '{}');
    writeFileSync(join(one.data, `draft-interview.json.${'0'.repeat(26)}.tmp`), '{');
    mkdirSync(join(one.data, 'reminders', 'claims'), { recursive: true });
    for (const name of [
      'installed.json',
      'tick.json',
      'tick.json.123.tmp',
      'prompt',
      'hook-zsh',
      'crontab-before-2026-11-23T094500Z.txt',
      join('claims', 'desk-break+2026-11-23T09=45~2'),
    ])
      writeFileSync(join(one.data, 'reminders', name), '');
    const { files, foreign } = one.keeper.places();
    expect(foreign).toEqual([]);
    await one.keeper.erase(files);
    expect(readdirSync(home)).toEqual([]);
  });

  test('leaves what is not ours where it is, and follows no link out', async () => {
    const home = tempFolder();
    const one = world(home);
    await one.enter('log', 1);
    const mine = join(home, 'mine');
    mkdirSync(mine);
    writeFileSync(join(mine, '2026-11-22.jsonl'), 'mine');
    symlinkSync(mine, join(one.data, 'backups'));
    symlinkSync(mine, join(one.data, 'reminders'));
    writeFileSync(join(one.data, 'diary.txt'), 'mine');
    const { files, foreign } = one.keeper.places();
    expect(files).toEqual([one.journal.path]);
    expect(foreign).toEqual(['backups', 'diary.txt', 'reminders'].map((name) => join(one.data, name)));
    await one.keeper.erase(files);
    expect(existsSync(one.journal.path)).toBe(false);
    expect(readFileSync(join(mine, '2026-11-22.jsonl'), 'utf8')).toBe('mine');
    expect(readFileSync(join(one.data, 'diary.txt'), 'utf8')).toBe('mine');
  });

  test('of nothing does nothing', async () => {
    const one = world();
    const { files } = one.keeper.places();
    await one.keeper.erase(files);
    expect(files).toEqual([]);
  });
});
