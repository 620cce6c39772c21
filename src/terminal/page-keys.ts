import { isNumberText } from './number-answer.ts';
import { activeQuestion, isAnswered, isRevisit, type PageState } from './page-state.ts';

/** What a key asks for; `page-update.ts` does it. */
export type PageAction =
  | 'none'
  | 'cycle'
  | 'yes'
  | 'no'
  | 'unsure'
  | 'skip'
  | 'withhold'
  | 'explain'
  | 'erase'
  | 'back'
  | 'next'
  | 'up'
  | 'down';

interface PageKey {
  readonly action: PageAction;
  /** Names of keys, as `readPress` gives them. */
  readonly presses: readonly string[];
  /** The key works on this page and line now. */
  readonly when?: (state: PageState) => boolean;
  /** How the last lines show it: key and meaning. Without one it works and is not shown. */
  readonly hint?: (state: PageState) => readonly [key: string, meaning: string] | undefined;
  /** Leaves the page: shown on a line of its own, in the same place on every page. */
  readonly leaves?: boolean;
}

/**
 * The one table of keys: pages act on it, and the hints on their last lines are made from it. The first entry that
 * fits wins.
 */
const pageKeys: readonly PageKey[] = [
  { action: 'erase', presses: ['backspace'], when: (state) => isTyping(state) || typedText(state) !== '' },
  { action: 'yes', presses: ['y'], when: isLoneTruth, hint: () => ['y', 'yes'] },
  { action: 'no', presses: ['n'], when: isLoneTruth, hint: () => ['n', 'no'] },
  { action: 'none', presses: ['n'], when: canSayNone, hint: noneHint },
  { action: 'cycle', presses: ['space'], when: (state) => !isOnNumber(state), hint: cycleHint },
  { action: 'yes', presses: ['y'], when: isOnTruth },
  // On a list, space goes through "not sure" too, so the hint would say it twice.
  { action: 'unsure', presses: ['u'], hint: (state) => (isOnTruth(state) ? undefined : ['u', 'not sure']) },
  { action: 'skip', presses: ['s'], hint: () => ['s', 'skip'] },
  {
    action: 'withhold',
    presses: ['r'],
    when: (state) => activeQuestion(state)?.private === true,
    hint: () => ['r', 'rather not say'],
  },
  { action: 'explain', presses: ['?'], hint: () => ['?', 'why we ask'] },
  {
    action: 'back',
    presses: ['left', 'b', 'backspace'],
    when: (state) => state.page.canGoBack && !(isTyping(state) && typedText(state) !== ''),
    hint: () => ['←', 'back'],
    leaves: true,
  },
  { action: 'up', presses: ['up', 'k', 'shift-tab'] },
  { action: 'down', presses: ['down', 'j', 'tab'] },
  { action: 'next', presses: ['enter'], hint: () => ['enter', 'next'], leaves: true },
];

/** The key that fits, if any. */
export function findKey(state: PageState, press: string): PageAction | undefined {
  if (isTyped(state, press)) return undefined;
  return pageKeys.find((key) => key.presses.includes(press) && key.when?.(state) !== false)?.action;
}

/** Key and meaning for the last lines, in the order of the table; `leaves` picks the keys that leave the page. */
export function hintsOf(state: PageState, leaves: boolean): readonly (readonly [string, string])[] {
  return pageKeys
    .filter((key) => key.when?.(state) !== false && (key.leaves ?? false) === leaves)
    .filter((key) => !key.presses.every((press) => isTyped(state, press)))
    .map((key) => key.hint?.(state))
    .filter((hint) => hint !== undefined);
}

/** Whether the key belongs to the number being typed, so that it is no command. */
export function isTyped(state: PageState, press: string): boolean {
  const line = state.kind === 'list' ? state.lines[state.active] : undefined;
  // What stood there before the first key does not count: the key replaces it.
  return line?.kind === 'number' && isNumberText(line.question, isTyping(state) ? line.text : '', press);
}

function isTyping(state: PageState): boolean {
  return state.kind === 'list' && state.typing;
}

function typedText(state: PageState): string {
  const line = state.kind === 'list' ? state.lines[state.active] : undefined;
  return line?.kind === 'number' ? line.text : '';
}

function isOnNumber(state: PageState): boolean {
  return state.kind === 'list' && state.lines[state.active]?.kind === 'number';
}

function isOnTruth(state: PageState): boolean {
  return state.kind === 'list' && state.lines[state.active]?.kind === 'truth';
}

function isLoneTruth(state: PageState): boolean {
  return state.kind === 'choice' && state.question.kind === 'bool';
}

function canSayNone(state: PageState): boolean {
  if (state.kind === 'choice')
    return state.question.kind === 'multi' && state.choices.some(({ alone }) => alone === true);
  return state.lines.some(({ kind }) => kind === 'truth');
}

function noneHint(state: PageState): readonly [string, string] | undefined {
  if (state.kind === 'choice') return ['n', 'none of these'];
  const truths = state.lines.filter(({ kind }) => kind === 'truth');
  if (isRevisit(state)) return ['n', 'no to all'];
  if (truths.every(isAnswered)) return undefined;
  return ['n', truths.some(isAnswered) ? 'no to the rest' : 'none of these'];
}

function cycleHint(state: PageState): readonly [string, string] {
  const count = state.kind === 'choice' ? state.choices.length : state.lines.length;
  const keys = count > 1 ? `1-${Math.min(9, count)} or space` : 'space';
  if (state.kind === 'list') return [keys, 'yes/not sure/no'];
  return [keys, state.question.kind === 'multi' ? 'tick' : 'choose'];
}
