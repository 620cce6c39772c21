import type { GlyphSet } from '../../render/theme.ts';

/** Three dots wide and five high, so that the strokes are as thick as they can be. */
const shapes: { readonly [character: string]: readonly string[] } = {
  '0': ['###', '# #', '# #', '# #', '###'],
  '1': [' # ', '## ', ' # ', ' # ', '###'],
  '2': ['###', '  #', '###', '#  ', '###'],
  '3': ['###', '  #', '###', '  #', '###'],
  '4': ['# #', '# #', '###', '  #', '  #'],
  '5': ['###', '#  ', '###', '  #', '###'],
  '6': ['###', '#  ', '###', '# #', '###'],
  '7': ['###', '  #', '  #', '  #', '  #'],
  '8': ['###', '# #', '###', '# #', '###'],
  '9': ['###', '# #', '###', '  #', '###'],
  ':': [' ', '#', ' ', '#', ' '],
};
const dotsHigh = 5;

/** How large digits are drawn: columns of one dot, which is as many half rows high. */
export type DigitScale = number;

/** Columns and rows of such a text. */
export function digitsSize(
  text: string,
  scale: DigitScale,
): { readonly columns: number; readonly rows: number } {
  return { columns: dotsWide(text) * scale, rows: Math.ceil((dotsHigh * scale) / 2) };
}

/** The largest scale at which the text fits; 0 when it fits at none. */
export function largestScale(
  text: string,
  room: { readonly columns: number; readonly rows: number },
  glyphs: GlyphSet,
): DigitScale {
  const byColumns = Math.floor(room.columns / dotsWide(text));
  const byRows = Math.floor((2 * room.rows) / dotsHigh);
  const scale = Math.max(0, Math.min(byColumns, byRows));
  // Without half blocks a dot is a whole row high.
  return glyphs === 'ascii' ? scale - (scale % 2) : scale;
}

/** Digits and colons in blocks, every row equally wide. */
export function drawDigits(text: string, scale: DigitScale, glyphs: GlyphSet): readonly string[] {
  const rows = dotRows(text).flatMap((row) =>
    Array.from({ length: scale }, () => row.replace(/./g, (dot) => dot.repeat(scale))),
  );
  return Array.from({ length: Math.ceil(rows.length / 2) }, (_, at) => {
    const [upper = '', lower = ''] = [rows[2 * at], rows[2 * at + 1]];
    return [...upper].map((dot, column) => blockOf(dot === '#', lower[column] === '#', glyphs)).join('');
  });
}

function blockOf(upper: boolean, lower: boolean, glyphs: GlyphSet): string {
  if (glyphs === 'ascii') return upper ? '#' : ' ';
  if (upper) return lower ? '█' : '▀';
  return lower ? '▄' : ' ';
}

function dotRows(text: string): readonly string[] {
  return Array.from({ length: dotsHigh }, (_, row) =>
    [...text].map((character) => shapes[character]?.[row] ?? '').join(' '),
  );
}

function dotsWide(text: string): number {
  return Math.max(1, dotRows(text)[0]?.length ?? 0);
}
