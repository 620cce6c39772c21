import type { Command } from 'commander';
import { InputError } from '../../errors.ts';
import type { RemindContext } from '../../reminder-delivery.ts';
import type { GlobalFlags } from '../flags.ts';
import { nearest } from '../nearest.ts';
import { usageError } from '../usage-error.ts';
import type { CalendarFlags } from './calendar.ts';
import type { InstallFlags } from './install.ts';
import type { NextFlags } from './next.ts';
import type { ScheduleFlags } from './schedule-flags.ts';
import type { SimulateFlags } from './simulate.ts';

const examples = `
Examples:
  $ backcare remind                       what is set, and what comes next
  $ backcare remind defaults              a few good ones, in one step
  $ backcare remind add desk-break --every 45m --days mon-fri --between 09:00-12:30,13:30-17:30
  $ backcare remind pause 2h              quiet for now
  $ backcare remind status                how they reach you, and why the next one is when it is

What you entered last is taken back by: backcare undo`;

/** What each way loads, when it runs. A test gives its own. */
export const remindLoads = {
  list: () => import('./list.ts'),
  add: () => import('./add.ts'),
  change: () => import('./change.ts'),
  remove: () => import('./remove.ts'),
  defaults: () => import('./defaults.ts'),
  quiet: () => import('./quiet.ts'),
  settings: () => import('./settings.ts'),
  answer: () => import('./answer.ts'),
  next: () => import('./next.ts'),
  tick: () => import('./tick.ts'),
  install: () => import('./install.ts'),
  status: () => import('./status.ts'),
  hook: () => import('./hook.ts'),
  calendar: () => import('./calendar.ts'),
  doctor: () => import('./doctor.ts'),
  simulate: () => import('./simulate.ts'),
};

type Declare = (
  remind: Command,
  ctx: RemindContext,
  finish: (exitCode: number) => void,
  loads: typeof remindLoads,
) => void;

/** Declares `remind` and its ways. Loads nothing until one of them runs. */
export function registerRemind(
  program: Command,
  ctx: RemindContext,
  finish: (exitCode: number) => void,
  loads = remindLoads,
): void {
  const remind = program
    .command('remind')
    .description('reminders: what is set, how they come, quiet for now')
    .addHelpText('after', examples)
    // The commands below inherit it.
    .exitOverride((error) => {
      throw usageError(error, 'backcare remind') ?? error;
    })
    .action(async (_flags: unknown, command: Command) => {
      const [word] = command.args;
      if (word !== undefined) throw unknownWay(word, command);
      finish(await (await loads.list()).runList(command.optsWithGlobals<GlobalFlags>(), ctx));
    });
  declareSchedules(remind, ctx, finish, loads);
  declareMoments(remind, ctx, finish, loads);
  declareSettings(remind, ctx, finish, loads);
  declareDelivery(remind, ctx, finish, loads);
  declareLooks(remind, ctx, finish, loads);
  // A word that is no way arrives as an argument, and is refused with the nearest one. Last, because the commands above
  // would inherit it.
  remind.allowExcessArguments();
}

const declareSchedules: Declare = (remind, ctx, finish, loads) => {
  const add = remind
    .command('add <what>')
    .description('a reminder: a routine, walk, breathe, check-in, or a name of your own')
    .option('--name <name>', 'what to call it, to have two of one kind')
    .option('--says <words>', 'your own words instead of ours');
  scheduleOptions(add)
    .addHelpText(
      'after',
      `
Examples:
  $ backcare remind add desk-break --every 45m --days mon-fri --between 09:00-12:30,13:30-17:30
  $ backcare remind add hamstring --times 5/day
  $ backcare remind add check-in --at 20:30
  $ backcare remind add physio --says "Off to the physio" --at 08:15 --days tue --lead 30m --except 2026-12-22..2027-01-06`,
    )
    .action(async (what: string, _flags: unknown, command: Command) => {
      finish(await (await loads.add()).runAdd(what, command.optsWithGlobals<ScheduleFlags>(), ctx));
    });
  scheduleOptions(
    remind
      .command('change <name>')
      .description('another time, other days; what you leave out stays')
      .option('--says <words>', 'your own words instead of ours'),
  )
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare remind add walk --at 17:00 && backcare remind change walk --at 12:15 --days weekdays',
    )
    .action(async (name: string, _flags: unknown, command: Command) => {
      finish(await (await loads.change()).runChange(name, command.optsWithGlobals<ScheduleFlags>(), ctx));
    });
  remind
    .command('remove <name>')
    .description('take one away, or all of them: all')
    .addHelpText('after', '\nExample:\n  $ backcare remind remove all')
    .action(async (name: string, _flags: unknown, command: Command) => {
      finish(await (await loads.remove()).runRemove(name, command.optsWithGlobals<GlobalFlags>(), ctx));
    });
};

