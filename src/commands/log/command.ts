import { type Command, Option } from 'commander';
import type { Context } from '../../context.ts';
import { InputError } from '../../errors.ts';
import type { GlobalFlags } from '../flags.ts';
import type { LogFlags } from './log-flags.ts';

const examples = `
Examples:
  $ backcare log 4                                    usual pain since the last entry
  $ backcare log 4 --worst 7 --interference 3 --note "after driving"
  $ backcare log 5 --where low-back,buttock --sleep fair --stress 6
  $ backcare log activity add gardening && backcare log --activity gardening=4
  $ backcare log 3 --at "yesterday 20:00"
  $ backcare log 4 --signs none                       no new danger sign; or their names: --signs fever,foot-drop

At the keyboard, backcare log alone asks three keys.`;

/** What each way loads, when it runs. A test gives its own. */
export const logLoads = {
  entry: () => import('./run.ts'),
  activity: () => import('./activity.ts'),
};

/** Declares `log` and its subcommand. Loads nothing until one of them runs. */
export function registerLog(
  program: Command,
  ctx: Context,
  finish: (exitCode: number) => void,
  loads = logLoads,
): void {
  const log = program
    .command('log')
    .argument('[pain]', 'usual pain since the last entry, 0 none to 10 the worst')
    .description('pain and function in ten seconds; watches for danger signs')
    .option('--worst <0-10>', 'worst pain since the last entry')
    .option('--interference <0-10>', 'how much it stops you: 0 nothing, 10 cannot do anything')
    .option('--where <places>', 'where it hurts, with commas between: low-back, neck …')
    .option('--sleep <how>', 'good, fair or poor')
    .option('--stress <0-10>', '0 not at all, 10 as much as can be')
    .option('--activity <name=0-10>', 'an activity of your own; may be given several times', collect)
    .option('--note <words>', 'in your own words')
    .option('--at <time>', 'when it was: "2 hours ago", "this morning", "yesterday 20:00", 2026-11-21T08:00')
    .option('--signs <which>', 'none, or new danger signs by name, with commas between')
    .addHelpText('after', examples)
    .action(async (pain: string | undefined, _flags: unknown, command: Command) => {
      const { runLog } = await loads.entry();
      finish(await runLog(pain, command.optsWithGlobals<LogFlags>(), ctx));
    });
  for (const option of belowZero()) log.addOption(option);
  log
    .command('activity [action] [name]')
    .description('up to three activities of your own: list, add or remove')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare log activity\n  $ backcare log activity add "lifting my daughter"\n  $ backcare log activity list --json',
    )
    .action(
      async (action: string | undefined, name: string | undefined, _flags: unknown, command: Command) => {
        const { runActivity } = await loads.activity();
        finish(await runActivity(action ?? 'list', name, command.optsWithGlobals<GlobalFlags>(), ctx));
      },
    );
}

/** "-1" would be read as an unknown option: it is a pain below zero, and is refused as one. */
function belowZero(): readonly Option[] {
  return Array.from({ length: 10 }, (_, digit) =>
    new Option(`-${digit} [digits]`)
      .hideHelp()
      .preset('')
      .argParser((digits) => {
        throw new InputError(`Usual pain cannot be "-${digit}${digits}".`, {
          reason: 'It is a number from 0 to 10.',
          next: 'For example: backcare log 4 --worst 7',
        });
      }),
  );
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
