import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Notice, PromptLine } from '../../src/reminder-delivery.ts';
import { createReminderDelivery } from '../../src/reminders/delivery.ts';
import { FakeMachine, type FakeMachineFacts } from '../support/fake-machine.ts';
import { folderWhile, tempFolder } from '../support/temp-folder.ts';

const desktopEnv = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus' };
const withDesktop: FakeMachineFacts = { env: desktopEnv, programs: { 'notify-send': () => ({}) } };

function world(facts: FakeMachineFacts = {}, root = tempFolder()) {
  const machine = new FakeMachine(root, facts);
  return { machine, delivery: createReminderDelivery(machine, () => 60) };
}

const notice = (more: Partial<Notice> = {}): Notice => ({
  id: 'desk-break/2026-11-23T09:45',
  title: 'Time for your break',
  text: 'A minute for yourself.',
  line: 'Up and walk to the window.',
  ...more,
});

const line = (id: string, more: Partial<PromptLine> = {}): PromptLine => ({
  id,
  occurrences: [id],
  from: 10_000,
  until: 20_000,
  line: 'Up and walk.',
  ...more,
});

describe('a notice', () => {
  test('goes to the desktop first; the receipt says how, and stays', async () => {
    const { delivery, machine } = world(withDesktop);
    const outcome = await delivery.notify(notice(), ['desktop', 'terminal', 'prompt']);
    const receipt = { channel: 'desktop', means: 'notify-send', at: machine.time };
    expect(outcome).toEqual({ kind: 'shown', receipt, attempts: [] });
    expect(await delivery.lastReceipt()).toEqual(receipt);
    expect(machine.ran[0]?.words).toEqual([
      '--app-name=backcare',
      '--',
      'Time for your break',
      'A minute for yourself.',
    ]);
    expect(machine.ran[0]?.env).toMatchObject(desktopEnv);
  });

  test('what reaches nobody may be tried again, and says what was tried', async () => {
    const { delivery } = world();
    for (let count = 0; count < 2; count += 1) {
      expect(await delivery.notify(notice(), ['desktop', 'terminal', 'prompt'])).toEqual({
        kind: 'unreached',
        attempts: [
          { channel: 'desktop', reason: 'No desktop session is open: there is no session bus.' },
          { channel: 'terminal', reason: 'No terminal of yours stands at a prompt and takes messages.' },
          { channel: 'prompt', reason: expect.stringContaining('next prompt') },
        ],
      });
    }
    expect(await delivery.lastReceipt()).toBeUndefined();
  });

  test('a program that fails is followed by the next one', async () => {
    const programs = {
      'notify-send': () => ({ code: 1, stderr: 'The name is not activatable\n' }),
      gdbus: () => ({ stdout: '(uint32 1,)\n' }),
    };
    const { delivery, machine } = world({ env: desktopEnv, programs });
    expect(await delivery.notify(notice({ text: 'a "b" \\ c' }), ['desktop'])).toMatchObject({
      kind: 'shown',
      receipt: { means: 'gdbus' },
    });
    expect(machine.ran[1]?.words.slice(-8)).toEqual([
      '"backcare"',
      '0',
      '""',
      '"Time for your break"',
      '"a \\"b\\" \\\\ c"',
      '@as []',
      '@a{sv} {}',
      '-1',
    ]);
  });

  test('is one line of words: nothing in it steers a terminal', async () => {
    const { delivery, machine } = world(withDesktop);
    await delivery.notify(notice({ title: 'a\u001b[2Jb\nc', text: '\u202Ed\u0000e' }), ['desktop']);
    expect(machine.ran[0]?.words.slice(-2)).toEqual(['a [2Jb c', 'd e']);
  });

  test('is shown once, by however many ticks at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 6 }),
        fc.integer({ min: 1, max: 4 }),
        async (ticks, minutes) => {
          await folderWhile(async (folder) => {
            const machines = Array.from({ length: ticks }, () => world(withDesktop, folder));
            for (let count = 0; count < minutes; count += 1) {
              await Promise.all(machines.map(({ delivery }) => delivery.notify(notice(), ['desktop'])));
            }
            expect(machines.flatMap(({ machine }) => machine.ran)).toHaveLength(1);
          });
        },
      ),
      { numRuns: 30 },
    );
  });

  test('shown again after a snooze it has an id of its own', async () => {
    const { delivery } = world(withDesktop);
    await delivery.notify(notice(), ['desktop']);
    expect((await delivery.notify(notice({ id: `${notice().id}~2` }), ['desktop'])).kind).toBe('shown');
  });

  test('old claims go, young ones stay', async () => {
    const { delivery, machine } = world(withDesktop);
    for (const id of ['old', 'young']) await delivery.notify(notice({ id }), ['desktop']);
    utimesSync(join(machine.folder, 'claims', 'old'), 1000, 1000);
    await delivery.forgetClaims(2_000_000);
    expect(readdirSync(join(machine.folder, 'claims'))).toEqual(['young']);
  });

  test.each(['', '../x', 'a b', 'a\tb', '.a', 'a'.repeat(200)])('the id %j is our fault', async (id) => {
    await expect(world().delivery.notify(notice({ id }), [])).rejects.toThrow('no id of a reminder');
  });
});

