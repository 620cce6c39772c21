import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { measure } from '../../src/render/width.ts';
import { binary } from '../support/built-binary.ts';
import { firstPage, secondPage, thirdPage } from './support/first-pages.ts';
import { Tmux } from './support/tmux.ts';
import { named, whyNot } from './support/why-not.ts';

const missing = whyNot({ program: 'tmux' });
const emergencyLine = 'If you think this is an emergency';
const hint = 'enter next';

/** The shell, with the first page of the interview open in it. */
async function interview(columns: number, rows: number, command = 'diagnose'): Promise<Tmux> {
  const tmux = new Tmux(columns, rows);
  await tmux.shows('ready>');
  tmux.enter('stty -a > before; clear');
  await tmux.until((screen) => expect(screen).toMatch(/^ready> *$/m));
  tmux.enter(`clear; '${process.execPath}' '${binary}' ${command}`);
  await tmux.shows(command === 'diagnose' ? hint : 'None of these');
  return tmux;
}

/** What the shell says of its terminal: the size is what may differ. */
async function settings(tmux: Tmux): Promise<string> {
  const file = join(tmux.home, 'now');
  rmSync(file, { force: true });
  tmux.enter('stty -a > now.part; mv now.part now');
  await tmux.until(() => expect(existsSync(file)).toBe(true));
  return readFileSync(file, 'utf8').replace(/rows \d+; columns \d+;/, '');
}

function settingsBefore(tmux: Tmux): string {
  return readFileSync(join(tmux.home, 'before'), 'utf8').replace(/rows \d+; columns \d+;/, '');
}

/** One whole page: the number on top, each question once, the keys last, and nothing wider than the window. */
function expectPage(screen: string, columns: number): void {
  expect(screen.split(emergencyLine)).toHaveLength(2);
  expect(screen.split(firstPage)).toHaveLength(2);
  expect(screen.split(hint)).toHaveLength(2);
  expect(Math.max(...screen.split('\n').map(measure))).toBeLessThanOrEqual(columns);
}

describe.skipIf(missing !== undefined).each([
  [80, 24],
  [60, 24],
])(named('the interview in tmux, %i by %i', missing), (columns, rows) => {
  test('fits', async () => {
    const tmux = await interview(columns, rows);
    await tmux.until((screen) => expectPage(screen, columns));
    tmux.keys('C-c');
    await tmux.shows('ready>');
  });

  test('a window that is made narrower, wider and lower shows the page once, and goes on', async () => {
    const tmux = await interview(columns, rows);
    for (const [width, height] of [
      [45, rows],
      [100, rows],
      [columns, 18],
      [columns, rows],
    ] as const) {
      tmux.resize(width, height);
      await tmux.until((screen) => {
        expect(screen).toContain(firstPage);
        expect(screen).toContain(hint);
        expect(Math.max(...screen.split('\n').map(measure))).toBeLessThanOrEqual(width);
      });
    }
    await tmux.until((screen) => expectPage(screen, columns));
    tmux.keys('n');
    await tmux.shows(secondPage);
    tmux.keys('C-c');
    await tmux.shows('ready>');
  });

  test('Ctrl-C gives the shell back as it was: echo, line editing, cursor', async () => {
    const tmux = await interview(columns, rows);
    await tmux.until(() => expect(tmux.isCursorShown()).toBe(false));
    tmux.keys('n');
    await tmux.shows(secondPage);
    tmux.keys('C-c');
    await tmux.shows('Your answers are kept');
    await tmux.shows('ready>');
    expect(tmux.isCursorShown()).toBe(true);
    expect(await settings(tmux)).toBe(settingsBefore(tmux));
    expect(settingsBefore(tmux)).toMatch(/ echo /);
  });

  test('Ctrl-Z gives the shell back, and fg the page', async () => {
    const tmux = await interview(columns, rows);
    tmux.keys('n');
    await tmux.shows(secondPage);
    tmux.keys('C-z');
    await tmux.shows('ready>');
    expect(tmux.isCursorShown()).toBe(true);
    expect(await settings(tmux)).toBe(settingsBefore(tmux));
    tmux.enter('clear');
    await tmux.until((screen) => expect(screen).not.toContain(secondPage));
    tmux.enter('fg');
    await tmux.until((screen) => {
      expect(screen.split(emergencyLine)).toHaveLength(2);
      expect(screen).toContain(secondPage);
      expect(screen).toContain(hint);
    });
    tmux.keys('n');
    await tmux.shows(thirdPage);
    tmux.keys('C-c');
    await tmux.shows('ready>');
    expect(await settings(tmux)).toBe(settingsBefore(tmux));
  });

  test('relief, left by Ctrl-C, does the same', async () => {
    const tmux = await interview(columns, rows, 'relief');
    tmux.keys('C-c');
    await tmux.shows('ready>');
    expect(tmux.isCursorShown()).toBe(true);
    expect(await settings(tmux)).toBe(settingsBefore(tmux));
  });

  test('the exit code of Ctrl-C is 130', async () => {
    const tmux = await interview(columns, rows);
    tmux.keys('C-c');
    await tmux.shows('ready>');
    tmux.enter('echo "code $?"');
    await tmux.shows('code 130');
  });
});
