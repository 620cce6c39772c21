import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/**
 * Spacing vowel signs, joined emoji, skin tones, flags: terminals do not agree on their width. Yi letters
 * are wide on all of them, but the library counts them as narrow.
 */
function isDisputed(text: string): boolean {
  return /[\u200d\ufe0f\p{Mc}\p{Script=Yi}\p{Emoji_Modifier}\p{Regional_Indicator}]/u.test(text);
}

/** Plain text and what pictures are drawn of: a column each. To ask the library costs 4 ms at the first frame of a session. */
const narrow = /^[ -~·…←→–—’“”°•×\u2500-\u259f\u2800-\u28ff]*$/;

/** Columns the text takes on the terminal that draws it widest. For safe text without colour. */
export function measure(text: string): number {
  if (narrow.test(text)) return text.length;
  if (!isDisputed(text)) return stringWidth(text);
  let columns = 0;
  for (const character of text) columns += widestOf(character);
  return columns;
}

function widestOf(character: string): number {
  if (character === '\u200d') return 0;
  // It widens the character before it, where it is understood.
  if (character === '\ufe0f') return 1;
  if (/\p{Script=Yi}/u.test(character)) return 2;
  return /\p{Mc}/u.test(character) ? 1 : stringWidth(character);
}

/** Lines of at most `width` columns, broken at spaces, and inside a word only where it fits no line. */
export function wrapText(text: string, width: number): string[] {
  if (text === '') return [];
  if (measure(text) <= width) return [text];
  const words = text
    .split(' ')
    .map((word) => (measure(word) > width ? breakWord(word, width).join('\n') : word));
  const prepared = words.join(' ');
  if (narrow.test(prepared) && words.every((word) => word !== '' && word.length <= width))
    return wrapNarrow(words, width);
  // The library measures as most terminals do; where `measure` sees more, ask it for shorter lines.
  for (let limit = width; ; ) {
    const lines = wrapAnsi(prepared, limit).split('\n');
    const excess = Math.max(...lines.map(measure)) - width;
    if (excess <= 0 || limit === 1) return lines;
    limit = Math.max(1, limit - excess);
  }
}

/** As the library does it, and without waking its tables of Unicode. */
function wrapNarrow(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function breakWord(word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const cluster of clustersOf(word, width)) {
    // Measured together: the width of a whole is not always the sum of its parts.
    if (piece !== '' && measure(piece + cluster) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += cluster;
  }
  return [...pieces, piece];
}

/** What must not be torn apart. Intl costs 10 ms at first use, so plain words do without it. */
function clustersOf(word: string, width: number): string[] {
  if (/^[\x21-\x7e]*$/.test(word)) return word.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
  const clusters = Array.from(new Intl.Segmenter('en').segment(word), ({ segment }) => segment);
  return clusters.flatMap((cluster) => (measure(cluster) > width ? Array.from(cluster) : cluster));
}

/** Things in as few rows as they need, never broken inside; between rows the line's end is separator enough. */
export function flow(things: readonly string[], separator: string, width: number): string[][] {
  const rows: string[][] = [];
  let columns = 0;
  for (const thing of things) {
    const row = rows.at(-1);
    const extended = columns + separator.length + measure(thing);
    if (row !== undefined && extended <= width) {
      row.push(thing);
      columns = extended;
    } else {
      rows.push([thing]);
      columns = measure(thing);
    }
  }
  return rows;
}
