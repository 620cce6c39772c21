/**
 * Our lines in a crontab. Text is read byte by byte (latin1), so that what is not ours comes back as it was, whatever it is.
 */

/** How the crontab was before our lines came, where taking them out would not show it. */
const befores = ['usual', 'no-line-end', 'none'] as const;
export type Before = (typeof befores)[number];

export interface CrontabBlock {
  /** Place of the block: from its first letter to the one after its last. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly before: Before;
}

export type BlockSearch =
  | { readonly kind: 'none' }
  | { readonly kind: 'block'; readonly block: CrontabBlock }
  /** Cut, or there twice; `line` counts from one. */
  | { readonly kind: 'damaged'; readonly line: number };

const notes: { readonly [note in Before]: string } = {
  usual: '',
  'no-line-end': ' (a line end was added before this line)',
  none: ' (there was no crontab before)',
};

/** @param label tells the blocks of several households apart; empty for the usual one */
function marksOf(label: string): { readonly first: string; readonly last: string } {
  const name = label === '' ? 'backcare' : `backcare ${label}`;
  return { first: `# >>> ${name} >>>`, last: `# <<< ${name} <<<` };
}

/** Our lines, as they stand in a crontab. */
export function blockText(job: string, label: string, before: Before): string {
  const { first, last } = marksOf(label);
  const lines = [
    `${first}${notes[before]}`,
    '# Starts the reminders. To take these lines out again: backcare remind uninstall',
    job,
    last,
  ];
  return `${lines.join('\n')}\n`;
}

export function findBlock(crontab: string, label: string): BlockSearch {
  const { first, last } = marksOf(label);
  const firsts = new Map(befores.map((before) => [`${first}${notes[before]}`, before]));
  let open: { readonly start: number; readonly line: number; readonly before: Before } | undefined;
  let found: CrontabBlock | undefined;
  for (const { text, start, end, line } of linesOf(crontab)) {
    const before = firsts.get(text);
    if (before !== undefined) {
      if (open !== undefined || found !== undefined) return { kind: 'damaged', line };
      open = { start, line, before };
    } else if (text === last) {
      if (open === undefined) return { kind: 'damaged', line };
      found = { start: open.start, end, text: crontab.slice(open.start, end), before: open.before };
      open = undefined;
    }
  }
  if (open !== undefined) return { kind: 'damaged', line: open.line };
  return found === undefined ? { kind: 'none' } : { kind: 'block', block: found };
}

/** The crontab with our lines: at the end, or where they already were. Undefined when they are damaged. */
export function withBlock(crontab: string | undefined, job: string, label: string): string | undefined {
  const text = crontab ?? '';
  const search = findBlock(text, label);
  if (search.kind === 'damaged') return undefined;
  if (search.kind === 'block') {
    const { start, end, before } = search.block;
    return text.slice(0, start) + blockText(job, label, before) + text.slice(end);
  }
  if (crontab === undefined) return blockText(job, label, 'none');
  const lacksLineEnd = text !== '' && !text.endsWith('\n');
  return lacksLineEnd
    ? `${text}\n${blockText(job, label, 'no-line-end')}`
    : text + blockText(job, label, 'usual');
}

/** The crontab as it was before; undefined when there was none. */
export function withoutBlock(crontab: string, { start, end, before }: CrontabBlock): string | undefined {
  const above = crontab.slice(0, start);
  const below = handedOn(before, crontab.slice(end));
  const rest = (before === 'no-line-end' && below === '' ? above.slice(0, -1) : above) + below;
  return before === 'none' && rest === '' ? undefined : rest;
}

/**
 * What comes after a block that goes. Where the block of another household follows at once, it takes over what was noted of
 * the time before: the last one to go puts that back.
 */
function handedOn(before: Before, below: string): string {
  const [, name] = /^# >>> (backcare(?: [^\n]*)?) >>>\n/.exec(below) ?? [];
  if (name === undefined || !below.includes(`\n# <<< ${name} <<<\n`)) return below;
  return below.replace('\n', () => `${notes[before]}\n`);
}

interface Line {
  readonly text: string;
  readonly start: number;
  /** After its line end. */
  readonly end: number;
  readonly line: number;
}

/** Lines end with LF; a CR before it is part of a line that is not ours. */
function* linesOf(text: string): Generator<Line> {
  let start = 0;
  for (let line = 1; start < text.length; line++) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed + 1;
    yield { text: text.slice(start, feed === -1 ? end : feed), start, end, line };
    start = end;
  }
}
