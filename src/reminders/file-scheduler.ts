import { readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { RecordError } from '../errors.ts';
import type {
  Hindrance,
  InstallPlan,
  SchedulerName,
  SchedulerState,
  UninstallPlan,
} from '../reminder-delivery.ts';
import { forgetInstallation, keepInstallation, readInstallation, refreshInstallation } from './installed.ts';
import { isMissing, makeFolders } from './kept-file.ts';
import { lostFrom } from './lost.ts';
import type { ReminderMachine } from './reminder-machine.ts';
import { complaintOf, type ProgramEnd } from './run-program.ts';
import type { Scheduler } from './scheduler.ts';
import { ownMark } from './systemd-units.ts';

export interface JobFile {
  readonly path: string;
  readonly text: string;
  /** How it stands on the disk; UTF-8 when left out. */
  readonly encoding?: 'utf16le';
}

/** A scheduler that reads files of the person, and is told about them by a program. */
export interface FileSchedulerParts {
  readonly name: SchedulerName;
  files(): readonly JobFile[];
  /** Each the words for the program, in this order. */
  readonly install: readonly (readonly string[])[];
  readonly uninstall: readonly (readonly string[])[];
  readonly afterUninstall?: readonly (readonly string[])[];
  readonly start: readonly string[];
  /** Ends well when the system has the job and it is switched on. */
  readonly isOn: readonly string[];
  /** As one would type it: "systemctl". */
  readonly program: string;
  run(words: readonly string[]): Promise<ProgramEnd>;
  /** Why it cannot be used here. */
  hindrance(): Promise<Hindrance | undefined>;
}

export function fileScheduler(parts: FileSchedulerParts, machine: ReminderMachine): Scheduler {
  const typed = (words: readonly string[]) => [parts.program, ...words].join(' ');

  async function planInstall(): Promise<InstallPlan> {
    const hindrance = await parts.hindrance();
    if (hindrance !== undefined) return { kind: 'refused', ...hindrance };
    const files = parts.files();
    const foreign = files.find((file) => contentOf(file, machine)?.includes(ownMark) === false);
    if (foreign !== undefined) {
      return {
        kind: 'refused',
        reason: `${foreign.path} is there already, and backcare did not write it.`,
        next: 'Move that file away, then try again.',
      };
    }
    const isWritten = files.every((file) => contentOf(file, machine) === file.text);
    if (isWritten && (await isOn())) {
      return {
        kind: 'installed',
        scheduler: parts.name,
        where: files.map(({ path }) => path),
        carryOut: async () => refreshInstallation(parts.name, machine),
      };
    }
    // An older one is taken out of the system first.
    const isThere = files.some((file) => contentOf(file, machine) !== undefined);
    const commands = [...(isThere ? parts.uninstall : []), ...parts.install];
    return {
      kind: 'ready',
      scheduler: parts.name,
      writes: files.map(({ path, text }) => ({ where: path, text })),
      runs: commands.map(typed),
      warnings: [],
      async carryOut() {
        const written = writeFiles(files, machine);
        if (isThere) await runAll(parts.uninstall);
        for (const words of parts.install) {
          const end = await parts.run(words);
          if (end.code === 0) continue;
          // Half of it may be done.
          await runAll(parts.uninstall);
          written.takeBack();
          await runAll(parts.afterUninstall ?? []);
          throw new RecordError('The reminders could not be installed.', {
            reason: `"${typed(words)}" says: "${complaintOf(end)}". The files are as they were.`,
            next: 'Another way: backcare remind calendar, or backcare remind hook',
          });
        }
        keepInstallation(parts.name, machine, written.made);
        return { scheduler: parts.name };
      },
    };
  }

  async function planUninstall(): Promise<UninstallPlan> {
    const files = parts.files().flatMap((file) => {
      const text = contentOf(file, machine);
      return text?.includes(ownMark) === true ? [{ ...file, text }] : [];
    });
    if (files.length === 0) return { kind: 'nothing' };
    return {
      kind: 'ready',
      removes: files.map(({ path, text }) => ({ where: path, text })),
      runs: [...parts.uninstall, ...(parts.afterUninstall ?? [])].map(typed),
      async carryOut() {
        const complaints = await runAll(parts.uninstall);
        for (const { path } of files) removeFile(path, machine);
        await runAll(parts.afterUninstall ?? []);
        removeEmpty(readInstallation(machine)?.made ?? []);
        forgetInstallation(machine);
        return { remarks: complaints };
      },
    };
  }

  const isOn = async () => (await parts.run(parts.isOn)).code === 0;

  /** Goes on after a complaint: what is to go is gone with its files. */
  async function runAll(commands: readonly (readonly string[])[]): Promise<readonly string[]> {
    const complaints: string[] = [];
    for (const words of commands) {
      const end = await parts.run(words);
      if (end.code !== 0) complaints.push(`"${typed(words)}" says: "${complaintOf(end)}".`);
    }
    return complaints;
  }

  return {
    name: parts.name,
    planInstall,
    planUninstall,
    hurry: async () => (await parts.run(parts.start)).code === 0,
    async state(): Promise<SchedulerState> {
      const hindrance = await parts.hindrance();
      const files = parts.files();
      const contents = files.map((file) => contentOf(file, machine));
      const ours = contents.filter((text) => text?.includes(ownMark) === true).length;
      const installed =
        ours === 0
          ? 'no'
          : ours < files.length || (hindrance === undefined && !(await isOn()))
            ? 'broken'
            : files.every(({ text }, index) => contents[index] === text)
              ? 'as-written'
              : 'other';
      const where = installed === 'no' ? [] : files.map(({ path }) => path);
      const state: SchedulerState = {
        scheduler: parts.name,
        installed,
        where,
        ...(installed === 'no' ? lostFrom(parts.name, undefined, machine) : {}),
      };
      return hindrance === undefined ? state : { ...state, hindrance };
    },
  };
}

/** Undefined when there is no such file. */
function contentOf({ path, encoding }: JobFile, { failure }: ReminderMachine): string | undefined {
  try {
    return readFileSync(path, encoding ?? 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw failure('read', path, error);
  }
}

/** Writes them all, or none. */
function writeFiles(files: readonly JobFile[], machine: ReminderMachine) {
  const before = files.map((file) => ({ file, text: contentOf(file, machine) }));
  const made: string[] = [];
  const takeBack = () => {
    for (const { file, text } of before) {
      if (text === undefined) rmSync(file.path, { force: true });
      else writeFileSync(file.path, text, file.encoding ?? 'utf8');
    }
    removeEmpty(made);
  };
  for (const file of files) {
    made.unshift(...makeFolders(dirname(file.path), machine));
    try {
      writeFileSync(file.path, file.text, file.encoding ?? 'utf8');
    } catch (error) {
      takeBack();
      throw machine.failure('write', file.path, error);
    }
  }
  return { made, takeBack };
}

function removeFile(path: string, { failure }: ReminderMachine): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    throw failure('write', path, error);
  }
}

/** Folders that were made for our files go with them, unless something else has moved in. */
function removeEmpty(folders: readonly string[]): void {
  for (const folder of folders) {
    try {
      rmdirSync(folder);
    } catch {
      return;
    }
  }
}
