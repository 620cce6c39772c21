import { setImmediate as turn } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import xterm from '@xterm/headless';
import { describe, expect, test } from 'vitest';
import type { PracticeOutcome, Voice } from '../../src/context.ts';
import { Interrupted } from '../../src/errors.ts';
import { createPracticePlayer } from '../../src/terminal/practice-player/player.ts';
import { threeExercises } from '../engine/practice/sessions.ts';
import { fakeTerminal, ManualTime } from './support/fake-terminal.ts';

/** Seconds of the whole session. */
const whole = threeExercises.segments.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
const picture = ['  o', ' /|', ' / '];
const [ctrlC, ctrlD, ctrlZ, left, right] = ['\u0003', '\u0004', '\u001a', '\u001b[D', '\u001b[C'];
const [showCursor, hideCursor, leaveScreen] = ['\u001b[?25h', '\u001b[?25l', '\u001b[?1049l'];

type Keyboard = ReturnType<typeof fakeTerminal>['input'];

interface Wishes {
  readonly accessible?: boolean;
  readonly locale?: string;
  readonly columns?: number;
  readonly rows?: number;
  /** What the voice does instead. */
  readonly instead?: string;
}

/** A session of three exercises on a terminal whose clock the test turns. */
function open(wishes: Wishes = {}) {
  const time = new ManualTime();
  const size = { columns: wishes.columns ?? 80, rows: wishes.rows ?? 24 };
  const terminal = fakeTerminal({ ...wishes, time });
  const heard: string[] = [];
  const voice: Voice = {
    say: (text) => void heard.push(text),
    cue: (cue) => void heard.push(`(${cue})`),
    instead: wishes.instead,
    close: () => undefined,
  };
  let isRaw = false;
  Object.assign(terminal.input, {
    setRawMode(raw: boolean) {
      isRaw = raw;
    },
  });
  // Time on the wall may run ahead of the steady clock.
  let slept = 0;
  let resume: () => void = () => undefined;
  const facts = {
    ...terminal.facts,
    size: () => size,
    theme: { ...terminal.facts.theme, accessible: wishes.accessible === true },
    suspend: () =>
      new Promise<void>((resolve) => {
        resume = resolve;
      }),
  };
  const wall = {
    now: () => time.now() + slept,
    offsetMinutes: () => 0,
    zone: () => 'UTC',
    wait: () => Promise.resolve(),
  };
  const outcome: Promise<PracticeOutcome> = createPracticePlayer(
    facts,
    wall,
  )({ script: threeExercises, voice, pictures: () => () => picture });
  return {
    ...terminal,
    outcome,
    heard,
    time,
    isRaw: () => isRaw,
    resume: () => resume(),
    sleep: (milliseconds: number) => {
      slept += milliseconds;
    },
    resize(columns: number, rows: number) {
      Object.assign(size, { columns, rows });
      terminal.disturb('resized');
    },
    async press(...keys: readonly string[]) {
      for (const key of keys) {
        terminal.input.write(key);
        await turn();
      }
    },
    /** Seconds pass, one by one. */
    pass(seconds: number) {
      for (let second = 0; second < seconds; second += 1) time.pass(1000);
    },
    /** What a person sees now. */
    async screen(): Promise<readonly string[]> {
      const emulator = new xterm.Terminal({ cols: size.columns, rows: size.rows, allowProposedApi: true });
      await new Promise<void>((resolve) => emulator.write(terminal.written(), resolve));
      const { active } = emulator.buffer;
      return Array.from(
        { length: size.rows },
        (_, row) => active.getLine(row)?.translateToString(true) ?? '',
      );
    },
    lines: () => terminal.written().split('\n'),
  };
}

async function resultOf(player: ReturnType<typeof open>) {
  return (await player.outcome).result;
}

