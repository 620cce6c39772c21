import { Command } from 'commander';
import { expect, test } from 'vitest';
import { registerRemind, remindLoads } from '../../../src/commands/remind/command.ts';
import { person } from './person.ts';

test('help loads nothing, and every way has an example', () => {
  let help = '';
  const program = new Command('backcare').exitOverride().configureOutput({
    writeOut: (text) => {
      help += text;
    },
  });
  const refused = () => Promise.reject(new Error('Help must load nothing.'));
  const loads = Object.fromEntries(
    Object.keys(remindLoads).map((way) => [way, refused]),
  ) as unknown as typeof remindLoads;
  registerRemind(program, person(), () => undefined, loads);
  const remind = program.commands.find((command) => command.name() === 'remind');
  const ways = [...(remind?.commands ?? [])];
  expect(ways.map((way) => way.name()).sort()).toMatchInlineSnapshot(`
    [
      "add",
      "calendar",
      "change",
      "days-off",
      "defaults",
      "doctor",
      "done",
      "hook",
      "install",
      "next",
      "pause",
      "quiet-hours",
      "remove",
      "resume",
      "simulate",
      "skip",
      "snooze",
      "status",
      "tick",
      "uninstall",
      "words",
    ]
  `);
  for (const way of [remind, ...ways]) {
    help = '';
    way?.outputHelp();
    expect(help).toMatch(/^Examples?:\n {2}\$ backcare remind/m);
  }
});
