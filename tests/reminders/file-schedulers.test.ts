import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { InstallPlan, UninstallPlan } from '../../src/reminder-delivery.ts';
import { launchdScheduler, systemdScheduler, taskScheduler } from '../../src/reminders/file-schedulers.ts';
import type { ReminderMachine } from '../../src/reminders/reminder-machine.ts';
import { planInstall, planUninstall, schedulersOf } from '../../src/reminders/schedulers.ts';
import { systemdService } from '../../src/reminders/systemd-units.ts';
import { windowsTask } from '../../src/reminders/windows-task.ts';
import { FakeMachine, type FakeMachineFacts } from '../support/fake-machine.ts';
import { tempFolder } from '../support/temp-folder.ts';

const well = () => ({});

function machineWith(facts: FakeMachineFacts = {}): FakeMachine {
  const programs = { systemctl: well, launchctl: well, schtasks: well, ...facts.programs };
  const machine = new FakeMachine(tempFolder(), { ...facts, programs });
  mkdirSync(machine.home, { recursive: true });
  return machine;
}

function ready<Plan extends InstallPlan | UninstallPlan>(plan: Plan) {
  if (plan.kind !== 'ready') throw new Error(JSON.stringify(plan));
  return plan as Extract<Plan, { kind: 'ready' }>;
}

/** Everything below the home, with what is in it; folders end with a slash. */
function tree({ home }: FakeMachine): readonly string[] {
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name).replace(home, '') + (entry.isDirectory() ? '/' : ''))
    .filter((path) => !path.startsWith('/data'))
    .sort();
}

const commands = ({ ran }: FakeMachine) => ran.map(({ name, words }) => [name, ...words].join(' '));

