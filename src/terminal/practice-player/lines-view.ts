import type { PracticePieces } from '../../context.ts';
import type { PracticeState } from '../../engine/practice/practice-state.ts';
import { practiceView } from '../../engine/practice/practice-view.ts';
import { foldToAscii } from '../../render/glyphs.ts';
import { safeText } from '../../render/safe-text.ts';
import type { TerminalFacts } from '../terminal-facts.ts';
import type { PlayerView } from './player-view.ts';
import { hintsOf } from './practice-keys.ts';

/** For screen readers and simple terminals: one line a change, with the words of the voice; nothing is redrawn. */
export function createLinesView({ output, theme }: TerminalFacts, { script }: PracticePieces): PlayerView {
  let shown: PracticeState | undefined;
  let minutesSaid = Number.POSITIVE_INFINITY;
  let insteadSaid: string | undefined;

  const line = (text: string): void => {
    const safe = safeText(text);
    if (safe !== '') output.write(`${theme.glyphs === 'ascii' ? foldToAscii(safe) : safe}\n`);
  };

  /** Now and then, where there is time to listen. */
  const minutesLeft = (state: PracticeState): string => {
    const view = practiceView(state);
    if (view === undefined || view.segment.kind === 'move') return '';
    const minutes = Math.ceil(view.leftInAll / 60_000);
    if (minutes >= minutesSaid || state.over !== undefined) return '';
    minutesSaid = minutes;
    return minutes === 1 ? ' About 1 minute left.' : ` About ${minutes} minutes left.`;
  };

  const begin = (state: PracticeState): void => {
    const count = script.items.length;
    line(`${script.name}. ${count} ${count === 1 ? 'exercise' : 'exercises'}.`);
    line(
      `Keys: ${hintsOf(state)
        .map(([key, meaning]) => `${keyName(key)} ${meaning}`)
        .join(', ')}.`,
    );
  };

  return {
    open: () => undefined,
    show({ state, effects }, instead) {
      if (shown === undefined) begin(state);
      if (instead !== undefined && instead !== insteadSaid) line(instead);
      insteadSaid = instead;
      const isNew = state.position !== shown?.position;
      const said = effects.find((effect) => effect.kind === 'say')?.text;
      const opensHow = state.showsHow && shown?.showsHow !== true;
      shown = state;
      if (opensHow) return howLines(state).forEach(line);
      const text =
        said ?? (isNew && state.over === undefined ? practiceView(state)?.segment.label : undefined);
      if (text !== undefined) line(text + (isNew ? minutesLeft(state) : ''));
    },
    disturbed: () => undefined,
    close: () => undefined,
  };
}

/** Symbols that a screen reader may leave out, by name. */
function keyName(key: string): string {
  const names: { readonly [key: string]: string } = {
    '←': 'left arrow',
    '→': 'right arrow',
    '?': 'question mark',
  };
  return names[key] ?? key;
}

function howLines(state: PracticeState): readonly string[] {
  const item = practiceView(state)?.item;
  if (item === undefined) return [];
  return [
    `${item.name}:`,
    ...item.steps.map((step, index) => `${index + 1}. ${step}`),
    ...(item.stop === undefined ? [] : [item.stop]),
    'Space goes on.',
  ];
}
