import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecordedEvent } from '../../src/context.ts';
import { Journal } from '../../src/store/journal.ts';
import { openKeeper } from '../../src/store/keeper.ts';
import { repository, runBackcare, temporaryFolder } from '../support/built-binary.ts';
import { bundled } from '../support/bundled.ts';
import { FakeClock, seededRandom } from '../support/fake-context.ts';
import { named, whyNot } from './support/why-not.ts';

let bundle: Awaited<ReturnType<typeof bundled>>;
beforeAll(async () => {
  bundle = await bundled({ journal: 'src/store/journal.ts', keeper: 'src/store/keeper.ts' });
});
afterAll(() => bundle.dispose());

const foldersOf = (home: string) => ({ data: join(home, 'data'), config: join(home, 'config') });

/** Ids go out by a call that waits: what the pipe has was confirmed, and nothing confirmed waits in memory. */
const prelude = `
  const { writeSync } = require('node:fs');
  const [home, name, count, ...bundles] = process.argv.slice(1);
  const { Journal } = require(bundles[0]);
  const folders = { data: home + '/data', config: home + '/config' };
  const clock = {
    now: () => Date.now(), offsetMinutes: () => 60, zone: () => 'Europe/Berlin',
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  };
  const random = { next: Math.random };
  const journal = new Journal({ folder: folders.data, clock, random });
  const enter = async (turn) => {
    const event = await journal.append('log', { name, turn, filler: 'é'.repeat((turn * 997) % 3000) });
    writeSync(1, event.id + '\\n');
  };`;

const appendMany = `${prelude}
  (async () => { for (let turn = 0; turn < Number(count); turn += 1) await enter(turn); })();`;

/** Entries, backups and imports, one after the other. */
const keepBusy = `${prelude}
  const { openKeeper } = require(bundles[1]);
  const keeper = openKeeper({ folders, clock, random });
  const details = { tool: 'test', exportedAt: '2026-11-22T18:00:00+01:00' };
  (async () => {
    for (let turn = 0; turn < Number(count); turn += 1) {
      await enter(turn);
      await keeper.backUp();
      const { text } = await keeper.exportRecord(details);
      const { schema, count, checksum, events } = JSON.parse(text);
      const more = { id: '00' + String(Date.now()).padStart(24, '0'), at: details.exportedAt, zone: 'UTC', kind: 'log', body: turn };
      const { createHash } = require('node:crypto');
      const sum = createHash('sha256').update(JSON.stringify(more) + '\\n').digest('hex');
      const file = JSON.stringify({ schema, count: 1, checksum: 'sha256:' + sum, events: [more] });
      await keeper.applyImport(await keeper.planImport(file, 'it'));
    }
  })();`;

interface Started {
  readonly child: ChildProcess;
  /** Ids that were confirmed until its end. */
  readonly confirmed: Promise<readonly string[]>;
  /** The first one was confirmed. */
  readonly begun: Promise<unknown>;
}

function start(text: string, home: string, name: string, count: number): Started {
  const words = [home, name, String(count), bundle.path('journal'), bundle.path('keeper')];
  const child = spawn(process.execPath, ['-e', text, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  const begun = new Promise((resolve) => child.stdout.once('data', resolve));
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const confirmed = ended.then(() => output.split('\n').filter((line) => line.length === 26));
  return { child, begun: Promise.race([begun, ended]), confirmed };
}

/** Starts it again and again, and kills it each time somewhere in its work. */
async function killAgainAndAgain(text: string, home: string, times: number, within: number, seed: number) {
  const random = seededRandom(seed);
  const confirmed: string[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const started = start(text, home, `turn ${turn}`, 100_000);
    await started.begun;
    await new Promise((resolve) => setTimeout(resolve, random.next() * within));
    started.child.kill('SIGKILL');
    confirmed.push(...(await started.confirmed));
  }
  return confirmed;
}

async function eventsOf(home: string): Promise<readonly RecordedEvent[]> {
  const journal = new Journal({
    folder: foldersOf(home).data,
    clock: new FakeClock({}),
    random: seededRandom(1),
  });
  return [...(await journal.events())];
}

const keeperOf = (home: string) =>
  openKeeper({ folders: foldersOf(home), clock: new FakeClock({}), random: seededRandom(1) });

async function missingFrom(home: string, confirmed: readonly string[]): Promise<readonly string[]> {
  const held = new Set((await eventsOf(home)).map(({ id }) => id));
  return confirmed.filter((id) => !held.has(id));
}

describe('killed at a random moment', () => {
  test('440 times while it enters: every confirmed entry is there, and nothing but torn lines is set aside', async () => {
    const homes = Array.from({ length: 4 }, () => temporaryFolder());
    const runs = homes.map((home, seed) => killAgainAndAgain(appendMany, home, 110, 12, seed));
    for (const [lane, confirmed] of (await Promise.all(runs)).entries()) {
      const home = homes[lane]!;
      expect(confirmed.length).toBeGreaterThan(110);
      expect(await missingFrom(home, confirmed)).toEqual([]);
      const { journal } = await keeperOf(home).verify();
      expect(journal.setAside.filter(({ reason }) => reason !== 'it was cut short')).toEqual([]);
      const ids = (await eventsOf(home)).map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)].sort());
    }
  });

  test('60 times while it backs up and imports: every confirmed entry is there, every file loads', async () => {
    const home = temporaryFolder();
    const confirmed = await killAgainAndAgain(keepBusy, home, 60, 150, 7);
    expect(await missingFrom(home, confirmed)).toEqual([]);
    const { journal, backups } = await keeperOf(home).verify();
    for (const file of [journal, ...backups]) {
      expect(file.failure).toBeUndefined();
      expect(file.setAside.filter(({ reason }) => reason !== 'it was cut short')).toEqual([]);
    }
    expect(backups.length).toBeGreaterThan(0);
  });
});

