import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import type { ProgressFlags } from './run.ts';

const examples = `
Examples:
  $ backcare progress                              the last twelve weeks
  $ backcare progress --since "6 weeks"
  $ backcare progress --since 2026-10-01 --json
  $ backcare progress --format html > progress.html
  $ backcare progress --csv > entries.csv          every entry, for a spreadsheet`;

/** Declares `progress`. Loads nothing until it runs. */
export function registerProgress(
  program: Command,
  ctx: Context,
  finish: (exitCode: number) => void,
  load = () => import('./run.ts'),
): void {
  program
    .command('progress')
    .description('pain, function, sleep and practice over time; says what has really changed')
    .option('--since <time>', 'a date, "6 weeks", or all')
    .option('--csv', 'every entry as CSV')
    .addHelpText('after', examples)
    .action(async (_flags: unknown, command: Command) => {
      finish(await (await load()).runProgress(command.optsWithGlobals<ProgressFlags>(), ctx));
    });
}
