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
});
