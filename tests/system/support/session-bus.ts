import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Starts a program and waits for its first words; ends it by its own id. */
async function started(program: string, words: readonly string[], env: { readonly [name: string]: string }) {
  const child = spawn(program, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      said += String(text);
      resolve();
    });
    child.stderr.on('data', (text) => {
      said += String(text);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`${program} ended: ${said}`)));
  });
  return { child, said: () => said };
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGKILL');
  return gone;
}

/** A session bus at the place where a login has it, for a user of this number. */
export async function openBus(runtimes: string, userId: number) {
  const folder = join(runtimes, String(userId));
  mkdirSync(folder, { recursive: true });
  const address = `unix:path=${join(folder, 'bus')}`;
  const words = ['--session', '--nofork', '--nopidfile', `--address=${address}`, '--print-address=1'];
  const { child } = await started('dbus-daemon', words, { PATH: '/usr/bin:/bin' });
  return { address, close: () => ended(child) };
}

/** A desktop that takes notices on that bus (python3-dbusmock), and what it was told. */
export async function openDesktop(address: string) {
  const env = { PATH: '/usr/bin:/bin', DBUS_SESSION_BUS_ADDRESS: address, PYTHONUNBUFFERED: '1' };
  // Not the first python3 of the path: it may be one without Debian's packages.
  const words = ['-m', 'dbusmock', '--session', '--template', 'notification_daemon'];
  const { child, said } = await startedWhenOnBus(words, env);
  return { said, close: () => ended(child) };
}

/** It says nothing when it is ready: it is when its name is on the bus. */
async function startedWhenOnBus(words: readonly string[], env: { readonly [name: string]: string }) {
  const child = spawn('/usr/bin/python3', words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said += String(text);
    });
  }
  const wait = spawn('gdbus', ['wait', '--session', '--timeout=20', 'org.freedesktop.Notifications'], {
    env,
    stdio: 'ignore',
  });
  const code = await new Promise((resolve) => wait.once('exit', resolve));
  if (code !== 0) throw new Error(`The desktop did not come: ${said}`);
  return { child, said: () => said };
}
