import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statfsSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nearest } from '../../src/commands/nearest.ts';
import { checkPreferences } from '../../src/store/preference-schema.ts';
import { createPreferenceStore } from '../../src/store/preferences.ts';
import { openRecord } from '../../src/store/record.ts';
import { FakeClock, seededRandom } from '../support/fake-context.ts';

/** Why there is no disk to fill here; undefined when there is one. */
const missing =
  process.platform !== 'linux'
    ? 'only Linux has tmpfs'
    : process.getuid?.() === 0
      ? undefined
      : 'only root may mount a disk';

describe.skipIf(missing !== undefined)(
  `a disk that is really full${missing === undefined ? '' : ` (skipped: ${missing})`}`,
  () => {
    let disk: string;
    beforeAll(() => {
      disk = mkdtempSync(join(tmpdir(), 'backcare-disk-'));
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
    });
    afterAll(() => {
      execFileSync('umount', [disk]);
      rmSync(disk, { recursive: true });
    });

    const ballast = () => join(disk, 'ballast');
    const fill = () => {
      const { bavail, bsize } = statfsSync(disk);
      writeFileSync(ballast(), Buffer.alloc(bavail * bsize));
    };

    test('an entry that does not fit is refused with a reason, and every confirmed one stays', async () => {
      const record = openRecord({
        folder: join(disk, 'data'),
        clock: new FakeClock({}),
        random: seededRandom(1),
      });
      const confirmed: string[] = [];
      const filling = (async () => {
        for (let turn = 0; ; turn += 1)
          confirmed.push((await record.append('log', { turn, filler: 'x'.repeat(700) })).id);
      })();
      await expect(filling).rejects.toMatchObject({
        name: 'RecordError',
        exitCode: 3,
        message: `Cannot write ${record.path}.`,
        reason: expect.stringMatching(/^The disk (is full\.|took \d+ of \d+ bytes)/),
        next: 'Free some space, then run the same command again.',
      });
      expect(confirmed.length).toBeGreaterThan(20);
      expect([...(await record.events())].map(({ id }) => id)).toEqual(confirmed);
      await expect(record.append('log', 'x'.repeat(5000))).rejects.toMatchObject({ name: 'RecordError' });
      expect((await record.newest('log'))?.id).toBe(confirmed.at(-1));
      rmSync(join(disk, 'data'), { recursive: true });
    });

    test('a draft stays as it was, without a scrap', async () => {
      const record = openRecord({
        folder: join(disk, 'data'),
        clock: new FakeClock({}),
        random: seededRandom(1),
      });
      await record.writeDraft('interview', 'kept');
      fill();
      await expect(record.writeDraft('interview', 'x'.repeat(9000))).rejects.toMatchObject({
        reason: 'The disk is full.',
      });
      expect(await record.readDraft('interview')).toBe('kept');
      unlinkSync(ballast());
      await record.writeDraft('interview', 'there is space again');
      expect(await record.readDraft('interview')).toBe('there is space again');
      rmSync(join(disk, 'data'), { recursive: true });
    });

    test('preferences stay as they were', async () => {
      const store = createPreferenceStore({ folder: join(disk, 'config'), nearest }, checkPreferences);
      await store.set('country', ['GB']);
      const before = readFileSync(store.path, 'utf8');
      fill();
      await expect(store.set('equipment', ['chair'])).rejects.toMatchObject({
        name: 'RecordError',
        reason: 'The disk is full.',
      });
      expect(readFileSync(store.path, 'utf8')).toBe(before);
      expect(existsSync(`${store.path}.lock`)).toBe(false);
      unlinkSync(ballast());
      await store.set('equipment', ['chair']);
      expect(store.read()).toMatchObject({ country: 'GB', equipment: ['chair'] });
    });
  },
);
