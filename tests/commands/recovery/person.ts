import { Command } from 'commander';
import { registerLog } from '../../../src/commands/log/command.ts';
import { registerRecovery } from '../../../src/commands/recovery/command.ts';
import { UserError } from '../../../src/errors.ts';
import { ordinary } from '../../engine/watch/people.ts';
import { type FakeContext, type FakeWorld, fakeContext } from '../../support/fake-context.ts';

export const env = { LANG: 'de_DE.UTF-8', TERM: 'xterm', NO_COLOR: '1' };

/** Somebody in Berlin on a screen of 80 columns; with answers, at the keyboard. */
export const person = (world: FakeWorld = {}): FakeContext =>
  fakeContext({ env, columns: 80, inputIsTerminal: world.answers !== undefined, ...world });

/** A check that was finished: a strain of two days, fit for a plan. */
export const strain = {
  tool: 'backcare',
  urgency: 'self-care',
  complete: true,
  answers: { ...ordinary, duration: 2, 'pain-average': 6, 'pain-worst': 7, 'leg-symptoms': ['none'] },
  patterns: [{ id: 'pulled-muscle', fit: 'well' }],
  subtypes: [],
};

export const checkedOn = (at: string, body: object = strain) => ({ kind: 'assessment', at, body });
/** On the morning of the day that it is in these tests. */
export const checkedToday = checkedOn('2026-11-22T10:00:00+01:00');

/** Runs one command line as the program does; gives the exit code. What was wrong is written as the program says it. */
export async function run(ctx: FakeContext, line: string): Promise<number> {
  let exitCode = 0;
  const finish = (code: number) => {
    exitCode = code;
  };
  const program = new Command('backcare')
    .option('--json')
    .option('--format <kind>')
    .option('--no-input')
    .option('--quiet')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
  registerRecovery(program, ctx, finish);
  registerLog(program, ctx, finish);
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

/** What one command line printed to standard output. */
export async function said(ctx: FakeContext, line: string): Promise<string> {
  ctx.clearOutput();
  await run(ctx, line);
  return ctx.stdout;
}

/** Bodies of the kept events of a kind, oldest first. */
export async function keptOf(ctx: FakeContext, kind: string): Promise<readonly unknown[]> {
  return [...(await (await ctx.record()).events())]
    .filter((event) => event.kind === kind)
    .map(({ body }) => body);
}

/** How many events there are in all. */
export async function countOf(ctx: FakeContext): Promise<number> {
  return [...(await (await ctx.record()).events())].length;
}
