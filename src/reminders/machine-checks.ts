import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { MachineCheck, SchedulerState } from '../reminder-delivery.ts';
import { cronRuns } from './cron-daemon.ts';
import { noDaemon } from './cron-scheduler.ts';
import { desktopHindrance } from './desktop-notice.ts';
import { readInstallation } from './installed.ts';
import { isThere } from './kept-file.ts';
import { awakeSince, momentNow } from './moment.ts';
import type { ReminderMachine } from './reminder-machine.ts';
import { sessionBus } from './session-bus.ts';
import { findSpeakers } from './speakers.ts';
import { openTerminals } from './terminal-notice.ts';
import { readReceipt, readTick } from './tick-file.ts';

const installAgain = 'backcare remind install';

/** One look at the machine. @param offsetMinutes of the shell this runs in, against the one the tick saw */
export function checkMachine(
  states: readonly SchedulerState[],
  offsetMinutes: (at: number) => number,
  machine: ReminderMachine,
): readonly MachineCheck[] {
  return [
    scheduler(states),
    ...daemon(states, machine),
    ...places(machine),
    ...searchPathCheck(machine),
    desktop(machine),
    terminal(machine),
    prompt(machine),
    sound(machine),
    ...zone(offsetMinutes, machine),
    lastTick(machine),
    lastReceipt(offsetMinutes, machine),
  ];
}

function scheduler(states: readonly SchedulerState[]): MachineCheck {
  const about = 'scheduler';
  const installed = states.find((state) => state.installed !== 'no');
  if (installed === undefined) {
    const [lost] = states.flatMap((state) => state.lost ?? []);
    if (lost !== undefined) return { about, state: 'broken', says: lost.reason, next: lost.next };
    const possible = states.find(({ hindrance }) => hindrance === undefined);
    if (possible === undefined) {
      const [hindrance] = states.flatMap((state) => state.hindrance ?? []);
      return {
        about,
        state: 'absent',
        says: `Nothing starts the reminders. ${hindrance?.reason ?? ''}`.trim(),
        next: hindrance?.next ?? 'backcare remind calendar',
      };
    }
    return {
      about,
      state: 'absent',
      says: 'Nothing is installed to start the reminders.',
      next: installAgain,
    };
  }
  const where = installed.where.join(', ');
  switch (installed.installed) {
    case 'as-written':
      return installed.hindrance === undefined
        ? { about, state: 'well', says: `${installed.scheduler}: ${where}, as it was written.` }
        : { about, state: 'broken', says: installed.hindrance.reason, next: installed.hindrance.next };
    case 'other':
      return {
        about,
        state: 'broken',
        says: `${installed.scheduler}: ${where} is not what this backcare would write. It was changed, or backcare or Node has moved.`,
        next: installAgain,
      };
    default:
      return {
        about,
        state: 'broken',
        says: `${installed.scheduler}: ${where} is incomplete, or switched off.`,
        next: installed.scheduler === 'cron' ? 'crontab -e' : installAgain,
      };
  }
}

function daemon(states: readonly SchedulerState[], machine: ReminderMachine): readonly MachineCheck[] {
  if (!states.some((state) => state.scheduler === 'cron' && state.installed !== 'no')) return [];
  const runs = cronRuns(machine);
  if (runs === undefined) return [];
  return runs
    ? [{ about: 'daemon', state: 'well', says: 'A cron daemon is running.' }]
    : [{ about: 'daemon', state: 'broken', says: noDaemon(machine), next: 'sudo service cron start' }];
}

/** Whether what is started is still there. */
function places(machine: ReminderMachine): readonly MachineCheck[] {
  const installation = readInstallation(machine);
  if (installation === undefined) return [];
  const { node, program } = installation;
  const check = (about: 'node' | 'program', path: string): MachineCheck =>
    isThere(path)
      ? { about, state: 'well', says: `${path} is there.` }
      : { about, state: 'broken', says: `${path} is gone.`, next: installAgain };
  return [check('node', node), check('program', program)];
}