/** What `add` and `change` take. */
function scheduleOptions(command: Command): Command {
  return command
    .option('--every <length>', 'every so often, such as 45m or 2h')
    .option('--times <count>', 'so many times a day, such as 5/day')
    .option('--at <times>', 'at set times, such as 20:30 or 8:00,20:30')
    .option('--between <hours>', 'within these hours, such as 09:00-12:30,13:30-17:30')
    .option('--days <days>', 'such as mon-fri, weekend, or mon,wed,fri')
    .option('--except <dates>', 'days without it, such as 2026-12-24..2027-01-02')
    .option('--cue <words>', 'what it follows in your day, such as "after lunch"; also none')
    .option('--lead <length>', 'so much earlier than its time, such as 10m');
}

const declareMoments: Declare = (remind, ctx, finish, loads) => {
  remind
    .command('pause [how-long...]')
    .description('quiet for now: 2h, until 06:45, until tomorrow')
    // "-5m" is refused as a length, and not as an option.
    .allowUnknownOption()
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare remind pause 2h\n  $ backcare remind pause until 06:45\n  $ backcare remind pause until tomorrow',
    )
    .action(async (words: readonly string[], _flags: unknown, command: Command) => {
      finish(await (await loads.quiet()).runPause(words, command.optsWithGlobals<GlobalFlags>(), ctx));
    });
  remind
    .command('resume')
    .description('no longer quiet')
    .addHelpText('after', '\nExample:\n  $ backcare remind resume')
    .action(async (_flags: unknown, command: Command) => {
      finish(await (await loads.quiet()).runResume(command.optsWithGlobals<GlobalFlags>(), ctx));
    });
  remind
    .command('done [name]')
    .description('you did it: the one that was shown last, or one by its name')
    .addHelpText('after', '\nExample:\n  $ backcare remind done')
    .action(async (name: string | undefined, _flags: unknown, command: Command) => {
      finish(await (await loads.answer()).runDone(name, command.optsWithGlobals<GlobalFlags>(), ctx));
    });
  remind
    .command('snooze [minutes]')
    .description('once more in 5, 15 or 60 minutes; left out: 15')
    .addHelpText('after', '\nExamples:\n  $ backcare remind snooze\n  $ backcare remind snooze 60')
    .action(async (minutes: string | undefined, _flags: unknown, command: Command) => {
      finish(await (await loads.answer()).runSnooze(minutes, command.optsWithGlobals<GlobalFlags>(), ctx));
    });
  remind
    .command('skip [today]')
    .description('not this time; with "today" none of its kind today')
    .addHelpText('after', '\nExamples:\n  $ backcare remind skip\n  $ backcare remind skip today')
    .action(async (day: string | undefined, _flags: unknown, command: Command) => {
      finish(await (await loads.answer()).runSkip(day, command.optsWithGlobals<GlobalFlags>(), ctx));
    });
};

const declareSettings: Declare = (remind, ctx, finish, loads) => {
  remind
    .command('defaults [plan]')
    .description('ready ones in one step: few, whole or article; left out: what each would set')
    .addHelpText('after', '\nExamples:\n  $ backcare remind defaults\n  $ backcare remind defaults few')
    .action(async (plan: string | undefined, _flags: unknown, command: Command) => {
      finish(await (await loads.defaults()).runDefaults(plan, command.optsWithGlobals<GlobalFlags>(), ctx));
    });
  remind
    .command('quiet-hours [hours]')
    .description('hours without any, each day; also none, or usual')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare remind quiet-hours\n  $ backcare remind quiet-hours 22:00-07:00',
    )
    .action(async (hours: string | undefined, _flags: unknown, command: Command) => {
      finish(
        await (await loads.settings()).runQuietHours(hours, command.optsWithGlobals<GlobalFlags>(), ctx),
      );
    });
  remind
    .command('days-off [dates]')
    .description('days without any, such as a holiday; also none')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare remind days-off\n  $ backcare remind days-off 2026-12-24..2027-01-02',
    )
    .action(async (dates: string | undefined, _flags: unknown, command: Command) => {
      finish(await (await loads.settings()).runDaysOff(dates, command.optsWithGlobals<GlobalFlags>(), ctx));
    });
  remind
    .command('words [which]')
    .description('open or discreet: what a locked screen may show')
    .addHelpText('after', '\nExamples:\n  $ backcare remind words\n  $ backcare remind words open')
    .action(async (which: string | undefined, _flags: unknown, command: Command) => {
      finish(await (await loads.settings()).runWords(which, command.optsWithGlobals<GlobalFlags>(), ctx));
    });
};

