import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import { exitCodes, InputError } from '../../errors.ts';
import { nearest } from '../nearest.ts';
import type { BreatheFlags } from './breathe.ts';
import type { ChangeFlags } from './change.ts';
import type { DoneFlags } from './done.ts';
import type { ReviewFlags } from './review.ts';
import type { EvaluationFlags, StressFlags } from './stress-flags.ts';

const examples = `
Examples:
  $ backcare stress-plan                        what presses, what helps, three small things
  $ backcare stress-plan --quick                one thing, five calm minutes, one time to get up
  $ backcare stress-plan --answers examples/stress-overloaded.json
  $ backcare stress-plan --questions            every question and its answers
  $ backcare stress-plan done 1                 the first of today's small things
  $ backcare stress-plan breathe                breathing and relaxing, also without a plan

What you entered last is taken back by: backcare undo`;

/** What each way loads, when it runs. A test gives its own. */
export const stressPlanLoads = {
  plan: () => import('./run.ts'),
  done: () => import('./done.ts'),
  change: () => import('./change.ts'),
  review: () => import('./review.ts'),
  stop: () => import('./stop.ts'),
  atWork: () => import('./at-work.ts'),
  breathe: () => import('./breathe.ts'),
};

/** Declares `stress-plan` and its ways. Loads nothing until one of them runs. */
export function registerStressPlan(
  program: Command,
  ctx: Context,
  finish: (exitCode: number) => void,
  loads = stressPlanLoads,
): void {
  // What was typed may ask for help: that comes before anything is checked, refused or repeated.
  const run: Run = async (command, way) => {
    const { isHelpGiven } = await import('./help-asked.ts');
    const isGiven = await isHelpGiven(command.args, command.optsWithGlobals<EvaluationFlags>(), ctx);
    finish(isGiven ? exitCodes.answered : await way());
  };
  const plan = program
    .command('stress-plan')
    .description('from "everything is too much" to three small things this week')
    .option('--answers <file>', 'answers from a JSON file, or - for standard input')
    .option('--set <id=value>', 'one answer; may be given several times', collect, [])
    .option('--questions', 'list every question with its id, kind and options')
    .option('--quick', 'for a tired day: one thing, five calm minutes, one time to get up')
    .option('--rise <time>', 'with --quick: the time to get up, such as 6:45')
    .option('--again', 'weigh again what presses, and make a new plan')
    .option('--hide-number', 'the number of the crisis line need not come first any more')
    .option('--no-save', 'keep nothing')
    .option('--explain', 'the long page, with reasons and sources')
    .addHelpText('after', examples)
    .action(async (_flags: unknown, command: Command) => {
      await run(command, async () => {
        const [word] = command.args;
        if (word !== undefined) throw unknownWay(word, command);
        return (await loads.plan()).runStressPlan(command.optsWithGlobals<EvaluationFlags>(), ctx);
      });
    });
  declareDays(plan, ctx, run, loads);
  declareWeeks(plan, ctx, run, loads);
  declareCalm(plan, ctx, run, loads);
  // A word that is no way arrives as an argument, and is refused with the nearest one. Last, because the commands above
  // would inherit it.
  plan.allowExcessArguments();
}

/** Runs one way, unless help comes first. */
type Run = (command: Command, way: () => Promise<number>) => Promise<void>;

type Declare = (plan: Command, ctx: Context, run: Run, loads: typeof stressPlanLoads) => void;

const declareDays: Declare = (plan, ctx, run, loads) => {
  plan
    .command('done [which]')
    .description("tick one of today's small things by number or name; left out: the list")
    .option('--small', 'only the two-minute version: it counts')
    .option('--off', 'it was not done after all')
    .option('--day <day>', 'today, yesterday, or a date such as 2026-11-22')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare stress-plan done\n  $ backcare stress-plan done 1 --small\n  $ backcare stress-plan done 2 --day yesterday',
    )
    .action(async (which: string | undefined, _flags: unknown, command: Command) => {
      await run(command, async () =>
        (await loads.done()).runDone(which, command.optsWithGlobals<DoneFlags>(), ctx),
      );
    });
  plan
    .command('skip <which>')
    .description('leave one out today: it costs nothing')
    .option('--day <day>', 'today, yesterday, or a date such as 2026-11-22')
    .addHelpText('after', '\nExamples:\n  $ backcare stress-plan skip 1')
    .action(async (which: string, _flags: unknown, command: Command) => {
      await run(command, async () =>
        (await loads.done()).runSkip(which, command.optsWithGlobals<DoneFlags>(), ctx),
      );
    });
};