describe.each([
  {
    name: 'systemd',
    platform: 'linux',
    make: systemdScheduler,
    files: ['.config/systemd/user/backcare-remind.service', '.config/systemd/user/backcare-remind.timer'],
    install: ['systemctl --user daemon-reload', 'systemctl --user enable --now backcare-remind.timer'],
    uninstall: ['systemctl --user disable --now backcare-remind.timer', 'systemctl --user daemon-reload'],
    start: 'systemctl --user start backcare-remind.service',
    looks: ['systemctl --user show-environment'],
  },
  {
    name: 'launchd',
    platform: 'darwin',
    make: launchdScheduler,
    files: ['Library/LaunchAgents/backcare-remind.plist'],
    install: ['launchctl bootstrap gui/1000 HOME/Library/LaunchAgents/backcare-remind.plist'],
    uninstall: ['launchctl bootout gui/1000/backcare-remind'],
    start: 'launchctl kickstart gui/1000/backcare-remind',
    looks: [],
  },
] as const)('$name', ({ name, platform, make, files, install, uninstall, start, looks }) => {
  test('installs, is known, and takes everything out again, folders too', async () => {
    const machine = machineWith({ platform });
    writeFileSync(join(machine.home, 'mine'), '');
    const scheduler = make(machine);
    const plan = ready(await scheduler.planInstall());
    expect(plan.writes.map(({ where }) => where)).toEqual(files.map((file) => join(machine.home, file)));
    expect(tree(machine)).toEqual(['/mine']);

    expect(await plan.carryOut()).toEqual({ scheduler: name });
    for (const { where, text } of plan.writes) expect(readFileSync(where, 'utf8')).toBe(text);
    expect(plan.runs).toEqual(install.map((line) => line.replace('HOME', machine.home)));
    expect(commands(machine)).toEqual([...looks, ...plan.runs]);
    expect((await scheduler.planInstall()).kind).toBe('installed');
    expect(await scheduler.state()).toMatchObject({ installed: 'as-written' });

    machine.ran.length = 0;
    const removal = ready(await scheduler.planUninstall());
    expect(removal.removes).toEqual(plan.writes);
    expect(await removal.carryOut()).toEqual({ remarks: [] });
    expect(commands(machine)).toEqual(uninstall);
    expect(tree(machine)).toEqual(['/mine']);
    expect(await scheduler.planUninstall()).toEqual({ kind: 'nothing' });
    expect(await scheduler.state()).toMatchObject({ installed: 'no' });
  });

  test('can be started at once', async () => {
    const machine = machineWith({ platform });
    expect(await make(machine).hurry()).toBe(true);
    expect(commands(machine)).toEqual([start]);
  });

  test('folders in which something else lives stay', async () => {
    const machine = machineWith({ platform });
    const other = join(machine.home, dirname(files[0]), 'other');
    mkdirSync(dirname(other), { recursive: true });
    writeFileSync(other, 'mine');
    const before = tree(machine);
    await ready(await make(machine).planInstall()).carryOut();
    await ready(await make(machine).planUninstall()).carryOut();
    expect(tree(machine)).toEqual(before);
  });

  test('a file of somebody else is not written over', async () => {
    const machine = machineWith({ platform });
    const path = join(machine.home, files[0]);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, 'mine');
    expect(await make(machine).planInstall()).toMatchObject({
      kind: 'refused',
      reason: `${path} is there already, and backcare did not write it.`,
    });
    expect(await make(machine).planUninstall()).toEqual({ kind: 'nothing' });
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  test('a system that refuses is quoted, and nothing is left behind', async () => {
    const refuse = (words: readonly string[]) =>
      words.includes('enable') || words.includes('bootstrap') ? { code: 1, stderr: 'No such thing.\n' } : {};
    const machine = machineWith({ platform, programs: { systemctl: refuse, launchctl: refuse } });
    const plan = ready(await make(machine).planInstall());
    await expect(plan.carryOut()).rejects.toMatchObject({
      reason: expect.stringContaining('says: "No such thing."'),
    });
    expect(tree(machine)).toEqual([]);
    expect(existsSync(join(machine.folder, 'installed.json'))).toBe(false);
  });

  test('the program has moved: told apart, and written anew', async () => {
    const machine = machineWith({ platform });
    await ready(await make(machine).planInstall()).carryOut();
    const moved: ReminderMachine = { ...machine, now: machine.now, node: '/opt/node26/bin/node' };
    expect(await make(moved).state()).toMatchObject({ installed: 'other' });
    await ready(await make(moved).planInstall()).carryOut();
    expect(await make(moved).state()).toMatchObject({ installed: 'as-written' });
    await ready(await make(moved).planUninstall()).carryOut();
  });

  test('one that was switched off by hand is broken, and is switched on again', async () => {
    let isOn = false;
    const system = (words: readonly string[]) => {
      if (words.includes('enable') || words.includes('bootstrap')) isOn = true;
      return words.includes('is-active') || words.includes('print') ? { code: isOn ? 0 : 3 } : {};
    };
    const machine = machineWith({ platform, programs: { systemctl: system, launchctl: system } });
    await ready(await make(machine).planInstall()).carryOut();
    expect(await make(machine).state()).toMatchObject({ installed: 'as-written' });
    isOn = false;
    expect(await make(machine).state()).toMatchObject({ installed: 'broken' });
    await ready(await make(machine).planInstall()).carryOut();
    expect(await make(machine).state()).toMatchObject({ installed: 'as-written' });
  });

  test('a household of its own has files of its own', async () => {
    const machine = machineWith({ platform, env: { BACKCARE_HOME: '/home/sam/child' } });
    const { writes } = ready(await make(machine).planInstall());
    expect(writes[0]?.where).toMatch(/backcare-remind-[0-9a-f]{8}\.(service|plist)$/);
    expect(writes[0]?.text).toContain('/home/sam/child');
  });

  test.each([
    ['under sudo', { userId: 0, env: { SUDO_USER: 'sam' } }, 'not of sam'],
    [
      'where the program is missing',
      { programs: { systemctl: undefined, launchctl: undefined } },
      'There is no ',
    ],
  ])('%s it is refused', async (_, facts, reason) => {
    expect(await make(machineWith({ platform, ...facts })).planInstall()).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining(reason),
    });
  });
});

