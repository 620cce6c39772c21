import type { GlyphSet } from '../theme.ts';

const blocks = '▁▂▃▄▅▆▇█';
const top = 10;

/** Values from 0 to 10 in one line, a place each: blocks, or numbers in ASCII. A place without a value is a dot. */
export function sparkText(values: readonly (number | undefined)[], glyphs: GlyphSet): string {
  return glyphs === 'unicode'
    ? values.map((value) => (value === undefined ? '·' : blockOf(value))).join('')
    : values.map((value) => (value === undefined ? '.' : String(Math.round(value)))).join(' ');
}

function blockOf(value: number): string {
  const share = Math.min(1, Math.max(0, value / top));
  return blocks.charAt(Math.round(share * (blocks.length - 1)));
}
