import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InstallPlan, UninstallPlan } from '../../src/reminder-delivery.ts';
import { cronScheduler } from '../../src/reminders/cron-scheduler.ts';
import { FakeMachine, type FakeMachineFacts } from '../support/fake-machine.ts';
import { folderWhile, tempFolder } from '../support/temp-folder.ts';
import { anyCrontab } from './support/crontabs.ts';

function machineWith(facts: FakeMachineFacts = {}): FakeMachine {
  return new FakeMachine(tempFolder(), facts);
}

function ready<Plan extends InstallPlan | UninstallPlan>(plan: Plan) {
  if (plan.kind !== 'ready') throw new Error(JSON.stringify(plan));
  return plan as Extract<Plan, { kind: 'ready' }>;
}

async function install(machine: FakeMachine) {
  return ready(await cronScheduler(machine).planInstall()).carryOut();
}

async function uninstall(machine: FakeMachine) {
  return ready(await cronScheduler(machine).planUninstall()).carryOut();
}

describe('laws over any crontab', () => {
  test('installed and uninstalled, every byte is as it was; installed twice is installed once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.option(anyCrontab, { nil: undefined }), async (crontab) => {
        await folderWhile(async (folder) => {
          const machine = new FakeMachine(folder, crontab === undefined ? {} : { crontab });
          machine.insistsOnLineEnd = false;
          await install(machine);
          const installed = machine.crontab ?? '';
          expect(installed.startsWith(crontab ?? '')).toBe(true);
          expect((await cronScheduler(machine).planInstall()).kind).toBe('installed');
          expect(await cronScheduler(machine).state()).toMatchObject({ installed: 'as-written' });
          const { remarks } = await uninstall(machine);
          expect(remarks).toEqual([]);
          expect(machine.crontab).toBe(crontab);
          expect((await cronScheduler(machine).planUninstall()).kind).toBe('nothing');
        });
      }),
      { numRuns: 200 },
    );
  });

  test('what others write above and below while it is installed stays', async () => {
    await fc.assert(
      fc.asyncProperty(anyCrontab, anyCrontab, async (above, below) => {
        // The block of another household takes a note over: see below.
        fc.pre(!below.startsWith('# >>> backcare /elsewhere >>>'));
        await folderWhile(async (folder) => {
          const machine = new FakeMachine(folder, { crontab: above });
          machine.insistsOnLineEnd = false;
          await install(machine);
          machine.crontab += below;
          await uninstall(machine);
          const joint = above === '' || above.endsWith('\n') || below === '' ? '' : '\n';
          expect(machine.crontab).toBe(above + joint + below);
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe('the line', () => {
  test('absolute paths, the home, nothing to mail', async () => {
    const machine = machineWith();
    await install(machine);
    expect(machine.crontab).toBe(`# >>> backcare >>> (there was no crontab before)
# Starts the reminders. To take these lines out again: backcare remind uninstall
* * * * * HOME=${machine.home} /usr/bin/node /usr/local/bin/backcare remind tick --quiet >/dev/null 2>&1
# <<< backcare <<<
`);
  });

  test('percent signs, spaces and quotes', async () => {
    const machine = machineWith({ node: "/opt/my node's/100%/node", program: '/srv/$HOME/"b"/backcare.js' });
    await install(machine);
    expect(machine.crontab).toContain(
      `'/opt/my node'\\''s/100\\%/node' '/srv/$HOME/"b"/backcare.js' remind tick --quiet >/dev/null`,
    );
  });

  test('a household of its own has a block of its own', async () => {
    const usual = machineWith();
    await install(usual);
    const own = machineWith({ env: { BACKCARE_HOME: '/home/sam/child' }, crontab: usual.crontab ?? '' });
    await install(own);
    expect(own.crontab).toContain('# >>> backcare /home/sam/child >>>\n');
    expect(own.crontab).toContain(' BACKCARE_HOME=/home/sam/child ');
    await uninstall(own);
    expect(own.crontab).toBe(usual.crontab);
  });

  test.each([
    ['no line end', '0 1 * * * backup'],
    ['no crontab', undefined],
    ['a usual one', '0 1 * * * backup\n'],
  ])('two households, first in and first out, on %s: every byte is as it was', async (_, before) => {
    const one = machineWith(before === undefined ? {} : { crontab: before });
    one.insistsOnLineEnd = false;
    await install(one);
    const other = machineWith({ env: { BACKCARE_HOME: '/home/sam/child' }, crontab: one.crontab ?? '' });
    other.insistsOnLineEnd = false;
    await install(other);
    one.crontab = other.crontab;
    await uninstall(one);
    other.crontab = one.crontab;
    expect(await cronScheduler(other).state()).toMatchObject({ installed: 'as-written' });
    expect((await uninstall(other)).remarks).toEqual([]);
    expect(other.crontab).toBe(before);
  });

  test('the zone and the folders that only the shell of the person knows go along', async () => {
    const machine = machineWith({ env: { TZ: 'Australia/Sydney', XDG_DATA_HOME: '/data/sam' } });
    await install(machine);
    expect(machine.crontab).toContain(' XDG_DATA_HOME=/data/sam TZ=Australia/Sydney /usr/bin/node');
  });

  test('the program has moved: its line is replaced where it stands', async () => {
    const before = machineWith({ crontab: '0 1 * * * backup' });
    before.insistsOnLineEnd = false;
    await install(before);
    const crontab = `${before.crontab}0 2 * * * later\n`;
    const after = machineWith({ crontab, node: '/opt/node26/bin/node' });
    after.insistsOnLineEnd = false;
    expect(await cronScheduler(after).state()).toMatchObject({ installed: 'other' });
    await install(after);
    const moved = crontab.replace(before.home, after.home).replace('/usr/bin/node', '/opt/node26/bin/node');
    expect(after.crontab).toBe(moved);
    await uninstall(after);
    expect(after.crontab).toBe('0 1 * * * backup\n0 2 * * * later\n');
  });
});

describe('what can go wrong', () => {
  test.each<[string, FakeMachineFacts, RegExp]>([
    ['sudo', { userId: 0, env: { SUDO_USER: 'sam' } }, /not of sam/],
    ['no crontab program', { programs: { crontab: undefined } }, /no crontab program/],
    [
      'no permission',
      {
        programs: {
          crontab: () => ({ code: 1, stderr: 'You (sam) are not allowed to use this program (crontab)' }),
        },
      },
      /may not use cron.*\(sam\)/,
    ],
    [
      'a reading that fails',
      { programs: { crontab: () => ({ code: 1, stderr: 'crontab: /var/spool: Input/output error' }) } },
      /not known what is in it/,
    ],
    [
      'a reading that fails in the middle',
      { programs: { crontab: () => ({ code: 1, stdout: '0 1 * * * a\n', stderr: 'no crontab for sam' }) } },
      /not known what is in it/,
    ],
    ['npx', { program: '/home/sam/.npm/_npx/1f/node_modules/.bin/backcare' }, /cache of npx/],
    ['a line break in a path', { node: '/opt/a\nb/node' }, /line break/],
    ['a backslash before a percent sign', { node: '/opt/a\\%b/node' }, /backslash/],
    ['a very long path', { node: `/opt/${'a'.repeat(900)}/node` }, /too long/],
  ])('%s: refused, with a reason and another way, and nothing is touched', async (_, facts, reason) => {
    const machine = machineWith({ crontab: '0 1 * * * a\n', ...facts });
    const plan = await cronScheduler(machine).planInstall();
    expect(plan).toMatchObject({ kind: 'refused', next: expect.stringMatching(/\w/) });
    expect(plan).toHaveProperty('reason', expect.stringMatching(reason));
    expect(machine.crontab).toBe('0 1 * * * a\n');
  });

  test.each([
    ['root that is not under sudo', { userId: 0 }],
    ['busybox', { programs: { crontab: busyboxCrontab() } }],
  ])('%s may install', async (_, facts) => {
    expect((await cronScheduler(machineWith(facts)).planInstall()).kind).toBe('ready');
  });

  test.each([
    ['the last line is gone', (text: string) => text.replace(/# <<<.*\n/, '')],
    ['the first line is gone', (text: string) => text.replace(/# >>>.*\n/, '')],
    ['it is there twice', (text: string) => text + text],
    ['it begins twice', (text: string) => text.replace(/(# >>>.*\n)/, '$1$1')],
  ])('%s: neither install nor uninstall touches it', async (_, damage) => {
    const machine = machineWith({ crontab: '0 1 * * * a\n' });
    await install(machine);
    machine.crontab = damage(machine.crontab ?? '');
    const before = machine.crontab;
    for (const plan of [
      await cronScheduler(machine).planInstall(),
      await cronScheduler(machine).planUninstall(),
    ])
      expect(plan).toMatchObject({
        kind: 'refused',
        reason: expect.stringMatching(/cut short or there twice \(line \d/),
      });
    expect(await cronScheduler(machine).state()).toMatchObject({
      installed: 'broken',
      // The marks have to go too: with them alone it would be refused again.
      hindrance: { next: expect.stringContaining('every line of backcare') },
    });
    expect(machine.crontab).toBe(before);
  });

  test('a crontab that changes between the question and the yes is left alone', async () => {
    const machine = machineWith({ crontab: 'a\n' });
    const plan = ready(await cronScheduler(machine).planInstall());
    machine.crontab = 'b\n';
    await expect(plan.carryOut()).rejects.toThrow('changed by something else');
    expect(machine.crontab).toBe('b\n');
  });

  test('control characters that cron does not show as they are', async () => {
    const machine = machineWith({
      programs: {
        crontab: ([first = '']) => ({ stdout: first === '-l' ? '0 1 * * * a\\r\n' : 'something else' }),
      },
    });
    expect(await cronScheduler(machine).planInstall()).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('control characters'),
    });
  });

  test('a cron that refuses is quoted', async () => {
    const machine = machineWith({
      programs: {
        crontab: ([first = '']) =>
          first === '-l' ? { stdout: 'a\n' } : { code: 1, stderr: 'errors in crontab file' },
      },
    });
    const plan = ready(await cronScheduler(machine).planInstall());
    await expect(plan.carryOut()).rejects.toMatchObject({
      reason: 'The system says: "errors in crontab file". It is as it was.',
    });
  });

  test('a cron that keeps something else than it was given is noticed', async () => {
    const machine = machineWith({
      programs: { crontab: ([first = '']) => (first === '-l' ? { stdout: 'a\n' } : {}) },
    });
    const plan = ready(await cronScheduler(machine).planInstall());
    await expect(plan.carryOut()).rejects.toThrow('not what was written');
  });

  test('a cron that does not take a last line without its end gets one, and that is said', async () => {
    const machine = machineWith({ crontab: '0 1 * * * a' });
    await install(machine);
    const { remarks } = await uninstall(machine);
    expect(machine.crontab).toBe('0 1 * * * a\n');
    expect(remarks).toEqual([expect.stringContaining('no line end')]);
  });
});

describe('a cron daemon that does not run', () => {
  const withoutDaemon = (facts: FakeMachineFacts = {}) => {
    const machine = machineWith(facts);
    mkdirSync(join(machine.proc, '1'), { recursive: true });
    writeFileSync(join(machine.proc, '1', 'comm'), 'init\n');
    return machine;
  };

  test.each([
    ['is said before the yes', {}, 'sudo service cron start'],
    [
      'in Linux under Windows too, with what starts it each time',
      { env: { WSL_DISTRO_NAME: 'Debian' } },
      '/etc/wsl.conf',
    ],
  ])('%s', async (_, facts, words) => {
    const { warnings } = ready(await cronScheduler(withoutDaemon(facts)).planInstall());
    expect(warnings).toEqual([expect.stringContaining(words)]);
  });

  test('one that runs, or that cannot be seen, is no matter', async () => {
    const running = withoutDaemon();
    mkdirSync(join(running.proc, '77'));
    writeFileSync(join(running.proc, '77', 'comm'), 'crond\n');
    for (const machine of [running, machineWith()]) {
      expect(ready(await cronScheduler(machine).planInstall()).warnings).toEqual([]);
    }
  });
});

describe('a copy', () => {
  test('is kept of what was there, byte for byte, for the owner only', async () => {
    const crontab = '# caf\u00e9 \u00ff\u0000\r\n0 1 * * * a';
    const machine = machineWith({ crontab });
    const { copy = '' } = await install(machine);
    expect(copy).toBe(join(machine.folder, 'crontab-before-2026-11-23T094500Z.txt'));
    expect(readFileSync(copy, 'latin1')).toBe(crontab);
    expect(readdirSync(machine.folder).sort()).toEqual([
      'crontab-before-2026-11-23T094500Z.txt',
      'installed.json',
    ]);
  });

  test('is never written over: two within a second are two', async () => {
    const machine = machineWith({ crontab: 'a\n' });
    const { copy: first = '' } = await install(machine);
    const installed = machine.crontab;
    const { copy: second = '' } = await uninstall(machine);
    expect(second).toBe(join(machine.folder, 'crontab-before-2026-11-23T094500Z.2.txt'));
    expect(readFileSync(first, 'latin1')).toBe('a\n');
    expect(readFileSync(second, 'latin1')).toBe(installed);
  });

  test('goes when ten newer ones are there, and nothing else goes', async () => {
    const machine = machineWith({ crontab: 'a\n' });
    mkdirSync(machine.folder, { recursive: true });
    for (const name of ['crontab-before-mine.txt', 'crontab-before-2020-01-01T000000Z.txt'])
      writeFileSync(join(machine.folder, name), 'kept');
    for (let time = 0; time < 6; time++) {
      await install(machine);
      await uninstall(machine);
    }
    const stamp = 'crontab-before-2026-11-23T094500Z';
    expect(readdirSync(machine.folder).sort()).toEqual(
      [
        ...Array.from({ length: 10 }, (_, place) => `${stamp}.${place + 3}.txt`),
        'crontab-before-mine.txt',
      ].sort(),
    );
  });

  test('is not made of nothing', async () => {
    expect(await install(machineWith())).toEqual({ scheduler: 'cron' });
  });
});

function busyboxCrontab() {
  return () => ({ code: 1, stderr: "crontab: can't open 'sam': No such file or directory" });
}
