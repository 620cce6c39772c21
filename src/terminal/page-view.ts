import { flow, measure } from '../render/width.ts';
import { expectedNumber, scaleEnds } from './number-answer.ts';
import { drawBlocks } from './page-blocks.ts';
import { hintsOf } from './page-keys.ts';
import { activeQuestion, type PageState } from './page-state.ts';
import { pageWords } from './page-words.ts';
import type { Pen } from './pen.ts';

const margin = '  ';
/** Prose wider than this is hard to read. */
const proseWidth = 72;

/**
 * The whole page as lines that fit the terminal, in width and in height.
 *
 * @param isLive the page takes keys: until then their place is empty
 */
export function drawPage(state: PageState, pen: Pen, isLive = true): string {
  const top = [...prose(state.page.emergencyLine, pen).map(pen.bold), '', ...heading(state, pen)];
  const bottom = [...notice(state, pen), ...hints(state, pen).map((row) => (isLive ? row : ''))];
  const room = pen.rows - top.length - bottom.length - 2;
  const body = state.explaining
    ? explanation(state, pen).slice(0, Math.max(1, room))
    : list(state, pen, room);
  const lines = [...top, '', ...body, '', ...bottom];
  // A very small window: the calm goes first, then the middle; the emergency line and the keys stay.
  const tight = lines.length > pen.rows ? lines.filter((line) => line !== '') : lines;
  const tooMany = Math.max(0, tight.length - pen.rows);
  return [...tight.slice(0, 1), ...tight.slice(1 + tooMany)].join('\n');
}

function heading({ page }: PageState, pen: Pen): string[] {
  const title = pen.plain(page.title);
  const progress = pen.plain(page.progress);
  const gap = pen.width - margin.length - measure(title) - measure(progress);
  const first =
    gap >= 2
      ? [`${margin}${pen.accent(title)}${' '.repeat(gap)}${pen.dim(progress)}`]
      : [...prose(title, pen).map(pen.accent), ...prose(progress, pen).map(pen.dim)];
  const [only, ...others] = page.questions;
  // A question alone on its page has no line of its own: it is asked in full here, also under the stem of its block.
  const asked = [page.stem, others.length === 0 ? only?.ask : undefined].filter((text) => text !== undefined);
  return [...first, ...asked.flatMap((text) => prose(text, pen))];
}

/** The lines that fit, around the active one, with what is hidden counted. */
function list(state: PageState, pen: Pen, room: number): string[] {
  const blocks = drawBlocks(state, pen);
  const height = (from: number, to: number): number =>
    blocks.slice(from, to).reduce((sum, block) => sum + block.length, 0);
  if (height(0, blocks.length) <= room) return blocks.flat();
  const active = Math.max(0, state.active);
  let from = active;
  let to = active + 1;
  // Two rows are kept for the counts of hidden lines.
  for (let grew = true; grew; ) {
    grew = false;
    if (to < blocks.length && height(from, to + 1) <= room - 2) grew = ++to > 0;
    if (from > 0 && height(from - 1, to) <= room - 2) grew = --from >= 0;
  }
  const hidden = (count: number, where: string): string[] =>
    count === 0 ? [] : [pen.dim(`${margin}     ${count} more ${where}`)];
  return [...hidden(from, 'above'), ...blocks.slice(from, to).flat(), ...hidden(blocks.length - to, 'below')];
}

function explanation(state: PageState, pen: Pen): string[] {
  const question = activeQuestion(state);
  if (question === undefined) return [];
  return [...prose(question.ask, pen).map(pen.bold), '', ...prose(`${pageWords.why} ${question.why}`, pen)];
}

/** What the person needs to know right now, over the keys. */
function notice(state: PageState, pen: Pen): string[] {
  const text = state.explaining ? undefined : noticeText(state);
  return text === undefined ? [] : [...prose(text, pen).map(isUrgent(state) ? pen.bold : pen.dim), ''];
}

function isUrgent(state: PageState): boolean {
  return state.problem !== undefined || state.asking !== undefined;
}

function noticeText(state: PageState): string | undefined {
  if (state.problem !== undefined) return state.problem;
  switch (state.asking) {
    case 'rest':
      return pageWords.askRest;
    case 'all-no':
      return pageWords.askAllNo;
    case 'numbers':
      return state.kind === 'list' && state.lines.length > 1 ? pageWords.askNumbers : pageWords.askNumber;
    case 'empty':
      return emptyText(state);
    default:
      return numberHelp(state);
  }
}

function emptyText(state: PageState): string {
  const none = hintsOf(state, false).find(([key]) => key === 'n');
  if (none === undefined) return pageWords.askNothingChosen;
  return none[1] === 'none of these' ? pageWords.askEmpty : pageWords.askOthers;
}

function numberHelp(state: PageState): string | undefined {
  const question = activeQuestion(state);
  if (state.kind === 'choice' || question?.kind !== 'number') return undefined;
  return scaleEnds(question) ?? expectedNumber(question);
}

function hints(state: PageState, pen: Pen): string[] {
  if (state.explaining) return prose(pageWords.anyKey, pen).map(pen.dim);
  const separator = pen.plain('·') === '·' ? ' · ' : ', ';
  return [false, true]
    .map((leaves) => hintsOf(state, leaves).map(([key, meaning]) => `${pen.plain(key)} ${meaning}`))
    .flatMap((things) => flow(things, separator, pen.width - margin.length))
    .flatMap((row) => pen.wrap(row.join(separator), pen.width - margin.length))
    .map((row) => pen.dim(margin + row));
}

function prose(text: string, pen: Pen): string[] {
  return pen.wrap(text, Math.min(proseWidth, pen.width - margin.length)).map((line) => margin + line);
}
