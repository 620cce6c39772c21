import { currentSegment, type PracticeState } from './practice-state.ts';
import { practiceWords } from './practice-words.ts';
import type { EasierItem, ScriptItem, Segment } from './script.ts';
import { spokenMilliseconds } from './speech.ts';

/** Nobody changes how they lie or stand in less. */
const leastMilliseconds = 6000;

/**
 * Puts the easier version of the exercise in its place: time to change over, then the hold or the repetition once more from
 * its start. The state stands before the change. Undefined where there is no easier version, or it is in use.
 */
export function easierVersion(state: PracticeState): PracticeState | undefined {
  const segment = currentSegment(state);
  const item = state.script.items[segment?.item ?? 0];
  if (segment === undefined || item?.easier === undefined) return undefined;
  const position = startOfRepetition(state, segment);
  const change = changeOver(segment, item.easier.way);
  const { items, segments } = state.script;
  return {
    ...state,
    script: {
      ...state.script,
      items: items.with(segment.item, inEasierVersion(item, item.easier)),
      segments: segments.toSpliced(position, 0, change),
    },
    reached: state.reached.toSpliced(position, 0, 0),
    position,
    into: 0,
  };
}

function inEasierVersion({ easier: _, ...item }: ScriptItem, { way: __, ...easier }: EasierItem): ScriptItem {
  return { ...item, ...easier, variant: 'easier' };
}

function changeOver({ item, side }: Segment, easier: string): Segment {
  const say = practiceWords.easier(easier);
  return {
    kind: 'get-ready',
    item,
    milliseconds: Math.max(leastMilliseconds, Math.ceil(spokenMilliseconds(say) / 1000) * 1000),
    ...(side === undefined ? {} : { side }),
    label: 'easier version',
    say,
    cue: 'change',
    picture: 'start',
  };
}

function startOfRepetition({ script: { segments }, position }: PracticeState, now: Segment): number {
  if (now.repetition === undefined) return position;
  const first = segments.findIndex(
    ({ item, kind, side, set, repetition }) =>
      item === now.item &&
      kind === now.kind &&
      side === now.side &&
      set?.number === now.set?.number &&
      repetition?.number === now.repetition?.number,
  );
  return first === -1 ? position : first;
}
