import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { repository, runBackcare, temporaryFolder } from '../support/built-binary.ts';
import { keys, openTerminal, type PseudoTerminal } from '../support/pseudo-terminal.ts';
import { inOneLine, waitForPage, waitForWords } from './interview-keys.ts';

let home = '';
beforeEach(async () => {
  home = temporaryFolder();
  const answers = join(repository, 'examples', 'lifting-strain.json');
  await runBackcare({ home, args: ['diagnose', '--answers', answers] });
});

const journal = () => readFileSync(join(home, 'backcare', 'data', 'journal.jsonl'), 'utf8');

/** Types these keys once the page with these words takes keys. */
async function answer(terminal: PseudoTerminal, words: string, typed: string): Promise<void> {
  await waitForPage(terminal, words);
  terminal.type(typed);
  await terminal.waitUntil(() => !inOneLine(terminal.screen()).includes(words), `to leave "${words}"`);
}

async function toTheMenu(terminal: PseudoTerminal): Promise<void> {
  await answer(terminal, 'Stress in the past month', `7${keys.enter}`);
  await answer(terminal, 'How is your sleep?', '2');
  await answer(terminal, 'has low mood or no joy', 'n');
  await waitForPage(terminal, 'Too much work');
  terminal.type('1');
  await terminal.waitFor('[x]');
  terminal.type(keys.enter);
  await answer(terminal, 'What presses now, more', 'n');
  await answer(terminal, 'weigh on you in the last two weeks', '3');
  await answer(terminal, 'could you change', '2');
  await answer(terminal, 'What does you good', 'n');
  await answer(terminal, 'How much time a day', '2');
  await answer(terminal, 'How much strength', '2');
  await answer(terminal, 'Ways out', keys.enter);
}

test('from the first question to a plan that is kept, on a screen of 80 by 24', async () => {
  const terminal = openTerminal({ args: ['stress-plan'], home });
  await toTheMenu(terminal);
  await waitForPage(terminal, 'Small things');
  terminal.type('1');
  await terminal.waitFor('[x]');
  terminal.type(keys.enter);
  await waitForWords(terminal, 'yes, keep it');
  terminal.type(keys.enter);
  await waitForWords(terminal, 'One calm session');
  terminal.type('1');
  await waitForWords(terminal, 'keep this plan');
  expect(terminal.screen()[0]).toContain('If you think this is an emergency');
  terminal.type(keys.enter);
  expect(await terminal.exitCode).toBe(0);
  expect(inOneLine(terminal.screen())).toContain('Stress plan, week 1');
  expect(journal()).toContain('"kind":"stress-plan"');
});

test('Ctrl-C keeps the answers, and the next run goes on there', async () => {
  const terminal = openTerminal({ args: ['stress-plan'], home });
  await answer(terminal, 'Stress in the past month', `7${keys.enter}`);
  await answer(terminal, 'How is your sleep?', '2');
  await answer(terminal, 'has low mood or no joy', 'n');
  await waitForPage(terminal, 'Too much work');
  terminal.type(keys.interrupt);
  expect(await terminal.exitCode).toBe(130);
  expect(inOneLine(terminal.history())).toContain('Your answers are kept');
  const again = openTerminal({ args: ['stress-plan'], home });
  await waitForWords(again, 'You stopped');
  again.type(keys.interrupt);
  expect(await again.exitCode).toBe(130);
});

test('accessible: plain lines, the number at once, and nothing kept', async () => {
  const terminal = openTerminal({ args: ['stress-plan', '--accessible', '--no-color'], home, rows: 80 });
  const type = async (words: string, line: string) => {
    await waitForWords(terminal, words);
    terminal.type(`${line}${keys.enter}`);
  };
  await type('How stressed have you felt', '9');
  await type('How is your sleep?', '3');
  await type('has low mood or no joy', 'n');
  await type('thought of hurting yourself', 'y');
  expect(await terminal.exitCode).toBe(0);
  expect(inOneLine(terminal.history())).toMatch(/Please call Samaritans on 116 123/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence is what must not be there
  expect(terminal.raw()).not.toMatch(/\u001b/);
  expect(journal()).not.toContain('"kind":"stress');
});
