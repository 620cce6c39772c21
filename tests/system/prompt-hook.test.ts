import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { HookShell, PromptLine } from '../../src/reminder-delivery.ts';
import { createReminderDelivery } from '../../src/reminders/delivery.ts';
import { temporaryFolder } from '../support/built-binary.ts';
import { FakeMachine } from '../support/fake-machine.ts';
import { keys, openTerminal, type PseudoTerminal } from '../support/pseudo-terminal.ts';
import { bareShell } from './support/shells.ts';
import { named, whyNot } from './support/why-not.ts';

const words = 'Up, two breaths, sit back down later.';
const minute = 60_000;

/** Reminders of a person whose folder has a name that shells could trip over. */
function person() {
  const root = join(temporaryFolder(), `it's "my" $HOME 100% \\ `);
  const machine = new FakeMachine(root, { now: Date.now() });
  return { root, machine, delivery: createReminderDelivery(machine, () => 0) };
}

function line(id: string, more: Partial<PromptLine> = {}): PromptLine {
  const [from, until] = [Date.now() - minute, Date.now() + 10 * minute];
  return { id, occurrences: [id, `${id}-too`], from, until, line: words, ...more };
}

async function start(
  shell: HookShell,
  { root, delivery }: ReturnType<typeof person>,
  tracer: readonly string[] = [],
) {
  const { command, env } = bareShell(shell, await delivery.hook(shell), join(root, shell));
  const [first = '', ...rest] = [...tracer, ...command];
  const terminal = openTerminal({ command: [first, ...rest], env, rows: 50 });
  await terminal.waitFor(/^0 ready> *$/m, 5000);
  return terminal;
}

let count = 0;
/** Types a command, and waits until its answer and the next prompt are there. */
async function enter(terminal: PseudoTerminal, command = 'true'): Promise<void> {
  count += 1;
  terminal.type(`${command}; echo done-${count}-${keys.enter}`);
  await terminal.waitUntil(
    () => new RegExp(`^done-${count}-$[\\s\\S]*ready> *$`, 'm').test(terminal.history().join('\n').trimEnd()),
    `to answer ${command}`,
  );
}

function shown(terminal: PseudoTerminal): number {
  return terminal.history().filter((row) => row.includes(words)).length;
}

