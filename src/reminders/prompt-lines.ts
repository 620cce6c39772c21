import { join } from 'node:path';
import type { PromptLine } from '../reminder-delivery.ts';
import { claimedNames, claimName, claimsFolder } from './claims.ts';
import { isThere, readKept, removeKept, writeKept } from './kept-file.ts';
import { oneLine } from './one-line.ts';
import type { ReminderMachine } from './reminder-machine.ts';

/** The small file that shells read before each prompt: seconds from and until, claim, occurrences, words; earliest first. */
export function promptFile({ folder }: Pick<ReminderMachine, 'folder'>): string {
  return join(folder, 'prompt');
}

/** Replaces the lines that wait, without those that somebody has shown. Writes only what has changed. */
export function keepLines(lines: readonly PromptLine[], machine: ReminderMachine): void {
  const claimed = lines.length === 0 ? new Set<string>() : claimedNames(machine);
  const text = [...lines]
    .sort((one, other) => one.from - other.from)
    .map((line) => ({ ...line, name: claimName(line.id) }))
    .filter(({ name }) => !claimed.has(name))
    .map(({ name, occurrences, from, until, line }) =>
      [seconds(from), seconds(until), name, occurrences.join(','), oneLine(line)].join('\t'),
    )
    .map((line) => `${line}\n`)
    .join('');
  const path = promptFile(machine);
  const before = readKept(path, machine);
  if (text === (before ?? '')) return;
  if (text === '') {
    removeKept(path, machine);
    return;
  }
  // A shell makes its claims there, and makes no folder.
  if (!isThere(claimsFolder(machine))) machine.makeFolder(claimsFolder(machine));
  writeKept(path, text, machine);
}

function seconds(milliseconds: number): number {
  return Math.ceil(milliseconds / 1000);
}