const declareWeeks: Declare = (plan, ctx, run, loads) => {
  plan
    .command('change [which]')
    .description('another cue, other days, another size; or the calm session')
    .option('--cue <words>', 'what comes before it: "I close my laptop"')
    .option('--days <days>', 'mon,wed,fri, weekdays, or all')
    .option('--words <sentence>', 'in your own words: "If I park the car, then I breathe five times"')
    .option('--smaller', 'its two-minute version')
    .option('--session <name>', 'another calm session, or none')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare stress-plan change\n  $ backcare stress-plan change 1 --days mon,wed,fri --cue "I close my laptop"\n  $ backcare stress-plan change --session body-scan',
    )
    .action(async (which: string | undefined, _flags: unknown, command: Command) => {
      await run(command, async () =>
        (await loads.change()).runChange(which, command.optsWithGlobals<ChangeFlags>(), ctx),
      );
    });
  plan
    .command('review')
    .description('once a week, five minutes: keep, shrink, swap or stop; add one at most')
    .option('--stress <0-10>', 'stress now')
    .option('--sleep <how>', 'good, fair or poor')
    .option('--low-mood <answer>', 'low most days for two weeks: yes, no, unsure; never kept')
    .option('--keep <which>', 'by number or name; may be given several times', collect, [])
    .option('--shrink <which>', 'to its two-minute version', collect, [])
    .option('--swap <which=what>', 'for another action or your own words', collect, [])
    .option('--drop <which>', 'stop this one', collect, [])
    .option('--add <what>', 'one more, an action or your own words')
    .option('--obstacle <which=what>', 'what got in the way', collect, [])
    .option('--helped <words>', 'what helped most')
    .option('--kind <words>', 'one thing to be kind to yourself about')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare stress-plan review\n  $ backcare stress-plan review --stress 5 --sleep fair --shrink 1 --obstacle 1=too-big',
    )
    .action(async (_flags: unknown, command: Command) => {
      await run(command, async () =>
        (await loads.review()).runReview(command.optsWithGlobals<ReviewFlags>(), ctx),
      );
    });
  plan
    .command('stop')
    .description('the plan ends; nothing is lost')
    .option('--pause', 'let it wait instead')
    .option('--resume', 'go on after a wait')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare stress-plan stop\n  $ backcare stress-plan stop --pause\n  $ backcare stress-plan stop --resume',
    )
    .action(async (_flags: unknown, command: Command) => {
      await run(command, async () => {
        const { runStop } = await loads.stop();
        return runStop(command.optsWithGlobals<Parameters<typeof runStop>[0]>(), ctx);
      });
    });
};

const declareCalm: Declare = (plan, ctx, run, loads) => {
  plan
    .command('at-work')
    .description('a simpler working day, step by step')
    .addHelpText('after', '\nExamples:\n  $ backcare stress-plan at-work')
    .action(async (_flags: unknown, command: Command) => {
      await run(command, async () =>
        (await loads.atWork()).runAtWork(command.optsWithGlobals<StressFlags>(), ctx),
      );
    });
  plan
    .command('breathe [session]')
    .description('breathing and relaxing with a pacer, with a plan or without; or list')
    .option('-m, --minutes <n>', 'time there is')
    .option('--speak', 'said out loud: eyes closed')
    .option('--signs <which>', 'none, when none of the seven danger signs is there')
    .option('--no-save', 'keep nothing')
    .addHelpText(
      'after',
      '\nExamples:\n  $ backcare stress-plan breathe list\n  $ backcare stress-plan breathe body-scan\n  $ backcare stress-plan breathe --minutes 1',
    )
    .action(async (session: string | undefined, _flags: unknown, command: Command) => {
      await run(command, async () =>
        (await loads.breathe()).runBreathe(session, command.optsWithGlobals<BreatheFlags>(), ctx),
      );
    });
};

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function unknownWay(word: string, command: Command): InputError {
  const near = nearest(
    word,
    command.commands.map((way) => way.name()),
  );
  return new InputError(`"${word}" is not something that stress-plan can do.`, {
    ...(near === undefined ? {} : { reason: `Did you mean "backcare stress-plan ${near}"?` }),
    next: 'See what it can do: backcare stress-plan --help',
  });
}
