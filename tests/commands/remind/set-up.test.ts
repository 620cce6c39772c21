import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { afterwards } from '../../../src/commands/remind/afterwards.ts';
import { clearedPerson, type RemindPerson, run, said } from './person.ts';

const mine = '0 5 * * * backup\n';

/** Reminders that cron brings; Node and the program are there. */
async function personWithCron(programs: { [name: string]: undefined } = {}): Promise<RemindPerson> {
  const ctx = await clearedPerson({
    machine: { crontab: mine, node: process.execPath, program: process.execPath, programs },
  });
  await said(ctx, 'remind add walk --at 12:00');
  await said(ctx, 'remind install --yes');
  return ctx;
}

/** What any command says after its answer. */
async function warning(ctx: RemindPerson): Promise<string> {
  ctx.clearOutput();
  await afterwards(ctx, { hasKept: false, saysBroken: true });
  return ctx.stderr;
}

function passMinutes(ctx: RemindPerson, minutes: number): void {
  ctx.clock.set(new Date(ctx.clock.now() + minutes * 60_000).toISOString());
  ctx.machine.wakingTime += minutes * 60_000;
}

describe('lines that were taken out by hand', () => {
  async function takenOut(programs: { [name: string]: undefined } = {}) {
    const ctx = await personWithCron(programs);
    ctx.machine.crontab = mine;
    passMinutes(ctx, 30);
    expect(await warning(ctx)).toContain('cron has not started backcare for 30 minutes');
    return ctx;
  }

  test('status and doctor say it, and what to do', async () => {
    const ctx = await takenOut();
    for (const way of ['status', 'doctor']) {
      const text = (await said(ctx, `remind ${way}`)).replaceAll(/\s+/g, ' ');
      expect(text, way).toContain('The lines of backcare were taken out of your crontab');
      expect(text, way).toContain('To leave it so, and hear no more of it: backcare remind uninstall');
    }
  });

  test('uninstall ends the warning', async () => {
    const ctx = await takenOut();
    expect((await said(ctx, 'remind uninstall --yes')).replaceAll(/\s+/g, ' ')).toContain(
      'The lines of backcare were taken out of your crontab, so nothing starts the reminders. Nothing else was changed, and you will hear no more of it.',
    );
    expect(await warning(ctx)).toBe('');
    expect(ctx.machine.crontab).toBe(mine);
    expect(await said(ctx, 'remind uninstall --yes')).toContain('Nothing that install wrote is here');
  });

  test('so does it where the crontab program has gone as well', async () => {
    const programs: { [name: string]: undefined } = {};
    const ctx = await takenOut(programs);
    programs.crontab = undefined;
    expect(await said(ctx, 'remind uninstall --yes')).toContain('There is no crontab program here any more.');
    expect(await warning(ctx)).toBe('');
  });

  test('install puts them back, and the warning ends too', async () => {
    const ctx = await takenOut();
    expect(await said(ctx, 'remind install --yes')).toContain('Set up, with cron');
    expect(await warning(ctx)).toBe('');
  });
});

describe('what is known of an installation', () => {
  const kept = ({ machine }: RemindPerson) => join(machine.folder, 'installed.json');

  test('lost while the lines are in: install keeps it again, and a silent cron is noticed', async () => {
    const ctx = await personWithCron();
    rmSync(kept(ctx));
    expect(await said(ctx, 'remind install --yes')).toContain('It is set up already');
    passMinutes(ctx, 30);
    expect(await warning(ctx)).toContain('cron has not started backcare for 30 minutes');
  });

  test('of a Node that is gone, while the lines are as they should be: install sets it right', async () => {
    const ctx = await personWithCron();
    const since = { at: ctx.clock.now(), awake: 0, start: '' };
    const old = { scheduler: 'cron', node: '/gone/node', program: process.execPath, since, made: [] };
    writeFileSync(kept(ctx), JSON.stringify(old));
    expect(await warning(ctx)).toContain('/gone/node');
    expect(await said(ctx, 'remind install')).toContain('It is set up already');
    expect(await warning(ctx)).toBe('');
  });
});

describe('a crontab that cannot be read', () => {
  const denied = { code: 1, stderr: 'crontab: Permission denied' };
  const forbidden = { code: 1, stderr: 'You (sam) are not allowed to use this program (crontab)' };

  test('uninstall says so, and does not say that nothing is there', async () => {
    const ctx = await clearedPerson({ machine: { programs: { crontab: () => denied } } });
    expect(await run(ctx, 'remind uninstall --yes')).toBe(2);
    expect(ctx.stderr).toContain('The crontab cannot be read: "crontab: Permission denied"');
    expect(ctx.stdout).toBe('');
  });

  test('whoever may not use cron has nothing in it, unless it was installed with cron', async () => {
    const ctx = await clearedPerson({ machine: { programs: { crontab: () => forbidden } } });
    expect(await said(ctx, 'remind uninstall --yes')).toContain('Nothing that install wrote is here');
    const since = { at: ctx.clock.now(), awake: 0, start: '' };
    const known = { scheduler: 'cron', node: 'a', program: 'b', since, made: [] };
    ctx.machine.makeFolder(ctx.machine.folder);
    writeFileSync(join(ctx.machine.folder, 'installed.json'), JSON.stringify(known));
    expect(await run(ctx, 'remind uninstall --yes')).toBe(2);
    expect(ctx.stderr).toContain('You may not use cron on this machine');
  });

  test('what another scheduler has goes out, and the crontab is named', async () => {
    const ctx = await clearedPerson({
      machine: { programs: { systemctl: () => ({}), crontab: () => denied } },
    });
    await said(ctx, 'remind install --with systemd --yes');
    const text = (await said(ctx, 'remind uninstall --yes')).replaceAll(/\s+/g, ' ');
    expect(text).toContain('Taken out');
    expect(text).toContain('The crontab cannot be read');
  });
});

describe('once installed, and out again', () => {
  test('nothing brings them, and that is said at once', async () => {
    const ctx = await personWithCron();
    await said(ctx, 'remind tick');
    expect(await said(ctx, 'remind')).not.toContain('Nothing brings them to you yet');
    await said(ctx, 'remind uninstall --yes');
    expect(await said(ctx, 'remind')).toContain('Nothing brings them to you yet');
    const status = await said(ctx, 'remind status');
    expect(status).toMatch(/Next {2}backcare remind install/);
    expect(status).not.toContain('backcare remind uninstall');
  });

  test('a tick of long ago is no sign that something brings them; one of now is', async () => {
    const ctx = await clearedPerson();
    await said(ctx, 'remind add walk --at 12:00');
    await said(ctx, 'remind tick');
    expect(await said(ctx, 'remind')).not.toContain('Nothing brings them to you yet');
    passMinutes(ctx, 20);
    expect(await said(ctx, 'remind')).toContain('Nothing brings them to you yet');
    expect(await said(ctx, 'remind status')).toMatch(/Next {2}backcare remind install/);
  });
});
