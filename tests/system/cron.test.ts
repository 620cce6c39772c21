import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InstallPlan, UninstallPlan } from '../../src/reminder-delivery.ts';
import { cronScheduler } from '../../src/reminders/cron-scheduler.ts';
import type { ReminderMachine } from '../../src/reminders/reminder-machine.ts';
import { anyCrontab } from '../reminders/support/crontabs.ts';
import { repository } from '../support/built-binary.ts';
import { FakeMachine } from '../support/fake-machine.ts';
import { keys, openTerminal } from '../support/pseudo-terminal.ts';
import { CronWorld } from './support/cron-world.ts';
import { named, whyNot } from './support/why-not.ts';

const missing =
  whyNot({ linux: true, root: true, program: 'cron' }) ??
  whyNot({ program: 'unshare' }) ??
  whyNot({ program: 'nsenter' });

/** Not the machine's own, which is often UTC: the tick must have the person's. */
const zone = 'Asia/Kathmandu';

/** The machine of that person: the real crontab program, which is run as them. */
function machineIn(world: CronWorld, more: Partial<ReminderMachine> = {}): ReminderMachine {
  const fake = new FakeMachine(world.root, { now: Date.now() });
  return {
    ...fake,
    now: Date.now,
    home: world.home,
    userId: world.user,
    userName: world.name,
    folder: join(world.root, 'shared'),
    makeFolder: (folder) => mkdirSync(folder, { recursive: true }),
    find: (name) => `/usr/bin/${name}`,
    run: async (program, words, { env, input }) => {
      const { status, stdout, stderr } = world.run(program, words, env, input);
      return { code: status ?? undefined, stdout, stderr: String(stderr) };
    },
    ...more,
  };
}

async function carryOut(plan: InstallPlan | UninstallPlan) {
  if (plan.kind !== 'ready') throw new Error(JSON.stringify(plan));
  return plan.carryOut();
}

describe.skipIf(missing !== undefined)(named('Debian\u2019s cron', missing), () => {
  let world: CronWorld;
  beforeAll(async () => {
    world = await CronWorld.start();
  });
  afterAll(() => world.stop());

  /** Sets the person's crontab as they would; false where this cron refuses it. */
  const set = (crontab: string) =>
    world.run('crontab', ['-'], {}, Buffer.from(crontab, 'latin1')).status === 0;

  test('fifty crontabs: after an uninstall every byte in the spool is as it was', async () => {
    let kept = 0;
    const scheduler = cronScheduler(machineIn(world));
    await fc.assert(
      fc.asyncProperty(anyCrontab, async (crontab) => {
        // It refuses a last line without its end.
        fc.pre(set(crontab));
        kept += 1;
        const before = world.spool();
        await carryOut(await scheduler.planInstall());
        expect(world.spool()).toContain('# >>> backcare >>>');
        expect((await scheduler.planInstall()).kind).toBe('installed');
        await carryOut(await scheduler.planUninstall());
        expect(world.spool()).toBe(before);
      }),
      { numRuns: 50 },
    );
    expect(kept).toBeGreaterThanOrEqual(50);
  });

  test('without a crontab there is none afterwards', async () => {
    world.run('crontab', ['-r']);
    const scheduler = cronScheduler(machineIn(world));
    await carryOut(await scheduler.planInstall());
    await carryOut(await scheduler.planUninstall());
    expect(world.spool()).toBeUndefined();
    expect(String(world.run('crontab', ['-l']).stderr)).toContain('no crontab for');
  });

  test('a last line without its end, put there by another way, gets one and that is said', async () => {
    set('0 1 * * * true\n');
    const spool = world.spool();
    expect(spool).toBe('0 1 * * * true\n');
    writeFileSync(world.spoolPath, readFileSync(world.spoolPath, 'latin1').trimEnd());
    const scheduler = cronScheduler(machineIn(world));
    await carryOut(await scheduler.planInstall());
    expect(await carryOut(await scheduler.planUninstall())).toMatchObject({
      remarks: [expect.stringContaining('no line end')],
    });
    expect(world.spool()).toBe(spool);
  });

  test('a person who is not allowed is told so', async () => {
    world.asRoot('touch', ['/etc/cron.allow']);
    try {
      expect(await cronScheduler(machineIn(world)).planInstall()).toMatchObject({
        kind: 'refused',
        reason: expect.stringContaining('You may not use cron'),
      });
    } finally {
      world.asRoot('rm', ['/etc/cron.allow']);
    }
  });

  test('it starts the job in its own bare environment, from paths with all that could go wrong', {
    timeout: 200_000,
  }, async () => {
    const folder = join(world.root, `it's 100% "odd" $HOME`);
    mkdirSync(folder);
    const [told, program] = [join(world.home, 'told.json'), join(folder, 'tell me.js')];
    const script = `const { writeFileSync } = require('node:fs');
      writeFileSync(${JSON.stringify(told)}, JSON.stringify({ argv: process.argv, env: process.env, uid: process.getuid() }));
      console.log('this would be a mail');`;
    writeFileSync(program, script);
    const before = '# mine\nMAILTO=somebody\n0 1 * * * true\n';
    set(before);
    const machine = machineIn(world, { node: process.execPath, program });
    const scheduler = cronScheduler(machine);
    await carryOut(await scheduler.planInstall());
    const text = await world.fileOf(told, 130_000);
    const { argv, env, uid } = JSON.parse(text);
    expect({ argv, uid }).toEqual({
      argv: [process.execPath, program, 'remind', 'tick', '--quiet'],
      uid: world.user,
    });
    expect(env).toEqual({
      HOME: world.home,
      LOGNAME: world.name,
      PATH: '/usr/bin:/bin',
      SHELL: '/bin/sh',
      PWD: expect.any(String),
      MAILTO: 'somebody',
      ...(env.LANG === undefined ? {} : { LANG: expect.any(String) }),
    });
    await carryOut(await scheduler.planUninstall());
    expect(String(world.run('crontab', ['-l']).stdout)).toBe(before);
  });
});

