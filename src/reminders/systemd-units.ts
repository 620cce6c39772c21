import type { TickJob } from './tick-job.ts';

export const ownMark = 'Written by backcare';

/** The service: one tick, with nothing left in the log of the system for each minute. */
export function systemdService({ command, env }: TickJob): string {
  const lines = [
    `# ${ownMark}. To take it out again: backcare remind uninstall`,
    '[Unit]',
    'Description=backcare: shows a reminder when one is due',
    '',
    '[Service]',
    'Type=oneshot',
    ...Object.entries(env).map(([name, value]) => `Environment=${quoted(`${name}=${value}`)}`),
    `ExecStart=${command.map((word) => quoted(word).replaceAll('$', '$$$$')).join(' ')}`,
    'TimeoutStartSec=50',
    // Else two lines a minute.
    'LogLevelMax=notice',
    'Nice=10',
  ];
  return `${lines.join('\n')}\n`;
}

/**
 * The timer. Each minute, since schedules are exact to the minute; the planner knows what was missed in sleep, so the
 * timer itself need not catch up.
 */
export function systemdTimer(): string {
  const lines = [
    `# ${ownMark}. To take it out again: backcare remind uninstall`,
    '[Unit]',
    'Description=backcare: looks each minute whether a reminder is due',
    '',
    '[Timer]',
    'OnCalendar=*-*-* *:*:00',
    'AccuracySec=1s',
    'Persistent=false',
    '',
    '[Install]',
    'WantedBy=timers.target',
  ];
  return `${lines.join('\n')}\n`;
}

/** One word, whatever is in it; a percent sign would begin a specifier. */
function quoted(word: string): string {
  const text = word.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%');
  return /^[\w@+=:,./%-]+$/.test(text) ? text : `"${text}"`;
}
