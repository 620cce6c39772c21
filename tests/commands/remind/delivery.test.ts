import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { afterwards } from '../../../src/commands/remind/afterwards.ts';
import { clearedPerson, person, run, said } from './person.ts';

const crontab = '# mine\nMAILTO=me\n0 5 * * * backup 100%\n';

describe('install', () => {
  test('shows what it would write, asks, and writes that', async () => {
    const ctx = await clearedPerson({
      machine: { crontab },
      answers: [{ choose: 'yes', message: 'Set this up?' }],
    });
    const text = await said(ctx, 'remind install --with cron');
    const question = ctx.prompts.choices[0]?.text ?? '';
    expect(question).toContain('Would be written: your crontab');
    expect(question).toContain('remind tick --quiet');
    expect(text).toContain('Set up, with cron');
    expect(text).toMatch(/A copy of what was there:\s+\/.*crontab-before/);
    expect(ctx.machine.crontab?.startsWith(crontab)).toBe(true);
  });

  test('a no changes nothing', async () => {
    const ctx = await clearedPerson({ machine: { crontab }, answers: [{ choose: 'no' }] });
    expect(await said(ctx, 'remind install')).toBe('');
    expect(ctx.stderr).toBe('Nothing was set up.\n');
    expect(ctx.machine.crontab).toBe(crontab);
  });

  test('twice: it is there already', async () => {
    const ctx = await clearedPerson();
    await said(ctx, 'remind install --yes');
    expect(await said(ctx, 'remind install --yes')).toContain(
      'It is set up already, with cron: your crontab.',
    );
  });

  test('and uninstall: every byte is as it was', async () => {
    const ctx = await clearedPerson({ machine: { crontab } });
    await said(ctx, 'remind install --yes');
    expect(ctx.machine.crontab).not.toBe(crontab);
    const text = await said(ctx, 'remind uninstall --yes');
    expect(text).toContain('Taken out');
    expect(text).toContain('What you set is kept.');
    expect(ctx.machine.crontab).toBe(crontab);
    expect(await said(ctx, 'remind uninstall --yes')).toContain('nothing was changed');
  });

  test('nobody to ask: shown on the error stream, and refused', async () => {
    const ctx = await clearedPerson({ machine: { crontab } });
    expect(await run(ctx, 'remind install')).toBe(2);
    expect(ctx.stderr).toMatch(
      /Would be written: your crontab[\s\S]*remind tick --quiet[\s\S]*nobody to ask/,
    );
    expect([ctx.stdout, ctx.machine.crontab]).toEqual(['', crontab]);
    await said(ctx, 'remind install --yes');
    ctx.clearOutput();
    const installed = ctx.machine.crontab;
    expect(await run(ctx, 'remind uninstall')).toBe(2);
    expect(ctx.stderr).toMatch(
      /Would be removed: your crontab[\s\S]*remind tick --quiet[\s\S]*nobody to ask/,
    );
    expect(ctx.machine.crontab).toBe(installed);
  });

  test('--quiet says nothing of what was done', async () => {
    const ctx = await clearedPerson({ machine: { crontab } });
    expect(await said(ctx, 'remind install --yes --quiet')).toBe('');
    expect(ctx.machine.crontab).not.toBe(crontab);
    expect(await said(ctx, 'remind uninstall --yes --quiet')).toBe('');
    expect(ctx.machine.crontab).toBe(crontab);
  });

  test('a damaged block: status says what to take out', async () => {
    const ctx = await clearedPerson({ machine: { crontab } });
    await said(ctx, 'remind install --yes');
    ctx.machine.crontab = ctx.machine.crontab?.replace(/# <<<.*\n/, '');
    const { ways } = JSON.parse(await said(ctx, 'remind status --json'));
    expect(ways).toContainEqual(
      expect.objectContaining({
        about: 'cron',
        state: 'broken',
        next: expect.stringContaining('crontab -e'),
      }),
    );
  });

  test('a damaged block: status does not offer what would be refused', async () => {
    const ctx = await clearedPerson({ machine: { crontab } });
    await said(ctx, 'remind install --yes');
    ctx.machine.crontab = ctx.machine.crontab?.replace(/# <<<.*\n/, '');
    const text = await said(ctx, 'remind status');
    expect(text).toContain('crontab -e');
    expect(text).toMatch(/Next +backcare remind doctor · backcare remind\n/);
  });

  test('as JSON', async () => {
    const ctx = await clearedPerson({ machine: { crontab } });
    expect(JSON.parse(await said(ctx, 'remind install --yes --json'))).toMatchObject({
      schema: 'backcare/reminder-install@1',
      did: 'installed',
      scheduler: 'cron',
      texts: [{ where: 'your crontab', text: expect.stringContaining('remind tick --quiet') }],
    });
    expect(JSON.parse(await said(ctx, 'remind uninstall --yes --json'))).toMatchObject({
      did: 'uninstalled',
    });
  });

  test('no crontab program: said, with the way that works', async () => {
    const ctx = await clearedPerson({ machine: { programs: { crontab: undefined } } });
    expect(await run(ctx, 'remind install --yes')).toBe(2);
    expect(ctx.stderr).toMatch(/remind hook|remind calendar|--with/);
  });

  test.each(['calendar', 'hook'])('--with %s: what to do by hand, and nothing is written', async (way) => {
    const ctx = await clearedPerson({ machine: { crontab } });
    expect(await said(ctx, `remind install --with ${way}`)).toContain(`backcare remind ${way}`);
    expect(ctx.machine.crontab).toBe(crontab);
  });
});

describe('a way that has broken', () => {
  test('shows at the next command, in one line', async () => {
    const ctx = await clearedPerson();
    await said(ctx, 'remind install --yes');
    ctx.clearOutput();
    await afterwards(ctx, { hasKept: false, saysBroken: true });
    // The program of this machine in memory is nowhere.
    expect(ctx.stderr).toMatch(
      /^\nbackcare: Reminders do not come: .+ To set it right: backcare remind install\n$/,
    );
    expect(await said(ctx, 'remind status')).toContain('Reminders do not come');
  });

  test('without an installation nothing is said, and nothing made', async () => {
    const ctx = await clearedPerson();
    await afterwards(ctx, { hasKept: true, saysBroken: true });
    expect(ctx.stderr).toBe('');
    expect(existsSync(ctx.machine.folder)).toBe(false);
  });
});

describe('doctor', () => {
  test('with nothing set up: no test, and the next step', async () => {
    const ctx = await clearedPerson();
    const text = await said(ctx, 'remind doctor');
    expect(text).toContain('Nothing brings reminders yet');
    expect(text).toContain('backcare remind install');
  });

  test('waits for the receipt of a real one', async () => {
    const ctx = await clearedPerson({
      machine: { platform: 'darwin', programs: { osascript: () => ({}), launchctl: () => ({}) } },
    });
    await said(ctx, 'remind install --yes');
    const { wait } = ctx.clock;
    // Stands for the scheduler, which starts a tick while the doctor waits.
    let hasTicked = false;
    Object.assign(ctx.clock, {
      wait: async (milliseconds: number) => {
        await wait.call(ctx.clock, milliseconds);
        if (hasTicked) return;
        hasTicked = true;
        await run(ctx, 'remind tick --quiet');
      },
    });
    const json = JSON.parse(await said(ctx, 'remind doctor --json'));
    expect(json.test).toMatchObject({ state: 'well', says: 'It came after 1 s, through osascript.' });
    expect(ctx.stderr).toContain('A test is on its way. Waiting for it');
  });

  test('gives up after a while, and says what to do', async () => {
    const ctx = await clearedPerson();
    await said(ctx, 'remind install --yes');
    const text = await said(ctx, 'remind doctor');
    expect(text).toContain('Nothing came within 75 seconds.');
    expect(text).toContain('Something is in the way');
    expect(ctx.stderr).toContain('60 seconds …');
  });
});

test('the way of the calendar says what to do after a change', async () => {
  const ctx = await clearedPerson();
  const text = (await said(ctx, 'remind install --with calendar')).replace(/\s+/g, ' ');
  expect(text).toContain('delete that calendar first');
  expect(text).not.toContain('replaced');
});

test.each(['calendar', 'simulate --plan few --ics'])(
  '%s: advice in place of a file is not written into the file',
  async (way) => {
    const ctx = person();
    expect(await said(ctx, `remind ${way}`)).toBe('');
    expect(ctx.stderr).toMatch(/call 999|call .* now/);
    expect(ctx.stderr).toContain('backcare diagnose');
  },
);

test('the calendar has the words of the person', async () => {
  const ctx = await clearedPerson();
  await said(ctx, 'remind add physio --says "Off to the physio" --at 08:15 --days tue');
  const text = await said(ctx, 'remind calendar');
  expect(text).toContain('DESCRIPTION:Off to the physio\r\n');
  expect(text).toContain('SUMMARY:Reminder\r\n');
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
});

test('the calendar: the moments of the planner, for all or for one', async () => {
  const ctx = await clearedPerson();
  await said(ctx, 'remind defaults few');
  await said(ctx, 'remind add walk --at 12:00 --lead 10m');
  const text = await said(ctx, 'remind calendar');
  expect(text).toMatch(/^BEGIN:VCALENDAR\r?\n/);
  expect(text).toContain('SUMMARY:Reminder');
  expect(text).toContain('TRIGGER:-PT10M');
  const one = await said(ctx, 'remind calendar walk --output walk.ics');
  expect([one, ctx.stderr]).toEqual(['', '366 moments of the next 12 months written to walk.ics.\n']);
  expect(ctx.written.get('walk.ics')).not.toContain('desk-break');
  await said(ctx, 'remind words open');
  expect(await said(ctx, 'remind calendar')).toContain('SUMMARY:Walk');
  expect(await run(ctx, 'remind calendar walk --output walk.ics')).toBe(2);
});

test('the hook fills what waits for a prompt, for a shell that opens now', async () => {
  const ctx = await clearedPerson();
  await said(ctx, 'remind add walk --at 12:00');
  expect(await said(ctx, 'remind hook bash')).toContain(join(ctx.machine.folder, 'prompt'));
  expect(existsSync(join(ctx.machine.folder, 'prompt'))).toBe(true);
  writeFileSync(join(ctx.machine.folder, 'prompt'), '');
  await said(ctx, 'remind pause until tomorrow');
});

describe('simulate', () => {
  test('a week in Sydney in which the clocks go forward', async () => {
    const ctx = await clearedPerson();
    const text = await said(
      ctx,
      'remind simulate --plan few --zone sydney --from 2026-10-03 --to 2026-10-05',
    );
    expect(text).toContain('3 Oct to 5 Oct 2026, Australia/Sydney');
    expect(text).toContain('6 prompts, 4 on the fullest day');
    expect(text).toContain('the clocks go forward by 60 minutes');
    const json = JSON.parse(
      await said(
        ctx,
        'remind simulate --plan few --zone Australia/Sydney --from 2026-10-03 --to 2026-10-05 --json',
      ),
    );
    expect(json.reminders.map(({ at }: { at: string }) => at)).toEqual([
      '2026-10-03T20:30:00.000+10:00',
      '2026-10-04T20:30:00.000+11:00',
      '2026-10-05T10:15:00.000+11:00',
      '2026-10-05T13:45:00.000+11:00',
      '2026-10-05T16:15:00.000+11:00',
      '2026-10-05T20:30:00.000+11:00',
    ]);
  });

  test('what is missed while the computer sleeps is told, and not saved up', async () => {
    const ctx = await clearedPerson();
    const text = await said(
      ctx,
      'remind simulate --plan few --from 2026-11-23 --to 2026-11-23 --asleep 10:00-14:00',
    );
    expect(text).toMatch(/14:00\s+Movement break/);
    expect(text).toContain('1 missed while the computer slept');
  });

  test('what was answered or paused until now says nothing of another time', async () => {
    const ctx = await clearedPerson();
    await said(ctx, 'remind add walk --at 12:00');
    await said(ctx, 'remind pause until tomorrow');
    expect(await said(ctx, 'remind simulate --from 2026-11-30 --to 2026-12-01')).toContain('2 prompts');
  });

  test('as a calendar, and with nobody who answers', async () => {
    const ctx = await clearedPerson();
    expect(await said(ctx, 'remind simulate --plan few --ics')).toMatch(/^BEGIN:VCALENDAR/);
    const count = async (flags: string) =>
      JSON.parse(await said(ctx, `remind simulate --plan article --to 2026-12-10 --json ${flags}`)).reminders
        .length;
    expect(await count('--unanswered')).toBeLessThan(await count(''));
  });
});

test.each([
  ['Asia/Kathmandu', 'Asia/Kathmandu', 345],
  ['kathmandu', 'Asia/Kathmandu', 345],
  ['Asia/Kolkata', 'Asia/Kolkata', 330],
  ['asia/kolkata', 'Asia/Kolkata', 330],
  ['Europe/Kyiv', 'Europe/Kyiv', 120],
  ['new york', 'America/New_York', -300],
  ['Etc/UTC', 'Etc/UTC', 0],
])('the zone %s, by its new name or its old one', async (typed, zone, offset) => {
  const ctx = await clearedPerson();
  const text = await said(ctx, `remind simulate --plan few --to today --json --zone "${typed}"`);
  const { zone: named, from } = JSON.parse(text);
  expect(named).toMatch(new RegExp(`^(${zone}|Asia/Katmandu|Asia/Calcutta|Europe/Kiev|UTC)$`));
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})$/.exec(from) ?? [];
  expect((sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))).toBe(offset);
});