describe.skipIf(missing !== undefined)(named('the built program under Debian\u2019s cron', missing), () => {
  let world: CronWorld;
  beforeAll(async () => {
    world = await CronWorld.start();
    const folder = join(world.root, 'program');
    for (const part of ['bin', 'dist', 'examples'])
      cpSync(join(repository, part), join(folder, part), { recursive: true });
    execFileSync('chmod', ['-R', 'a+rX', folder]);
  });
  afterAll(() => world.stop());

  const place = (...names: string[]) => join(world.root, 'program', ...names);

  function backcare(...args: string[]) {
    const env = { TZ: zone, LANG: 'C.UTF-8' };
    const { status, stdout, stderr } = world.run(
      process.execPath,
      [place('bin', 'backcare.js'), ...args],
      env,
    );
    return { status, stdout: String(stdout), stderr: String(stderr) };
  }

  /** What the record says of reminders, oldest first. */
  const shownEvents = (): readonly { at: string; body: { by: string } }[] =>
    readFileSync(join(world.home, '.local/share/backcare/journal.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line.includes('"reminder-shown"'))
      .map((line) => JSON.parse(line));

  test('it reminds a real shell on time, then a desktop, and leaves the crontab byte for byte', {
    timeout: 280_000,
  }, async () => {
    const before = '# mine\r\nMAILTO=""\n0 1 * * * true # 100\\%\n\n';
    world.run('crontab', ['-'], {}, Buffer.from(before, 'latin1'));
    const spool = world.spool();
    expect(backcare('diagnose', '--answers', place('examples', 'lifting-strain.json'))).toMatchObject({
      status: 0,
    });
    expect(backcare('remind', 'quiet-hours', 'none')).toMatchObject({ status: 0 });
    const installed = backcare('remind', 'install', '--with', 'cron', '--yes');
    expect(installed).toMatchObject({ status: 0 });
    expect(world.spool()).toContain(' remind tick --quiet >/dev/null 2>&1\n');

    // A shell of that person, which stands at its prompt.
    const [first = '', ...rest] = world.commandFor('bash', ['--noprofile', '--norc', '-i']);
    const terminal = openTerminal({
      command: [first, ...rest],
      env: { PS1: 'ready> ', HOME: world.home },
      rows: 40,
    });
    await terminal.waitFor(/ready> *$/m);
    terminal.type(`tty${keys.enter}`);
    await terminal.waitFor(/^\/dev\/pts\/\d+$/m);
    const [tty = ''] = /^\/dev\/pts\/\d+$/m.exec(terminal.history().join('\n')) ?? [];
    chownSync(tty, world.user, world.user);
    chmodSync(tty, 0o620);

    // The next whole minute that is not too close.
    const due = Math.ceil((Date.now() + 15_000) / 60_000) * 60_000;
    const time = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
    }).format(due);
    const words = 'Stand up & breathe.';
    expect(backcare('remind', 'add', 'own', '--name', 'pills', '--says', words, '--at', time)).toMatchObject({
      status: 0,
    });
    await terminal.waitUntil(
      () => terminal.history().join('\n').includes(words),
      'to show the reminder',
      100_000,
    );
    expect(Date.now() - due).toBeLessThan(20_000);
    await world.until(() => shownEvents().length > 0, 10_000);
    expect(shownEvents()).toMatchObject([{ body: { by: 'terminal' } }]);
    expect(backcare('remind', 'next', '--exit-code').status).toBe(4);

    // Now they log in to a desktop: the next one comes there.
    const bus = world.start('dbus-daemon', [
      '--session',
      '--nofork',
      '--nopidfile',
      `--address=unix:path=${world.runtime}/bus`,
      '--print-address=1',
    ]);
    const env = { DBUS_SESSION_BUS_ADDRESS: `unix:path=${world.runtime}/bus`, PYTHONUNBUFFERED: '1' };
    let said = '';
    const gone = [bus.child];
    try {
      await bus.spoke;
      const desktop = world.start(
        '/usr/bin/python3',
        ['-m', 'dbusmock', '--session', '--template', 'notification_daemon'],
        env,
      );
      gone.push(desktop.child);
      desktop.child.stdout?.on('data', (text) => {
        said += String(text);
      });
      world.run('gdbus', ['wait', '--session', '--timeout=20', 'org.freedesktop.Notifications'], env);
      const doctor = backcare('remind', 'doctor');
      expect(doctor.stdout).toMatch(/It came after \d+ s, through notify-send\./);
      expect(doctor.stdout).toContain('A cron daemon is running.');
      await world.until(() => said.includes('Notify "backcare"'), 10_000);
    } finally {
      for (const child of gone.reverse()) child.kill('SIGKILL');
    }

    expect(backcare('remind', 'uninstall', '--yes')).toMatchObject({ status: 0 });
    expect(world.spool()).toBe(spool);
    expect(world.spool()).toBe(before);
    expect(backcare('remind', 'uninstall', '--yes').stdout).toContain('Nothing');
  });
});
