import { join } from 'node:path';
import { isThere } from './kept-file.ts';
import type { ReminderMachine } from './reminder-machine.ts';

/** Where the services of the person meet; cron and ssh often do not say. Undefined where nobody is logged in. */
export function runtimeFolder({ env, userId, runtimes }: ReminderMachine): string | undefined {
  const given = env('XDG_RUNTIME_DIR');
  if (given !== undefined || userId === undefined) return given;
  const usual = join(runtimes, String(userId));
  return isThere(usual) ? usual : undefined;
}

/** The address of the person's session bus, where notices are shown; undefined when there is none. */
export function sessionBus(machine: ReminderMachine): string | undefined {
  const given = machine.env('DBUS_SESSION_BUS_ADDRESS');
  if (given !== undefined) return given;
  // Cron says nothing; the bus of the person's login stands at a known place.
  const folder = runtimeFolder(machine);
  const socket = folder === undefined ? undefined : join(folder, 'bus');
  return socket !== undefined && isThere(socket) ? `unix:path=${socket}` : undefined;
}
