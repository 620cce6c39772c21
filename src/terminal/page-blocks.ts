import { measure } from '../render/width.ts';
import type { ChoiceState, Line, ListState, PageState } from './page-state.ts';
import { stateWords } from './page-words.ts';
import type { Pen } from './pen.ts';

/** Between label and state. */
const gap = 2;
/** "  > 1  " */
const prefixWidth = 7;
/** With less room for labels than this, states go below them. */
const narrowestLabel = 16;
/** A short label and its state stand close together, so that the eye need not travel. */
const widestLabel = 52;

/** Mark and ASCII twin of each state: the word always stands beside it. */
const marks: { readonly [state: string]: readonly [string, string] } = {
  yes: ['●', '*'],
  unsure: ['?', '?'],
  no: ['○', 'o'],
  skipped: ['–', '-'],
  'rather-not-say': ['–', '-'],
};

/** The numbered lines of a page, each as one or more rows. */
export function drawBlocks(state: PageState, pen: Pen): readonly (readonly string[])[] {
  return state.kind === 'list' ? drawList(state, pen) : drawChoices(state, pen);
}

function drawList(state: ListState, pen: Pen): string[][] {
  const states = state.lines.map((line, index) => stateText(line, state, index, pen));
  const isAscii = pen.plain('·') !== '·';
  const usual = `${mark('unsure', isAscii)} ${stateWords.unsure}`;
  const stateWidth = Math.max(measure(usual), ...states.map(measure));
  const labels = state.lines.map(({ question }) => question.label);
  const beside = Math.min(widestLabel, pen.width - prefixWidth - gap - stateWidth);
  const isStacked = beside < narrowestLabel;
  const wrapped = labels.map((label) => pen.wrap(label, isStacked ? pen.width - prefixWidth : beside));
  const column = Math.max(...wrapped.flat().map(measure)) + gap;
  return wrapped.map((rows, index) => {
    const isActive = index === state.active;
    const [first = '', ...others] = rows;
    const shown = emphasize(states[index] ?? '', state.lines[index], pen);
    const label = (row: string): string => (isActive ? pen.accent(row) : row);
    const indent = ' '.repeat(prefixWidth);
    const start = prefix(index, isActive, pen) + label(first);
    const below = others.map((row) => indent + label(row));
    if (isStacked) return [start, ...below, indent + shown];
    return [start + ' '.repeat(column - measure(first)) + shown, ...below];
  });
}

function emphasize(text: string, line: Line | undefined, pen: Pen): string {
  const isPositive = line?.kind === 'truth' && (line.value === 'yes' || line.value === 'unsure');
  return isPositive || line?.kind === 'number' ? pen.bold(text) : text;
}

function drawChoices(state: ChoiceState, pen: Pen): string[][] {
  const isMany = state.question.kind === 'multi';
  const isAscii = pen.plain('·') !== '·';
  return state.choices.map(({ id, label, alone }, index) => {
    const isActive = index === state.active;
    const isChosen = state.chosen.includes(id);
    const box = isMany ? (isChosen ? '[x] ' : '[ ] ') : '';
    // A single choice made before is marked, since moving on is all that choosing does.
    const before = !isMany && isChosen ? `  ${mark('yes', isAscii)} your answer` : '';
    const indent = prefixWidth + box.length;
    const rows = pen.wrap(label, pen.width - indent - before.length);
    return rows.map((row, at) => {
      const text = isActive ? pen.accent(row) : row;
      if (at > 0) return ' '.repeat(indent) + text;
      return `${prefix(index, isActive, pen, alone === true && isMany ? 'n' : ' ')}${isChosen ? pen.bold(box) : box}${text}${pen.bold(before)}`;
    });
  });
}

/** Lines past the ninth have no number; some have a key of their own. */
function prefix(index: number, isActive: boolean, pen: Pen, key = ' '): string {
  return `  ${isActive ? pen.accent('>') : ' '} ${index < 9 ? index + 1 : key}  `;
}

function stateText(line: Line, state: ListState, index: number, pen: Pen): string {
  const isAscii = pen.plain('·') !== '·';
  if (line.kind === 'truth')
    return line.value === undefined ? pen.plain('·') : markedWord(line.value, isAscii);
  if (line.mark !== undefined) return markedWord(line.mark, isAscii);
  const unit = line.question.unit === 'days' ? '' : ` ${line.question.unit ?? ''}`;
  const isActive = index === state.active;
  if (line.text === '') return isActive ? `_${unit}` : pen.plain('·');
  return `${line.text}${isActive ? '_' : ''}${unit}`;
}

function markedWord(value: keyof typeof stateWords, isAscii: boolean): string {
  return `${mark(value, isAscii)} ${stateWords[value]}`;
}

function mark(value: string, isAscii: boolean): string {
  return marks[value]?.[isAscii ? 1 : 0] ?? '';
}
