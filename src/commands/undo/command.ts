import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import type { UndoFlags } from './run.ts';

const examples = `
Examples:
  $ backcare undo                         what was entered last, after a question
  $ backcare undo --list                  the newest entries, with their ids
  $ backcare undo --yes                   without a question, for scripts
  $ backcare undo --redo --yes            brings back what was taken back last

Again and again, undo goes further back. Advice to be seen cannot be taken back: only a new check changes it.`;

/** Declares `undo`. Loads nothing until it runs. */
export function registerUndo(
  program: Command,
  ctx: Context,
  finish: (exitCode: number) => void,
  load = () => import('./run.ts'),
): void {
  program
    .command('undo')
    .argument('[id]', 'an entry by its id; left out: the newest that counts')
    .description('take an entry back; nothing is lost')
    .option('--list', 'list the newest entries and change nothing')
    .option('--redo', 'bring back what was taken back last')
    .option('-y, --yes', 'do not ask')
    .addHelpText('after', examples)
    .action(async (id: string | undefined, _flags: unknown, command: Command) => {
      finish(await (await load()).runUndo(id, command.optsWithGlobals<UndoFlags>(), ctx));
    });
}
