import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import { InputError } from '../../errors.ts';
import { nearest } from '../nearest.ts';
import type { CheckInFlags } from './check-in-flags.ts';
import type { DoneFlags } from './done.ts';
import type { FlareFlags } from './flare.ts';
import type { LadderFlags } from './ladder.ts';
import type { PauseFlags } from './pause.ts';
import type { RecoveryFlags } from './recovery-flags.ts';
import type { RemedyFlags } from './remedies.ts';
import type { ReportFlags } from './report-sheet.ts';

const examples = `
Examples:
  $ backcare recovery                     today: what to do, and why
  $ backcare recovery start               begin the plan of your last check
  $ backcare recovery done 2              tick the second line of today's list
  $ backcare recovery phase next          go on; the plan only proposes
  $ backcare recovery --explain           the long page, with reasons and sources

What you entered last is taken back by: backcare undo`;

/** What each way loads, when it runs. A test gives its own. */
export const recoveryLoads = {
  today: () => import('./today.ts'),
  start: () => import('./start.ts'),
  done: () => import('./done.ts'),
  check: () => import('./check.ts'),
  checkIn: () => import('./check-in.ts'),
  phase: () => import('./phase.ts'),
  flare: () => import('./flare.ts'),
  pause: () => import('./pause.ts'),
  ladder: () => import('./ladder.ts'),
  remedies: () => import('./remedies.ts'),
  visit: () => import('./visit.ts'),
  report: () => import('./report.ts'),
};

/** Declares `recovery` and its ways. Loads nothing until one of them runs. */
export function registerRecovery(
  program: Command,
  ctx: Context,
  finish: (exitCode: number) => void,
  loads = recoveryLoads,
): void {
  const recovery = program
    .command('recovery')
    .description('a plan by phases: today, flares, ways back, what may help')
    .option('--explain', 'the long page, with reasons and sources')
    .addHelpText('after', examples)
    .action(async (_flags: unknown, command: Command) => {
      const [word] = command.args;
      if (word !== undefined) throw unknownWay(word, command);
      finish(await (await loads.today()).runRecovery(command.optsWithGlobals<RecoveryFlags>(), ctx));
    });
  declarePlan(recovery, ctx, finish, loads);
  declareCheckIn(recovery, ctx, finish, loads);
  declareDaysApart(recovery, ctx, finish, loads);
  declareHelp(recovery, ctx, finish, loads);
  // A word that is no way arrives as an argument, and is refused with the nearest one. Last, because the commands above
  // would inherit it.
  recovery.allowExcessArguments();
}

type Declare = (
  recovery: Command,
  ctx: Context,
  finish: (exitCode: number) => void,
  loads: typeof recoveryLoads,
) => void;

const declarePlan: Declare = (recovery, ctx, finish, loads) => {
  recovery
    .command('start [plan]')
    .description('begin a plan: that of your last check, or one by its name')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare recovery start\n  $ backcare recovery start poor-posture',
    )
    .action(async (plan: string | undefined, _flags: unknown, command: Command) => {
      finish(await (await loads.start()).runStart(plan, command.optsWithGlobals<RecoveryFlags>(), ctx));
    });
  recovery
    .command('done [line]')
    .description("tick a line of today's list by number or name; left out: the list")
    .option('--least', 'only the smallest version: it counts')
    .option('--off', 'it was not done after all')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare recovery done\n  $ backcare recovery done 2\n  $ backcare recovery done breathe --least\n  $ backcare recovery done 2 --off',
    )
    .action(async (line: string | undefined, _flags: unknown, command: Command) => {
      finish(await (await loads.done()).runDone(line, command.optsWithGlobals<DoneFlags>(), ctx));
    });
  recovery
    .command('check [answers...]')
    .description('what you could do again: asked before a phase is left')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare recovery check\n  $ backcare recovery check walk-10=yes sit-30=unsure',
    )
    .action(async (answers: readonly string[], _flags: unknown, command: Command) => {
      finish(await (await loads.check()).runCheck(answers, command.optsWithGlobals<RecoveryFlags>(), ctx));
    });
  recovery
    .command('phase [where]')
    .description('next, back, stay, or a phase by its name; left out: where you are')
    .addHelpText('after', '\nExamples:\n  $ backcare recovery phase\n  $ backcare recovery phase back')
    .action(async (where: string | undefined, _flags: unknown, command: Command) => {
      finish(await (await loads.phase()).runPhase(where, command.optsWithGlobals<RecoveryFlags>(), ctx));
    });
};

const declareCheckIn: Declare = (recovery, ctx, finish, loads) => {
  recovery
    .command('check-in')
    .description('a minute on its days: danger signs in short, pain, how it goes')
    .option('--signs <which>', 'none, or new danger signs by name, with commas between')
    .option('--usual <0-10>', 'usual pain since the last check-in')
    .option('--worst <0-10>', 'worst pain since then')
    .option('--interference <0-10>', 'how much it stops you: 0 nothing, 10 cannot do anything')
    .option('--activity <name=0-10>', 'an activity of your own; may be given several times', collect)
    .option(
      '--change <how>',
      'beside your first check: much-worse, worse, a-little-worse, same, a-little-better, better, much-better',
    )
    .addHelpText(
      'after',
      `
Examples:
  $ backcare recovery check-in --signs none --usual 3 --change a-little-better
  $ backcare recovery check-in --signs none --usual 3 --worst 5 --interference 2

At the keyboard, backcare recovery check-in alone asks. It is due 1, 3, 7, 14, 21, 28 and 42 days after a check, then every four weeks.
Leave out what you like.`,
    )
    .action(async (_flags: unknown, command: Command) => {
      finish(await (await loads.checkIn()).runCheckIn(command.optsWithGlobals<CheckInFlags>(), ctx));
    });
};

