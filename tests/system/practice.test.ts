import { describe, expect, test } from 'vitest';
import { binary } from '../support/built-binary.ts';
import { Tmux } from './support/tmux.ts';
import { named, whyNot } from './support/why-not.ts';

const missing = whyNot({ program: 'tmux' });
const hint = 'q stop and keep';
const command = 'stretch lying-hamstring-stretch --around none --signs none --pain 2 --no-save';

describe.skipIf(missing !== undefined)(named('a guided session in tmux', missing), () => {
  async function session(): Promise<Tmux> {
    const tmux = new Tmux(80, 24);
    await tmux.shows('ready>');
    tmux.enter('echo stood-here-before');
    await tmux.shows('stood-here-before');
    tmux.enter(`'${process.execPath}' '${binary}' ${command}`);
    await tmux.shows(hint);
    return tmux;
  }

  test('Ctrl-Z gives the shell back as it was, and fg finds the session paused', async () => {
    const tmux = await session();
    await tmux.until(() => expect(tmux.isCursorShown()).toBe(false));
    tmux.keys('C-z');
    await tmux.until((screen) => {
      expect(screen).toContain('stood-here-before');
      expect(screen).not.toContain(hint);
    });
    expect(tmux.isCursorShown()).toBe(true);
    tmux.enter('fg');
    await tmux.until((screen) => {
      expect(screen).toContain('paused: get ready');
      expect(screen).toContain('You were away, so this is paused.');
      expect(screen).toContain(hint);
    });
    tmux.keys('Space');
    await tmux.shows('Then: hold, left leg');
    await tmux.until((screen) => expect(screen).not.toContain('paused'));
    tmux.keys('C-c');
    await tmux.until((screen) => expect(screen).toMatch(/ready> *$/m));
    tmux.enter('stty -a');
    await tmux.until((screen) => expect(screen).toMatch(/ echo /));
    expect(tmux.isCursorShown()).toBe(true);
  });

  test('a window made smaller and larger shows the whole frame', async () => {
    const tmux = await session();
    for (const [columns, rows] of [
      [60, 16],
      [100, 30],
      [80, 24],
    ] as const) {
      tmux.resize(columns, rows);
      await tmux.until((screen) => {
        expect(screen.split(hint)).toHaveLength(2);
        expect(screen).toMatch(/^ {2}Lying hamstring stretch +1 of 1 · \d:\d\d left$/m);
        expect(screen).toContain('get ready, left leg first');
      });
    }
    tmux.keys('C-c');
    await tmux.until((screen) => expect(screen).not.toContain(hint));
  });
});
