import { type MarkdownLine, markdownLine } from './markdown-line.ts';
import { type OwnRoutineProblem, type PlanDraft, type PlanHead, quoted } from './own-routine.ts';
import { isOwnItem, type PlanItem, type PlanWorld, readPlanItem } from './plan-item.ts';
import { type PlanEntry, stepsOf } from './plan-steps.ts';

type Words = Extract<MarkdownLine, { kind: 'words' }>;
type Heading = Extract<MarkdownLine, { kind: 'heading' }>;

/** What has been read so far. */
interface Reading {
  readonly world: PlanWorld;
  /** Some line is a heading, so the first line of words is not the title. */
  readonly hasHeading: boolean;
  readonly head: { -readonly [key in keyof PlanHead]?: string };
  readonly remarks: string[];
  readonly entries: (PlanEntry & { readonly under: string[] })[];
  readonly problems: OwnRoutineProblem[];
  part: string | undefined;
  /** Columns before the exercise that indented lines belong to; undefined when they belong to none. */
  indent: number | undefined;
  isAfterGap: boolean;
}

const headKeys: readonly (readonly [key: keyof PlanHead, words: RegExp])[] = [
  ['from', /^(?:from|by|written by|therapist|physio(?:therapist)?|clinician)$/i],
  ['howOften', /^(?:times|how often|often|frequency)$/i],
  ['until', /^(?:until|till|valid until|ends?)$/i],
];

/**
 * Reads a plan in Markdown. Every line is an exercise, belongs to one, or is kept as a remark; what looks like an
 * exercise and cannot be read is a problem, so that none is lost without a word.
 */
export function readMarkdownPlan(lines: readonly string[], world: PlanWorld): PlanDraft {
  const read = lines.map(markdownLine);
  const reading: Reading = {
    world,
    hasHeading: read.some(({ kind }) => kind === 'heading'),
    head: {},
    remarks: [],
    entries: [],
    problems: [],
    part: undefined,
    indent: undefined,
    isAfterGap: true,
  };
  for (const [index, line] of read.entries()) {
    readLine(reading, line, index + 1);
    reading.isAfterGap = line.kind !== 'words';
  }
  const { steps, problems } = stepsOf(
    reading.entries,
    'how in the lines under it, each beginning with two spaces',
  );
  return {
    ...reading.head,
    remarks: reading.remarks,
    steps,
    problems: [...reading.problems, ...problems].sort((one, other) => one.line - other.line),
  };
}

function readLine(reading: Reading, line: MarkdownLine, number: number): void {
  switch (line.kind) {
    case 'blank':
    case 'rule':
      return;
    case 'table':
      reading.problems.push({
        line: number,
        message: 'a table is not read',
        expected: 'a list with one exercise a line, such as "- Bird dog: 3 sets of 8"',
      });
      return;
    case 'heading':
      readHeading(reading, line, number);
      return;
    case 'words':
      readWords(reading, line, number);
  }
}

function readHeading(reading: Reading, { level, words }: Heading, line: number): void {
  reading.indent = undefined;
  if (reading.head.name === undefined && reading.entries.length === 0) reading.head.name = words;
  else if (level > 1) reading.part = words;
  else
    reading.problems.push({
      line,
      message: `${quoted(words)} is a second title`,
      expected: 'one plan in a file',
    });
}

function readWords(reading: Reading, line: Words, number: number): void {
  const { indent, mark, words } = line;
  const entry = reading.entries.at(-1);
  if (entry !== undefined && reading.indent !== undefined && indent >= reading.indent + 2) {
    readUnder(reading, entry, line, number);
    return;
  }
  const key = headKeyOf(words);
  if (key !== undefined) {
    readHead(reading, key, number);
  } else if (mark !== '' || isOwnItem(words) || looksLikeExercise(words, reading.world)) {
    const item = readPlanItem(words, reading.world);
    reading.entries.push({ item, line: number, part: reading.part, under: [] });
    reading.indent = indent;
  } else if (entry !== undefined && reading.indent !== undefined && !reading.isAfterGap) {
    entry.under.push(words);
  } else {
    reading.indent = undefined;
    const isTitle = !reading.hasHeading && reading.head.name === undefined && entry === undefined;
    if (isTitle) reading.head.name = words;
    else reading.remarks.push(words);
  }
}

function readUnder(
  { world, problems }: Reading,
  entry: Reading['entries'][number],
  { mark, words }: Words,
  line: number,
): void {
  const inside: PlanItem | undefined = mark === '' ? undefined : readPlanItem(words, world);
  if (inside?.kind === 'item' && inside.hasDose) {
    problems.push({
      line,
      message: `"${inside.name}" stands indented under another exercise, so it would only be a note`,
      expected: 'it at the beginning of the line, like the others',
    });
  }
  const isDescribed = entry.item.kind === 'item' && entry.item.exercise === undefined;
  entry.under.push(mark === '' || isDescribed ? words : `${mark} ${words}`);
}

function readHead(
  reading: Reading,
  { key, value }: { readonly key: keyof PlanHead; readonly value: string },
  line: number,
): void {
  reading.indent = undefined;
  const before = reading.head[key];
  if (before === undefined) reading.head[key] = value;
  else
    reading.problems.push({
      line,
      message: `${quoted(value)} is here, and ${quoted(before)} before it`,
      expected: 'one of them',
    });
}

function headKeyOf(words: string): { readonly key: keyof PlanHead; readonly value: string } | undefined {
  const [, said = '', value = ''] =
    /^[*_]{0,2}([a-z ]{2,20}?)[*_]{0,2}\s?:[*_]{0,2}\s*(.*)$/i.exec(words) ?? [];
  const found = headKeys.find(([, pattern]) => pattern.test(said.trim()));
  return found === undefined || value === '' ? undefined : { key: found[0], value };
}

/** Figures that belong to the whole plan. */
const figureKeys = /^(?:note|total|duration|time|length)\b/i;

/** A line without a mark that says how much of something: the mark was forgotten, and even a wrong name must be seen. */
function looksLikeExercise(words: string, world: PlanWorld): boolean {
  const known = world.names.findAtStart(words);
  if (known !== undefined && /^\s*(?:$|[:–—]|-\s)/.test(known.rest)) return true;
  if (readPlanItem(words, world).kind === 'item') return true;
  if (figureKeys.test(words) || !/\d/.test(words)) return false;
  const isDose = words.includes(':') || /\d ?[x×] ?\d|\b(?:sets|reps|hold)\b/i.test(words);
  return isDose && readPlanItem(`Own: ${words}`, world).kind === 'item';
}
