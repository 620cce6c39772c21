import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordedEvent, SetAsideLine } from '../../src/context.ts';
import { Journal } from '../../src/store/journal.ts';
import { FakeClock, seededRandom } from '../support/fake-context.ts';

const clock = new FakeClock({});
const start = clock.now();
const kinds = ['log', 'assessment', 'plan'] as const;
const kindOf = fc.constantFrom(...kinds);
/** Bodies with everything that could upset lines: quotes, newlines, several bytes to a letter, lone surrogates. */
const bodyOf = fc.oneof(
  fc.json({ maxDepth: 2, stringUnit: 'binary' }).map((text): unknown => JSON.parse(text)),
  fc.string({ unit: 'binary', maxLength: 300 }),
);
const chunkOf = fc.constantFrom(1, 2, 3, 7, 16, 61, 256, 65_536);

async function inFolder<T>(walk: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'backcare-laws-'));
  try {
    return await walk(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function journalIn(folder: string, chunk = 65_536, seed = 1) {
  const setAside: SetAsideLine[] = [];
  const onSetAside = (line: SetAsideLine) => setAside.push(line);
  const journal = new Journal({ folder, clock, random: seededRandom(seed), onSetAside, chunk });
  return { journal, setAside };
}

const idsOf = (events: Iterable<RecordedEvent>) => [...events].map(({ id }) => id);

describe('a journal killed at any byte', () => {
  test('loses no confirmed line, and takes the next one', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(kindOf, bodyOf), { maxLength: 4 }),
        kindOf,
        bodyOf,
        chunkOf,
        (list, kind, body, chunk) =>
          inFolder(async (folder) => {
            const { journal } = journalIn(folder);
            const confirmed: RecordedEvent[] = [];
            for (const [one, content] of list) confirmed.push(await journal.append(one, content));
            const before = list.length === 0 ? Buffer.alloc(0) : readFileSync(journal.path);
            await journal.append(kind, body);
            const line = readFileSync(journal.path).subarray(before.length);

            for (const cut of cutsOf(line.length)) {
              writeFileSync(journal.path, Buffer.concat([before, line.subarray(0, cut)]));
              const after = journalIn(folder, chunk, 1000 + cut);
              const next = await after.journal.append('plan', 'next');
              const kept = idsOf(await after.journal.events());
              const expected = idsOf([...confirmed, next]);
              // The whole line but for its newline is a good event, though nobody was told so.
              expect(cut === line.length - 1 ? kept.toSpliced(confirmed.length, 1) : kept).toEqual(expected);
              expect((await after.journal.newestOf(['plan'])).get('plan')).toEqual(next);
              const isTorn = cut > 0 && cut < line.length - 1;
              expect(after.setAside.map(({ line: number }) => number)).toEqual(
                isTorn ? [list.length + 1] : [],
              );
            }
          }),
      ),
      { numRuns: 15 },
    ));
});

/** Every byte near both ends, and some between: each cut is an fsync. */
function cutsOf(length: number): number[] {
  const all = Array.from({ length }, (_, cut) => cut);
  return all.filter((cut) => cut < 12 || cut > length - 24 || cut % 17 === 0);
}

type Happening =
  | {
      readonly do: 'append';
      readonly kind: (typeof kinds)[number];
      readonly body: unknown;
      readonly by: number;
    }
  | { readonly do: 'undo'; readonly which: number }
  | { readonly do: 'damage'; readonly bytes: Uint8Array };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('append' as const), kind: kindOf, body: bodyOf, by: fc.nat(2) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), which: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('damage' as const),
      bytes: fc.oneof(
        fc.uint8Array({ maxLength: 40 }),
        fc.nat(200).map((length) => new Uint8Array(length)),
        fc
          .constantFrom('{"v":1,"id":"', '{"v":1}\n', '\n\n', '{}\n{"v":1,"kind":"log"', 'null\n', '\r\n')
          .map((text) => Buffer.from(text)),
      ),
    }),
  },
);

