import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { type SignalledProcess, watchSignals } from '../../src/terminal/interrupt.ts';

/** A process that records what is done to it instead of dying. */
function fakeProcess() {
  const done: string[] = [];
  const host = new EventEmitter();
  const stdin = {
    isTTY: true,
    isRaw: true,
    setRawMode(isRaw: boolean) {
      stdin.isRaw = isRaw;
      done.push(isRaw ? 'raw' : 'cooked');
    },
  };
  const stderr = Object.assign(new EventEmitter(), {
    isTTY: true,
    write: (text: string) => done.push(text === '\u001b[?25h' ? 'cursor' : text),
  });
  Object.assign(host, {
    stdin,
    stderr,
    platform: 'linux',
    exit: (code: number) => done.push(`exit ${code}`),
    kill: (pid: number, signal: string) => {
      done.push(`kill ${pid} ${signal}`);
      setImmediate(() => host.emit('SIGCONT'));
    },
  });
  return { host: host as unknown as SignalledProcess & EventEmitter, stderr, done };
}

describe('signals', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGHUP', 130],
    ['SIGTERM', 143],
  ])('%s gives the terminal back and stops with %i', (name, code) => {
    const { host, done } = fakeProcess();
    const watched = watchSignals(host);
    host.emit(name);
    expect(done).toEqual(['cooked', 'cursor']);
    expect(watched.signal.reason).toBeInstanceOf(UserError);
    expect((watched.signal.reason as UserError).exitCode).toBe(code);
    host.emit(name);
    expect(done).toContain(`exit ${code}`);
    watched.dispose();
  });

  test('Ctrl-Z gives the terminal back, stops the whole group, and goes raw again', async () => {
    const { host, done } = fakeProcess();
    const watched = watchSignals(host);
    await watched.suspend();
    expect(done).toEqual(['cooked', 'cursor', 'kill 0 SIGTSTP', 'raw']);
    watched.dispose();
  });

  test('a resized terminal and a continued program are told', () => {
    const { host, stderr } = fakeProcess();
    const watched = watchSignals(host);
    const told: string[] = [];
    const forget = watched.onDisturbed((what) => told.push(what));
    stderr.emit('resize');
    expect(told).toEqual([]);
    watched.watchSize();
    watched.watchSize();
    stderr.emit('resize');
    host.emit('SIGCONT');
    forget();
    host.emit('SIGCONT');
    expect(told).toEqual(['resized', 'continued']);
    watched.dispose();
    expect(host.eventNames()).toEqual([]);
  });
});