describe('on other systems', () => {
  test('macOS: the words are arguments of a script that never changes', async () => {
    const { delivery, machine } = world({ platform: 'darwin', programs: { osascript: () => ({}) } });
    const words = { title: '" & (do shell script "x") & "', text: '-e' };
    expect(await delivery.notify(notice(words), ['desktop'])).toMatchObject({
      receipt: { means: 'osascript' },
    });
    expect(machine.ran[0]?.words.slice(0, 5).join(' ')).toContain('display notification (item 2 of argv)');
    expect(machine.ran[0]?.words.slice(-2)).toEqual([words.title, words.text]);
  });

  test('Windows: the words are variables of a script that never changes', async () => {
    const { delivery, machine } = world({ platform: 'win32', programs: { powershell: () => ({}) } });
    const words = { title: "'; Remove-Item x; '", text: '$(x)' };
    expect(await delivery.notify(notice(words), ['desktop'])).toMatchObject({
      receipt: { means: 'powershell' },
    });
    expect(machine.ran[0]?.words.join(' ')).not.toContain('Remove-Item');
    expect(machine.ran[0]?.env).toMatchObject({ BACKCARE_TITLE: words.title, BACKCARE_TEXT: words.text });
  });

  test('Linux under Windows: said plainly', async () => {
    const { delivery } = world({ env: { WSL_DISTRO_NAME: 'Debian' } });
    expect(await delivery.notify(notice(), ['desktop'])).toMatchObject({
      attempts: [{ reason: 'Linux under Windows (WSL) has no notices on the desktop.' }],
    });
  });
});

describe('a terminal', () => {
  /** A shell or another program in the foreground of /dev/pts/0, which in truth is a file. */
  function terminalWorld({
    program = 'bash',
    foreground = 10,
    mode = 0o620,
    idle = 0,
    uid = statSync('.').uid,
  } = {}) {
    const { machine, delivery } = world({ userId: uid, now: Date.now() });
    mkdirSync(machine.terminals, { recursive: true });
    const path = join(machine.terminals, '0');
    writeFileSync(path, '');
    chmodSync(path, mode);
    const used = (Date.now() - idle) / 1000;
    utimesSync(path, used, used);
    const process = (id: number, name: string, group: number) => {
      mkdirSync(join(machine.proc, String(id)), { recursive: true });
      // Its number of the terminal is that of the file: no device.
      const stat = `${id} (${name}) S 1 ${group} 10 ${statSync(path).rdev} ${foreground} 0`;
      writeFileSync(join(machine.proc, String(id), 'stat'), stat);
    };
    process(10, program, 10);
    process(11, 'vim) (x', 11);
    return { delivery, path };
  }

  test('whose shell stands at its prompt gets the line', async () => {
    const { delivery, path } = terminalWorld();
    expect(await delivery.notify(notice(), ['terminal'])).toMatchObject({
      receipt: { channel: 'terminal', means: path },
    });
    expect(readFileSync(path, 'utf8')).toBe('\r\nUp and walk to the window.\r\n');
  });

  test.each([
    ['in which an editor is open', { foreground: 11 }],
    ['that runs no shell', { program: 'tmux: server' }],
    ['that takes no messages', { mode: 0o600 }],
    ['of somebody else', { uid: 4711 }],
    ['at which nobody sits', { idle: 31 * 60_000 }],
  ])('%s is left alone', async (_, facts) => {
    const { delivery, path } = terminalWorld(facts);
    expect((await delivery.notify(notice(), ['terminal'])).kind).toBe('unreached');
    expect(readFileSync(path, 'utf8')).toBe('');
  });
});

