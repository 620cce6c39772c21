import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundled } from '../support/bundled.ts';
import { keys, openTerminal, type PseudoTerminal, type TerminalOptions } from '../support/pseudo-terminal.ts';
import { pageOf, truth } from '../terminal/support/pages.ts';

const showCursor = '\u001b[?25h';
const suspend = '\u001a';
const page = pageOf(
  'abcdefghi'.split('').map((id) => truth(id, { label: `Numb round bottom or private parts ${id}` })),
);

let parts: Awaited<ReturnType<typeof bundled>>;
beforeAll(async () => {
  parts = await bundled({ system: 'src/terminal/system-context.ts', prompter: 'src/terminal/prompter.ts' });
});
afterAll(() => parts.dispose());

/** Asks one page and says what was answered; leaves as `main` does. */
function program(accessible: boolean): string {
  return `
    const system = require(${JSON.stringify(parts.path('system'))}).createSystem(process);
    const { createPrompter } = require(${JSON.stringify(parts.path('prompter'))});
    createPrompter(system.terminalFacts({ accessible: ${accessible} }))
      .then((prompter) => prompter.page(${JSON.stringify(page)}))
      .then(({ kind, answers }) => system.io.out(kind + ' ' + Object.values(answers ?? {}) + '\\n'))
      .catch((error) => { system.io.err('left\\n'); process.exitCode = error.exitCode; });
  `;
}

async function open(options: TerminalOptions & { accessible?: boolean } = {}): Promise<PseudoTerminal> {
  const { accessible = false, ...others } = options;
  const terminal = openTerminal({
    command: [process.execPath, '-e', program(accessible)],
    env: { LANG: 'C.UTF-8' },
    ...others,
  });
  await terminal.waitFor(accessible ? 'or b for back' : 'enter next');
  return terminal;
}

const count = (lines: readonly string[], text: string): number =>
  lines.filter((line) => line.includes(text)).length;

describe('the prompter in a terminal', () => {
  test.each([80, 60])('an answered page leaves nothing behind, at %i columns', async (cols) => {
    const terminal = await open({ cols });
    expect(count(terminal.screen(), 'Numb round')).toBe(9);
    terminal.type('2');
    await terminal.waitFor('● yes');
    terminal.type('n');
    expect(await terminal.exitCode).toBe(0);
    expect(terminal.history().join('\n')).toBe('answered no,yes,no,no,no,no,no,no,no');
    expect(terminal.raw().lastIndexOf(showCursor)).toBeGreaterThan(terminal.raw().lastIndexOf('\u001b[?25l'));
  });

  test('Ctrl-C clears the page, shows the cursor and exits 130', async () => {
    const terminal = await open();
    terminal.type(keys.interrupt);
    expect(await terminal.exitCode).toBe(130);
    expect(terminal.history()).toEqual(['left']);
    expect(terminal.raw()).toContain(showCursor);
  });

  test('a closed input exits 130', async () => {
    const terminal = await open();
    terminal.type(keys.endOfInput);
    expect(await terminal.exitCode).toBe(130);
  });

  test('SIGTERM exits 143 with the cursor back', async () => {
    const terminal = await open();
    terminal.kill('SIGTERM');
    expect(await terminal.exitCode).toBe(143);
    expect(terminal.raw()).toContain(showCursor);
  });

  test('a resized terminal shows the page once, whole', async () => {
    const terminal = await open();
    for (const [cols, rows] of [
      [44, 24],
      [100, 30],
      [60, 14],
      [80, 24],
    ] as const) {
      const before = terminal.raw().length;
      terminal.resize(cols, rows);
      await terminal.waitUntil(() => terminal.raw().slice(before).includes('next'), 'to be drawn again');
      expect(count(terminal.screen(), 'Nerves')).toBe(1);
      expect(count(terminal.screen(), 'enter next')).toBe(1);
    }
    terminal.type('n');
    expect(await terminal.exitCode).toBe(0);
  });

  // Ctrl-Z and fg need a shell with job control.
  test.runIf(existsSync('/bin/bash'))(
    'Ctrl-Z gives the shell its terminal back, fg shows the page again',
    async () => {
      const terminal = openTerminal({
        command: ['/bin/bash', '--norc', '--noprofile', '-i'],
        env: { LANG: 'C.UTF-8', PS1: 'ready> ', PROGRAM: program(false), NODE: process.execPath },
      });
      await terminal.waitFor('ready>');
      terminal.type('"$NODE" -e "$PROGRAM"\r');
      await terminal.waitFor('enter next');
      terminal.type('3');
      await terminal.waitFor('● yes');
      terminal.type(suspend);
      await terminal.waitFor('Stopped');
      terminal.type('clear; stty -a | tr " " "\\n" | grep -x -e icanon -e echo | tr "\\n" "+"; echo done\r');
      await terminal.waitFor(/icanon\+echo\+done/);
      terminal.type('clear; fg\r');
      await terminal.waitFor('enter next');
      expect(count(terminal.screen(), '● yes')).toBe(1);
      terminal.type('n');
      await terminal.waitFor('answered no,no,yes');
      terminal.type('exit\r');
      await terminal.exitCode;
    },
  );

  test('accessible mode lets the program end when it is answered', async () => {
    const terminal = await open({ accessible: true });
    terminal.type('n\r');
    expect(await terminal.exitCode).toBe(0);
    expect(terminal.history().at(-1)).toContain('answered no,no');
  });

  test('accessible mode writes no escape sequence; Ctrl-C exits 130', async () => {
    const terminal = await open({ accessible: true });
    terminal.type('2\r');
    await terminal.waitFor('Type Enter if that is right');
    terminal.type(keys.interrupt);
    expect(await terminal.exitCode).toBe(130);
    expect(terminal.raw()).not.toContain('\u001b');
  });
});
