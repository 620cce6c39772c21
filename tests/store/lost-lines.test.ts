import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Record as HealthRecord, RecordedEvent } from '../../src/context.ts';
import { openRecord } from '../../src/store/record.ts';
import { FakeClock, seededRandom } from '../support/fake-context.ts';

const calm = { urgency: 'self-care', complete: true };
const grave = { urgency: 'emergency', complete: true, answers: { 'rf-saddle-numbness': 'yes' } };
const entry = { usual: 4, note: 'after a {"v":1} walk' };

function newRecord() {
  const folder = mkdtempSync(join(tmpdir(), 'backcare-lost-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const clock = new FakeClock({});
  const record = () => openRecord({ folder, clock, random: seededRandom(clock.now()) });
  return { clock, record };
}

/** A calm check, an entry, and then what is damaged; the newest check that can be read is asked about. */
async function withLast(kind: string, body: unknown, ...behind: readonly string[]) {
  const { record } = newRecord();
  const first = record();
  await first.append('assessment', calm);
  await first.append('log', entry);
  const before = readFileSync(first.path);
  await first.append(kind, body);
  const line = readFileSync(first.path).subarray(before.length);
  for (const each of behind) await first.append(each, entry);
  const after = readFileSync(first.path).subarray(before.length + line.length);
  return {
    line,
    isLost: async (damaged: Buffer) => {
      writeFileSync(first.path, Buffer.concat([before, damaged, after]));
      return isLost(record());
    },
  };
}

async function isLost(record: HealthRecord, from = 0): Promise<boolean> {
  const behind: RecordedEvent | undefined = await record.newest('assessment');
  // What can be read needs no word.
  if ((behind?.body as { urgency?: string } | undefined)?.urgency === 'emergency') return true;
  return record.mayHaveLost('assessment', { behind, from });
}

describe('a check in a line that cannot be read', () => {
  test.each([
    ['the last line', []],
    ['with entries behind it', ['log', 'practice', 'recovery-tick']],
  ])('whichever byte of it changed: %s', async (_, behind) => {
    const { line, isLost } = await withLast('assessment', grave, ...behind);
    await fc.assert(
      fc.asyncProperty(fc.nat(line.length - 1), fc.integer({ min: 1, max: 255 }), async (place, change) => {
        const damaged = Buffer.from(line);
        damaged[place] = (damaged[place] ?? 0) ^ change;
        expect(await isLost(damaged)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('wherever it was cut short, also with a good line right behind', async () => {
    const { line, isLost } = await withLast('assessment', grave, 'log');
    for (let cut = 1; cut < line.length; cut += 1)
      expect(await isLost(line.subarray(0, cut)), line.subarray(0, cut).toString()).toBe(true);
  });

  test.each([
    ['zero bytes', (line: Buffer) => Buffer.alloc(line.length)],
    ['half a line and zero bytes', (line: Buffer) => Buffer.concat([line.subarray(0, 40), Buffer.alloc(99)])],
    ['a line of something else', () => Buffer.from('<<<<<<< HEAD\n')],
  ])('%s', async (_, damage) => {
    const { line, isLost } = await withLast('log', entry, 'log');
    expect(await isLost(damage(line))).toBe(true);
  });

  test('an undo, which may have taken a check back', async () => {
    const { line, isLost } = await withLast('undo', { undoes: 'x' });
    expect(await isLost(line.subarray(0, -6))).toBe(true);
  });
});

describe('no check was lost', () => {
  test.each(['log', 'practice', 'check-in', 'recovery-tick', 'seven-lines'])(
    'with every line whole, and the last one of %s',
    async (kind) => {
      const { line, isLost } = await withLast(kind, entry);
      expect(await isLost(line)).toBe(false);
    },
  );

  test.each(['log', 'practice-after', 'recovery-tick'])(
    'with a line of %s cut short behind its kind, also with a good one right behind',
    async (kind) => {
      const { line, isLost } = await withLast(kind, entry, 'log');
      for (let cut = line.indexOf('"body":') + 8; cut < line.length; cut += 1)
        expect(await isLost(line.subarray(0, cut)), line.subarray(0, cut).toString()).toBe(false);
    },
  );

  test('with damage before the newest one', async () => {
    const { record } = newRecord();
    const whole = record();
    await whole.append('assessment', grave);
    const bytes = readFileSync(whole.path, 'utf8');
    writeFileSync(whole.path, bytes.replace('emergency', 'emergenqy'));
    await whole.append('assessment', calm);
    const newest = await whole.newest('assessment');
    expect(await whole.mayHaveLost('assessment', { behind: newest, from: 0 })).toBe(false);
    expect(await whole.mayHaveLost('assessment', { behind: undefined, from: 0 })).toBe(true);
  });

  test('with nothing at all', async () => {
    const { record } = newRecord();
    expect(await record().mayHaveLost('assessment', { behind: undefined, from: 0 })).toBe(false);
  });
});

test('damage of long ago is not looked for where only newer lines matter', async () => {
  const { record, clock } = newRecord();
  const kept = record();
  await kept.append('assessment', calm);
  writeFileSync(kept.path, `${readFileSync(kept.path, 'utf8')}#######\n`);
  for (let count = 0; count < 1500; count += 1) await kept.append('log', entry);
  expect(await isLost(kept, clock.now() + 1)).toBe(false);
  expect(await isLost(kept)).toBe(true);
});
