import type { Answer, Answers, Truth, Withheld } from '../engine/answers.ts';
import { readNumber } from './number-answer.ts';
import { findKey, isTyped } from './page-keys.ts';
import { isAnswered, isRevisit, type Line, type ListState, type PageStep, reply } from './page-state.ts';

/** Room for "1 year and 2 months"; other numbers are short. */
const longestDuration = 20;
const longestNumber = 4;

/** A key on a list of yes/no lines and numbers. Nothing is ticked before the person ticks it. */
export function updateList(before: ListState, press: string): PageStep {
  const state: ListState = { ...before, asking: undefined, problem: undefined };
  if (isTyped(before, press)) return stay(type(state, press === 'space' ? ' ' : press));
  const numbered = /^[1-9]$/.test(press) ? before.lines[Number(press) - 1] : undefined;
  if (numbered !== undefined) {
    const there = go(state, Number(press) - 1);
    return stay(numbered.kind === 'truth' && there.problem === undefined ? cycle(there) : there);
  }
  switch (findKey(before, press)) {
    case 'none':
      return isRevisit(before) ? noToAll(before) : finish({ ...state, lines: fillTruths(state, 'no') });
    case 'cycle':
      return stay(cycle(state));
    case 'yes':
      return stay(setLine(state, { value: 'yes' }));
    case 'unsure':
      return mark(state, 'unsure');
    case 'skip':
      return mark(state, 'skipped');
    case 'withhold':
      return mark(state, 'rather-not-say');
    case 'explain':
      return stay({ ...state, explaining: true });
    case 'erase':
      return stay(erase(state));
    case 'back':
      return { kind: 'done', reply: { kind: 'back' } };
    case 'up':
      return stay(go(state, state.active - 1));
    case 'down':
      return stay(go(state, state.active + 1));
    case 'next':
      return enter(before);
    default:
      return stay(before);
  }
}

/** On a page that was answered before, a tick is taken back only when that is confirmed. */
function noToAll(state: ListState): PageStep {
  const isHeld = ({ kind, value }: { kind: string; value?: unknown }) =>
    kind === 'truth' && value !== 'no' && value !== 'skipped';
  if (state.asking !== 'all-no' && state.lines.some(isHeld)) {
    return stay({ ...state, problem: undefined, asking: 'all-no' });
  }
  const lines = state.lines.map((line): Line => (line.kind === 'truth' ? { ...line, value: 'no' } : line));
  return finish({ ...state, lines, problem: undefined, asking: undefined });
}

/** On a number Enter goes to the next line; on a tick list and on the last line it goes on to the next page. */
function enter(state: ListState): PageStep {
  // "No to all?" is answered by n alone.
  if (state.asking === 'all-no') return stay({ ...state, asking: undefined });
  const isOnNumber = state.lines[state.active]?.kind === 'number';
  if (isOnNumber && state.asking === undefined && state.active < state.lines.length - 1) {
    return stay(go({ ...state, problem: undefined }, state.active + 1));
  }
  return finish(state);
}

/** Every line is answered, or the person is asked once what the others are to be. */
function finish(state: ListState): PageStep {
  const wrong = state.lines.findIndex((line) => problemOf(line) !== undefined);
  if (wrong >= 0) return stay({ ...state, active: wrong, problem: problemOf(state.lines[wrong]) });
  const hasTick = state.lines.some(
    (line) => line.kind === 'truth' && (line.value === 'yes' || line.value === 'unsure'),
  );
  if (state.lines.some((line) => line.kind === 'truth' && !isAnswered(line))) {
    if (state.asking === undefined) return stay({ ...state, asking: hasTick ? 'rest' : 'empty' });
    return finish({
      ...state,
      lines: fillTruths(state, state.asking === 'rest' ? 'no' : 'skipped'),
      asking: undefined,
    });
  }
  const empty = state.lines.findIndex((line) => !isAnswered(line));
  if (empty >= 0 && state.asking !== 'numbers')
    return stay({ ...state, active: empty, typing: false, asking: 'numbers' });
  return reply(Object.fromEntries(state.lines.map((line) => [line.question.id, answerOf(line)])));
}

/** What stands on the page now: the lines that say something. */
export function listSoFar({ lines }: ListState): Answers {
  const said = lines.filter((line) => isAnswered(line) && problemOf(line) === undefined);
  return Object.fromEntries(said.map((line) => [line.question.id, answerOf(line)]));
}

function answerOf(line: Line): Answer {
  if (line.kind === 'truth') return line.value ?? 'skipped';
  const read = readNumber(line.question, line.text);
  return line.mark ?? ('value' in read ? read.value : 'skipped');
}

function fillTruths(state: ListState, value: Truth | Withheld): readonly Line[] {
  return state.lines.map((line) => (line.kind === 'truth' && !isAnswered(line) ? { ...line, value } : line));
}

/** yes first: the lines that apply are few, and each should cost one key. */
function cycle(state: ListState): ListState {
  const line = state.lines[state.active];
  const value = line?.kind === 'truth' ? line.value : undefined;
  return setLine(state, { value: value === 'yes' ? 'unsure' : value === 'unsure' ? 'no' : 'yes' });
}

function mark(state: ListState, value: 'unsure' | Withheld): PageStep {
  if (state.lines[state.active]?.kind === 'truth') return stay(setLine(state, { value }));
  const marked = setLine({ ...state, typing: false }, { text: '', mark: value });
  return state.lines.length === 1 ? finish(marked) : stay(go(marked, state.active + 1));
}

function type(state: ListState, character: string): ListState {
  const line = state.lines[state.active];
  const text = line?.kind === 'number' && state.typing ? line.text : '';
  if (text.length >= (line?.question.unit === 'days' ? longestDuration : longestNumber)) return state;
  return setLine({ ...state, typing: true }, { text: text + character, mark: undefined });
}

function erase(state: ListState): ListState {
  const line = state.lines[state.active];
  const text = line?.kind === 'number' ? line.text.slice(0, -1) : '';
  return setLine({ ...state, typing: true }, { text, mark: undefined });
}

/** To another line, unless the number on this one cannot be read. */
function go(state: ListState, to: number): ListState {
  const problem = problemOf(state.lines[state.active]);
  if (problem !== undefined) return { ...state, problem };
  return { ...state, typing: false, active: Math.min(state.lines.length - 1, Math.max(0, to)) };
}

function problemOf(line: Line | undefined): string | undefined {
  if (line?.kind !== 'number' || line.text === '') return undefined;
  const read = readNumber(line.question, line.text);
  return 'problem' in read ? read.problem : undefined;
}

type Change =
  | { readonly value: Truth | Withheld }
  | { readonly text: string; readonly mark: 'unsure' | Withheld | undefined };

function setLine(state: ListState, change: Change): ListState {
  const lines = state.lines.map((line, index): Line => {
    if (index !== state.active) return line;
    if (line.kind === 'truth') return 'value' in change ? { ...line, ...change } : line;
    return 'text' in change ? { ...line, ...change } : line;
  });
  return { ...state, lines };
}

function stay(state: ListState): PageStep {
  return { kind: 'stay', state };
}
