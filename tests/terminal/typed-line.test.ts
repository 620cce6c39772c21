import { expect, test } from 'vitest';
import { createPrompter } from '../../src/terminal/prompter.ts';
import { fakeTerminal } from './support/fake-terminal.ts';

test.each([
  ['drawn', false],
  ['plain', true],
])('a line is typed and ended with Enter, on a %s terminal', async (_, accessible) => {
  const terminal = fakeTerminal();
  const prompter = await createPrompter(terminal.facts, accessible);
  const typed = prompter.typed({ text: 'This would go.', message: 'Type erase to go on:' });
  terminal.input.write(' erase \n');
  expect(await typed).toBe('erase');
  expect(terminal.written()).toContain('This would go.\nType erase to go on:');
  // On a drawn terminal the three lines are cleared away, as every answer is; each by itself, or tmux would keep them.
  const cleared = `${'\u001b[A\u001b[2K'.repeat(3)}\r\u001b[J`;
  expect(terminal.written().endsWith(cleared)).toBe(!accessible);
});

test.each([false, true])(
  'the screen is emptied, with what has scrolled away; accessible: %s',
  async (accessible) => {
    const terminal = fakeTerminal();
    (await createPrompter(terminal.facts, accessible)).wipe();
    expect(terminal.written()).toBe('\u001b[H\u001b[2J\u001b[3J');
  },
);

test('a line as wide as the terminal keeps its indent', async () => {
  const terminal = fakeTerminal({ columns: 60 });
  const line = `  ${'abcdefg '.repeat(7)}xy`;
  const typed = (await createPrompter(terminal.facts, false)).typed({
    text: `${line}\n  end`,
    message: 'If',
  });
  terminal.input.write('\n');
  await typed;
  expect(terminal.written()).toContain(`${line}\n  end`);
});