const declareDelivery: Declare = (remind, ctx, finish, loads) => {
  remind
    .command('install')
    .description('let them come by themselves: shows what it would write, and asks')
    .option('--with <what>', 'cron, systemd, launchd, schtasks, calendar or hook; left out: the best here')
    .option('-y, --yes', 'do not ask')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare remind install --with hook\n  $ backcare remind install --with cron --yes',
    )
    .action(async (_flags: unknown, command: Command) => {
      finish(await (await loads.install()).runInstall(command.optsWithGlobals<InstallFlags>(), ctx));
    });
  remind
    .command('uninstall')
    .description('take exactly that out again')
    .option('-y, --yes', 'do not ask')
    .addHelpText('after', '\nExample:\n  $ backcare remind uninstall --yes')
    .action(async (_flags: unknown, command: Command) => {
      finish(await (await loads.install()).runUninstall(command.optsWithGlobals<InstallFlags>(), ctx));
    });
  remind
    .command('hook [shell]')
    .description('show what waits before your prompt: bash, zsh or fish')
    .addHelpText(
      'after',
      '\nAt the end of ~/.bashrc: eval "$(backcare remind hook bash)"\n\nExamples:\n  $ backcare remind hook bash\n  $ backcare remind hook fish',
    )
    .action(async (shell: string | undefined, _flags: unknown, command: Command) => {
      finish(await (await loads.hook()).runHook(shell, command.optsWithGlobals<GlobalFlags>(), ctx));
    });
  remind
    .command('calendar [name]')
    .description('the next 12 months as a calendar file (iCalendar), all of them or one')
    .option('--output <file>', 'a new file; left out: standard output')
    .addHelpText('after', '\nExample:\n  $ backcare remind calendar --output reminders.ics')
    .action(async (name: string | undefined, _flags: unknown, command: Command) => {
      finish(await (await loads.calendar()).runCalendar(name, command.optsWithGlobals<CalendarFlags>(), ctx));
    });
  remind
    .command('tick')
    .description('look after them once, for a scheduler; says nothing when nothing is due')
    .addHelpText('after', '\nExample:\n  $ backcare remind tick')
    .action(async (_flags: unknown, command: Command) => {
      finish(await (await loads.tick()).runTick(command.optsWithGlobals<GlobalFlags>(), ctx));
    });
};

const declareLooks: Declare = (remind, ctx, finish, loads) => {
  remind
    .command('next')
    .description('one line for scripts and status lines')
    .option('--exit-code', 'exit 0 when one is due, 4 when none is')
    .addHelpText('after', '\nExamples:\n  $ backcare remind next\n  $ backcare remind next --json')
    .action(async (_flags: unknown, command: Command) => {
      finish(await (await loads.next()).runNext(command.optsWithGlobals<NextFlags>(), ctx));
    });
  remind
    .command('status')
    .description('how they come, and why the next one is when it is')
    .addHelpText('after', '\nExample:\n  $ backcare remind status')
    .action(async (_flags: unknown, command: Command) => {
      finish(await (await loads.status()).runStatus(command.optsWithGlobals<GlobalFlags>(), ctx));
    });
  remind
    .command('doctor')
    .description('send a real one through what is set up, and say what is in the way')
    .addHelpText('after', '\nExamples:\n  $ backcare remind doctor\n  $ backcare remind doctor --json')
    .action(async (_flags: unknown, command: Command) => {
      finish(await (await loads.doctor()).runDoctor(command.optsWithGlobals<GlobalFlags>(), ctx));
    });
  remind
    .command('simulate')
    .description('every reminder that would come, by the same rules')
    .option('--from <date>', 'first day; left out: today')
    .option('--to <date>', 'last day; left out: a week')
    .option('--zone <name>', 'a time zone, such as Australia/Sydney; left out: this one')
    .option('--asleep <hours>', 'hours when the computer sleeps, such as 22:00-07:00')
    .option('--plan <name>', 'a ready plan instead of what is set: few, article …')
    .option('--unanswered', 'as if nobody ever answered: fewer come then')
    .option('--ics', 'as a calendar file')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare remind simulate\n  $ backcare remind simulate --plan few --from 2026-10-03 --to 2026-10-05 --zone Australia/Sydney\n  $ backcare remind simulate --plan article --asleep 22:00-07:00 --json',
    )
    .action(async (_flags: unknown, command: Command) => {
      finish(await (await loads.simulate()).runSimulate(command.optsWithGlobals<SimulateFlags>(), ctx));
    });
};

function unknownWay(word: string, command: Command): InputError {
  const near = nearest(
    word,
    command.commands.map((way) => way.name()),
  );
  return new InputError(`"${word}" is not something that remind can do.`, {
    ...(near === undefined ? {} : { reason: `Did you mean "backcare remind ${near}"?` }),
    next: 'See what it can do: backcare remind --help',
  });
}
