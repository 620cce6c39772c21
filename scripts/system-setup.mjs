/**
 * Installs what the system tests run against, through apt-get, when something is missing: a real terminal multiplexer,
 * a tracer, a voice, a browser and a reader of what it prints, cron, shells, a session bus. A test that needs more adds it here. Installs nothing while there is no system test. Needs root or a sudo that does not ask.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Debian package → the program by which we know that it is there, or the path of something else of it. */
const wanted = new Map([
  ['chromium', 'chromium'],
  ['poppler-utils', 'pdftotext'],
  ['espeak-ng', 'espeak-ng'],
  ['strace', 'strace'],
  ['tmux', 'tmux'],
  // Reminders: who starts them, who shows them, the shells, and readers of calendars that are not ours.
  ['cron', 'cron'],
  ['systemd', 'systemd-analyze'],
  ['dbus-daemon', 'dbus-daemon'],
  ['libglib2.0-bin', 'gdbus'],
  ['libnotify-bin', 'notify-send'],
  ['python3-dbusmock', '/usr/lib/python3/dist-packages/dbusmock'],
  ['python3-icalendar', '/usr/lib/python3/dist-packages/icalendar'],
  ['zsh', 'zsh'],
  ['fish', 'fish'],
]);

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

function say(text) {
  process.stderr.write(`backcare: ${text}\n`);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function missingPackages() {
  return [...wanted]
    .filter(([, program]) => !folders.some((folder) => isExecutable(resolve(folder, program))))
    .map(([name]) => name);
}

function hasSystemTests() {
  const folder = join(root, 'tests', 'system');
  return (
    existsSync(folder) && readdirSync(folder, { recursive: true }).some((name) => name.endsWith('.test.ts'))
  );
}

function aptGet(args) {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const [command, ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
  return spawnSync(command, rest, { stdio: ['ignore', 2, 2] }).status ?? 1;
}

function setUp() {
  if (!hasSystemTests()) {
    say('there are no system tests, so nothing is installed for them');
    return 0;
  }
  const missing = missingPackages();
  if (missing.length === 0) return 0;
  say(`installing for the system tests: ${missing.join(', ')}`);
  // A mirror that cannot be reached does not matter when the package lists are already here.
  if (aptGet(['update']) !== 0) say('apt-get update failed; trying with the lists at hand');
  aptGet(['install', '-y', '--no-install-recommends', ...missing]);
  const stillMissing = missingPackages();
  if (stillMissing.length === 0) return 0;
  say(`could not install: ${stillMissing.join(', ')}`);
  return 1;
}

process.exitCode = setUp();
