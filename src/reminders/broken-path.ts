import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Hindrance } from '../reminder-delivery.ts';
import { readInstallation } from './installed.ts';
import { isThere } from './kept-file.ts';
import { awakeSince, momentNow } from './moment.ts';
import type { ReminderMachine } from './reminder-machine.ts';
import { readTick } from './tick-file.ts';

/** Ticks come each minute: by then something is wrong. */
const silentMinutes = 10;

const installAgain = 'To set it right: backcare remind install';

/** What is wrong with the installed way to the tick, as far as two small files tell. Nothing is started. */
export function brokenPath(machine: ReminderMachine): readonly Hindrance[] {
  const installation = readInstallation(machine);
  if (installation === undefined) return [];
  const { node, program, since, scheduler } = installation;
  if (!isThere(node)) {
    return [
      {
        reason: `Reminders do not come: the Node they were installed with is gone (${node}).`,
        next: installAgain,
      },
    ];
  }
  if (!isThere(program)) {
    return [{ reason: `Reminders do not come: backcare is no longer at ${program}.`, next: installAgain }];
  }
  const now = momentNow(machine);
  const sinceInstall = awakeSince(since, now);
  const tick = readTick(machine);
  // Elsewhere the clock that is to stand still in sleep may go on.
  if (tick !== undefined && machine.platform !== 'linux') return [];
  const silent = Math.min(sinceInstall, tick === undefined ? sinceInstall : awakeSince(tick.moment, now));
  const minutes = Math.floor(silent / 60_000);
  if (minutes < silentMinutes || (scheduler === 'systemd' && hasJustLoggedIn(machine))) return [];
  return [
    {
      reason: `Reminders do not come: ${nameOf(scheduler)} has not started backcare for ${asTime(minutes)}, though this computer was awake.`,
      next: 'To see why: backcare remind doctor',
    },
  ];
}

/** A systemd of the person's own runs only while they are logged in. */
function hasJustLoggedIn({ userId, now, runtimes }: ReminderMachine): boolean {
  try {
    return now() - statSync(join(runtimes, String(userId))).ctimeMs < silentMinutes * 60_000;
  } catch {
    return false;
  }
}

function nameOf(scheduler: string): string {
  return scheduler === 'task-scheduler' ? 'the Task Scheduler' : scheduler;
}

function asTime(minutes: number): string {
  if (minutes < 120) return `${minutes} minutes`;
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} hours` : `${Math.floor(minutes / 1440)} days`;
}