test('40 processes that enter 25 times each at once: 1000 entries, no torn line', async () => {
  const home = temporaryFolder();
  const names = Array.from({ length: 40 }, (_, place) => `process ${place}`);
  const runs = names.map((name) => start(appendMany, home, name, 25));
  const confirmed = (await Promise.all(runs.map((run) => run.confirmed))).flat();
  const events = await eventsOf(home);
  expect(events).toHaveLength(1000);
  expect(new Set(confirmed).size).toBe(1000);
  expect(await missingFrom(home, confirmed)).toEqual([]);
  expect((await keeperOf(home).verify()).journal.setAside).toEqual([]);
  for (const name of names) {
    const turns = events
      .map(({ body }) => body as { name: string; turn: number })
      .filter((body) => body.name === name);
    expect(turns.map(({ turn }) => turn)).toEqual(Array.from({ length: 25 }, (_, turn) => turn));
  }
});

const strain = join(repository, 'examples', 'lifting-strain.json');
const backcare = (home: string, ...args: string[]) => runBackcare({ args, env: { BACKCARE_HOME: home } });

/** A record with three entries and an export of it, as the program itself makes them. */
async function lived(home: string): Promise<{ readonly journal: string; readonly record: string }> {
  const journal = join(home, 'data', 'journal.jsonl');
  for (let turn = 0; turn < 3; turn += 1)
    expect(await backcare(home, 'diagnose', '--answers', strain)).toMatchObject({ code: 0, stderr: '' });
  const record = join(temporaryFolder(), 'record.json');
  expect((await backcare(home, 'data', 'export', record)).code).toBe(0);
  return { journal, record };
}

/** Every file below a folder with its bytes. */
function bytesBelow(folder: string): { readonly [path: string]: string } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map((file) => {
      const path = join(file.parentPath, file.name);
      return [path, readFileSync(path, 'latin1')];
    }),
  );
}

describe('a line that cannot be used', () => {
  test.each<[string, string | Buffer, string]>([
    ['a tail of zero bytes', Buffer.alloc(4096), 'it is filled with zero bytes, as after a power cut'],
    ['half a line', '{"v":1,"id":"01M823RE10QERZ7R4AD74QJ481","at":"2026-', 'it was cut short'],
    ['a foreign line', '<<<<<<< HEAD\n', 'it is not an event that backcare wrote'],
  ])('%s is named and kept, and every command still works', async (_, tail, reason) => {
    const home = temporaryFolder();
    const { journal } = await lived(home);
    appendFileSync(journal, tail);
    const before = readFileSync(journal);
    const first = await backcare(home, 'data', 'verify', '--json');
    expect(first.code).toBe(3);
    const { record } = JSON.parse(first.stdout) as { record: { events: number; setAside: object[] } };
    expect(record).toMatchObject({ events: 3, setAside: [{ line: 4, reason }] });
    const exported = await backcare(home, 'data', 'export');
    expect(exported.code).toBe(3);
    expect(JSON.parse(exported.stdout)).toMatchObject({ count: 3 });
    expect(exported.stderr).toContain(`line 4 of the record, ${reason}`);
    // Reading has written nothing; writing adds, and changes nothing of what was there.
    expect(readFileSync(journal)).toEqual(before);
    expect((await backcare(home, 'undo', '--yes')).code).toBe(0);
    expect(readFileSync(journal).subarray(0, before.length)).toEqual(before);
    const after = JSON.parse((await backcare(home, 'data', 'verify', '--json')).stdout) as { record: object };
    expect(after.record).toMatchObject({ events: 4, setAside: [{ line: 4, reason }] });
  });

  test('a line of a newer version: read as far as it is understood, not written, exit 3', async () => {
    const home = temporaryFolder();
    const { journal, record } = await lived(home);
    appendFileSync(journal, '{"v":2,"who":"knows"}\n');
    const before = bytesBelow(home);
    const wanted: readonly (readonly string[])[] = [
      ['data', 'verify'],
      ['data', 'export'],
      ['data', 'import', record, '--yes'],
      ['undo', '--yes'],
    ];
    for (const words of wanted) {
      const { code, stdout, stderr } = await backcare(home, ...words);
      expect(code, words.join(' ')).toBe(3);
      expect(stdout + stderr).toMatch(/newer version/i);
    }
    const checked = await backcare(home, 'diagnose', '--answers', strain);
    expect(checked.code).toBe(3);
    expect(checked.stdout).toContain('You can start caring for this at home.');
    expect((await backcare(home)).code).toBe(0);
    expect(bytesBelow(home)).toEqual(before);
  });
});

