import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createKeyGuard } from '../../src/terminal/key-guard.ts';
import { createPrompter } from '../../src/terminal/prompter.ts';
import { fakeTerminal, ManualTime } from './support/fake-terminal.ts';
import { pageOf, truth } from './support/pages.ts';

const abc = pageOf([truth('a'), truth('b'), truth('c')]);

async function open() {
  const time = new ManualTime();
  const terminal = fakeTerminal({ time });
  const prompter = await createPrompter(terminal.facts, false);
  const type = async (...keys: string[]): Promise<void> => {
    for (const key of keys) {
      await turn();
      terminal.input.write(key);
      await turn();
    }
  };
  const pass = async (milliseconds: number): Promise<void> => {
    await turn();
    time.pass(milliseconds);
    await turn();
  };
  return { ...terminal, prompter, type, pass };
}

describe('a page that nobody can have read', () => {
  test.each(['n', '\r', '2', ' ', 'y', 's', 'u'])('is not answered by %j', async (key) => {
    const { prompter, type, pass, written } = await open();
    const page = prompter.page(abc);
    await type(key, key);
    await pass(299);
    await type(key);
    expect(written()).not.toContain('enter next');
    await pass(1);
    await type('3');
    await pass(250);
    expect(written()).toContain('enter next');
    await type('n');
    expect(await page).toEqual({ kind: 'answered', answers: { a: 'no', b: 'no', c: 'yes' } });
  });

  test('may be left, and its arrows work at once', async () => {
    const { prompter, type } = await open();
    const page = prompter.page(abc);
    await type('\u001b[B', 'b');
    expect(await page).toEqual({ kind: 'back' });
  });

  test('a number is the line that it names, before and after the keys are shown', async () => {
    const { prompter, type, pass } = await open();
    const page = prompter.page(abc);
    await pass(300);
    await type('2', 'n');
    expect(await page).toEqual({ kind: 'answered', answers: { a: 'no', b: 'yes', c: 'no' } });
  });
});

describe('a key that is held', () => {
  test('answers one page and no other, however long', async () => {
    const { prompter, type, pass } = await open();
    const first = prompter.page(abc);
    await pass(300);
    await type('n');
    await first;
    let isAnswered = false;
    const second = prompter.page(abc).then((reply) => {
      isAnswered = true;
      return reply;
    });
    // The keyboard waits, then repeats.
    await pass(660);
    for (let press = 0; press < 50; press += 1) {
      await type('n');
      await pass(40);
    }
    expect(isAnswered).toBe(false);
    // Let go, and pressed again.
    await pass(250);
    await type('n');
    expect(await second).toMatchObject({ kind: 'answered' });
  });

  test('another key is taken earlier', async () => {
    const { prompter, type, pass } = await open();
    const first = prompter.page(abc);
    await pass(300);
    await type('n');
    await first;
    const second = prompter.page(abc);
    await pass(300);
    await type('1', '\r', '\r');
    expect(await second).toEqual({ kind: 'answered', answers: { a: 'yes', b: 'no', c: 'no' } });
  });

  test('Enter does not leave the result under it', async () => {
    const { prompter, type, pass, written } = await open();
    const choices = [{ key: 'enter', value: 'leave', label: 'leave' }];
    const first = prompter.choose({ message: '', choices });
    await pass(300);
    await type('\r');
    await first;
    const second = prompter.choose({ message: 'And now?', choices });
    await pass(500);
    await type('\r');
    const before = written().length;
    await pass(250);
    expect(written().slice(before)).toContain('enter leave');
    await type('\r');
    expect(await second).toBe('leave');
  });

  test('a list of ways hears every other key at once', () => {
    const time = new ManualTime();
    const guard = createKeyGuard(time);
    guard.open().endedBy('1');
    const list = guard.open({ afterAnswerOnly: true });
    expect(list.takes('1')).toBe(false);
    expect(list.takes('n')).toBe(true);
  });
});
