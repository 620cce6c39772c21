import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReminderMachine } from './reminder-machine.ts';

const daemons = /^(?:cron|crond|cronie|fcron|dcron|busybox-crond)$/;

/** Whether a cron daemon runs; undefined where the system does not tell about the processes of others. */
export function cronRuns({ proc }: Pick<ReminderMachine, 'proc'>): boolean | undefined {
  const names = processNames(proc);
  if (names.some((name) => daemons.test(name))) return true;
  // Process 1 belongs to the system: where it cannot be seen, no daemon can.
  return names.length > 0 && isReadable(join(proc, '1', 'comm')) ? false : undefined;
}

function processNames(proc: string): readonly string[] {
  try {
    return readdirSync(proc)
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => nameOf(join(proc, name, 'comm')));
  } catch {
    return [];
  }
}

function nameOf(path: string): readonly string[] {
  try {
    return [readFileSync(path, 'utf8').trim()];
  } catch {
    // It has ended.
    return [];
  }
}

function isReadable(path: string): boolean {
  return nameOf(path).length > 0;
}