const noDisk = whyNot({ linux: true, root: true });

describe.skipIf(noDisk !== undefined)(named('a disk of its own', noDisk), () => {
  let disk = '';
  const mount = (...words: string[]) => execFileSync('mount', words);
  beforeAll(() => {
    disk = mkdtempSync(join(tmpdir(), 'backcare-disk-'));
    mount('-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk);
  });
  afterAll(() => {
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  });

  /** Commands that write, and must leave everything as it was. */
  const writers = (record: string): readonly (readonly string[])[] => [
    ['undo', '--yes'],
    ['data', 'backup'],
    ['data', 'import', record, '--yes'],
    ['data', 'backup', 'restore', '--yes'],
  ];

  async function fullExport(record: string): Promise<string> {
    // An export of somewhere else, with more in it than there is room for.
    const home = temporaryFolder();
    mkdirSync(home, { recursive: true });
    expect((await backcare(home, 'data', 'import', record, '--yes')).code).toBe(0);
    await backcare(home, 'diagnose', '--answers', strain);
    const path = join(temporaryFolder(), 'more.json');
    expect((await backcare(home, 'data', 'export', path)).code).toBe(0);
    return path;
  }

  test('that is full: named, exit 3, everything is as it was, and goes on when there is room', async () => {
    const home = join(disk, 'home');
    const { record } = await lived(home);
    const more = await fullExport(record);
    expect((await backcare(home, 'data', 'backup')).code).toBe(0);
    await backcare(home, 'undo', '--yes');
    const before = bytesBelow(home);
    const ballast = join(disk, 'ballast');
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(ballast, Buffer.alloc(bavail * bsize));
    for (const words of [...writers(more)]) {
      const { code, stderr } = await backcare(home, ...words);
      // A short line may still fit into the last block of the journal.
      if (words[0] === 'undo' && code === 0) continue;
      expect(code, words.join(' ')).toBe(3);
      expect(stderr).toMatch(/backcare: Cannot write .*\n {2}The disk (is full|took)/);
    }
    const journal = join(home, 'data', 'journal.jsonl');
    const after = bytesBelow(home);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(after[journal]?.startsWith(before[journal] ?? '')).toBe(true);
    expect({ ...after, [journal]: '' }).toEqual({ ...before, [journal]: '' });
    expect((await backcare(home, 'data', 'export')).code).toBe(0);
    unlinkSync(ballast);
    expect((await backcare(home, 'data', 'import', more, '--yes')).code).toBe(0);
    expect((await backcare(home, 'data', 'verify')).code).toBe(0);
    rmSync(home, { recursive: true });
  });

  test('that can only be read: what reads works, what writes says so, exit 3', async () => {
    const home = join(disk, 'home');
    const { record } = await lived(home);
    const more = await fullExport(record);
    expect((await backcare(home, 'data', 'backup')).code).toBe(0);
    await backcare(home, 'undo', '--yes');
    const before = bytesBelow(home);
    mount('-o', 'remount,ro', disk);
    try {
      const readers = [
        ['data', 'path'],
        ['data', 'verify'],
        ['data', 'export'],
        ['data', 'backup', 'list'],
        ['undo', '--list'],
        [],
      ];
      for (const words of readers) expect((await backcare(home, ...words)).code, words.join(' ')).toBe(0);
      for (const words of [...writers(more), ['data', 'erase', '--yes']]) {
        const { code, stderr } = await backcare(home, ...words);
        expect(code, words.join(' ')).toBe(3);
        expect(stderr).toContain('The disk can only be read.');
      }
      expect(bytesBelow(home)).toEqual(before);
    } finally {
      mount('-o', 'remount,rw', disk);
    }
    rmSync(home, { recursive: true });
  });

  test('from which everything is erased: nothing is left', async () => {
    const home = join(disk, 'home');
    await lived(home);
    await backcare(home, 'config', 'set', 'country', 'GB');
    await backcare(home, 'data', 'backup');
    expect((await backcare(home, 'data', 'erase', '--yes')).code).toBe(0);
    expect(existsSync(home) ? readdirSync(home) : []).toEqual([]);
  });
});
