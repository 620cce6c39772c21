import { posix, win32 } from 'node:path';
import type { Hindrance } from '../reminder-delivery.ts';
import { type FileSchedulerParts, fileScheduler } from './file-scheduler.ts';
import { launchdJob } from './launchd-job.ts';
import { plainEnvironment, type ReminderMachine } from './reminder-machine.ts';
import { complaintOf } from './run-program.ts';
import type { Scheduler } from './scheduler.ts';
import { runtimeFolder } from './session-bus.ts';
import { systemdService, systemdTimer } from './systemd-units.ts';
import { jobHindrance, jobName, tickJob } from './tick-job.ts';
import { windowsTask } from './windows-task.ts';

type Parts = Omit<FileSchedulerParts, 'run' | 'hindrance'>;

/** Timers of the person's own systemd. */
export function systemdScheduler(machine: ReminderMachine): Scheduler {
  const name = jobName(machine);
  const folder = posix.join(
    machine.env('XDG_CONFIG_HOME') ?? posix.join(machine.home, '.config'),
    'systemd/user',
  );
  const told = { XDG_RUNTIME_DIR: runtimeFolder(machine) };
  const systemctl = runner(machine, 'systemctl', told);
  const parts: Parts = {
    name: 'systemd',
    program: 'systemctl',
    files: () => [
      { path: posix.join(folder, `${name}.service`), text: systemdService(tickJob(machine)) },
      { path: posix.join(folder, `${name}.timer`), text: systemdTimer() },
    ],
    install: [
      ['--user', 'daemon-reload'],
      ['--user', 'enable', '--now', `${name}.timer`],
    ],
    uninstall: [['--user', 'disable', '--now', `${name}.timer`]],
    afterUninstall: [['--user', 'daemon-reload']],
    start: ['--user', 'start', `${name}.service`],
    isOn: ['--user', 'is-active', '--quiet', `${name}.timer`],
  };
  const hindrance = async (): Promise<Hindrance | undefined> => {
    const own = jobHindrance(machine);
    if (own !== undefined) return own;
    if (systemctl === undefined) return noProgram('systemctl');
    const end = await systemctl(['--user', 'show-environment']);
    if (end.code === 0) return undefined;
    return {
      reason: `No systemd of your own runs here ("${complaintOf(end)}").`,
      next: 'Use cron: backcare remind install --with cron',
    };
  };
  return withProgram(parts, systemctl, hindrance, machine);
}

/** A launch agent of the person. */
export function launchdScheduler(machine: ReminderMachine): Scheduler {
  const name = jobName(machine);
  const path = posix.join(machine.home, 'Library/LaunchAgents', `${name}.plist`);
  const domain = `gui/${machine.userId ?? 0}`;
  const launchctl = runner(machine, 'launchctl');
  const parts: Parts = {
    name: 'launchd',
    program: 'launchctl',
    files: () => [{ path, text: launchdJob(tickJob(machine), name) }],
    install: [['bootstrap', domain, path]],
    uninstall: [['bootout', `${domain}/${name}`]],
    start: ['kickstart', `${domain}/${name}`],
    isOn: ['print', `${domain}/${name}`],
  };
  const hindrance = async () =>
    jobHindrance(machine) ?? (launchctl === undefined ? noProgram('launchctl') : undefined);
  return withProgram(parts, launchctl, hindrance, machine);
}

/** A task of the person in the Task Scheduler. */
export function taskScheduler(machine: ReminderMachine): Scheduler {
  const name = jobName(machine);
  const path = win32.join(machine.folder, `${name}.xml`);
  const schtasks = runner(machine, 'schtasks');
  const parts: Parts = {
    name: 'task-scheduler',
    program: 'schtasks',
    // It reads UTF-16 with its mark in front, and nothing else for certain.
    files: () => [
      { path, text: `\uFEFF${windowsTask(tickJob(machine), '2026-01-01')}`, encoding: 'utf16le' },
    ],
    install: [['/Create', '/TN', name, '/XML', path, '/F']],
    uninstall: [['/Delete', '/TN', name, '/F']],
    start: ['/Run', '/TN', name],
    isOn: ['/Query', '/TN', name],
  };
  const hindrance = async () =>
    jobHindrance(machine) ?? (schtasks === undefined ? noProgram('schtasks') : undefined);
  return withProgram(parts, schtasks, hindrance, machine);
}

type Run = FileSchedulerParts['run'];

function runner(
  machine: ReminderMachine,
  name: string,
  told: { readonly [name: string]: string | undefined } = {},
): Run | undefined {
  const path = machine.find(name);
  if (path === undefined) return undefined;
  return (words) => machine.run(path, words, { env: plainEnvironment(machine, told) });
}

function withProgram(
  parts: Parts,
  run: Run | undefined,
  hindrance: FileSchedulerParts['hindrance'],
  machine: ReminderMachine,
): Scheduler {
  const missing: Run = async () => ({ code: undefined, stdout: Buffer.alloc(0), stderr: 'it is not there' });
  return fileScheduler({ ...parts, hindrance, run: run ?? missing }, machine);
}

function noProgram(name: string): Hindrance {
  return { reason: `There is no ${name} on this machine.`, next: 'Another way: backcare remind calendar' };
}
