import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { registerConfig } from './commands/config/command.ts';
import { registerData } from './commands/data/command.ts';
import { registerDiagnose } from './commands/diagnose/command.ts';
import type { GlobalFlags } from './commands/flags.ts';
import { registerLog } from './commands/log/command.ts';
import { registerProgress } from './commands/progress/command.ts';
import { registerRecovery } from './commands/recovery/command.ts';
import { registerRelief } from './commands/relief/command.ts';
import type { ReliefContext } from './commands/relief/run.ts';
import { registerRemind } from './commands/remind/command.ts';
import { registerStressPlan } from './commands/stress-plan/command.ts';
import { registerStretch } from './commands/stretch/command.ts';
import { registerToday } from './commands/today/command.ts';
import { registerUndo } from './commands/undo/command.ts';
import type { KeeperContext } from './record-keeper.ts';
import type { RemindContext } from './reminder-delivery.ts';

const examples = `
If your back has grabbed:   backcare relief
To find out what fits:      backcare diagnose

Examples:
  $ backcare                                  where you stand and what is next
  $ backcare relief                           help now, in two keys
  $ backcare diagnose                         danger signs, urgency, patterns, a plan
  $ backcare diagnose --answers answers.json --json
  $ backcare stretch                          a guided session, right for now
  $ backcare config set country GB

backcare is for self-care. It does not give a diagnosis and does not replace a doctor, nurse or
physiotherapist. Everything stays on this computer.`;

/**
 * The command line. Nothing happens until `parseAsync`; `finish` takes the exit code of what ran.
 *
 * @param first the first word given: where it is the name of a command, the others need not be declared
 */
export function buildProgram(
  ctx: ReliefContext & KeeperContext & RemindContext,
  finish: (exitCode: number) => void,
  first: string | undefined,
): Command {
  const program = new Command('backcare')
    .description('A private self-care coach for back muscle pain and spasm.')
    .version(ctx.version, '-V, --version')
    .option('--json', 'answer as JSON, for scripts')
    .option('--format <kind>', 'text, markdown or html', format)
    .option('--no-input', 'ask nothing')
    .option('--no-color', 'no colour')
    .option('--accessible', 'plain lines, numbered questions, nothing redrawn')
    .option('--quiet', 'only what matters')
    .option('--country <code>', 'whose emergency number to show, such as GB')
    .addHelpText('after', examples)
    .exitOverride()
    .configureOutput({ writeOut: (text) => ctx.io.out(text), outputError: () => undefined });
  const commands = new Map([
    ['relief', () => registerRelief(program, ctx)],
    ['diagnose', () => registerDiagnose(program, ctx, finish)],
    ['stretch', () => registerStretch(program, ctx, finish)],
    ['stress-plan', () => registerStressPlan(program, ctx, finish)],
    ['recovery', () => registerRecovery(program, ctx, finish)],
    ['remind', () => registerRemind(program, ctx, finish)],
    ['log', () => registerLog(program, ctx, finish)],
    ['progress', () => registerProgress(program, ctx, finish)],
    ['data', () => registerData(program, ctx, finish)],
    ['undo', () => registerUndo(program, ctx, finish)],
    ['config', () => registerConfig(program, ctx)],
  ]);
  const named = first === undefined ? undefined : commands.get(first);
  for (const register of named === undefined ? commands.values() : [named]) register();
  const run = async (load: () => Promise<unknown>) => {
    await load();
    return 0;
  };
  registerToday(
    program,
    ctx,
    {
      relief: (flags: GlobalFlags) =>
        run(async () => (await import('./commands/relief/run.ts')).runRelief(flags, ctx)),
      diagnose: async (flags: GlobalFlags) =>
        (await import('./commands/diagnose/run.ts')).runDiagnose(flags, ctx),
      stretch: async (flags: GlobalFlags) =>
        (await import('./commands/stretch/run.ts')).runStretch(undefined, flags, ctx),
    },
    finish,
  );
  return program;
}

function format(value: string): string {
  if (['text', 'markdown', 'html'].includes(value)) return value;
  throw new InvalidArgumentError('It is text, markdown or html.');
}

export { CommanderError };
