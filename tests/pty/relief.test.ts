import { expect, test } from 'vitest';
import { keys, openTerminal } from '../support/pseudo-terminal.ts';

test('from the command to help with one key, all of it on one screen', async () => {
  const terminal = openTerminal({ args: ['relief'] });
  await terminal.waitFor('None of these');
  expect(terminal.screen()[0]).toContain(
    'If you think this is an emergency, call 999 or 112 (United Kingdom) now.',
  );
  // Enter is no answer.
  terminal.type(keys.enter);
  terminal.type('n');
  await terminal.waitFor('When you can: backcare diagnose');
  const screen = terminal.screen().join('\n');
  expect(screen).toContain('If you think this is an emergency, call 999 or 112 (United Kingdom) now.');
  expect(screen).toContain('1. Lie on your back with your calves up on a chair');
  expect(screen).not.toContain('None of these');
  await terminal.waitFor('leave');
  terminal.type('q');
  expect(await terminal.exitCode).toBe(0);
});

test('a sign shows the number and the action, and a slip of the finger is taken back', async () => {
  const terminal = openTerminal({ args: ['relief'] });
  await terminal.waitFor('None of these');
  terminal.type('1');
  await terminal.waitFor('I ticked that by mistake');
  expect(terminal.screen().join('\n')).toContain('GET HELP NOW: call 999 or 112 (United Kingdom)');
  terminal.type('b');
  await terminal.waitFor('None of these');
  terminal.type('n');
  await terminal.waitFor('When you can: backcare diagnose');
  terminal.type(keys.interrupt);
  expect(await terminal.exitCode).toBe(130);
});

test('the pacer moves, and any key gives the page back', async () => {
  const terminal = openTerminal({ args: ['relief'] });
  await terminal.waitFor('None of these');
  terminal.type('n');
  await terminal.waitFor('b breathe with a pacer');
  terminal.type('b');
  await terminal.waitFor(/breathe in .*●/);
  terminal.type(' ');
  await terminal.waitForGone('breathe in  ');
  await terminal.waitFor('b breathe with a pacer');
  expect(terminal.screen().join('\n')).toContain('When you can: backcare diagnose');
  terminal.type(keys.enter);
  expect(await terminal.exitCode).toBe(0);
});

test('accessible: plain lines, the same keys, and the pacer hears no key twice', async () => {
  const terminal = openTerminal({ args: ['relief', '--accessible', '--no-color'], rows: 60 });
  await terminal.waitFor('n None of these');
  terminal.type(`n${keys.enter}`);
  await terminal.waitFor('b breathe with a pacer');
  terminal.type(`b${keys.enter}`);
  await terminal.waitFor('Breathe in.');
  terminal.type(keys.enter);
  await terminal.waitFor(/The breathing is over\.\n(.*\n)*b breathe with a pacer/);
  terminal.type(`q${keys.enter}`);
  expect(await terminal.exitCode).toBe(0);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence is what must not be there
  expect(terminal.raw()).not.toMatch(/\u001b/);
});

test('Ctrl-C while breathing leaves with the cursor back', async () => {
  const terminal = openTerminal({ args: ['relief'] });
  await terminal.waitFor('None of these');
  terminal.type('n');
  await terminal.waitFor('b breathe with a pacer');
  terminal.type('b');
  await terminal.waitFor('breathe in');
  terminal.type(keys.interrupt);
  expect(await terminal.exitCode).toBe(130);
  expect(terminal.raw().lastIndexOf('\u001b[?25h')).toBeGreaterThan(
    terminal.raw().lastIndexOf('\u001b[?25l'),
  );
});

test('the first run of backcare leads to relief with one more key', async () => {
  const terminal = openTerminal();
  await terminal.waitFor('My back has grabbed: help now');
  expect(terminal.screen()[0]).toContain(
    'If you think this is an emergency, call 999 or 112 (United Kingdom) now.',
  );
  terminal.type('1');
  await terminal.waitFor('None of these');
  terminal.type('n');
  await terminal.waitFor('When you can: backcare diagnose');
  terminal.type('q');
  expect(await terminal.exitCode).toBe(0);
});
