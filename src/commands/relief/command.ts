import type { Command } from 'commander';
import type { GlobalFlags } from '../flags.ts';
import type { ReliefContext } from './run.ts';

const examples = `
Examples:
  $ backcare relief                      seven danger signs, one key, then help
  $ backcare relief --no-input           all of it as text, for a pipe or a printer
  $ backcare relief --format html        one page to save and print
  $ backcare relief --country AU         with the emergency number of another country`;

/** Declares `relief`. Loads nothing until it runs. */
export function registerRelief(program: Command, ctx: ReliefContext, load = () => import('./run.ts')): void {
  program
    .command('relief')
    .description('my back has grabbed: help now, in two keys')
    .addHelpText('after', examples)
    .action(async (_flags: unknown, command: Command) => {
      await (await load()).runRelief(command.optsWithGlobals<GlobalFlags>(), ctx);
    });
}
