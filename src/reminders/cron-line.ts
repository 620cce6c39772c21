import type { Hindrance } from '../reminder-delivery.ts';
import type { TickJob } from './tick-job.ts';

/** Some crons cut a longer command off without a word. */
const mostLetters = 900;

/**
 * The line of a crontab that runs the job each minute, for any shell that has `'…'` and `A=b`. Its output goes nowhere:
 * cron would send a mail for each line. Schedules are exact to the minute, and a tick with nothing due is soon over.
 */
export function cronLine({ command, env }: TickJob): string {
  const settings = Object.entries(env).map(([name, value]) => `${name}=${quoted(value)}`);
  const words = [...settings, ...command.map(quoted)].join(' ');
  // Cron reads a percent sign as the end of the line, in quotes too.
  return `* * * * * ${`${words} >/dev/null 2>&1`.replaceAll('%', '\\%')}`;
}

/** Why the job cannot stand in a crontab; undefined as a rule. */
export function cronLineHindrance(job: TickJob): Hindrance | undefined {
  const line = cronLine(job);
  if (/\\\\%/.test(line)) {
    return {
      reason: 'A path with a backslash before a percent sign cannot be written into a crontab.',
      next: 'Give the folder another name, or use the calendar file: backcare remind calendar',
    };
  }
  // In bytes, as cron counts.
  if (Buffer.byteLength(line) > mostLetters) {
    return {
      reason: 'The paths are too long for a line of a crontab.',
      next: 'Set BACKCARE_HOME to a shorter path, or use the calendar file: backcare remind calendar',
    };
  }
  return undefined;
}

/** A word that every shell takes as it is. */
function quoted(word: string): string {
  return /^[\w@+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