describe('on the screen', () => {
  test('the first frame: title, time left, picture, what to do, keys', async () => {
    const player = open();
    const screen = await player.screen();
    expect(screen[0]).toMatch(/^ {2}A routine +1 of 3 · 7:28 left$/);
    expect(screen.join('\n')).toContain('get ready, left leg first');
    expect(screen.join('\n')).toContain('Lie on your back.');
    expect(screen.join('\n')).toContain('The stretch. Then: hold, left leg');
    expect(screen.filter((row) => row.startsWith('    o') || row.startsWith('   /|'))).not.toEqual([]);
    expect(screen.at(-1)).toBe('  space pause · ← back · → on · e easier · s skip · ? how · q stop and keep');
    await player.press('q');
  });

  test('it counts down every second, and changes at the moment it says so', async () => {
    const player = open({ columns: 30, rows: 8 });
    player.pass(10);
    expect((await player.screen()).join('\n')).toContain('hold, left leg');
    expect(player.heard.slice(-2)).toEqual(['(begin)', 'Hold, left leg. 30 seconds.']);
    player.pass(29);
    expect((await player.screen()).join('\n')).toContain('hold, left leg');
    player.pass(1);
    expect((await player.screen()).join('\n')).toContain('change to the right leg');
    await player.press('q');
  });

  test('only rows that changed are written: a second later not the whole screen', async () => {
    const player = open();
    const before = player.written().length;
    player.pass(1);
    const second = player.written().slice(before);
    expect(second).not.toContain('Lie on your back.');
    expect(second.length).toBeLessThan(2000);
    await player.press('q');
  });

  test('it ends by itself, everything done, the screen given back', async () => {
    const player = open();
    player.pass(whole);
    expect(await player.outcome).toMatchObject({
      kind: 'finished',
      result: {
        items: [{ done: 'done' }, { done: 'done' }, { done: 'done' }],
        activeMilliseconds: whole * 1000,
      },
    });
    expect(player.heard.at(-1)).toBe('That is enough. You are done. Take a moment before you move on.');
    expect(player.written().lastIndexOf(showCursor)).toBeGreaterThan(
      player.written().lastIndexOf(hideCursor),
    );
    expect(player.written()).toContain(leaveScreen);
    expect(player.isRaw()).toBe(false);
  });

  test('late timers do not add up', async () => {
    const player = open();
    // Each timer comes up to 90 ms late, for the whole session.
    for (let at = 0; at < whole * 1000 + 90; at += 90) player.time.pass(90);
    expect(await resultOf(player)).toMatchObject({ activeMilliseconds: whole * 1000, pausedMilliseconds: 0 });
  });

  test('a window that changes its size is drawn anew, and fits', async () => {
    const player = open();
    for (const [columns, rows] of [
      [60, 16],
      [120, 40],
      [25, 6],
      [80, 24],
    ] as const) {
      player.resize(columns, rows);
      const screen = await player.screen();
      expect(screen.join('\n')).toContain('get ready');
      player.pass(1);
    }
    expect((await player.screen())[0]).toMatch(/^ {2}A routine +1 of 3 · 7:24 left$/);
    await player.press('q');
  });

  test('where the locale is ASCII, so is everything', async () => {
    const player = open({ locale: 'C' });
    player.pass(30);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: anything beyond ASCII must not be there
    expect(player.written()).not.toMatch(/[^\u0000-\u007f]/);
    expect((await player.screen()).at(-1)).toContain('space pause, <- back, -> on');
    await player.press('q');
  });

  test('what the voice does instead stands there for a while', async () => {
    const player = open({ instead: 'The bell rings instead.' });
    expect((await player.screen()).join('\n')).toContain('The bell rings instead.');
    player.pass(16);
    expect((await player.screen()).join('\n')).not.toContain('The bell rings instead.');
    await player.press('q');
  });
});