describe('the Task Scheduler', () => {
  test('gets a task file, and words that make, start and delete it', async () => {
    const machine = machineWith({ platform: 'win32' });
    const scheduler = taskScheduler(machine);
    const plan = ready(await scheduler.planInstall());
    const path = plan.writes[0]?.where ?? '';
    expect(plan.runs).toEqual([`schtasks /Create /TN backcare-remind /XML ${path} /F`]);
    mkdirSync(machine.folder, { recursive: true });
    expect(ready(await scheduler.planInstall()).writes[0]?.text).toMatch(
      /^\uFEFF<\?xml version="1.0" encoding="UTF-16"\?>\n/,
    );
    expect(await scheduler.hurry()).toBe(true);
    expect(commands(machine)).toEqual(['schtasks /Run /TN backcare-remind']);
  });

  test('without a window, with paths and settings as they are', () => {
    const command = ['C:\\Program Files\\nodejs\\node.exe', 'C:\\a & b\\backcare.js', 'remind'] as const;
    expect(windowsTask({ command, env: {} }, '2026-01-01')).toContain(
      '<Arguments>--headless &quot;C:\\Program Files\\nodejs\\node.exe&quot; &quot;C:\\a &amp; b\\backcare.js&quot; &quot;remind&quot;</Arguments>',
    );
    expect(windowsTask({ command, env: { BACKCARE_HOME: 'D:\\me' } }, '2026-01-01')).toContain(
      '--headless cmd.exe /d /s /c &quot;set &quot;BACKCARE_HOME=D:\\me&quot; &amp;&amp; &quot;C:',
    );
  });
});

describe('the systemd service', () => {
  test('paths and values are words as they are', () => {
    const service = systemdService({
      command: ['/opt/100%/no de', `/srv/$HOME/"it's"\\x/backcare.js`, 'remind'],
      env: { BACKCARE_HOME: '/a b/50%' },
    });
    expect(service).toContain('\nEnvironment="BACKCARE_HOME=/a b/50%%"\n');
    expect(service).toContain(
      `\nExecStart="/opt/100%%/no de" "/srv/$$HOME/\\"it's\\"\\\\x/backcare.js" remind\n`,
    );
  });
});

describe('which scheduler', () => {
  const none = { systemctl: () => ({ code: 1, stderr: 'Failed to connect to bus: No medium found' }) };
  const install = (machine: FakeMachine, wish?: 'cron' | 'systemd' | 'launchd') =>
    planInstall(schedulersOf(machine), wish);

  test.each([
    ['systemd where it runs', {}, 'systemd'],
    ['cron where it does not', { programs: none }, 'cron'],
    ['launchd on macOS', { platform: 'darwin' as const }, 'launchd'],
    ['the Task Scheduler on Windows', { platform: 'win32' as const }, 'task-scheduler'],
    ['cron on another Unix', { platform: 'freebsd' as const }, 'cron'],
  ])('%s', async (_, facts, scheduler) => {
    expect(await install(machineWith(facts))).toMatchObject({ kind: 'ready', scheduler });
  });

  test('the one that was named, though another is there', async () => {
    expect(await install(machineWith(), 'cron')).toMatchObject({ kind: 'ready', scheduler: 'cron' });
  });

  test('one that does not work here is not taken in silence', async () => {
    expect(await install(machineWith({ programs: none }), 'systemd')).toMatchObject({
      kind: 'refused',
      reason: 'No systemd of your own runs here ("Failed to connect to bus: No medium found").',
      next: expect.stringContaining('cron'),
    });
    expect(await install(machineWith(), 'launchd')).toMatchObject({
      reason: 'There is no launchd on this platform.',
    });
  });

  test('nothing at all: a reason, and another way', async () => {
    const machine = machineWith({ programs: { ...none, crontab: undefined } });
    expect(await install(machine)).toMatchObject({
      kind: 'refused',
      next: expect.stringContaining('calendar'),
    });
  });

  test('under sudo nothing of the person can be seen, and that is said', async () => {
    const machine = machineWith({ userId: 0, env: { SUDO_USER: 'sam' } });
    expect(await planUninstall(schedulersOf(machine), machine)).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('not of sam'),
    });
  });

  test('the one in use stays; a second one is warned of, and both go out together', async () => {
    const machine = machineWith();
    await ready(await install(machine, 'cron')).carryOut();
    expect(await install(machine)).toMatchObject({ kind: 'installed', scheduler: 'cron' });
    const second = ready(await install(machine, 'systemd'));
    expect(second.warnings).toEqual([expect.stringContaining('cron starts the reminders already')]);
    await second.carryOut();
    const removal = ready(await planUninstall(schedulersOf(machine), machine));
    expect(removal.removes).toHaveLength(3);
    await removal.carryOut();
    expect(machine.crontab).toBeUndefined();
    expect(tree(machine)).toEqual([]);
    expect(await planUninstall(schedulersOf(machine), machine)).toEqual({ kind: 'nothing' });
  });
});
