import type { Theme } from '../../src/render/theme.ts';

const screen: Theme = { layout: 'screen', width: 80, colour: 0, glyphs: 'unicode', accessible: false };

/** The places a document is shown in. */
export const themes = {
  screen,
  colour: { ...screen, colour: 2 },
  'columns-60': { ...screen, width: 60 },
  'columns-200': { ...screen, width: 200 },
  'columns-30': { ...screen, width: 30 },
  ascii: { ...screen, glyphs: 'ascii' },
  pipe: { ...screen, layout: 'lines', width: Number.POSITIVE_INFINITY },
  accessible: { ...screen, layout: 'lines', accessible: true },
} as const satisfies Readonly<Record<string, Theme>>;
