import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { systemdScheduler } from '../../src/reminders/file-schedulers.ts';
import type { ReminderMachine } from '../../src/reminders/reminder-machine.ts';
import { runProgram } from '../../src/reminders/run-program.ts';
import { temporaryFolder } from '../support/built-binary.ts';
import { FakeMachine } from '../support/fake-machine.ts';
import { named, whyNot } from './support/why-not.ts';

const missing =
  whyNot({ linux: true, program: 'systemctl' }) ??
  (spawnSync('systemctl', ['--user', 'show-environment']).status === 0
    ? undefined
    : 'no systemd of this user runs here, as in most containers');

/** Units of this user, which are somebody's own. */
function units(): readonly string[] {
  const folder = join(homedir(), '.config/systemd/user');
  return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort() : [];
}

describe.skipIf(missing !== undefined)(named('a real systemd of the user', missing), () => {
  test('starts the job within its minute, and is left as it was', { timeout: 120_000 }, async () => {
    const root = temporaryFolder();
    const [told, program] = [join(root, 'told.json'), join(root, 'tell 100% me.js')];
    writeFileSync(
      program,
      `require('node:fs').writeFileSync(${JSON.stringify(told)}, JSON.stringify(process.argv.slice(1)));`,
    );
    const before = units();
    const fake = new FakeMachine(root, {
      now: Date.now(),
      env: { BACKCARE_HOME: root },
      node: process.execPath,
      program,
    });
    const machine: ReminderMachine = {
      ...fake,
      home: homedir(),
      userId: userInfo().uid,
      userName: userInfo().username,
      runtimes: '/run/user',
      run: runProgram,
      find: (name) => `/usr/bin/${name}`,
    };
    const scheduler = systemdScheduler(machine);
    const plan = await scheduler.planInstall();
    if (plan.kind !== 'ready') throw new Error(JSON.stringify(plan));
    await plan.carryOut();
    try {
      const end = Date.now() + 70_000;
      while (!existsSync(told) && Date.now() < end) await setTimeout(200);
      expect(JSON.parse(readFileSync(told, 'utf8'))).toEqual([program, 'remind', 'tick', '--quiet']);
    } finally {
      const removal = await scheduler.planUninstall();
      if (removal.kind === 'ready') await removal.carryOut();
    }
    expect(units()).toEqual(before);
  });
});