describe('whatever happens to a journal', () => {
  test('every confirmed line loads, undone ones do not, and both ways of reading agree', () =>
    fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 25 }), chunkOf, (happenings, chunk) =>
        inFolder(async (folder) => {
          // Three writers, as three processes would be: each with its own ids.
          const writers = [1, 2, 3].map((seed) => journalIn(folder, chunk, seed).journal);
          const living: RecordedEvent[] = [];
          for (const step of happenings) {
            if (step.do === 'append') {
              const event = await writers[step.by]!.append(step.kind, step.body);
              living.push(event);
            } else if (step.do === 'undo' && living.length > 0) {
              const [undone] = living.splice(step.which % living.length, 1);
              await writers[0]!.append('undo', { undoes: undone!.id });
            } else if (step.do === 'damage') {
              await writers[0]!.append('log', 'makes the file').then((event) => living.push(event));
              appendFileSync(writers[0]!.path, step.bytes);
            }
          }
          const { journal } = journalIn(folder, chunk);
          expect(idsOf(await journal.events())).toEqual(idsOf(living));
          const newest = await journal.newestOf(kinds);
          for (const kind of kinds) {
            expect(newest.get(kind)?.id).toBe(living.findLast((event) => event.kind === kind)?.id);
          }
        }),
      ),
      { numRuns: 60 },
    ));

  test('several searches in one reading find what each finds alone', () =>
    fc.assert(
      fc.asyncProperty(
        // Long ones too, so that lines are looked at in pieces.
        fc.array(fc.record({ kind: kindOf, minutes: fc.nat(99), has: fc.boolean(), letters: fc.nat(1500) }), {
          maxLength: 40,
        }),
        fc.array(
          fc.record(
            {
              kinds: fc.uniqueArray(kindOf, { minLength: 1 }),
              from: fc.nat(120).map((minutes) => start + minutes * 60_000),
              having: fc.constant(['"told":[']),
              most: fc.integer({ min: 1, max: 4 }),
            },
            { requiredKeys: ['kinds'] },
          ),
          { minLength: 1, maxLength: 4 },
        ),
        chunkOf,
        (happenings, searches, chunk) =>
          inFolder(async (folder) => {
            let now = start;
            const written: (RecordedEvent & { readonly has: boolean })[] = [];
            for (const [seed, { kind, minutes, has, letters }] of happenings.entries()) {
              now += minutes * 60_000;
              const writer = new Journal({
                folder,
                clock: new FakeClock({ now: new Date(now).toISOString() }),
                random: seededRandom(seed),
              });
              written.unshift({
                ...(await writer.append(kind, {
                  filler: 'x'.repeat(letters),
                  ...(has ? { told: ['x'] } : {}),
                })),
                has,
              });
            }
            const { journal } = journalIn(folder, chunk);
            const found = await journal.sinceEach(searches);
            const expected = searches.map((search) =>
              written
                .filter(({ kind }) => search.kinds.some((wanted) => wanted === kind))
                .filter(({ at }) => search.from === undefined || Date.parse(at) >= search.from)
                .filter(({ has }) => search.having === undefined || has)
                .slice(0, search.most),
            );
            expect(found.map(idsOf)).toEqual(expected.map(idsOf));
          }),
      ),
      { numRuns: 60 },
    ));

  test('bodies come back as they were, whatever the size of a bite', () =>
    fc.assert(
      fc.asyncProperty(fc.array(bodyOf, { minLength: 1, maxLength: 8 }), chunkOf, (list, chunk) =>
        inFolder(async (folder) => {
          const { journal } = journalIn(folder, chunk);
          for (const body of list) await journal.append('log', body);
          const bodies = [...(await journal.events())].map(({ body }) => body);
          expect(JSON.stringify(bodies)).toBe(JSON.stringify(list));
          const newest = (await journal.newestOf(['log'])).get('log');
          expect(JSON.stringify(newest?.body)).toBe(JSON.stringify(list.at(-1)));
        }),
      ),
      { numRuns: 40 },
    ));

  test('lines of writers at the same time stand whole, each writer in its own order', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { minLength: 1, maxLength: 30 }), (turns) =>
        inFolder(async (folder) => {
          const writers = [1, 2, 3, 4].map((seed) => journalIn(folder, 64, seed).journal);
          const confirmed = await Promise.all(
            turns.map((by, turn) => writers[by]!.append('log', { by, turn, filler: 'x'.repeat(turn * 50) })),
          );
          const { journal, setAside } = journalIn(folder);
          const events = [...(await journal.events())];
          expect(idsOf(events).sort()).toEqual(idsOf(confirmed).sort());
          expect(setAside).toEqual([]);
          for (const by of [0, 1, 2, 3]) {
            const own = events.filter(({ body }) => (body as { by: number }).by === by);
            expect(idsOf(own)).toEqual(idsOf(own).sort());
          }
        }),
      ),
      { numRuns: 20 },
    ));
});
