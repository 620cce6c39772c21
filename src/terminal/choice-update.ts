import type { Answer } from '../engine/answers.ts';
import { findKey } from './page-keys.ts';
import { type Choice, type ChoiceState, notSure, type PageStep, reply } from './page-state.ts';
import { pageWords } from './page-words.ts';

/** A key on a page with one question. Choosing from a list of which one holds goes on at once. */
export function updateChoice(state: ChoiceState, press: string): PageStep {
  const isMany = state.question.kind === 'multi';
  const numbered = /^[1-9]$/.test(press) ? state.choices[Number(press) - 1] : undefined;
  if (numbered !== undefined) return isMany ? toggle(state, numbered) : answer(state, numbered.id);
  const highlighted = state.choices[state.active];
  switch (findKey(state, press)) {
    case 'yes':
      return answer(state, 'yes');
    case 'no':
      return answer(state, 'no');
    case 'none':
      return answer(
        state,
        state.choices
          .filter(({ alone }) => alone === true)
          .slice(0, 1)
          .map(({ id }) => id),
      );
    case 'unsure':
      return answer(state, notSure(state.question));
    case 'skip':
      return answer(state, 'skipped');
    case 'withhold':
      return answer(state, 'rather-not-say');
    case 'explain':
      return stay({ ...quiet(state), explaining: true });
    case 'back':
      return { kind: 'done', reply: { kind: 'back' } };
    case 'up':
      return move(state, -1);
    case 'down':
      return move(state, 1);
    case 'cycle':
      if (highlighted === undefined) return stay({ ...state, problem: pageWords.chooseFirst });
      return isMany ? toggle(state, highlighted) : answer(state, highlighted.id);
    case 'next':
      if (isMany) return finish(state);
      if (highlighted === undefined) return stay({ ...state, problem: pageWords.chooseFirst });
      return answer(state, highlighted.id);
    default:
      return stay(state);
  }
}

function finish(state: ChoiceState): PageStep {
  if (state.chosen.length > 0) return answer(state, state.chosen);
  if (state.asking !== undefined) return answer(state, 'skipped');
  return stay({ ...state, asking: 'empty' });
}

function toggle(state: ChoiceState, choice: Choice): PageStep {
  const isOn = state.chosen.includes(choice.id);
  const isAlone = (id: string) => state.choices.find((one) => one.id === id)?.alone === true;
  const others = state.chosen.filter((id) => id !== choice.id && !isAlone(id) && choice.alone !== true);
  const picked = isOn ? others : [...others, choice.id];
  // In the order of the page, so that the order of keys does not show in the answer.
  const chosen = state.choices.map(({ id }) => id).filter((id) => picked.includes(id));
  return stay({ ...quiet(state), chosen, active: state.choices.indexOf(choice) });
}

function move(state: ChoiceState, by: 1 | -1): PageStep {
  const last = state.choices.length - 1;
  const from = state.active < 0 && by < 0 ? last + 1 : state.active;
  return stay({ ...quiet(state), active: Math.min(last, Math.max(0, from + by)) });
}

function answer(state: ChoiceState, given: Answer): PageStep {
  return reply({ [state.question.id]: given });
}

function quiet(state: ChoiceState): ChoiceState {
  return { ...state, asking: undefined, problem: undefined };
}

function stay(state: ChoiceState): PageStep {
  return { kind: 'stay', state };
}
