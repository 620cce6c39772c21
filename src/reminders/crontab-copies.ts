import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isMissing, removeKept, writeNewKept } from './kept-file.ts';
import type { ReminderMachine } from './reminder-machine.ts';

/** So many copies are kept; older ones go. */
const mostCopies = 10;
const named = /^crontab-before-(\d{4}-\d{2}-\d{2}T\d{6}Z)(?:\.(\d+))?\.txt$/;

/**
 * Keeps a copy of a crontab (latin1) and gives its path. A copy that is there is never written over: two changes within a
 * second get two. Throws `RecordError`.
 */
export function keepCrontabCopy(text: string, machine: ReminderMachine): string {
  const stamp = new Date(machine.now())
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '');
  const pathOf = (number: number) =>
    join(machine.folder, `crontab-before-${stamp}${number === 1 ? '' : `.${number}`}.txt`);
  // Above the highest: a number that fell free would pass for an old copy.
  let number = (copiesIn(machine).findLast((each) => each.stamp === stamp)?.number ?? 0) + 1;
  while (!writeNewKept(pathOf(number), text, machine, 'latin1')) number++;
  for (const { name } of copiesIn(machine).slice(0, -mostCopies))
    removeKept(join(machine.folder, name), machine);
  return pathOf(number);
}

interface Copy {
  readonly name: string;
  /** Second of its making, as in the name. */
  readonly stamp: string;
  readonly number: number;
}

/** The copies that are there, the oldest first. */
function copiesIn({ folder, failure }: ReminderMachine): readonly Copy[] {
  try {
    return readdirSync(folder)
      .flatMap((name) => {
        const [, stamp, number = '1'] = named.exec(name) ?? [];
        return stamp === undefined ? [] : [{ name, stamp, number: Number(number) }];
      })
      .sort((one, other) =>
        one.stamp === other.stamp ? one.number - other.number : one.stamp < other.stamp ? -1 : 1,
      );
  } catch (error) {
    if (isMissing(error)) return [];
    throw failure('read', folder, error);
  }
}
