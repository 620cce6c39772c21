import { dayMilliseconds } from '../engine/day-count.ts';
/** A backup by its name. */
export interface BackupName {
  readonly name: string;
  /** 2026-11-22. */
  readonly day: string;
  /** Counting from one within a day. */
  readonly number: number;
}

const keptDays = 7;
const keptWeeks = 4;
const keptMonths = 12;

/** The name of the nth backup of a day. */
export function backupName(ofDay: string, number: number): string {
  return number === 1 ? ofDay : `${ofDay}-${number}`;
}

/** Undefined for a name that is none of ours. */
export function parseBackupName(name: string): BackupName | undefined {
  const [, ofDay, number = '1'] = /^(\d{4}-\d{2}-\d{2})(?:-([1-9]\d*))?$/.exec(name) ?? [];
  if (ofDay === undefined || Number.isNaN(Date.parse(ofDay))) return undefined;
  return { name, day: ofDay, number: Number(number) };
}

/** Newest first. */
export function compareBackups(one: BackupName, other: BackupName): number {
  if (one.day !== other.day) return one.day < other.day ? 1 : -1;
  return other.number - one.number;
}

/**
 * Which backups may go: all but those of the last 7 days that have one, the last one of each of the last 4 weeks, and
 * the last one of each of the last 12 months. Days are those of the names, so a clock that is wrong deletes nothing.
 */
export function expendable(backups: readonly BackupName[]): readonly string[] {
  const newestFirst = [...backups].sort(compareBackups);
  const kept = new Set<string>();
  const days = [...new Set(newestFirst.map((backup) => backup.day))].slice(0, keptDays);
  for (const backup of newestFirst) if (days.includes(backup.day)) kept.add(backup.name);
  for (const { name } of newestOfEach(newestFirst, weekOf, keptWeeks)) kept.add(name);
  for (const { name } of newestOfEach(newestFirst, monthOf, keptMonths)) kept.add(name);
  return newestFirst.map(({ name }) => name).filter((name) => !kept.has(name));
}

function newestOfEach(
  newestFirst: readonly BackupName[],
  spanOf: (backup: BackupName) => string,
  count: number,
): readonly BackupName[] {
  const newest = new Map<string, BackupName>();
  for (const backup of newestFirst) {
    const span = spanOf(backup);
    if (!newest.has(span)) newest.set(span, backup);
  }
  return [...newest.values()].slice(0, count);
}

/** Weeks begin on Monday; the first day of 1970 was a Thursday. */
function weekOf(backup: BackupName): string {
  return String(Math.floor((Date.parse(backup.day) / dayMilliseconds + 3) / 7));
}

function monthOf(backup: BackupName): string {
  return backup.day.slice(0, 7);
}
