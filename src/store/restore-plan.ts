import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { forgottenCheck } from '../engine/record/standing-guard.ts';
import { InputError, RecordError } from '../errors.ts';
import type { Backup, RestorePlan } from '../record-keeper.ts';
import { crc32 } from './crc32.ts';
import { copyBytes, writeAll } from './file-bytes.ts';
import type { SwapWorld } from './import-plan.ts';
import { checkJournal } from './journal-check.ts';
import { eventsIn } from './journal-ids.ts';
import { swapJournal } from './journal-swap.ts';
import { encodeLine } from './line.ts';

/**
 * What restoring a backup would do. Changes nothing.
 *
 * @throws InputError for a name that no backup has
 */
export async function planRestore(
  name: string,
  backups: readonly Backup[],
  journal: string,
): Promise<RestorePlan> {
  const backup = backups.find((one) => one.name === name);
  if (backup === undefined) throw noSuchBackup(name, backups);
  const [ours, theirs] = [await eventsIn(journal), await eventsIn(backup.path)];
  const held = new Set(theirs.map(({ id }) => id));
  const keeps = forgottenCheck(ours, theirs);
  return {
    backup: { ...backup, ...(await checkJournal(backup.path)) },
    now: {
      path: journal,
      bytes: statSync(journal, { throwIfNoEntry: false })?.size ?? 0,
      ...(await checkJournal(journal)),
    },
    lacking: ours.filter(({ id }) => !held.has(id)).length,
    ...(keeps === undefined ? {} : { keeps }),
  };
}

/** Puts the backup in place. Nothing has changed when it throws `RecordError`. */
export async function restore(
  { backup, keeps }: RestorePlan,
  { journal, unique, pause }: SwapWorld,
): Promise<string | undefined> {
  const expected = backup.events + (keeps === undefined ? 0 : 1);
  return swapJournal({
    path: journal,
    unique,
    pause,
    keepAs: (number) => join(dirname(journal), `journal.before-restore-${number}.jsonl`),
    write: (to) => {
      copyBytes(backup.path, to);
      // A line that was cut short must not swallow the next one.
      if (keeps !== undefined) writeAll(to, Buffer.concat([Buffer.from('\n'), encodeLine(keeps, crc32)]));
    },
    check: async (path) => {
      const { events } = await checkJournal(path);
      if (events === expected) return;
      throw new RecordError('The backup was not restored.', {
        reason: `Of ${expected} entries ${events} could be read back. Your record is as it was.`,
        next: 'Try another one: backcare data backup list',
      });
    },
  });
}

function noSuchBackup(name: string, [newest]: readonly Backup[]): InputError {
  return new InputError(`There is no backup named "${name}".`, {
    ...(newest === undefined
      ? { reason: 'There is no backup at all yet.' }
      : { reason: `The newest is ${newest.name}.`, next: 'See them all: backcare data backup list' }),
  });
}