describe.each(['bash', 'zsh', 'fish'] as const)('the hook in %s', (shell) => {
  const missing = whyNot({ program: shell });
  const untraced = missing ?? whyNot({ linux: true, program: 'strace' });

  test.skipIf(missing !== undefined)(
    named('shows a line once, whatever is typed and in however many shells', missing),
    async () => {
      const sam = person();
      const [one, other] = [await start(shell, sam), await start(shell, sam)];
      await enter(one);
      expect(shown(one)).toBe(0);
      await sam.delivery.keepPromptLines([line('desk-break/2026-11-23T09:45')]);
      await enter(one);
      expect(shown(one)).toBe(1);
      await enter(one);
      await enter(other);
      expect([shown(one), shown(other)]).toEqual([1, 0]);
    },
  );

  test.skipIf(missing !== undefined)(
    named('what it has shown comes back as a receipt, once', missing),
    async () => {
      const sam = person();
      const terminal = await start(shell, sam);
      const id = 'desk-break/2026-11-23T09:45~2';
      await sam.delivery.keepPromptLines([line(id)]);
      await enter(terminal);
      const taken = await sam.delivery.takeShown();
      expect(taken).toEqual([
        {
          id,
          occurrences: [id, `${id}-too`],
          receipt: { channel: 'prompt', means: shell, at: expect.closeTo(Date.now(), -5) },
        },
      ]);
      await sam.delivery.forgetShown(taken);
      expect(await sam.delivery.takeShown()).toEqual([]);
      expect(await sam.delivery.lastReceipt()).toEqual(taken[0]?.receipt);
      // It is not written again either, though the planner may still name it.
      await sam.delivery.keepPromptLines([line(id)]);
      expect(readdirSync(sam.machine.folder)).not.toContain('prompt');
    },
  );

  test.skipIf(missing !== undefined)(
    named('shows nothing too early, too late, or that a tick has claimed', missing),
    async () => {
      const sam = person();
      const terminal = await start(shell, sam);
      await sam.delivery.keepPromptLines([
        line('late', { from: Date.now() - 20 * minute, until: Date.now() - minute }),
        line('claimed'),
        line('early', { from: Date.now() + 10 * minute }),
      ]);
      const notice = { id: 'claimed', title: words, text: words, line: words };
      // Held while it is tried: then it is given back.
      expect(await sam.delivery.notify(notice, ['prompt'])).toMatchObject({ kind: 'unreached' });
      await enter(terminal);
      expect(shown(terminal)).toBe(1);
      expect(await sam.delivery.notify(notice, ['prompt'])).toEqual({ kind: 'claimed' });
      await enter(terminal);
      expect(shown(terminal)).toBe(1);
    },
  );

  test.skipIf(missing !== undefined)(
    named('a line comes when its time has come, with no tick between', missing),
    async () => {
      const sam = person();
      const terminal = await start(shell, sam);
      await sam.delivery.keepPromptLines([line('soon', { from: Date.now() + 2000 })]);
      await enter(terminal);
      expect(shown(terminal)).toBe(0);
      const end = Date.now() + 10_000;
      while (shown(terminal) === 0 && Date.now() < end) await enter(terminal);
      expect(shown(terminal)).toBe(1);
    },
  );

  test.skipIf(missing !== undefined)(
    named('the prompt still tells how the last command ended', missing),
    async () => {
      const sam = person();
      const terminal = await start(shell, sam);
      await sam.delivery.keepPromptLines([line('desk-break/2026-11-23T09:45')]);
      terminal.type(`false${keys.enter}`);
      await terminal.waitFor(/^1 ready> *$/m);
      await terminal.waitFor(words);
    },
  );

  test.skipIf(missing !== undefined)(
    named('nothing of the words is read as a command', missing),
    async () => {
      const sam = person();
      const terminal = await start(shell, sam);
      const trap = `$(touch ${sam.machine.home}/trap) \`touch trap\` ; %n $HOME \\a "x" 'y' *`;
      await sam.delivery.keepPromptLines([line('trap', { line: trap })]);
      await enter(terminal);
      expect(terminal.history().join('')).toContain('`touch trap` ; %n $HOME \\a "x" \'y\' *');
      expect(readdirSync(terminal.home)).not.toContain('trap');
    },
  );

  test.skipIf(untraced !== undefined)(
    named('starts no process, with nothing to show and with something', untraced),
    async () => {
      const sam = person();
      const log = join(temporaryFolder(), 'strace.log');
      const tracer = [
        'strace',
        '-f',
        '-qq',
        '-e',
        'trace=clone,clone3,fork,vfork,execve,execveat',
        '-o',
        log,
      ];
      const terminal = await start(shell, sam, tracer);
      await enter(terminal);
      const before = processesIn(log);
      await enter(terminal);
      await sam.delivery.keepPromptLines([
        line('desk-break/2026-11-23T09:45'),
        line('early', { from: Date.now() + minute }),
      ]);
      await enter(terminal);
      await enter(terminal);
      expect(shown(terminal)).toBe(1);
      expect(processesIn(log)).toEqual(before);
      // The tracer sees one where there is one.
      await enter(terminal, '/bin/true');
      expect(processesIn(log).length).toBeGreaterThan(before.length);
    },
  );
});

/** Processes that were made, and programs that were started; a thread is neither. */
function processesIn(log: string): readonly string[] {
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter((call) => /\b(?:clone3?|v?fork|execveat|execve)\(/.test(call) && !call.includes('CLONE_THREAD'));
}