const declareDaysApart: Declare = (recovery, ctx, finish, loads) => {
  recovery
    .command('flare [over]')
    .description('it is suddenly worse: danger signs first, then the next hours and days')
    .option('--signs <which>', 'none, or which of the seven danger signs, by name')
    .option('--pain <0-10>', 'usual pain today')
    .option('--grabs', 'the muscle grabs by itself')
    .option('--leg-signs', 'new pain, tingling or numbness in a leg')
    .option('--end', 'the flare is over')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare recovery flare --signs none --pain 6\n  $ backcare recovery flare over' +
        '\n\nThe seven: saddle-or-bladder, weak-or-both-legs, chest-breath-faint,\nhead-face-speech, fall-or-crash, fever-or-very-ill, pregnant-bleeding-pains.\nIn more words: backcare relief --no-input',
    )
    .action(async (over: string | undefined, _flags: unknown, command: Command) => {
      finish(await (await loads.flare()).runFlare(over, command.optsWithGlobals<FlareFlags>(), ctx));
    });
  recovery
    .command('pause')
    .description('days off without harm: rest, an illness, a holiday')
    .option('--from <day>', 'today, yesterday, tomorrow, or a date such as 2026-12-01')
    .option('--until <day>', 'the last of them')
    .option('--reason <why>', 'rest, illness, holiday or other')
    .option('--end', 'back already')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare recovery pause --from 2026-12-01 --until 2026-12-06 --reason holiday\n  $ backcare recovery pause --end',
    )
    .action(async (_flags: unknown, command: Command) => {
      finish(await (await loads.pause()).runPause(command.optsWithGlobals<PauseFlags>(), ctx));
    });
  recovery
    .command('ladder [name] [action]')
    .description('a way back to desk, driving, lifting, running: start, done, back, stop')
    .option('--pain <0-10>', 'pain with it, for done')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare recovery ladder\n  $ backcare recovery ladder lifting start\n  $ backcare recovery ladder lifting done --pain 2',
    )
    .action(
      async (name: string | undefined, action: string | undefined, _flags: unknown, command: Command) => {
        const { runLadder } = await loads.ladder();
        finish(await runLadder(name, action, command.optsWithGlobals<LadderFlags>(), ctx));
      },
    );
};

const declareHelp: Declare = (recovery, ctx, finish, loads) => {
  recovery
    .command('remedies [name]')
    .description('what may help now, and how sure that is; or one by its name')
    .option('--tried', 'you tried it: kept, and shown here and in the report')
    .option('--helped <answer>', 'whether it helped: yes, no or unsure')
    .option('--note <words>', 'about it, in your own words')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare recovery remedies\n  $ backcare recovery remedies heat\n  $ backcare recovery remedies --explain\n  $ backcare recovery remedies heat --tried --helped yes',
    )
    .action(async (name: string | undefined, _flags: unknown, command: Command) => {
      const { runRemedies } = await loads.remedies();
      finish(await runRemedies(name, command.optsWithGlobals<RemedyFlags>(), ctx));
    });
  recovery
    .command('visit [who]')
    .description('questions to take along: doctor, physiotherapist, hands-on, work, mental-health')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare recovery visit\n  $ backcare recovery visit doctor --format markdown',
    )
    .action(async (who: string | undefined, _flags: unknown, command: Command) => {
      finish(await (await loads.visit()).runVisit(who, command.optsWithGlobals<RecoveryFlags>(), ctx));
    });
  recovery
    .command('report')
    .description('one page for a clinician, in your own numbers; shown before it is written')
    .option('--from <day>', 'first day, such as 2026-10-01; left out: 12 weeks back')
    .option('--to <day>', 'last day; left out: today')
    .option('--redact <parts>', 'what to leave out, with commas between')
    .option('--preview', 'what would go in, and write nothing')
    .option('-y, --yes', 'do not ask: it was looked at')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare recovery report --preview\n  $ backcare recovery report --yes --format html > sheet.html',
    )
    .action(async (_flags: unknown, command: Command) => {
      const { runReport } = await loads.report();
      finish(await runReport(command.optsWithGlobals<ReportFlags>(), ctx));
    });
};

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function unknownWay(word: string, command: Command): InputError {
  const near = nearest(
    word,
    command.commands.map((way) => way.name()),
  );
  return new InputError(`"${word}" is not something that recovery can do.`, {
    ...(near === undefined ? {} : { reason: `Did you mean "backcare recovery ${near}"?` }),
    next: 'See what it can do: backcare recovery --help',
  });
}
