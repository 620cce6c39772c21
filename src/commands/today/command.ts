import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import { InputError } from '../../errors.ts';
import type { GlobalFlags } from '../flags.ts';
import { nearest } from '../nearest.ts';
import type { TodayCommands } from './run.ts';

/** The commands that today leads to, with the flags that were given. */
export type LeadsTo = { readonly [name in keyof TodayCommands]: (flags: GlobalFlags) => Promise<number> };

/**
 * Declares what bare `backcare` does. Register it last: commands declared later would inherit that odd words are let
 * through to here, where they are refused with the nearest command.
 */
export function registerToday(
  program: Command,
  ctx: Context,
  commands: LeadsTo,
  finish: (exitCode: number) => void,
  load = () => import('./run.ts'),
): void {
  program.allowExcessArguments().action(async (_flags: unknown, command: Command) => {
    const [word] = command.args;
    if (word !== undefined) throw unknownCommand(word, program);
    const flags = command.opts<GlobalFlags>();
    const { runToday } = await load();
    const leadsTo = {
      relief: () => commands.relief(flags),
      diagnose: () => commands.diagnose(flags),
      stretch: () => commands.stretch(flags),
    };
    finish(await runToday(flags, ctx, leadsTo));
  });
}

function unknownCommand(word: string, program: Command): InputError {
  const near = nearest(
    word,
    program.commands.map((command) => command.name()),
  );
  return new InputError(`"${word}" is not a command of backcare.`, {
    ...(near === undefined ? {} : { reason: `Did you mean "backcare ${near}"?` }),
    next: 'See all of them: backcare --help',
  });
}