/** The tick has hardly a path: the programs it needs must stand at the usual places. */
function searchPathCheck(machine: ReminderMachine): readonly MachineCheck[] {
  if (machine.platform === 'win32') return [];
  const names = machine.platform === 'darwin' ? ['osascript'] : ['notify-send', 'gdbus'];
  const here = names.some((name) => machine.find(name) !== undefined);
  const bare = names.some((name) => machine.find(name, 'bare') !== undefined);
  if (!here || bare) return [{ about: 'search path', state: 'well', says: 'The tick finds what it needs.' }];
  return [
    {
      about: 'search path',
      state: 'broken',
      says: `${names.join(' or ')} is on your path, but not where cron looks.`,
      next: 'Install it with the system, or use the shell prompt: backcare remind hook',
    },
  ];
}

function desktop(machine: ReminderMachine): MachineCheck {
  const hindrance = desktopHindrance(machine);
  if (hindrance !== undefined) return { about: 'desktop', state: 'absent', says: hindrance };
  const bus = sessionBus(machine);
  return {
    about: 'desktop',
    state: 'well',
    says: bus === undefined ? 'Notices can be shown.' : `Notices go through ${bus}.`,
  };
}

function terminal(machine: ReminderMachine): MachineCheck {
  const [path] = openTerminals(machine);
  return path === undefined
    ? { about: 'terminal', state: 'absent', says: 'No terminal of yours is free to be written to now.' }
    : { about: 'terminal', state: 'well', says: `${path} would be written to now.` };
}

function prompt({ folder }: ReminderMachine): MachineCheck {
  const shells = ['bash', 'zsh', 'fish'].filter(
    (shell) => timeOf(join(folder, `hook-${shell}`)) !== undefined,
  );
  return shells.length === 0
    ? { about: 'prompt', state: 'absent', says: 'No shell has the hook.', next: 'backcare remind hook bash' }
    : { about: 'prompt', state: 'well', says: `The hook was read by ${shells.join(', ')}.` };
}

function sound({ platform, env }: ReminderMachine): MachineCheck {
  const [speaker] = findSpeakers(platform, env('PATH') ?? '');
  return speaker === undefined
    ? {
        about: 'sound',
        state: 'absent',
        says: 'No voice is installed. The bell of the terminal rings in its place.',
      }
    : { about: 'sound', state: 'well', says: `Guided sessions speak through ${speaker.program}.` };
}

function zone(offsetMinutes: (at: number) => number, machine: ReminderMachine): readonly MachineCheck[] {
  const tick = readTick(machine);
  if (tick === undefined) return [];
  const here = offsetMinutes(tick.at);
  if (here === tick.offsetMinutes) {
    return [{ about: 'zone', state: 'well', says: 'The tick and this shell have the same local time.' }];
  }
  return [
    {
      about: 'zone',
      state: 'broken',
      says: `The tick is ${Math.abs(here - tick.offsetMinutes)} minutes ${here > tick.offsetMinutes ? 'behind' : 'ahead of'} the local time of this shell.`,
      next: installAgain,
    },
  ];
}

function lastTick(machine: ReminderMachine): MachineCheck {
  const tick = readTick(machine);
  if (tick === undefined) return { about: 'last tick', state: 'absent', says: 'There was none yet.' };
  const minutes = Math.floor(awakeSince(tick.moment, momentNow(machine)) / 60_000);
  const isLate = minutes > 2 && readInstallation(machine) !== undefined;
  const says = `${minutes < 1 ? 'Less than a minute' : `${minutes} minutes`} of this computer's waking time ago.`;
  return isLate
    ? { about: 'last tick', state: 'broken', says, next: 'backcare remind doctor' }
    : { about: 'last tick', state: 'well', says };
}

function lastReceipt(offsetMinutes: (at: number) => number, machine: ReminderMachine): MachineCheck {
  const receipt = readReceipt(machine);
  if (receipt === undefined)
    return { about: 'last receipt', state: 'absent', says: 'Nothing was shown yet.' };
  const local = new Date(receipt.at + offsetMinutes(receipt.at) * 60_000).toISOString();
  return {
    about: 'last receipt',
    state: 'well',
    says: `${local.slice(0, 10)} ${local.slice(11, 16)}: ${receipt.channel}, through ${receipt.means}.`,
  };
}

function timeOf(path: string): number | undefined {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return undefined;
  }
}
