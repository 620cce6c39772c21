import { setImmediate as turn } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Clock } from '../../src/context.ts';
import { Interrupted } from '../../src/errors.ts';
import { createBreathingPacer } from '../../src/terminal/breathing-pacer.ts';
import { fakeTerminal } from './support/fake-terminal.ts';

/** Time passes when the test says so. */
class StepClock implements Clock {
  at = 0;
  readonly waits: number[] = [];
  #go: (() => void) | undefined;
  now = () => this.at;
  offsetMinutes = () => 0;
  zone = () => 'UTC';

  wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    this.waits.push(milliseconds);
    return new Promise((resolve, reject) => {
      const abort = () => reject(signal?.reason);
      if (signal?.aborted) return abort();
      signal?.addEventListener('abort', abort, { once: true });
      this.#go = () => {
        signal?.removeEventListener('abort', abort);
        this.at += milliseconds;
        resolve();
      };
    });
  }

  async pass(times: number): Promise<void> {
    for (let index = 0; index < times; index += 1) {
      this.#go?.();
      await turn();
    }
  }
}

const pace = { inSeconds: 4, outSeconds: 6, totalSeconds: 300 };

async function open(wishes: { accessible?: boolean; columns?: number; locale?: string } = {}) {
  const terminal = fakeTerminal(wishes);
  const facts = {
    ...terminal.facts,
    theme: { ...terminal.facts.theme, accessible: wishes.accessible === true },
  };
  const clock = new StepClock();
  const done = createBreathingPacer(facts, clock)(pace);
  await turn();
  const lines = () => stripVTControlCharacters(terminal.written()).split(/[\r\n]+/);
  return { ...terminal, clock, done, lines };
}

describe('drawn pacer', () => {
  test('fills for four seconds and empties for six, with the words and the time left', async () => {
    const { clock, lines, input, done } = await open();
    await clock.pass(10);
    expect(lines().at(-1)).toBe('  breathe in   ●●●●●●●●●●··········  4:58 left · any key stops');
    await clock.pass(10);
    expect(lines().at(-1)).toBe('  breathe out  ●●●●●●●●●●●●●●●●●●●●  4:56 left · any key stops');
    await clock.pass(15);
    expect(lines().at(-1)).toBe('  breathe out  ●●●●●●●●●●··········  4:53 left · any key stops');
    await clock.pass(15);
    expect(lines().at(-1)).toBe('  breathe in   ····················  4:50 left · any key stops');
    input.write(' ');
    expect(await done).toBe('stopped');
  });

  test('ends by itself after the whole time', async () => {
    const { clock, done } = await open();
    await clock.pass(1500);
    expect(await done).toBe('finished');
    expect(clock.at).toBe(300_000);
  });

  test('any key stops, and the cursor is back', async () => {
    const { clock, input, done, written } = await open();
    await clock.pass(3);
    input.write('x');
    expect(await done).toBe('stopped');
    expect(written().endsWith('\u001b[?25h')).toBe(true);
  });

  test.each(['\u0003', '\u0004'])('Ctrl-C and Ctrl-D leave the program', async (key) => {
    const { input, done } = await open();
    const left = expect(done).rejects.toThrow(Interrupted);
    input.write(key);
    await left;
  });

  test('a signal leaves with its own reason', async () => {
    const { stop, done } = await open();
    const left = expect(done).rejects.toThrow('SIGTERM');
    stop.abort(new Error('SIGTERM'));
    await left;
  });

  test('a closed keyboard leaves', async () => {
    const { input, done } = await open();
    const left = expect(done).rejects.toThrow(Interrupted);
    input.end();
    await left;
  });

  test('a late timer is caught up with; a clock that is set changes nothing', async () => {
    const { clock, input, done } = await open();
    await clock.pass(1);
    clock.at += 150;
    await clock.pass(1);
    expect(clock.waits.at(-1)).toBe(50);
    clock.at -= 3_600_000;
    await clock.pass(2);
    expect(clock.waits.at(-1)).toBe(200);
    clock.at += 3_600_000;
    await clock.pass(2);
    expect(clock.waits.at(-1)).toBe(200);
    input.write('q');
    await done;
  });

  test('no line is wider than a narrow terminal, nor beyond ASCII where the locale is', async () => {
    const { clock, input, done, lines, written } = await open({ columns: 40, locale: 'C' });
    await clock.pass(60);
    expect(Math.max(...lines().map((line) => line.length))).toBeLessThanOrEqual(40);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: anything beyond ASCII must not be there
    expect(written()).not.toMatch(/[^\u0000-\u007f]/);
    input.write('q');
    await done;
  });
});

describe('spoken pacer', () => {
  test('one plain line a change, nothing redrawn', async () => {
    const { clock, input, done, written } = await open({ accessible: true });
    await clock.pass(2);
    expect(written()).toBe(
      'In for 4 seconds, out for 6. Any key stops.\nBreathe in.\nBreathe out.\nBreathe in.\n',
    );
    await clock.pass(10);
    expect(written()).toContain('Breathe in. 4 minutes left.\n');
    input.write('\n');
    expect(await done).toBe('stopped');
    expect(written()).not.toContain('\u001b');
  });

  test('the key is not heard by who reads lines afterwards', async () => {
    const terminal = fakeTerminal();
    const heard: string[] = [];
    terminal.input.on('data', (data) => heard.push(String(data)));
    terminal.input.pause();
    const done = createBreathingPacer(terminal.facts, new StepClock())(pace);
    terminal.input.write('\n');
    await done;
    terminal.input.resume();
    terminal.input.write('b\n');
    await turn();
    expect(heard).toEqual(['b\n']);
  });
});
