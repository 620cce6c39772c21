import { join } from 'node:path';
import { Command } from 'commander';
import { registerData } from '../../src/commands/data/command.ts';
import { registerUndo } from '../../src/commands/undo/command.ts';
import type { KeeperContext } from '../../src/record-keeper.ts';
import type { RemindContext } from '../../src/reminder-delivery.ts';
import { createReminderDelivery } from '../../src/reminders/delivery.ts';
import { foldersFor } from '../../src/store/folders.ts';
import { openKeeper } from '../../src/store/keeper.ts';
import { type FakeContext, type FakeWorld, fakeContext } from './fake-context.ts';
import { FakeMachine, type FakeMachineFacts } from './fake-machine.ts';

/** The world of `data`, with the real store under it, and reminders on a machine in memory. */
export function keeperContext(
  world: FakeWorld & { readonly machine?: FakeMachineFacts } = {},
): FakeContext & KeeperContext & RemindContext & { readonly machine: FakeMachine } {
  const ctx = fakeContext(world);
  const machine = new FakeMachine(ctx.home, {
    folder: join(ctx.home, 'data', 'reminders'),
    ...world.machine,
  });
  const reminders = createReminderDelivery(machine, () => ctx.clock.offsetMinutes());
  const folders = foldersFor((name) => (name === 'BACKCARE_HOME' ? ctx.home : undefined));
  return Object.assign(ctx, {
    machine,
    reminders: async () => reminders,
    keeper: async () => openKeeper({ folders, clock: ctx.clock, random: ctx.random }),
  });
}

/** The program as far as `data` and `undo` need it. Gives what was printed, and the exit code. */
export async function runLine(
  ctx: FakeContext & KeeperContext & RemindContext,
  ...words: readonly string[]
): Promise<{ readonly stdout: string; readonly stderr: string; readonly code: number | undefined }> {
  ctx.clearOutput();
  let code: number | undefined;
  const finish = (given: number) => {
    code = given;
  };
  const program = new Command('backcare')
    .exitOverride()
    .configureOutput({ writeOut: ctx.io.out, writeErr: ctx.io.err })
    .option('--json')
    .option('--format <format>')
    .option('--no-input')
    .option('--no-color')
    .option('--accessible');
  registerData(program, ctx, finish);
  registerUndo(program, ctx, finish);
  await program.parseAsync([...words], { from: 'user' });
  return { stdout: ctx.stdout, stderr: ctx.stderr, code };
}
