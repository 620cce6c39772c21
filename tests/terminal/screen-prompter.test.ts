import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { Interrupted } from '../../src/errors.ts';
import { createPrompter } from '../../src/terminal/prompter.ts';
import { fakeTerminal } from './support/fake-terminal.ts';
import { choice, pageOf, truth } from './support/pages.ts';

async function open() {
  const terminal = fakeTerminal();
  const prompter = await createPrompter(terminal.facts, false);
  const type = async (...keys: string[]): Promise<void> => {
    for (const key of keys) {
      await turn();
      terminal.input.write(key);
      await turn();
    }
  };
  return { ...terminal, prompter, type };
}

const left = '\u001b[D';
const abc = pageOf([truth('a'), truth('b'), truth('c')]);
const mixed = pageOf([truth('a'), choice('onset', 'single', ['sudden', 'gradual']), truth('d'), truth('e')]);
const choices = [
  { key: 'b', value: 'mistake', label: 'I ticked that by mistake' },
  { key: 'enter', value: 'leave', label: 'leave' },
];

describe('drawn prompts', () => {
  test('real keys, and nothing of the page left behind', async () => {
    const { prompter, type, written } = await open();
    const page = prompter.page(abc);
    await type('2', 'n');
    expect(await page).toEqual({ kind: 'answered', answers: { a: 'no', b: 'yes', c: 'no' } });
    const rest = written().slice(written().lastIndexOf('next'));
    expect(rest).toContain('\u001b[2K');
    expect(rest.endsWith('\u001b[?25h')).toBe(true);
  });

  test('keys that come in one burst are all heard', async () => {
    const { prompter, type } = await open();
    const page = prompter.page(abc);
    await type('23n');
    expect(await page).toEqual({ kind: 'answered', answers: { a: 'no', b: 'yes', c: 'yes' } });
  });

  test('a choice among other questions gets a page of its own, and back goes through them', async () => {
    const { prompter, type } = await open();
    const page = prompter.page(mixed);
    await type('y', '2', left, '1', 'n');
    expect(await page).toEqual({
      kind: 'answered',
      answers: { a: 'yes', onset: 'sudden', d: 'no', e: 'no' },
    });
  });

  test('Ctrl-C and Ctrl-D are interruptions', async () => {
    for (const key of ['\u0003', '\u0004']) {
      const { prompter, type } = await open();
      const page = expect(prompter.page(abc)).rejects.toThrow(Interrupted);
      await type(key);
      await page;
    }
  });

  test('a signal throws its own reason', async () => {
    const { prompter, stop } = await open();
    const page = expect(prompter.page(abc)).rejects.toThrow('told to');
    await turn();
    stop.abort(new Error('told to'));
    await page;
    await expect(prompter.page(abc)).rejects.toThrow('told to');
  });

  test('a resized screen is drawn again', async () => {
    const { prompter, type, written, disturb } = await open();
    const page = prompter.page(abc);
    await turn();
    const before = written().split('Label c').length;
    disturb('resized');
    await turn();
    expect(written().split('Label c').length).toBe(before + 1);
    await type('n');
    await page;
  });

  test('one key out of a few; Enter is the initial one; others do nothing', async () => {
    const { prompter, type, written } = await open();
    const first = prompter.choose({ message: 'And now?', choices, initial: 'leave' });
    await type('x', '\r');
    expect(await first).toBe('leave');
    const second = prompter.choose({ message: 'And now?', choices });
    await type('b');
    expect(await second).toBe('mistake');
    expect(written()).toContain('b I ticked that by mistake · enter leave');
  });

  test('numbered choices are a list for arrows too', async () => {
    const { prompter, type } = await open();
    const numbered = [
      { key: '1', value: 'help', label: 'Help now' },
      { key: '2', value: 'find', label: 'Find out' },
    ];
    const first = prompter.choose({ message: '', choices: numbered });
    await type('\r', '\u001b[B', '\u001b[B', '\r');
    expect(await first).toBe('find');
  });
});
