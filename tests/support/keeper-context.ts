import { Command } from 'commander';
import { registerData } from '../../src/commands/data/command.ts';
import { registerUndo } from '../../src/commands/undo/command.ts';
import type { KeeperContext } from '../../src/record-keeper.ts';
import { foldersFor } from '../../src/store/folders.ts';
import { openKeeper } from '../../src/store/keeper.ts';
import { type FakeContext, type FakeWorld, fakeContext } from './fake-context.ts';

/** The world of `data`, with the real store under it. */
export function keeperContext(world: FakeWorld = {}): FakeContext & KeeperContext {
  const ctx = fakeContext(world);
  const folders = foldersFor((name) => (name === 'BACKCARE_HOME' ? ctx.home : undefined));
  return Object.assign(ctx, {
    keeper: async () => openKeeper({ folders, clock: ctx.clock, random: ctx.random }),
  });
}

/** The program as far as `data` and `undo` need it. Gives what was printed, and the exit code. */
export async function runLine(
  ctx: FakeContext & KeeperContext,
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
