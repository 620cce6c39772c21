import { Command } from 'commander';
import { registerRemind } from '../../../src/commands/remind/command.ts';
import { registerUndo } from '../../../src/commands/undo/command.ts';
import { UserError } from '../../../src/errors.ts';
import { remindContext } from '../../support/remind-context.ts';
import { checkedOn, env } from '../recovery/person.ts';

export type RemindPerson = ReturnType<typeof remindContext>;
type World = NonNullable<Parameters<typeof remindContext>[0]>;

/** A Monday morning in Berlin, at a desk. */
export const mondayMorning = '2026-11-23T08:30:00+01:00';

/** Somebody on a screen of 80 columns; with answers, at the keyboard. */
export const person = (world: World = {}): RemindPerson =>
  remindContext({
    env,
    columns: 80,
    now: mondayMorning,
    inputIsTerminal: world.answers !== undefined,
    ...world,
  });

/** The same after a check that lets reminders come. */
export async function clearedPerson(world: World = {}): Promise<RemindPerson> {
  const ctx = person(world);
  await ctx.remember(checkedOn('2026-11-22T10:00:00+01:00'));
  return ctx;
}

/** Runs one command line as the program does; gives the exit code. What was wrong is written as the program says it. */
export async function run(ctx: RemindPerson, line: string): Promise<number> {
  let exitCode = 0;
  const finish = (code: number) => {
    exitCode = code;
  };
  const program = new Command('backcare')
    .option('--json')
    .option('--format <kind>')
    .option('--no-input')
    .option('--quiet')
    .option('--accessible')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
  registerRemind(program, ctx, finish);
  registerUndo(program, ctx, finish);
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    ctx.io.err([error.message, error.reason, error.next].filter((part) => part !== undefined).join('\n'));
    return error.exitCode;
  }
  return exitCode;
}

/** What one command line printed to standard output; fails when it is refused. */
export async function said(ctx: RemindPerson, line: string): Promise<string> {
  ctx.clearOutput();
  const code = await run(ctx, line);
  if (code !== 0) throw new Error(`${line}: exit ${code}\n${ctx.stderr}`);
  return ctx.stdout;
}

/** Bodies of the kept events of a kind, oldest first. */
export async function keptOf(ctx: RemindPerson, kind: string): Promise<readonly unknown[]> {
  return [...(await (await ctx.record()).events())]
    .filter((event) => event.kind === kind)
    .map(({ body }) => body);
}

/** How many events there are in all. */
export async function countOf(ctx: RemindPerson): Promise<number> {
  return [...(await (await ctx.record()).events())].length;
}