describe('lines for a prompt', () => {
  const file = (machine: FakeMachine) => join(machine.folder, 'prompt');

  test('the earliest first, seconds, one line each', async () => {
    const { delivery, machine } = world();
    await delivery.keepPromptLines([
      line('b/2026-11-23T09:45', { from: 30_001, until: 40_000 }),
      line('a', { occurrences: ['a', 'c/2'], line: 'one\ttwo\nthree \u001b[31m' }),
    ]);
    expect(readFileSync(file(machine), 'utf8')).toBe(
      '10\t20\ta\ta,c/2\tone two three [31m\n31\t40\tb+2026-11-23T09=45\tb/2026-11-23T09:45\tUp and walk.\n',
    );
    expect(statSync(file(machine)).mode & 0o777).toBe(0o600);
    // Shells make their claims there and make no folder.
    expect(existsSync(join(machine.folder, 'claims'))).toBe(true);
  });

  test('are written only when they have changed, and taken away when there is none', async () => {
    const { delivery, machine } = world();
    await delivery.keepPromptLines([]);
    expect(existsSync(machine.folder)).toBe(false);
    await delivery.keepPromptLines([line('a')]);
    utimesSync(file(machine), 1000, 1000);
    await delivery.keepPromptLines([line('a')]);
    expect(statSync(file(machine)).mtimeMs).toBe(1_000_000);
    await delivery.keepPromptLines([]);
    expect(existsSync(file(machine))).toBe(false);
  });

  test('what a shell has shown comes back until it is in the record', async () => {
    const { delivery, machine } = world({ now: Date.now() });
    await delivery.keepPromptLines([line('a/2026-11-23T09:45')]);
    const claim = join(machine.folder, 'claims', 'a+2026-11-23T09=45');
    writeFileSync(claim, 'zsh a/2026-11-23T09:45,b/2\n');
    const [shown] = await delivery.takeShown();
    expect(shown).toEqual({
      id: 'a/2026-11-23T09:45',
      occurrences: ['a/2026-11-23T09:45', 'b/2'],
      receipt: { channel: 'prompt', means: 'zsh', at: statSync(claim).mtimeMs },
    });
    expect(await delivery.takeShown()).toHaveLength(1);
    await delivery.forgetShown(shown === undefined ? [] : [shown]);
    expect(await delivery.takeShown()).toEqual([]);
    expect(await delivery.lastReceipt()).toEqual(shown?.receipt);
  });

  test('a claim that a shell is about to write is left to it; one that it never wrote counts after a while', async () => {
    const { delivery, machine } = world({ now: Date.now() });
    mkdirSync(join(machine.folder, 'claims'), { recursive: true });
    writeFileSync(join(machine.folder, 'claims', 'a'), '');
    expect(await delivery.takeShown()).toEqual([]);
    machine.pass(5000);
    expect(await delivery.takeShown()).toMatchObject([
      { id: 'a', occurrences: [], receipt: { means: 'shell' } },
    ]);
  });
});

describe('a path that is broken', () => {
  async function installed(facts: FakeMachineFacts = {}) {
    const root = tempFolder();
    const [node, program] = [join(root, 'node'), join(root, 'backcare.js')];
    for (const path of [node, program]) writeFileSync(path, '');
    const made = world({ node, program, ...facts }, root);
    const plan = await made.delivery.planInstall('cron');
    if (plan.kind !== 'ready') throw new Error(JSON.stringify(plan));
    await plan.carryOut();
    return { ...made, node, program };
  }
  const reasons = async ({ delivery }: Awaited<ReturnType<typeof installed>>) =>
    (await delivery.brokenPath()).map(({ reason }) => reason);
  const minutes = (count: number) => count * 60_000;

  test('nothing is said where nothing is installed', async () => {
    expect(await world().delivery.brokenPath()).toEqual([]);
  });

  test('nothing is said while ticks come, nor soon after', async () => {
    const made = await installed();
    made.machine.pass(minutes(9));
    expect(await reasons(made)).toEqual([]);
    await made.delivery.keepTick({ at: made.machine.now(), offsetMinutes: 60 });
    made.machine.pass(minutes(9));
    expect(await reasons(made)).toEqual([]);
  });

  test.each([
    ['that never came', false],
    ['that came no more', true],
  ])('ticks %s are said', async (_, cameOnce) => {
    const made = await installed();
    if (cameOnce) await made.delivery.keepTick({ at: made.machine.now(), offsetMinutes: 60 });
    made.machine.pass(minutes(185));
    expect(await reasons(made)).toEqual([
      'Reminders do not come: cron has not started backcare for 3 hours, though this computer was awake.',
    ]);
  });

  test('a computer that slept, or was switched off, is not broken', async () => {
    const made = await installed();
    // The clock on the wall alone goes on.
    made.machine.time += minutes(3000);
    expect(await reasons(made)).toEqual([]);
    made.machine.wakingTime = minutes(2);
    expect(await reasons(made)).toEqual([]);
    made.machine.wakingTime = minutes(11);
    expect(await reasons(made)).toHaveLength(1);
  });

  test('a Node or a program that is gone is said at once', async () => {
    const made = await installed();
    rmSync(made.program);
    expect(await reasons(made)).toEqual([`Reminders do not come: backcare is no longer at ${made.program}.`]);
    rmSync(made.node);
    expect(await reasons(made)).toEqual([
      `Reminders do not come: the Node they were installed with is gone (${made.node}).`,
    ]);
  });

  test('after an uninstall nothing is said', async () => {
    const made = await installed();
    made.machine.pass(minutes(60));
    const plan = await made.delivery.planUninstall();
    if (plan.kind === 'ready') await plan.carryOut();
    expect(await reasons(made)).toEqual([]);
  });

  test('files that are cut or foreign are no trouble', async () => {
    const made = await installed();
    for (const name of ['installed.json', 'tick.json', 'receipt.json', 'test-request.json']) {
      for (const text of ['', '{', '[]', '{"at":"x"}', 'null']) {
        writeFileSync(join(made.machine.folder, name), text);
        await made.delivery.brokenPath();
        expect(await made.delivery.lastTick()).toBeUndefined();
        expect(await made.delivery.lastReceipt()).toBeUndefined();
        expect(await made.delivery.requestedTest()).toBeUndefined();
      }
    }
  });
});

