import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import type { GlobalFlags } from '../flags.ts';
import type { AroundFlags } from './around.ts';
import type { DeskCheckFlags } from './desk-check.ts';
import type { ListFlags } from './sheets.ts';
import type { StretchFlags } from './stretch-flags.ts';

const examples = `
Examples:
  $ backcare stretch                               the right one for now, and why
  $ backcare stretch desk-break                    a routine by its name, guided
  $ backcare stretch --minutes 8 --position standing --equipment towel --for tight-hamstrings
  $ backcare stretch acute-spasm --speak           with your eyes closed
  $ backcare stretch print hips-hamstrings --format html > sheet.html

While it runs: space pause, arrows back and on, e easier, s skip, ? how, q stop and keep.`;

/** What each way loads, when it runs. A test gives its own. */
export const stretchLoads = {
  guided: () => import('./run.ts'),
  sheets: () => import('./sheets.ts'),
  around: () => import('./around.ts'),
  desk: () => import('./desk-check.ts'),
  own: () => import('./own.ts'),
};

/** Declares `stretch` and its subcommands. Loads nothing until one of them runs. */
export function registerStretch(
  program: Command,
  ctx: Context,
  finish: (exitCode: number) => void,
  loads = stretchLoads,
): void {
  const stretch = withWishes(program.command('stretch'))
    .argument('[name]', 'a routine or an exercise; left out: the right one for now')
    .description('a guided session with timers and pictures; lists and sheets')
    .option('--speak', 'say everything out loud')
    .option('--pain <0-10>', 'how strong the pain is now, instead of being asked')
    .option('--around <flags>', 'what to plan around, or none, instead of being asked')
    .option('--signs <which>', 'none, when none of the seven danger signs is there')
    .option('--no-save', 'keep nothing')
    .addHelpText('after', examples)
    .action(async (name: string | undefined, _flags: unknown, command: Command) => {
      const { runStretch } = await loads.guided();
      finish(await runStretch(name, command.optsWithGlobals<StretchFlags>(), ctx));
    });
  declareSheets(stretch, ctx, finish, loads);
  stretch
    .command('around')
    .description('what your sessions are planned around; asks again')
    .option('--show', 'show it, ask nothing')
    .option('--list', 'every question with its name')
    .option('--set <flags>', 'what applies, with commas between, or none')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare stretch around\n  $ backcare stretch around --set knee-cannot-kneel,wrist-painful',
    )
    .action(async (_flags: unknown, command: Command) => {
      finish(await (await loads.around()).runAround(command.optsWithGlobals<AroundFlags>(), ctx));
    });
  stretch
    .command('desk-check')
    .description('six questions about a day at the desk; ends in habits')
    .option('--set <id=value>', 'one answer; may be given several times', collect, [])
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare stretch desk-check\n  $ backcare stretch desk-check --set desk-hours=over-8 --json',
    )
    .action(async (_flags: unknown, command: Command) => {
      finish(await (await loads.desk()).runDeskCheck(command.optsWithGlobals<DeskCheckFlags>(), ctx));
    });
  declareOwn(stretch, ctx, finish, loads);
}

function declareSheets(
  stretch: Command,
  ctx: Context,
  finish: (exitCode: number) => void,
  loads: typeof stretchLoads,
): void {
  stretch
    .command('list')
    .description('all routines and exercises')
    .option('--position <where>', 'standing, sitting, lying, hands-and-knees …')
    .option('--equipment <things>', 'what is at hand, with commas between, or none')
    .option('--for <what>', 'a pattern such as tight-hamstrings, or spasm')
    .option('--kind <kind>', 'stretch, mobility, strength, aerobic, relief or relaxation')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare stretch list --position standing --equipment none\n  $ backcare stretch list --for spasm --json',
    )
    .action(async (_flags: unknown, command: Command) => {
      finish(await (await loads.sheets()).runList(command.optsWithGlobals<ListFlags>(), ctx));
    });
  stretch
    .command('show <exercise>')
    .description('one exercise: pictures, steps, dose, who should leave it out')
    .addHelpText('after', '\nExamples:\n  $ backcare stretch show lying-hamstring-stretch')
    .action(async (name: string, _flags: unknown, command: Command) => {
      finish(await (await loads.sheets()).runShow(name, command.optsWithGlobals<GlobalFlags>(), ctx));
    });
  stretch
    .command('print <routine>')
    .description('a sheet for the wall, as text, Markdown or HTML')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare stretch print morning\n  $ backcare stretch print hips-hamstrings --format html > sheet.html',
    )
    .action(async (name: string, _flags: unknown, command: Command) => {
      finish(await (await loads.sheets()).runPrint(name, command.optsWithGlobals<GlobalFlags>(), ctx));
    });
}

function declareOwn(
  stretch: Command,
  ctx: Context,
  finish: (exitCode: number) => void,
  loads: typeof stretchLoads,
): void {
  stretch
    .command('add <file>')
    .description("your clinician's plan, from Markdown or JSON; - reads standard input")
    .addHelpText('after', '\nExamples:\n  $ backcare stretch add examples/physio-plan.md')
    .action(async (file: string, _flags: unknown, command: Command) => {
      finish(await (await loads.own()).runAdd(file, command.optsWithGlobals<GlobalFlags>(), ctx));
    });
  stretch
    .command('export <name>')
    .description('gives the file of such a plan back, unchanged')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare stretch add examples/physio-plan.md && backcare stretch export plan-for-my-back > plan.md',
    )
    .action(async (name: string) => {
      finish(await (await loads.own()).runExport(name, ctx));
    });
  stretch
    .command('remove <name>')
    .description('takes such a plan out again')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare stretch add examples/physio-plan.md && backcare stretch remove plan-for-my-back',
    )
    .action(async (name: string, _flags: unknown, command: Command) => {
      finish(await (await loads.own()).runRemove(name, command.optsWithGlobals<GlobalFlags>(), ctx));
    });
}

function withWishes(command: Command): Command {
  return command
    .option('-m, --minutes <1-30>', 'time you have')
    .option('--position <where>', 'standing, sitting, lying, hands-and-knees …')
    .option('--equipment <things>', 'what is at hand, with commas between, or none')
    .option('--for <what>', 'a pattern such as tight-hamstrings, or spasm');
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
