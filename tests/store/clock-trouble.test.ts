import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEventIds } from '../../src/store/event-id.ts';
import { Journal } from '../../src/store/journal.ts';
import { mayHaveLost } from '../../src/store/lost-lines.ts';
import { FakeClock, seededRandom } from '../support/fake-context.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** A new process each time, at that moment. */
async function enter(folder: string, at: string, seed: number, body: unknown = at) {
  const journal = new Journal({ folder, clock: new FakeClock({ now: at }), random: seededRandom(seed) });
  return journal.append('log', body);
}

const ascending = (ids: readonly string[]) => expect(ids).toEqual([...new Set(ids)].sort());

describe('a clock that was set back', () => {
  test('puts later entries behind earlier ones all the same', async () => {
    const folder = tempFolder();
    const ids: string[] = [];
    const times = [
      '2026-11-22T10:00:00Z',
      '2026-11-22T12:00:00Z',
      // Set back by two hours, then the battery was empty, then all is well.
      '2026-11-22T10:00:00Z',
      '1970-01-01T00:00:05Z',
      '2026-11-22T10:00:00Z',
      '2026-11-22T12:30:00Z',
    ];
    for (const [seed, at] of times.entries()) ids.push((await enter(folder, at, seed)).id);
    ascending(ids);
  });

  test('the instant is still the one of the clock: only the id is moved', async () => {
    const folder = tempFolder();
    await enter(folder, '2026-11-22T12:00:00Z', 1);
    expect((await enter(folder, '2026-11-22T10:00:00Z', 2)).at).toBe('2026-11-22T11:00:00.000+01:00');
  });

  test('after an entry from the future, ids are still unique among many processes', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 2, maxLength: 200 }), (seeds) => {
        const last = createEventIds(seededRandom(1))(Date.parse('2099-01-01'));
        const ids = [...new Set(seeds)].map((seed) => createEventIds(seededRandom(seed))(1e12, last));
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id > last).toBe(true);
      }),
      { numRuns: 30 },
    ));

  test.each(['', 'nothing like an id', 'U'.repeat(26), 'ZZZZZZZZZZ0000000000000000'])(
    'a last id of %j does not count',
    (last) => {
      const id = createEventIds(seededRandom(1))(1_469_918_176_385, last);
      expect(id.slice(0, 10)).toBe('01ARYZ6S41');
    },
  );

  test('a note that looks like the start of a line does not count', async () => {
    const folder = tempFolder();
    const first = await enter(folder, '2026-11-22T10:00:00Z', 1, '{"v":1,"id":"7ZZZZZZZZZ0000000000000000"}');
    const second = await enter(folder, '2026-11-22T11:00:00Z', 2);
    ascending([first.id, second.id]);
    expect(second.id.slice(0, 3)).toBe('01M');
  });
});

describe('events since a moment', () => {
  const from = Date.parse('2026-11-20T00:00:00Z');
  const since = async (folder: string) => {
    const journal = new Journal({ folder, clock: new FakeClock({}), random: seededRandom(1), chunk: 64 });
    return (await journal.since(['log'], from)).map(({ body }) => body);
  };

  test('a few entries of a wrong clock hide nothing that stands before them', async () => {
    const folder = tempFolder();
    await enter(folder, '2026-11-19T10:00:00Z', 1, 'before');
    await enter(folder, '2026-11-21T10:00:00Z', 2, 'good');
    for (const seed of [3, 4, 5]) await enter(folder, '1970-01-01T00:00:05Z', seed, 'wrong clock');
    await enter(folder, '2026-11-22T10:00:00Z', 6, 'newest');
    expect(await since(folder)).toEqual(['newest', 'good']);
  });

  test('one last entry of a wrong clock hides nothing, though the record begins long ago', async () => {
    const folder = tempFolder();
    for (let day = 10; day < 25; day += 1)
      await enter(folder, `2026-04-${day}T10:00:00Z`, day, 'x'.repeat(400));
    await enter(folder, '2026-11-21T10:00:00Z', 30, 'good');
    await enter(folder, '2020-01-01T10:00:00Z', 31, 'wrong clock');
    const journal = new Journal({ folder, clock: new FakeClock({}), random: seededRandom(1) });
    expect((await journal.since(['log'], from)).map(({ body }) => body)).toEqual(['good']);
    writeFileSync(
      journal.path,
      readFileSync(journal.path, 'utf8').replace('"kind":"log","body":"good"', '\0'),
    );
    expect(mayHaveLost(journal.path, { kind: 'assessment', behind: undefined, from })).toBe(true);
  });

  test('entries from the future are among them', async () => {
    const folder = tempFolder();
    await enter(folder, '2026-11-21T10:00:00Z', 1, 'good');
    await enter(folder, '2033-01-01T00:00:00Z', 2, 'future');
    await enter(folder, '2026-11-22T10:00:00Z', 3, 'newest');
    expect(await since(folder)).toEqual(['newest', 'future', 'good']);
  });

  test('the reading stops soon in the past', async () => {
    const folder = tempFolder();
    for (let day = 10; day < 30; day += 1)
      await enter(folder, `2025-11-${day}T10:00:00Z`, day, 'x'.repeat(300));
    await enter(folder, '2026-11-22T10:00:00Z', 99, 'newest');
    const journal = new Journal({
      folder,
      clock: new FakeClock({}),
      random: seededRandom(1),
      chunk: 64,
      onSetAside: ({ line }) => reported.push(line),
    });
    const reported: number[] = [];
    const { path } = journal;
    // A fault at the very beginning is never come upon.
    const bytes = readFileSync(path);
    bytes[20] = 0;
    writeFileSync(path, bytes);
    expect(await journal.since(['log'], from)).toHaveLength(1);
    expect(reported).toEqual([]);
  });
});
