import { homedir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import type { Clock } from '../context.ts';
import type { ReminderDelivery } from '../reminder-delivery.ts';
import { createReminderDelivery } from './delivery.ts';
import { findProgram } from './find-program.ts';
import { type ReminderMachine, searchPath } from './reminder-machine.ts';

/** What `main` gives: this process, the data folder of the person, and the store's way with folders and failures. */
export interface DeliveryHost extends Pick<ReminderMachine, 'makeFolder' | 'failure'> {
  readonly process: Pick<
    NodeJS.Process,
    'platform' | 'env' | 'execPath' | 'argv' | 'pid' | 'getuid' | 'hrtime'
  >;
  readonly data: string;
  readonly clock: Clock;
}

/** The reminders of this machine. */
export function createSystemDelivery(host: DeliveryHost): ReminderDelivery {
  const { platform, env, execPath, argv, pid, getuid, hrtime } = host.process;
  const { clock, data, makeFolder, failure } = host;
  const machine: ReminderMachine = {
    platform,
    env: (name) => env[name] || undefined,
    userId: getuid?.(),
    home: homedir(),
    userName: userName(),
    node: execPath,
    program: resolve(argv[1] ?? ''),
    folder: join(data, 'reminders'),
    processId: pid,
    proc: '/proc',
    terminals: '/dev/pts',
    runtimes: '/run/user',
    find: (name, where) => findProgram(name, platform, searchPath(where === 'bare' ? undefined : env.PATH)),
    // Another program is needed seldom, and loading what starts it takes longer than a look.
    run: async (...call) => (await import('./run-program.ts')).runProgram(...call),
    now: clock.now,
    awake: () => Math.round(Number(hrtime.bigint()) / 1e6),
    makeFolder,
    failure,
  };
  return createReminderDelivery(machine, clock.offsetMinutes);
}

/** Some users of containers have no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'user';
  }
}
