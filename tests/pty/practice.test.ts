import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { measure } from '../../src/render/width.ts';
import { temporaryFolder } from '../support/built-binary.ts';
import { keys, openTerminal, type PseudoTerminal, type TerminalOptions } from '../support/pseudo-terminal.ts';

/** A stretch on both sides, with everything answered that would be asked before. */
const args = ['stretch', 'lying-hamstring-stretch', '--around', 'none', '--signs', 'none', '--pain', '2'];
const hint = 'q stop and keep';
const leaveScreen = '\u001b[?1049l';

function session(options: TerminalOptions & { readonly flags?: readonly string[] } = {}): PseudoTerminal {
  const { flags = [], ...rest } = options;
  return openTerminal({ args: [...args, ...flags], ...rest });
}

/** A folder with a voice that writes down what it is given to say. */
function writingVoice(): { readonly path: string; said(): readonly string[] } {
  const folder = temporaryFolder();
  const file = join(folder, 'espeak-ng');
  writeFileSync(file, '#!/bin/sh\ncat >> "$0.said"\n');
  chmodSync(file, 0o755);
  writeFileSync(`${file}.said`, '');
  return {
    path: `${folder}:${process.env.PATH ?? ''}`,
    said: () => readFileSync(`${file}.said`, 'utf8').split('\n').filter(Boolean),
  };
}

/** Everything the person's folder holds, as text. */
function kept(home: string): string {
  const folder = join(home, 'backcare');
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

const large = (terminal: PseudoTerminal): string =>
  terminal
    .screen()
    .filter((row) => row.includes('█'))
    .join('\n');

test('large digits that count, which side, what comes next; Ctrl-C gives the screen back and keeps what was done', async () => {
  const terminal = session();
  await terminal.waitFor(hint);
  expect(terminal.screen()[0]).toMatch(/^ {2}Lying hamstring stretch +1 of 1 · \d:\d\d left$/);
  expect(terminal.screen().join('\n')).toContain('get ready, left leg first');
  const before = large(terminal);
  expect(before).toMatch(/█{10}/);
  await terminal.waitUntil(() => large(terminal) !== before, 'to count down');
  terminal.type(keys.right);
  await terminal.waitFor('Then: change to the right leg');
  await terminal.waitFor(/━─/);
  const hold = large(terminal);
  await terminal.waitUntil(() => large(terminal) !== hold, 'to count down');
  terminal.type(keys.interrupt);
  expect(await terminal.exitCode).toBe(130);
  const [left, shown, hidden] = [leaveScreen, '\u001b[?25h', '\u001b[?25l'].map((code) =>
    terminal.raw().lastIndexOf(code),
  );
  expect(left).toBeGreaterThan(0);
  expect(shown).toBeGreaterThan(hidden ?? Number.POSITIVE_INFINITY);
  expect(terminal.screen().join('\n')).not.toContain('█');
  expect(kept(terminal.home)).toMatch(/"exercise":"lying-hamstring-stretch","variant":"\w+","done":"partly"/);
});

test('space, question mark and q: paused, explained, ended', async () => {
  const terminal = session();
  await terminal.waitFor(hint);
  terminal.type(' ');
  await terminal.waitFor('paused: get ready');
  terminal.type('?');
  await terminal.waitFor('1. Lie');
  terminal.type(' ');
  await terminal.waitFor('Then: hold, left leg');
  terminal.type('q');
  expect(await terminal.exitCode).toBe(0);
});

test('a window that changes its size is filled anew each time', async () => {
  const terminal = session();
  await terminal.waitFor(hint);
  for (const [columns, rows] of [
    [60, 16],
    [120, 40],
    [80, 24],
  ] as const) {
    terminal.resize(columns, rows);
    await terminal.waitUntil(() => {
      const screen = terminal.screen();
      const text = screen.join('\n');
      const isWhole =
        screen.length === rows && (screen.at(-1) ?? '').endsWith(hint) && text.includes('get ready');
      return isWhole && text.split(hint).length === 2 && screen.every((row) => measure(row) <= columns);
    }, `to fit ${columns} by ${rows}`);
  }
  terminal.type(keys.interrupt);
  expect(await terminal.exitCode).toBe(130);
});

// The voice that writes down what it is to say is a shell script.
test.skipIf(process.platform === 'win32')(
  '--speak says which side, when to start and when to let go',
  async () => {
    const voice = writingVoice();
    const terminal = session({ flags: ['--speak'], env: { PATH: voice.path } });
    await terminal.waitFor(hint);
    terminal.type(keys.right);
    await terminal.waitFor('Then: change to the right leg');
    terminal.type(' ');
    await terminal.waitFor('paused');
    terminal.type(keys.interrupt);
    await terminal.exitCode;
    // The voice is a program of its own: what it cut off may be missing, what it said is in order.
    const said = voice.said();
    expect(said.length).toBeGreaterThan(0);
    for (const line of said) expect(line).toMatch(/Left leg first\.|^Hold, left leg\.|^Paused\./);
  },
);

test('without a voice it says what it does instead, and goes on', async () => {
  const terminal = session({ flags: ['--speak'], env: { PATH: temporaryFolder() } });
  await terminal.waitFor('No voice of this computer can be used, so the bell rings instead');
  terminal.type(keys.right);
  await terminal.waitFor('Then: change to the right leg');
  await terminal.waitUntil(() => terminal.raw().includes('\u0007'), 'to ring');
  terminal.type(keys.interrupt);
  expect(await terminal.exitCode).toBe(130);
});

test.each([
  ['--accessible', { flags: ['--accessible', '--no-color'] }],
  ['ACCESSIBLE=1', { flags: ['--no-color'], env: { ACCESSIBLE: '1' } }],
])('%s: one plain line a change, the same keys', async (_name, options) => {
  const terminal = session({ rows: 60, ...options });
  await terminal.waitFor('Keys: space pause, left arrow back');
  await terminal.waitFor('Left leg first.');
  terminal.type(keys.right);
  await terminal.waitFor('Hold, left leg. 30 seconds.');
  terminal.type(' ');
  await terminal.waitFor('Paused.');
  terminal.type(keys.interrupt);
  expect(await terminal.exitCode).toBe(130);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence is what must not be there
  expect(terminal.raw()).not.toMatch(/\u001b/);
});
