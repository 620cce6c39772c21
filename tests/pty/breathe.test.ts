import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { measure } from '../../src/render/width.ts';
import { keys, openTerminal, type PseudoTerminal } from '../support/pseudo-terminal.ts';

/** One minute of slow breathing, with everything answered that would be asked before. */
const args = ['stress-plan', 'breathe', 'breath-6', '--minutes', '1', '--signs', 'none'];
const hint = 'q stop and keep';

/** Everything the person's folder holds, as text. */
function kept(home: string): string {
  return readdirSync(join(home, 'backcare'), { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

/** The disc, without the digits beside it. */
const disc = (terminal: PseudoTerminal): string =>
  terminal
    .screen()
    .map((row) => row.replace(/[^\u2801-\u28ff]/g, ''))
    .join('\n');

async function begun(terminal: PseudoTerminal): Promise<void> {
  await terminal.waitFor('s start (enter)');
  terminal.type(keys.enter);
  await terminal.waitFor(hint);
}

test('the disc grows, it can be paused and explained, and what was done is kept with how it felt', async () => {
  const terminal = openTerminal({ args });
  await begun(terminal);
  expect(terminal.screen()[0]).toMatch(/^ {2}Six-breath pacing +1 of 1 · \d:\d\d left$/);
  terminal.type(keys.right);
  await terminal.waitFor('breathe in');
  const before = disc(terminal);
  expect(before).not.toBe('');
  await terminal.waitUntil(() => disc(terminal) !== before, 'to grow');
  terminal.type(' ');
  await terminal.waitFor('paused: breathe in');
  terminal.type('?');
  await terminal.waitFor('1. Sit with your back supported');
  terminal.type('q');
  await terminal.waitFor('How do you feel now');
  terminal.type('1');
  await terminal.waitFor('Good. That is what it is for.');
  expect(await terminal.exitCode).toBe(0);
  expect(kept(terminal.home)).toMatch(/"routine":"slow-breathing-6".*"calm":true/);
  expect(kept(terminal.home)).toContain('"calm":"calmer"');
});

test('a window that changes its size is filled anew, and the disc with it', async () => {
  const terminal = openTerminal({ args });
  await begun(terminal);
  for (const [columns, rows] of [
    [60, 16],
    [120, 40],
    [80, 24],
  ] as const) {
    terminal.resize(columns, rows);
    await terminal.waitUntil(() => {
      const screen = terminal.screen();
      const isWhole = screen.length === rows && (screen.at(-1) ?? '').endsWith(hint);
      return isWhole && disc(terminal).trim() !== '' && screen.every((row) => measure(row) <= columns);
    }, `to fit ${columns} by ${rows}`);
  }
  terminal.type(keys.interrupt);
  expect(await terminal.exitCode).toBe(130);
});

test('for a screen reader: lines only, and no picture', async () => {
  const terminal = openTerminal({ args: [...args, '--accessible', '--no-color'] });
  await terminal.waitFor('How sure:');
  terminal.type(`s${keys.enter}`);
  await terminal.waitFor('Keys: space pause');
  terminal.type(keys.right);
  await terminal.waitFor('breathe in');
  terminal.type(keys.interrupt);
  expect(await terminal.exitCode).toBe(130);
  expect(disc(terminal).trim()).toBe('');
  expect(terminal.raw()).not.toContain('\u001b');
});
