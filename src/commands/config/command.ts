import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import { InputError } from '../../errors.ts';
import { nearest } from '../nearest.ts';
import type { ConfigAction, ConfigOptions } from './run.ts';

const examples = `
Examples:
  $ backcare config list                          every preference, what it means and what it is now
  $ backcare config get day-start                 one value, for a script
  $ backcare config set country GB
  $ backcare config set equipment chair wall mat
  $ backcare config unset equipment               back to the default
  $ backcare config edit                          open the file in your editor`;

/** Declares `config` and its actions. Loads nothing until one of them runs. */
export function registerConfig(program: Command, ctx: Context, load = () => import('./run.ts')): void {
  const run = async (action: ConfigAction, command: Command) =>
    (await load()).runConfig(action, optionsOf(command), ctx);

  const config = program
    .command('config')
    .description('see and change preferences')
    .addHelpText('after', examples)
    .action((_flags: unknown, command: Command) => {
      const [word] = command.args;
      if (word !== undefined) throw unknownAction(word, command);
      return run({ kind: 'list' }, command);
    });

  config
    .command('list')
    .description('every preference: its value, what it means, what it may be')
    .addHelpText('after', '\nExamples:\n  $ backcare config list\n  $ backcare config list --json')
    .action((_flags: unknown, command: Command) => run({ kind: 'list' }, command));

  config
    .command('get')
    .argument('[key]', 'name of a preference; all of them when left out')
    .description('one value, or all as key=value lines')
    .addHelpText('after', '\nExamples:\n  $ backcare config get country\n  $ backcare config get')
    .action((key: string | undefined, _flags: unknown, command: Command) =>
      run({ kind: 'get', key }, command),
    );

  config
    .command('set')
    .argument('<key>', 'name of a preference')
    .argument('<value...>', 'its new value; several words for equipment')
    .description('change one preference')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare config set emergency-number 112\n  $ backcare config set floor-work no\n  $ backcare config set equipment none',
    )
    .action((key: string, words: string[], _flags: unknown, command: Command) =>
      run({ kind: 'set', key, words }, command),
    );

  config
    .command('unset')
    .argument('<key>', 'name of a preference')
    .description('put one preference back to its default')
    .addHelpText('after', '\nExample:\n  $ backcare config unset country')
    .action((key: string, _flags: unknown, command: Command) => run({ kind: 'unset', key }, command));

  config
    .command('path')
    .description('where the preferences are kept')
    .addHelpText('after', '\nExample:\n  $ backcare config path')
    .action((_flags: unknown, command: Command) => run({ kind: 'path' }, command));

  config
    .command('edit')
    .description('open the preferences in your editor (VISUAL or EDITOR) and check them afterwards')
    .addHelpText('after', '\nExample:\n  $ EDITOR=nano backcare config edit')
    .action((_flags: unknown, command: Command) => run({ kind: 'edit' }, command));

  config
    .command('reset')
    .description('put everything back to its default; the old file is copied first')
    .addHelpText('after', '\nExample:\n  $ backcare config reset')
    .action((_flags: unknown, command: Command) => run({ kind: 'reset' }, command));

  // A word that is no action arrives as an argument, and we refuse it with the nearest one. Last, because the actions
  // above would inherit it.
  config.allowExcessArguments();
}

function unknownAction(word: string, config: Command): InputError {
  const near = nearest(
    word,
    config.commands.map((action) => action.name()),
  );
  return new InputError(`"${word}" is not something that config can do.`, {
    ...(near === undefined ? {} : { reason: `Did you mean "backcare config ${near}"?` }),
    next: 'See what it can do: backcare config --help',
  });
}

/** Global flags, wherever on the line they stood. */
function optionsOf(command: Command): ConfigOptions {
  const flags = command.optsWithGlobals<{
    json?: boolean;
    format?: 'text' | 'markdown' | 'html';
    color?: boolean;
    accessible?: boolean;
    input?: boolean;
  }>();
  return {
    json: flags.json === true,
    format: flags.format ?? 'text',
    noColour: flags.color === false,
    accessible: flags.accessible === true,
    noInput: flags.input === false,
  };
}
