import { Command } from 'commander';
import { expect, test } from 'vitest';
import { type recoveryLoads, registerRecovery } from '../../../src/commands/recovery/command.ts';
import { reliefSigns } from '../../../src/data/relief.ts';
import { checkedToday, person, run } from './person.ts';

/** Every way with what its help shows; nothing may be loaded for it. */
function waysWithHelp(): readonly { readonly way: string; readonly help: string }[] {
  let help = '';
  const program = new Command('backcare').exitOverride().configureOutput({
    writeOut: (text) => {
      help += text;
    },
  });
  const refused = () => Promise.reject(new Error('Help must load nothing.'));
  const loads = Object.fromEntries(
    [
      'today',
      'start',
      'done',
      'check',
      'checkIn',
      'phase',
      'flare',
      'pause',
      'ladder',
      'remedies',
      'visit',
      'report',
    ].map((way) => [way, refused]),
  ) as unknown as typeof recoveryLoads;
  registerRecovery(program, person(), () => undefined, loads);
  const recovery = program.commands.find((command) => command.name() === 'recovery');
  const helpOf = (command: Command | undefined): string => {
    help = '';
    command?.outputHelp();
    return help;
  };
  return [
    { way: 'recovery', help: helpOf(recovery) },
    ...(recovery?.commands ?? []).map((command) => ({
      way: `recovery ${command.name()}`,
      help: helpOf(command),
    })),
  ];
}

const ways = waysWithHelp();
const examples = ways.flatMap(({ help }) =>
  [...help.matchAll(/^ {2}\$ backcare (.*?)(?: {2,}.*)?$/gm)].map(([, example]) => example ?? ''),
);

test('every way has an example', () => {
  expect(ways).toHaveLength(12);
  for (const { help } of ways) expect(help).toMatch(/^Examples:\n {2}\$ backcare recovery/m);
});

test('the help of a flare names the seven signs that it takes', () => {
  const help = ways.find(({ way }) => way === 'recovery flare')?.help ?? '';
  for (const { id } of reliefSigns) expect(help).toContain(id);
});

test.each(examples)('%s: without a terminal, before any check', async (example) => {
  const ctx = person({ outputIsTerminal: false });
  expect(await run(ctx, example.replace(/ > .*/, ''))).toBe(0);
  expect(ctx.stderr).not.toContain('backcare:');
  // A sheet of nothing is no sheet, whoever asks.
  const isReport = example.startsWith('recovery report');
  expect(isReport ? ctx.stderr : ctx.stdout).toContain(isReport ? 'Nothing is noted' : 'backcare diagnose');
});

test.each(examples)('%s: with a plan', async (example) => {
  const ctx = person({ outputIsTerminal: false });
  await ctx.remember(checkedToday);
  await run(ctx, 'recovery start');
  ctx.clearOutput();
  expect(await run(ctx, example.replace(/ > .*/, '')), ctx.stderr).toBe(0);
  expect(ctx.stderr).toBe('');
});
