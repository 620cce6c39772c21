import { join } from 'node:path';
import type { SchedulerName } from '../reminder-delivery.ts';
import { readKeptObject, removeKept, writeKept } from './kept-file.ts';
import { type Moment, momentNow, readMoment } from './moment.ts';
import type { ReminderMachine } from './reminder-machine.ts';
import { forgetTick } from './tick-file.ts';

/** What was installed, and when: enough to see at the next command that it is broken. */
export interface Installation {
  readonly scheduler: SchedulerName;
  readonly node: string;
  readonly program: string;
  readonly since: Moment;
  /** Folders that were not there before, the deepest first. */
  readonly made: readonly string[];
}

const names: readonly SchedulerName[] = ['systemd', 'cron', 'launchd', 'task-scheduler'];

function pathOf({ folder }: ReminderMachine): string {
  return join(folder, 'installed.json');
}

export function readInstallation(machine: ReminderMachine): Installation | undefined {
  const { scheduler, node, program, since, made } = readKeptObject(pathOf(machine), machine) ?? {};
  const name = names.find((each) => each === scheduler);
  const moment = readMoment(since);
  if (name === undefined || moment === undefined || typeof node !== 'string' || typeof program !== 'string') {
    return undefined;
  }
  const folders = Array.isArray(made) ? made.filter((folder) => typeof folder === 'string') : [];
  return { scheduler: name, node, program, since: moment, made: folders };
}

export function keepInstallation(
  scheduler: SchedulerName,
  machine: ReminderMachine,
  made: readonly string[] = [],
): void {
  const { node, program } = machine;
  const installation: Installation = { scheduler, node, program, since: momentNow(machine), made };
  writeKept(pathOf(machine), `${JSON.stringify(installation)}\n`, machine);
}

/** The same for what is there already: kept again where that was lost, or speaks of another place. */
export function refreshInstallation(scheduler: SchedulerName, machine: ReminderMachine): void {
  const known = readInstallation(machine);
  const { node, program } = machine;
  if (known?.scheduler === scheduler && known.node === node && known.program === program) return;
  keepInstallation(scheduler, machine, known?.made);
}

/** Nothing is installed any more, and what the last tick left tells of nothing that comes. */
export function forgetInstallation(machine: ReminderMachine): void {
  removeKept(pathOf(machine), machine);
  forgetTick(machine);
}