describe('a look at the machine', () => {
  const states = async ({ delivery }: ReturnType<typeof world>) =>
    Object.fromEntries((await delivery.examine()).map(({ about, state }) => [about, state]));

  test('a bare one: everything that is not there is absent, not broken', async () => {
    const made = world({ programs: { crontab: undefined } });
    expect(await states(made)).toMatchObject({
      scheduler: 'absent',
      desktop: 'absent',
      terminal: 'absent',
      prompt: 'absent',
    });
    expect(Object.values(await states(made))).not.toContain('broken');
  });

  test('where all is well', async () => {
    const made = world({ ...withDesktop, node: process.execPath, program: process.execPath });
    const plan = await made.delivery.planInstall('cron');
    if (plan.kind === 'ready') await plan.carryOut();
    mkdirSync(join(made.machine.proc, '1'), { recursive: true });
    writeFileSync(join(made.machine.proc, '1', 'comm'), 'cron\n');
    writeFileSync(join(made.machine.folder, 'hook-zsh'), '');
    await made.delivery.keepTick({ at: made.machine.now(), offsetMinutes: 60 });
    await made.delivery.notify(notice(), ['desktop']);
    expect(await states(made)).toMatchObject({
      scheduler: 'well',
      daemon: 'well',
      node: 'well',
      program: 'well',
      'search path': 'well',
      desktop: 'well',
      prompt: 'well',
      zone: 'well',
      'last tick': 'well',
      'last receipt': 'well',
    });
    const [receipt] = (await made.delivery.examine()).filter(({ about }) => about === 'last receipt');
    expect(receipt?.says).toBe('2026-11-23 10:45: desktop, through notify-send.');
  });

  test('what is broken is said with what to do', async () => {
    const made = world({ node: '/gone/node', program: '/gone/backcare.js' });
    const plan = await made.delivery.planInstall('cron');
    if (plan.kind === 'ready') await plan.carryOut();
    made.machine.crontab = made.machine.crontab?.replace('tick', 'tock');
    mkdirSync(join(made.machine.proc, '1'), { recursive: true });
    writeFileSync(join(made.machine.proc, '1', 'comm'), 'init\n');
    await made.delivery.keepTick({ at: made.machine.now(), offsetMinutes: 0 });
    made.machine.pass(3 * 60_000);
    const broken = (await made.delivery.examine()).filter(({ state }) => state === 'broken');
    expect(broken.map(({ about }) => about)).toEqual([
      'scheduler',
      'daemon',
      'node',
      'program',
      'zone',
      'last tick',
    ]);
    for (const { next, says } of broken)
      expect({ says, next }).toMatchObject({ next: expect.stringMatching(/\w/) });
  });
});

describe('the test of the doctor', () => {
  test('is asked for, answered by a tick, and read once it is there', async () => {
    const { delivery } = world();
    const { id, soon } = await delivery.requestTest();
    expect(soon).toBe(false);
    expect(await delivery.testAnswer(id)).toBeUndefined();
    expect(await delivery.requestedTest()).toBe(id);
    const outcome = await delivery.notify(notice({ id }), ['desktop']);
    await delivery.answerTest(id, outcome);
    expect(await delivery.requestedTest()).toBeUndefined();
    expect(await delivery.testAnswer(id)).toEqual(outcome);
    expect(await delivery.testAnswer('test-other')).toBeUndefined();
  });

  test('one that nobody answered is forgotten', async () => {
    const { delivery, machine } = world();
    await delivery.requestTest();
    machine.pass(11 * 60_000);
    expect(await delivery.requestedTest()).toBeUndefined();
  });

  test('a scheduler that can starts the tick at once', async () => {
    const { delivery, machine } = world({ programs: { systemctl: () => ({}) } });
    const plan = await delivery.planInstall('systemd');
    if (plan.kind === 'ready') await plan.carryOut();
    expect((await delivery.requestTest()).soon).toBe(true);
    expect(machine.ran.at(-1)?.words).toEqual(['--user', 'start', 'backcare-remind.service']);
  });
});
