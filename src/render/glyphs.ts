import type { Tone } from '../documents/document.ts';
import type { GlyphSet } from './theme.ts';

/** The marks of our own that a layout draws. */
export interface Glyphs {
  readonly tones: Readonly<Record<Tone, string>>;
  readonly bullet: string;
  /** Stands between commands and between a label and its note, with its spaces. */
  readonly separator: string;
}

const unicode: Glyphs = {
  tones: { emergency: '‼', urgent: '!', routine: '→', calm: '✓', note: '·' },
  bullet: '•',
  separator: ' · ',
};

const ascii: Glyphs = {
  tones: { emergency: '!!', urgent: '!', routine: '->', calm: '+', note: '-' },
  bullet: '-',
  // Not "|" or "-": next to a command both read as part of it.
  separator: ', ',
};

/** The marks for a glyph set; each mark has its twin in the other. */
export function glyphsOf(set: GlyphSet): Glyphs {
  return set === 'unicode' ? unicode : ascii;
}

const twins: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚′]/g, "'"],
  [/[“”„«»″]/g, '"'],
  [/[‐‑‒–—−•·]/g, '-'],
  [/…/g, '...'],
  [/×/g, 'x'],
  [/→/g, '->'],
  [/←/g, '<-'],
  [/≤/g, '<='],
  [/≥/g, '>='],
  [/[≈∼]/g, '~'],
  [/✓/g, '+'],
  [/‼/g, '!!'],
  [/½/g, '1/2'],
  [/¼/g, '1/4'],
  [/¾/g, '3/4'],
  [/°/g, ' deg'],
  [/[\u00a0\u202f\u2009]/g, ' '],
];

/**
 * Typographic marks to their ASCII twins. Letters stay: a name or a note in another script is better
 * garbled by a wrong locale than turned into question marks under a right terminal.
 */
export function foldToAscii(text: string): string {
  return twins.reduce((folded, [mark, twin]) => folded.replace(mark, twin), text);
}
