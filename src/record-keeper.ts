/**
 * Looking after the record as a whole: copies, exports, checks, an end. A port of its own (types only), since no other
 * command needs it; `main.ts` wires it.
 */
import type { Context, RecordCheck, RecordedEvent, SetAsideLine } from './context.ts';

/** The world of `data`. */
export interface KeeperContext extends Context {
  /** Opened on first use. */
  keeper(): Promise<RecordKeeper>;
}

/** Where everything is kept. Names of what is not there are given too, but for copies, which are listed. */
export interface RecordPlaces {
  readonly data: string;
  readonly journal: string;
  readonly backups: string;
  readonly config: string;
  readonly preferences: string;
  /** Files of backcare that are there, as they would be erased; folders are not among them. */
  readonly files: readonly string[];
  /** What lies in the same folders and is not ours. */
  readonly foreign: readonly string[];
}

/** How many events there are, and a SHA-256 over them as lower-case hexadecimal digits. */
export interface RecordSum {
  readonly events: number;
  readonly checksum: string;
}

export interface Backup {
  /** Its day, with a number when it is not the first of that day: "2026-11-22", "2026-11-22-2". */
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

/** A journal, or a copy of one, and what a reading of every line found. */
export interface CheckedFile extends RecordCheck {
  readonly path: string;
  readonly bytes: number;
  /** It could not be read at all, and why. */
  readonly failure?: string;
}

export interface ExportDetails {
  readonly tool: string;
  /** ISO 8601 with offset. */
  readonly exportedAt: string;
  /** Preferences that are set; left out when they are not to go along. */
  readonly preferences?: { readonly [key: string]: unknown };
}

export interface RecordExport extends RecordSum {
  readonly text: string;
  /** Lines that could not be exported. */
  readonly setAside: readonly SetAsideLine[];
}

/** What an import would do, worked out and checked before anything is touched. */
export interface ImportPlan {
  readonly before: RecordSum;
  readonly file: RecordSum;
  readonly after: RecordSum;
  /** Events that are not in the record yet, in the order of the file. */
  readonly missing: readonly RecordedEvent[];
  /** All events of the file. */
  readonly theirs: readonly RecordedEvent[];
  readonly preferences: { readonly [key: string]: unknown };
}

export interface RestorePlan {
  readonly backup: CheckedFile & { readonly name: string };
  readonly now: CheckedFile;
  /** Good events of the present record that the backup lacks. */
  readonly lacking: number;
  /** The newest check, when it is grave and the backup would forget it: it stays in force. */
  readonly keeps?: RecordedEvent;
}

/** Everything throws `RecordError` for files of ours, and `InputError` for what was given. */
export interface RecordKeeper {
  places(): RecordPlaces;
  /** Checks the journal and every backup, line by line. */
  verify(): Promise<{ readonly journal: CheckedFile; readonly backups: readonly CheckedFile[] }>;
  exportRecord(details: ExportDetails): Promise<RecordExport>;
  /** @param name of the file, for what is said about it */
  planImport(text: string, name: string): Promise<ImportPlan>;
  /** Puts the missing events in their place, after a backup. Gives the backup, if there was something to back up. */
  applyImport(plan: ImportPlan): Promise<Backup | undefined>;
  /** Newest first. */
  backups(): readonly Backup[];
  /** A new backup, verified; the newest one when it is the same; undefined while there is no record. */
  backUp(): Promise<Backup | undefined>;
  planRestore(name: string): Promise<RestorePlan>;
  /** Puts the backup in place. Gives the file that the present record was moved to, if there was one. */
  restore(plan: RestorePlan): Promise<string | undefined>;
  /** Removes these files, and folders that are empty then. */
  erase(files: readonly string[]): Promise<void>;
}