describe('keys', () => {
  test('space pauses and goes on', async () => {
    const player = open();
    player.pass(20);
    await player.press(' ');
    expect((await player.screen()).join('\n')).toContain('paused: hold, left leg');
    expect((await player.screen()).at(-1)).toContain('space go on');
    player.pass(100);
    await player.press(' ');
    player.pass(5);
    await player.press('q');
    expect(await resultOf(player)).toMatchObject({
      activeMilliseconds: 25_000,
      pausedMilliseconds: 100_000,
      pauses: 1,
    });
  });

  test('arrows go on and back, in both ways terminals send them', async () => {
    const player = open();
    await player.press(right);
    player.time.pass(300);
    expect((await player.screen()).join('\n')).toContain('hold, left leg');
    await player.press('\u001bOC');
    player.time.pass(300);
    expect((await player.screen()).join('\n')).toContain('change to the right leg');
    await player.press(left);
    expect((await player.screen()).join('\n')).toContain('get ready, left leg first');
    await player.press('q');
  });

  test('e takes the easier version, and is then offered no more', async () => {
    const player = open();
    player.pass(12);
    await player.press('E');
    const screen = (await player.screen()).join('\n');
    expect(screen).toContain('easier version');
    expect(screen).toContain('Bend the other knee.');
    expect(screen).not.toContain('e easier');
    await player.press('q');
  });

  test('? shows all steps and the stop sign; space goes on', async () => {
    const player = open();
    player.pass(20);
    await player.press('?');
    const screen = (await player.screen()).join('\n');
    expect(screen).toContain('1. Lie down.');
    expect(screen).toContain('2. Do it.');
    expect(screen).toContain('Tingling below the knee.');
    player.pass(60);
    await player.press(' ');
    expect((await player.screen()).join('\n')).toContain('hold, left leg');
    await player.press('q');
    expect(await resultOf(player)).toMatchObject({ activeMilliseconds: 20_000 });
  });

  test('s leaves out, q ends and keeps', async () => {
    const player = open();
    player.pass(15);
    await player.press('s');
    player.pass(20);
    await player.press('q');
    expect(await player.outcome).toMatchObject({
      kind: 'stopped',
      result: { items: [{ done: 'skipped' }, { done: 'partly' }, { done: 'not-reached' }], endedEarly: true },
    });
  });

  test.each([
    ['space', ' '],
    ['s', 's'],
    ['e', 'e'],
    ['?', '?'],
  ])('%s held for three seconds counts once', async (_name, key) => {
    const once = open();
    await once.press(key);
    once.time.pass(3000);
    const held = open();
    await held.press(key);
    held.time.pass(500);
    for (let at = 500; at < 3000; at += 25) {
      await held.press(key);
      held.time.pass(25);
    }
    expect(await held.screen()).toEqual(await once.screen());
    await Promise.all([once.press('q'), held.press('q')]);
  });

  test('keys without a meaning, and many at once, break nothing', async () => {
    const player = open();
    await player.press('xyz\u001b[5~\u001b', '\u001b[A', '\r', 'ü😀', `s${right}`);
    await player.press('q');
    expect(await resultOf(player)).toMatchObject({ items: [{ done: 'skipped' }, {}, {}] });
  });
});

describe('interrupted', () => {
  test.each([
    ['Ctrl-C', ctrlC],
    ['Ctrl-D', ctrlD],
  ])('%s ends at once, and what was done is in the result', async (_name, key) => {
    const player = open();
    player.pass(45);
    await player.press(key);
    expect(await player.outcome).toMatchObject({
      kind: 'interrupted',
      reason: expect.any(Interrupted),
      result: { items: [{ done: 'partly', seconds: 30 }, {}, {}], activeMilliseconds: 45_000 },
    });
    expect(player.written().endsWith(`${leaveScreen}${showCursor}`)).toBe(true);
    expect(player.isRaw()).toBe(false);
    // The voice is silent at once.
    expect(player.heard.at(-1)).toBe('');
  });

  test('a signal carries its own reason', async () => {
    const player = open();
    const reason = new Error('SIGTERM');
    player.stop.abort(reason);
    expect(await player.outcome).toMatchObject({ kind: 'interrupted', reason });
  });

  test.each([
    ['is closed', (input: Keyboard) => input.end()],
    [
      'fails, as one whose window was closed',
      (input: Keyboard) => input.emit('error', new Error('read EIO')),
    ],
  ])('a keyboard that %s ends it, and nothing is written where nobody is', async (_name, goAway) => {
    const player = open();
    player.pass(45);
    const { length } = player.written();
    goAway(player.input);
    expect(await player.outcome).toMatchObject({
      kind: 'interrupted',
      result: { activeMilliseconds: 45_000 },
    });
    // It fails again when it is given back.
    player.input.emit('error', new Error('setRawMode EIO'));
    expect(player.written()).toHaveLength(length);
  });

  test('after the end no timer is left', async () => {
    const player = open();
    await player.press(ctrlC);
    const { length } = player.written();
    player.pass(10);
    expect(player.written()).toHaveLength(length);
  });
});

