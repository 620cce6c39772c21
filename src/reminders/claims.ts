import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Receipt, ShownAtPrompt } from '../reminder-delivery.ts';
import { isMissing } from './kept-file.ts';
import type { ReminderMachine } from './reminder-machine.ts';

/**
 * Who shows an occurrence: a file of its name that only one can make, be it a tick or a shell, which makes it by a redirection
 * that refuses to write over a file. It holds `tick` when the record knows, else the shell and the occurrences: "bash a/1,b/1".
 */
type Disk = Pick<ReminderMachine, 'folder' | 'makeFolder' | 'failure'>;

/** Between making the file and writing into it, at the very most. */
const writingMilliseconds = 2000;

const ours = 'tick\n';

export function claimsFolder({ folder }: Pick<ReminderMachine, 'folder'>): string {
  return join(folder, 'claims');
}

/** The name of the file: a slash and a colon cannot stand in one everywhere. */
export function claimName(id: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9/:.~_-]{0,119}$/.test(id)) throw new Error(`"${id}" is no id of a reminder.`);
  return id.replaceAll(':', '=').replaceAll('/', '+');
}

/** False when somebody else has it. Throws `RecordError`. */
export function claim(id: string, disk: Disk): boolean {
  const path = join(claimsFolder(disk), claimName(id));
  const write = () => writeFileSync(path, ours, { flag: 'wx', mode: 0o600 });
  try {
    try {
      write();
    } catch (error) {
      if (!isMissing(error)) throw error;
      disk.makeFolder(claimsFolder(disk));
      write();
    }
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    // A full disk may leave it empty, which would mean that a shell has it.
    rmSync(path, { force: true });
    throw disk.failure('write', path, error);
  }
}

/** Gives it back: nobody was reached. */
export function release(id: string, disk: Disk): void {
  const path = join(claimsFolder(disk), claimName(id));
  try {
    rmSync(path, { force: true });
  } catch (error) {
    throw disk.failure('write', path, error);
  }
}

/** Ids that somebody has. */
export function claimedNames(disk: Disk): ReadonlySet<string> {
  return new Set(namesIn(disk));
}

/** What shells have shown, and nobody has put in the record yet. */
export function claimsOfShells(disk: Disk & Pick<ReminderMachine, 'now'>): readonly ShownAtPrompt[] {
  return namesIn(disk).flatMap((name) => {
    const path = join(claimsFolder(disk), name);
    try {
      const text = readFileSync(path, 'utf8');
      const at = statSync(path).mtimeMs;
      const isBeingWritten = text === '' && disk.now() - at < writingMilliseconds;
      if (text === ours || isBeingWritten) return [];
      // Nothing, of a shell that was ended in the middle of it.
      const [means = '', occurrences = ''] = text.trim().split(' ');
      const receipt: Receipt = { channel: 'prompt', means: means === '' ? 'shell' : means, at };
      const id = name.replaceAll('=', ':').replaceAll('+', '/');
      return [{ id, occurrences: occurrences === '' ? [] : occurrences.split(','), receipt }];
    } catch (error) {
      if (isMissing(error)) return [];
      throw disk.failure('read', path, error);
    }
  });
}

/** They are in the record; the claim stays, so that nobody shows them again. */
export function settle(ids: readonly string[], disk: Disk): void {
  for (const id of ids) {
    const path = join(claimsFolder(disk), claimName(id));
    try {
      writeFileSync(path, ours, { mode: 0o600 });
    } catch (error) {
      throw disk.failure('write', path, error);
    }
  }
}

/** Takes away every claim that is older. */
export function forgetClaimsBefore(before: number, disk: Disk): void {
  for (const name of namesIn(disk)) {
    const path = join(claimsFolder(disk), name);
    try {
      if (statSync(path).mtimeMs < before) rmSync(path, { force: true });
    } catch (error) {
      if (!isMissing(error)) throw disk.failure('write', path, error);
    }
  }
}

function namesIn(disk: Disk): readonly string[] {
  try {
    return readdirSync(claimsFolder(disk));
  } catch (error) {
    if (isMissing(error)) return [];
    throw disk.failure('read', claimsFolder(disk), error);
  }
}
