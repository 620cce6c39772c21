import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { repository, runBackcare, temporaryFolder } from '../support/built-binary.ts';
import { openBus, openDesktop } from './support/session-bus.ts';
import { named, whyNot } from './support/why-not.ts';

const missing =
  whyNot({ linux: true, program: 'dbus-daemon' }) ??
  whyNot({ program: 'gdbus' }) ??
  whyNot({ program: 'notify-send' }) ??
  (existsSync('/usr/lib/python3/dist-packages/dbusmock') ? undefined : 'python3-dbusmock is not installed');

describe.skipIf(missing !== undefined)(named('cron, a timer and shells at the same second', missing), () => {
  test('eight ticks at once show one notice, and the record has it once', async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, 'run'));
    const bus = await openBus(join(home, 'run'), 1000);
    onTestFinished(bus.close);
    const desktop = await openDesktop(bus.address);
    onTestFinished(desktop.close);
    const run = (...args: string[]) =>
      runBackcare({ args, home, env: { DBUS_SESSION_BUS_ADDRESS: bus.address, TZ: 'UTC' } });

    await run('diagnose', '--answers', join(repository, 'examples', 'lifting-strain.json'));
    expect(await run('remind', 'quiet-hours', 'none')).toMatchObject({ code: 0 });
    const due = Math.ceil((Date.now() + 4000) / 60_000) * 60_000;
    const at = new Date(due).toISOString().slice(11, 16);
    expect(
      await run('remind', 'add', 'own', '--name', 'pills', '--says', 'Stand up.', '--at', at),
    ).toMatchObject({ code: 0 });
    await setTimeout(due - Date.now() + 500);

    const ticks = await Promise.all(Array.from({ length: 8 }, () => run('remind', 'tick', '--quiet')));
    expect(ticks.map(({ code, stdout, stderr }) => ({ code, stdout, stderr }))).toEqual(
      Array.from({ length: 8 }, () => ({ code: 0, stdout: '', stderr: '' })),
    );
    // And the one of the next minute.
    await run('remind', 'tick', '--quiet');
    expect(desktop.said().match(/ Notify "backcare"/g)).toHaveLength(1);
    const journal = readFileSync(join(home, 'backcare', 'data', 'journal.jsonl'), 'utf8');
    expect(journal.match(/"reminder-shown"/g)).toHaveLength(1);
  });
});
