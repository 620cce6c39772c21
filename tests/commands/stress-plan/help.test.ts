import { Command } from 'commander';
import { expect, test } from 'vitest';
import { registerStressPlan, type stressPlanLoads } from '../../../src/commands/stress-plan/command.ts';
import { project } from '../../documents/json-documentation.ts';
import { checked, person, run } from './person.ts';

const files = { 'examples/stress-overloaded.json': project('examples/stress-overloaded.json') };

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
    ['plan', 'done', 'change', 'review', 'stop', 'atWork', 'breathe'].map((way) => [way, refused]),
  ) as unknown as typeof stressPlanLoads;
  registerStressPlan(program, person(), () => undefined, loads);
  const plan = program.commands.find((command) => command.name() === 'stress-plan');
  const helpOf = (command: Command | undefined): string => {
    help = '';
    command?.outputHelp();
    return help;
  };
  return [
    { way: 'stress-plan', help: helpOf(plan) },
    ...(plan?.commands ?? []).map((command) => ({
      way: `stress-plan ${command.name()}`,
      help: helpOf(command),
    })),
  ];
}

const ways = waysWithHelp();
const examples = ways.flatMap(({ help }) =>
  [...help.matchAll(/^ {2}\$ backcare (.*?)(?: {2,}.*)?$/gm)].map(([, example]) => example ?? ''),
);

test('every way has an example', () => {
  expect(ways).toHaveLength(8);
  for (const { help } of ways) expect(help).toMatch(/^Examples:\n {2}\$ backcare stress-plan/m);
});

test.each(examples)('%s: without a terminal, before any check', async (example) => {
  const ctx = person({ outputIsTerminal: false, files });
  expect(await run(ctx, example), ctx.stderr).toBe(0);
  expect(ctx.stdout).not.toBe('');
});

test.each(examples)('%s: with a plan', async (example) => {
  const ctx = await checked({ outputIsTerminal: false, files });
  await run(ctx, 'stress-plan --answers examples/stress-overloaded.json');
  // The day before yesterday, as far as examples go back.
  ctx.clock.advance(3 * 24 * 60 * 60 * 1000);
  expect(await run(ctx, example), ctx.stderr).toBe(0);
});
