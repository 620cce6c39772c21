import { Command } from 'commander';
import { registerLog } from '../../../src/commands/log/command.ts';
import { registerRecovery } from '../../../src/commands/recovery/command.ts';
import { registerStressPlan } from '../../../src/commands/stress-plan/command.ts';
import { registerUndo } from '../../../src/commands/undo/command.ts';
import { UserError } from '../../../src/errors.ts';
import { type FakeContext, type FakeWorld, fakeContext } from '../../support/fake-context.ts';
import { checkedOn, env } from '../recovery/person.ts';

export { checkedOn, countOf, keptOf, strain } from '../recovery/person.ts';

/** Somebody in Berlin on a screen of 80 columns; with answers, at the keyboard. */
export const person = (world: FakeWorld = {}): FakeContext =>
  fakeContext({ env, columns: 80, inputIsTerminal: world.answers !== undefined, ...world });

/** The same, checked this morning, so that a plan is allowed. */
export async function checked(world: FakeWorld = {}): Promise<FakeContext> {
  const ctx = person(world);
  const at = Date.parse(world.now ?? '2026-11-22T18:09:45.120+01:00') - 8 * 60 * 60 * 1000;
  return ctx.remember(checkedOn(new Date(at).toISOString()));
}

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
    .option('--accessible')
    .option('--quiet')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
  registerStressPlan(program, ctx, finish);
  registerRecovery(program, ctx, finish);
  registerLog(program, ctx, finish);
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

/** What one command line printed to standard output. */
export async function said(ctx: FakeContext, line: string): Promise<string> {
  ctx.clearOutput();
  await run(ctx, line);
  return ctx.stdout;
}

/** A file of answers. */
export const answersFile = (answers: object, more: object = {}) =>
  JSON.stringify({ schema: 'backcare/stress-answers@1', answers, ...more }, null, 2);

/** Overloaded at work: much to do, poor sleep, a bad conscience. */
export const overloaded = {
  'stress-now': 8,
  'stress-sleep': 'fair',
  'low-mood': 'no',
  stressors: ['workload', 'drive', 'phone-news'],
  'weight-workload': 'a-lot',
  'weight-drive': 'quite-a-bit',
  'weight-phone-news': 'a-little',
  'change-workload': 'some',
  'change-drive': 'a-lot',
  helps: ['walking', 'order'],
  minutes: 'ten',
  energy: 'some',
};
