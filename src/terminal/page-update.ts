import type { Answers } from '../engine/answers.ts';
import { updateChoice } from './choice-update.ts';
import { listSoFar, updateList } from './list-update.ts';
import type { PageState, PageStep } from './page-state.ts';

/** One key on a page: the next state, or what was answered. Pure, so every path of keys can be tested without a terminal. */
export function updatePage(state: PageState, press: string): PageStep {
  if (state.explaining) return { kind: 'stay', state: { ...state, explaining: false } };
  return state.kind === 'list' ? updateList(state, press) : updateChoice(state, press);
}

/** What was answered on a page that is not finished: a person who leaves it now loses none of that. */
export function answersSoFar(state: PageState): Answers {
  if (state.kind === 'list') return listSoFar(state);
  const isMany = state.question.kind === 'multi' && state.chosen.length > 0;
  return isMany ? { [state.question.id]: state.chosen } : {};
}

/** The parts of a readline key that count. Keys made by tests have a name only. */
export interface Keypress {
  readonly name?: string | undefined;
  readonly sequence?: string | undefined;
  readonly ctrl?: boolean | undefined;
  readonly meta?: boolean | undefined;
  readonly shift?: boolean | undefined;
}

/** One name for a key, '' for one that no page knows. Readline names letters and arrows and leaves "?" to its sequence. */
export function readPress(key: Keypress): string {
  if (key.ctrl === true || key.meta === true) return '';
  const name = key.name ?? key.sequence ?? '';
  if (name === 'return') return 'enter';
  if (name === ' ') return 'space';
  return name === 'tab' && key.shift === true ? 'shift-tab' : name;
}
