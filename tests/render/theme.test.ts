import { describe, expect, test } from 'vitest';
import { createTheme, type Theme, type ThemeFacts } from '../../src/render/theme.ts';

const terminal: ThemeFacts = {
  isTerminal: true,
  columns: 100,
  env: { TERM: 'xterm-256color', LANG: 'en_GB.UTF-8' },
};

function themeWith(changes: Partial<ThemeFacts>): Theme {
  return createTheme({ ...terminal, ...changes, env: { ...terminal.env, ...changes.env } });
}

describe('theme', () => {
  test('a terminal gets columns, colour and its own width', () => {
    expect(createTheme(terminal)).toEqual({
      layout: 'screen',
      width: 100,
      colour: 2,
      glyphs: 'unicode',
      accessible: false,
    });
  });

  test('a pipe gets unwrapped lines without colour, whatever the locale', () => {
    expect(themeWith({ isTerminal: false, env: { LANG: 'C' } })).toEqual({
      layout: 'lines',
      width: Number.POSITIVE_INFINITY,
      colour: 0,
      glyphs: 'unicode',
      accessible: false,
    });
  });

  test.each<[string, Partial<ThemeFacts>, number]>([
    ['--no-color', { noColour: true, colour: 'always', env: { FORCE_COLOR: '3' } }, 0],
    ['the preference never', { colour: 'never', env: { FORCE_COLOR: '1' } }, 0],
    ['the preference always, in a pipe', { colour: 'always', isTerminal: false }, 2],
    ['the preference always, over NO_COLOR', { colour: 'always', env: { NO_COLOR: '1' } }, 2],
    ['NO_COLOR', { env: { NO_COLOR: '1' } }, 0],
    ['NO_COLOR, over FORCE_COLOR', { env: { NO_COLOR: '1', FORCE_COLOR: '1' } }, 0],
    ['an empty NO_COLOR', { env: { NO_COLOR: '' } }, 2],
    ['FORCE_COLOR=0', { env: { FORCE_COLOR: '0' } }, 0],
    ['FORCE_COLOR=false', { env: { FORCE_COLOR: 'false' } }, 0],
    ['FORCE_COLOR=1, in a pipe', { isTerminal: false, env: { FORCE_COLOR: '1' } }, 1],
    ['FORCE_COLOR=2, in a pipe', { isTerminal: false, env: { FORCE_COLOR: '2' } }, 2],
    ['FORCE_COLOR=3, in a pipe', { isTerminal: false, env: { FORCE_COLOR: '3' } }, 3],
    ['TERM=dumb', { env: { TERM: 'dumb' } }, 0],
    ['TERM=xterm', { env: { TERM: 'xterm' } }, 1],
    ['COLORTERM=truecolor', { env: { COLORTERM: 'truecolor' } }, 3],
    ['Windows Terminal', { env: { WT_SESSION: 'x' } }, 3],
  ])('colour: %s', (_, changes, level) => {
    expect(themeWith(changes).colour).toBe(level);
  });

  test.each<[string, ThemeFacts['env'], Theme['glyphs']]>([
    ['a UTF-8 locale', { LANG: 'nl_NL.utf8' }, 'unicode'],
    ['LC_ALL before LANG', { LC_ALL: 'C', LANG: 'nl_NL.utf8' }, 'ascii'],
    ['LC_CTYPE before LANG', { LC_CTYPE: 'C.UTF-8', LANG: 'C' }, 'unicode'],
    ['an empty LC_ALL', { LC_ALL: '', LANG: 'C.UTF-8' }, 'unicode'],
    ['no locale', { LANG: undefined }, 'ascii'],
    ['no locale, Windows Terminal', { LANG: undefined, WT_SESSION: 'x' }, 'unicode'],
    ['the kernel console', { TERM: 'linux' }, 'ascii'],
  ])('glyphs: %s', (_, env, glyphs) => {
    expect(themeWith({ env }).glyphs).toBe(glyphs);
  });

  test.each<[string, Partial<ThemeFacts>, boolean]>([
    ['--accessible', { accessible: true }, true],
    ['ACCESSIBLE=1', { env: { ACCESSIBLE: '1' } }, true],
    ['ACCESSIBLE=0', { env: { ACCESSIBLE: '0' } }, false],
    ['TERM=dumb', { env: { TERM: 'dumb' } }, true],
  ])('accessible: %s', (_, changes, accessible) => {
    const theme = themeWith(changes);
    expect(theme.accessible).toBe(accessible);
    expect(theme.layout).toBe(accessible ? 'lines' : 'screen');
  });

  test.each([
    [undefined, 80],
    [0, 80],
    [5, 20],
    [44, 44],
  ])('a terminal of %s columns is %i wide', (columns, width) => {
    expect(themeWith({ columns }).width).toBe(width);
  });
});
