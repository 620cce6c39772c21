import type { Command } from 'commander';
import { InputError } from '../../errors.ts';
import type { KeeperContext } from '../../record-keeper.ts';
import type { RemindContext } from '../../reminder-delivery.ts';
import type { GlobalFlags } from '../flags.ts';
import { nearest } from '../nearest.ts';
import type { RestoreFlags } from './backup.ts';
import type { EraseFlags } from './erase.ts';
import type { ExportFlags } from './export.ts';
import type { ImportFlags } from './import.ts';

const examples = `
Examples:
  $ backcare data path                           where everything is kept
  $ backcare data verify                         checks every line, and every backup
  $ backcare data export > record.json           all of it, with a checksum
  $ backcare data backup list`;

/** What each way loads, when it runs. A test gives its own. */
export const dataLoads = {
  look: () => import('./look.ts'),
  export: () => import('./export.ts'),
  import: () => import('./import.ts'),
  backup: () => import('./backup.ts'),
  erase: () => import('./erase.ts'),
};

/** Declares `data` and its ways. Loads nothing until one of them runs. */
export function registerData(
  program: Command,
  ctx: KeeperContext & RemindContext,
  finish: (exitCode: number) => void,
  loads = dataLoads,
): void {
  const data = program
    .command('data')
    .description('your record: where it is, whether it is whole, copies of it, its end')
    .addHelpText('after', examples)
    .action(async (_flags: unknown, command: Command) => {
      const [word] = command.args;
      if (word !== undefined) throw unknownWay(word, command);
      finish(await (await loads.look()).runPath(command.optsWithGlobals<GlobalFlags>(), ctx));
    });
  data
    .command('path')
    .description('where everything is kept')
    .addHelpText('after', '\nExamples:\n  $ backcare data path\n  $ backcare data path --json')
    .action(async (_flags: unknown, command: Command) => {
      finish(await (await loads.look()).runPath(command.optsWithGlobals<GlobalFlags>(), ctx));
    });
  data
    .command('verify')
    .description('check every line and every backup; exit 3 when something is damaged')
    .addHelpText('after', '\nExamples:\n  $ backcare data verify\n  $ backcare data verify --json')
    .action(async (_flags: unknown, command: Command) => {
      finish(await (await loads.look()).runVerify(command.optsWithGlobals<GlobalFlags>(), ctx));
    });
  declareCopies(data, ctx, finish, loads);
  data
    .command('erase')
    .description('remove everything that backcare keeps, for ever')
    .option('--keep-preferences', 'all but the preferences')
    .option('-y, --yes', 'do not ask')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare data erase --yes\n  $ backcare data erase --keep-preferences --yes',
    )
    .action(async (_flags: unknown, command: Command) => {
      finish(await (await loads.erase()).runErase(command.optsWithGlobals<EraseFlags>(), ctx));
    });
  // A word that is no way arrives as an argument, and we refuse it with the nearest one. Last, because the commands
  // above would inherit it.
  data.allowExcessArguments();
}

function declareCopies(
  data: Command,
  ctx: KeeperContext,
  finish: (exitCode: number) => void,
  loads: typeof dataLoads,
): void {
  data
    .command('export [file]')
    .description('the whole record as JSON, to a new file or to standard output')
    .option('--with-preferences', 'the preferences too')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare data export record.json\n  $ backcare data export --with-preferences > all.json',
    )
    .action(async (file: string | undefined, _flags: unknown, command: Command) => {
      finish(await (await loads.export()).runExport(file, command.optsWithGlobals<ExportFlags>(), ctx));
    });
  data
    .command('import <file>')
    .description('add the entries of an export that are not there yet; - reads standard input')
    .option('--dry-run', 'say what would be added, and change nothing')
    .option('--with-preferences', 'the preferences too, if the file has them')
    .option('-y, --yes', 'do not ask')
    .addHelpText('after', '\nExample:\n  $ backcare data export | backcare data import - --yes')
    .action(async (file: string, _flags: unknown, command: Command) => {
      finish(await (await loads.import()).runImport(file, command.optsWithGlobals<ImportFlags>(), ctx));
    });
  const backup = data
    .command('backup')
    .description('make a backup now; list them; restore one')
    .addHelpText('after', '\nExamples:\n  $ backcare data backup\n  $ backcare data backup list')
    .action(async (_flags: unknown, command: Command) => {
      const [word] = command.args;
      if (word !== undefined) throw unknownWay(word, command);
      finish(await (await loads.backup()).runBackUp(command.optsWithGlobals<GlobalFlags>(), ctx));
    });
  backup
    .command('list')
    .description('every backup, newest first')
    .addHelpText('after', '\nExamples:\n  $ backcare data backup list\n  $ backcare data backup list --json')
    .action(async (_flags: unknown, command: Command) => {
      finish(await (await loads.backup()).runListBackups(command.optsWithGlobals<GlobalFlags>(), ctx));
    });
  backup
    .command('restore [name]')
    .description('put a backup in place; left out: the newest. The record until now is kept beside it')
    .option('-y, --yes', 'do not ask')
    .addHelpText('after', '\nExample:\n  $ backcare data backup && backcare data backup restore --yes')
    .action(async (name: string | undefined, _flags: unknown, command: Command) => {
      finish(await (await loads.backup()).runRestore(name, command.optsWithGlobals<RestoreFlags>(), ctx));
    });
  backup.allowExcessArguments();
}

function unknownWay(word: string, command: Command): InputError {
  const names = command.commands.map((way) => way.name());
  const near = nearest(word, names);
  const called = command.name() === 'backup' ? 'data backup' : command.name();
  return new InputError(`"${word}" is not something that ${called} can do.`, {
    ...(near === undefined ? {} : { reason: `Did you mean "backcare ${called} ${near}"?` }),
    next: `See what it can do: backcare ${called} --help`,
  });
}
