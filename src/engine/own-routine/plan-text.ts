import { type OwnRoutineProblem, quoted } from './own-routine.ts';

/** A plan is a page or two; more is another kind of file. */
const mostLines = 500;
const mostBytes = 64_000;

export type PlanText =
  | { readonly kind: 'text'; readonly raw: string; readonly lines: readonly string[] }
  | { readonly kind: 'refused'; readonly problems: readonly OwnRoutineProblem[] };

const newline = /\r\n|\n|\r/;
/** What can move a cursor, and what makes a line read as its opposite (https://trojansource.codes). */
const forbidden = /(?![\t\n\r])\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const mostProblems = 10;

/** The text of a plan file. Refused: too much of it, other encodings, and characters that do more than be read. */
export function readPlanText(bytes: Uint8Array): PlanText {
  const tooLong = tooManyLines(bytes) ?? tooManyBytes(bytes);
  if (tooLong !== undefined) return { kind: 'refused', problems: [tooLong] };
  let raw: string;
  try {
    raw = decode(bytes);
  } catch {
    return { kind: 'refused', problems: [notUtf8(bytes)] };
  }
  const problems = [...raw.matchAll(forbidden)].slice(0, mostProblems).map(({ 0: character, index }) => ({
    ...placeAt(raw, index),
    message: `there is ${nameOf(character)}`,
    expected: 'plain text; take it out, or save the file as plain text',
  }));
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'text', raw, lines: linesOf(raw) };
}

/** Line and column of a place in a text, both from 1. */
export function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split(newline);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** What is wrong with characters in a text that was not seen in the file itself, such as those that JSON can spell. */
export function forbiddenIn(text: string): string | undefined {
  const [character] = text.match(forbidden) ?? text.match(/\p{Surrogate}/u) ?? [];
  if (character === undefined) return undefined;
  return `${quoted(text.replace(forbidden, '?').replace(/\p{Surrogate}/gu, '?'))} has ${nameOf(character)} in it`;
}

/** A last line that is empty only ends the one before it. */
function linesOf(text: string): readonly string[] {
  const lines = text.replace(/^\ufeff/, '').split(newline);
  return lines.length > 1 && lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** Keeps a byte order mark, so that the file can be given back as it came. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

function tooManyLines(bytes: Uint8Array): OwnRoutineProblem | undefined {
  // One byte a character: a line ends with the same bytes in every text of this kind.
  const lines = linesOf(new TextDecoder('latin1').decode(bytes)).length;
  if (lines <= mostLines) return undefined;
  return {
    line: mostLines + 1,
    message: `the file has ${thousands(lines)} lines, and a plan may have ${mostLines}`,
    expected: 'one plan, a page or two',
  };
}

function tooManyBytes(bytes: Uint8Array): OwnRoutineProblem | undefined {
  if (bytes.length <= mostBytes) return undefined;
  const within = new TextDecoder('latin1').decode(bytes.subarray(0, mostBytes));
  return {
    line: placeAt(within, within.length).line,
    message: `the file has ${thousands(bytes.length)} bytes, and a plan may have ${thousands(mostBytes)}`,
    expected: 'one plan, a page or two',
  };
}

/** Lines end with a byte that is no part of any other character, so each can be tried by itself. */
function notUtf8(bytes: Uint8Array): OwnRoutineProblem {
  let line = 1;
  let start = 0;
  for (
    let end = bytes.indexOf(0x0a);
    end >= 0 && isUtf8(bytes.subarray(start, end));
    end = bytes.indexOf(0x0a, start)
  ) {
    start = end + 1;
    line += 1;
  }
  return { line, message: 'this is not UTF-8 text', expected: 'plain text; save the file as UTF-8' };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0) return 'a NUL character';
  if (code === 0x1b || code === 0x9b) return 'an escape sequence';
  const hex = code.toString(16).toUpperCase().padStart(4, '0');
  return `a control character (U+${hex})`;
}

function thousands(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
