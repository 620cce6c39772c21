import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { systemdService, systemdTimer } from '../../src/reminders/systemd-units.ts';
import type { TickJob } from '../../src/reminders/tick-job.ts';
import { temporaryFolder } from '../support/built-binary.ts';
import { named, whyNot } from './support/why-not.ts';

const missing = whyNot({ linux: true, program: 'systemd-analyze' });

const plain: TickJob = { command: [process.execPath, '/usr/bin/env', 'remind', 'tick', '--quiet'], env: {} };

/** What systemd itself has to say about the units. */
function verify(service: string) {
  const folder = join(temporaryFolder(), 'units');
  mkdirSync(folder);
  const unit = join(folder, 'backcare-remind.timer');
  writeFileSync(join(folder, 'backcare-remind.service'), service);
  writeFileSync(unit, systemdTimer());
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    XDG_RUNTIME_DIR: folder,
    SYSTEMD_UNIT_PATH: `${folder}:`,
  };
  const words = ['--user', '--man=no', 'verify', unit, join(folder, 'backcare-remind.service')];
  const { status, stdout, stderr } = spawnSync('systemd-analyze', words, { encoding: 'utf8', env });
  // Of the machine, not of the units.
  const said = `${stdout}${stderr}`
    .split('\n')
    .filter((line) => line !== '' && line.includes('backcare'))
    .join('\n');
  return { status, said };
}

describe.skipIf(missing !== undefined)(named('systemd-analyze', missing), () => {
  test.each<[string, TickJob]>([
    ['ordinary paths', plain],
    [
      'a household and a zone',
      { ...plain, env: { BACKCARE_HOME: '/home/sam/child', TZ: 'Australia/Sydney' } },
    ],
    [
      'paths with all that could go wrong',
      {
        command: [
          process.execPath,
          `/tmp/it's 100% "odd" $HOME \\; %n/backcare.js`,
          'remind',
          'tick',
          '--quiet',
        ],
        env: { BACKCARE_HOME: `/tmp/it's 100% "odd" $HOME \\ %n` },
      },
    ],
  ])('accepts the units: %s', (_, job) => {
    expect(verify(systemdService(job))).toEqual({ status: 0, said: '' });
  });

  test('sees a fault where there is one', () => {
    expect(verify(systemdService(plain).replace('ExecStart=', 'ExecBegin=')).said).toContain('ExecBegin');
  });

  test('the timer is each minute', () => {
    const calendar = /^OnCalendar=(.*)$/m.exec(systemdTimer())?.[1] ?? '';
    const words = ['calendar', '--iterations=3', '--base-time=2026-11-23 09:45:10 UTC', calendar];
    const { stdout } = spawnSync('systemd-analyze', words, {
      encoding: 'utf8',
      env: { ...process.env, TZ: 'UTC' },
    });
    expect(
      stdout.match(/\d\d:\d\d:\d\d/g)?.filter((time, index, all) => all.indexOf(time) === index),
    ).toEqual(expect.arrayContaining(['09:46:00', '09:47:00', '09:48:00']));
  });
});