describe('stopped and asleep', () => {
  test('Ctrl-Z gives the screen back, and fg finds the session paused', async () => {
    const player = open();
    player.pass(20);
    await player.press(ctrlZ);
    expect(player.written().endsWith(`${leaveScreen}${showCursor}`)).toBe(true);
    player.time.pass(3_600_000);
    player.resume();
    await turn();
    const screen = (await player.screen()).join('\n');
    expect(screen).toContain('You were away, so this is paused. Press space to go on.');
    await player.press(' ');
    player.pass(5);
    await player.press('q');
    expect(await resultOf(player)).toMatchObject({
      activeMilliseconds: 25_000,
      pausedMilliseconds: 3_600_000,
    });
  });

  test('a signal that comes while it is stopped ends it, and leaves the keyboard as it was', async () => {
    const player = open();
    await player.press(ctrlZ);
    player.stop.abort(new Error('SIGTERM'));
    player.resume();
    expect(await player.outcome).toMatchObject({ kind: 'interrupted' });
    await turn();
    expect(player.isRaw()).toBe(false);
  });

  test('stopped from outside, it takes the screen again and is paused', async () => {
    const player = open();
    player.pass(20);
    player.time.pass(60_000);
    player.disturb('continued');
    expect(player.isRaw()).toBe(true);
    expect((await player.screen()).join('\n')).toContain('paused: hold, left leg');
    await player.press('q');
    expect(await resultOf(player)).toMatchObject({ activeMilliseconds: 20_000 });
  });

  test('a lid that was closed pauses it, also where the steady clock slept too', async () => {
    const player = open();
    player.pass(20);
    player.sleep(3_600_000);
    player.pass(1);
    expect((await player.screen()).join('\n')).toContain('You were away, so this is paused.');
    player.pass(30);
    await player.press('q');
    expect(await resultOf(player)).toMatchObject({ activeMilliseconds: 21_000 });
  });

  test('a wall clock that is set back changes nothing', async () => {
    const player = open();
    player.pass(20);
    player.sleep(-3_600_000);
    player.pass(5);
    await player.press('q');
    expect(await resultOf(player)).toMatchObject({ activeMilliseconds: 25_000, pauses: 0 });
  });
});

describe('line by line', () => {
  test('one line a change, with the words of the voice; nothing is redrawn', async () => {
    const player = open({ accessible: true });
    player.pass(50);
    expect(player.lines()).toEqual([
      'A routine. 3 exercises.',
      'Keys: space pause, left arrow back, right arrow on, e easier, s skip, question mark how, q stop and keep.',
      'First: The stretch. Lie on your back. Left leg first. Hold 30 seconds. About 8 minutes left.',
      'Hold, left leg. 30 seconds.',
      '10 seconds left.',
      'Let go. Change sides: right leg. About 7 minutes left.',
      'Hold, right leg. 30 seconds.',
      '',
    ]);
    expect(stripVTControlCharacters(player.written())).toBe(player.written());
    await player.press('q');
    expect(player.lines().at(-2)).toBe('Stopped. That is fine.');
  });

  test('to the end', async () => {
    const player = open({ accessible: true });
    player.pass(whole);
    await player.outcome;
    expect(player.lines().at(-2)).toBe('That is enough. You are done. Take a moment before you move on.');
    expect(player.lines().filter((line) => line.includes('minute left.'))).toEqual(['One minute left.']);
  });

  test('how, pause and going on', async () => {
    const player = open({ accessible: true, instead: 'The bell rings instead.' });
    player.pass(20);
    await player.press('?', ' ', ' ');
    player.time.pass(1000);
    await player.press(' ');
    expect(player.lines().slice(5)).toEqual([
      'The stretch:',
      '1. Lie down.',
      '2. Do it.',
      'Tingling below the knee.',
      'Space goes on.',
      'Going on: hold, left leg.',
      'Paused.',
      '',
    ]);
    expect(player.lines().filter((line) => line === 'The bell rings instead.')).toHaveLength(1);
    await player.press('q');
  });
});
