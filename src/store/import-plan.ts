import type { RecordedEvent } from '../context.ts';
import { mergeEvents } from '../engine/record/merge.ts';
import { forgottenCheck } from '../engine/record/standing-guard.ts';
import { InputError, RecordError } from '../errors.ts';
import type { ImportPlan } from '../record-keeper.ts';
import { loadFastChecksum } from './journal-check.ts';
import { eventsIn } from './journal-ids.ts';
import { writeMerged } from './journal-merge.ts';
import { swapJournal } from './journal-swap.ts';
import { readExport } from './record-import.ts';
import { exportLine, sumOf } from './record-sum.ts';

/** What a change of the whole journal needs. */
export interface SwapWorld {
  readonly journal: string;
  readonly unique: () => string;
  readonly pause: () => Promise<void>;
}

/**
 * What importing this text into a record of these events would do. Changes nothing.
 *
 * @throws InputError when anything is wrong with the text, or with putting the two together
 */
export async function planImport(
  text: string,
  name: string,
  ours: readonly RecordedEvent[],
): Promise<ImportPlan> {
  const file = await readExport(text, name);
  const own = new Map(ours.map((event) => [event.id, event]));
  const missing = file.events.filter((event) => {
    const here = own.get(event.id);
    if (here !== undefined && exportLine(here) !== exportLine(event)) throw otherContent(name, event);
    return here === undefined;
  });
  const merged = mergeEvents(ours, file.events);
  if (forgottenCheck(ours, merged) !== undefined) throw wouldForget(name);
  return {
    before: sumOf(ours),
    file: file.sum,
    after: sumOf(merged),
    missing,
    theirs: file.events,
    preferences: file.preferences,
  };
}

/** Puts the missing events in their places. Nothing has changed when it throws `RecordError`. */
export async function applyImport(plan: ImportPlan, { journal, unique, pause }: SwapWorld): Promise<void> {
  if (plan.missing.length === 0) return;
  const checksum = await loadFastChecksum();
  const ours = await eventsIn(journal);
  await swapJournal({
    path: journal,
    unique,
    pause,
    write: (to, present) => writeMerged(to, present, ours, plan.theirs, checksum),
    check: async (path) => {
      const sum = sumOf(await eventsIn(path));
      if (sum.checksum === plan.after.checksum && sum.events === plan.after.events) return;
      throw new RecordError('The import was stopped.', {
        reason: 'The record changed meanwhile, or the disk gave back something else. Nothing was imported.',
        next: 'Run the same command again.',
      });
    },
  });
}

function otherContent(name: string, { id }: RecordedEvent): InputError {
  return new InputError(`Cannot import ${name}.`, {
    reason: `Its entry ${id} is in your record too, with another content. Nothing was changed.`,
    next: 'Export it once more from where it came, or give another file.',
  });
}

function wouldForget(name: string): InputError {
  return new InputError(`Cannot import ${name}.`, {
    reason: 'It would take back your last check, which said to be seen soon or at once. Nothing was changed.',
    next: 'Only a new check changes that advice: backcare diagnose',
  });
}
