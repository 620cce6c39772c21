import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Notice } from '../../src/reminder-delivery.ts';
import { createReminderDelivery } from '../../src/reminders/delivery.ts';
import type { ReminderMachine } from '../../src/reminders/reminder-machine.ts';
import { runProgram } from '../../src/reminders/run-program.ts';
import { temporaryFolder } from '../support/built-binary.ts';
import { FakeMachine } from '../support/fake-machine.ts';
import { openBus, openDesktop } from './support/session-bus.ts';
import { named, whyNot } from './support/why-not.ts';

const missing =
  whyNot({ linux: true, program: 'dbus-daemon' }) ??
  whyNot({ program: 'gdbus' }) ??
  whyNot({ program: 'notify-send' }) ??
  (existsSync('/usr/lib/python3/dist-packages/dbusmock') ? undefined : 'python3-dbusmock is not installed');

const notice: Notice = {
  id: 'desk-break/2026-11-23T09:45',
  title: 'Time for "your" break',
  text: 'Up & walk <b>now</b> \\n 100% $HOME',
  line: 'Up and walk to the window.',
};

/** A machine as cron shows it: hardly an environment, but the bus where a login puts it. */
async function machineOf({
  bus = true,
  desktop = true,
  only,
}: {
  bus?: boolean;
  desktop?: boolean;
  only?: string;
} = {}) {
  const fake = new FakeMachine(temporaryFolder(), { now: Date.now() });
  const machine: ReminderMachine = {
    ...fake,
    now: Date.now,
    userId: 1000,
    run: runProgram,
    find: (name) => (only === undefined || name === only ? `/usr/bin/${name}` : undefined),
  };
  if (!bus) return { machine, said: () => '' };
  const opened = await openBus(fake.runtimes, 1000);
  onTestFinished(opened.close);
  if (!desktop) return { machine, said: () => '' };
  const shown = await openDesktop(opened.address);
  onTestFinished(shown.close);
  return { machine, said: shown.said };
}

function deliver(machine: ReminderMachine) {
  return createReminderDelivery(machine, () => 0).notify(notice, ['desktop', 'terminal', 'prompt']);
}

/** Its log has a line for each call. */
async function callOf(said: () => string): Promise<string> {
  const end = Date.now() + 10_000;
  for (;;) {
    const line = said()
      .split('\n')
      .find((each) => / Notify /.test(each));
    if (line !== undefined) return line;
    if (Date.now() > end) throw new Error(said());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe.skipIf(missing !== undefined)(named('a notice on a real session bus', missing), () => {
  test.each(['notify-send', 'gdbus'])(
    'through %s, found without an environment, every letter as it is',
    async (only) => {
      const { machine, said } = await machineOf({ only });
      expect(await deliver(machine)).toEqual({
        kind: 'shown',
        receipt: { channel: 'desktop', means: only, at: expect.any(Number) },
        attempts: [],
      });
      const call = await callOf(said);
      expect(call).toContain(
        'Notify "backcare" 0 "" "Time for "your" break" "Up &amp; walk &lt;b&gt;now&lt;/b&gt; \\n 100% $HOME"',
      );
    },
  );

  test('it is shown once, whoever asks again', async () => {
    const { machine } = await machineOf();
    expect((await deliver(machine)).kind).toBe('shown');
    expect(await deliver(machine)).toEqual({ kind: 'claimed' });
  });

  test('a bus without a desktop: said why, and free for the next try', async () => {
    const { machine } = await machineOf({ desktop: false });
    for (let count = 0; count < 2; count += 1) {
      expect(await deliver(machine)).toEqual({
        kind: 'unreached',
        attempts: [
          {
            channel: 'desktop',
            reason: expect.stringMatching(/notify-send says: ".+"; gdbus says: ".+"\.$/),
          },
          { channel: 'terminal', reason: expect.stringContaining('No terminal') },
          { channel: 'prompt', reason: expect.stringContaining('next prompt') },
        ],
      });
    }
  });

  test('no bus: nothing is started', async () => {
    const { machine } = await machineOf({ bus: false });
    const outcome = await deliver({ ...machine, run: async () => Promise.reject(new Error('started')) });
    expect(outcome).toMatchObject({
      attempts: [{ reason: 'No desktop session is open: there is no session bus.' }, {}, {}],
    });
    expect(existsSync(join(machine.folder, 'receipt.json'))).toBe(false);
  });
});
