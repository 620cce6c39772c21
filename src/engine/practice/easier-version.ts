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
  const { round = [] } = item.easier;
  const easier = withRound({ segments, reached: state.reached }, { position, item: segment.item, round });
  return {
    ...state,
    script: {
      ...state.script,
      items: items.with(segment.item, inEasierVersion(item, item.easier)),
      segments: easier.segments.toSpliced(position, 0, change),
    },
    reached: easier.reached.toSpliced(position, 0, 0),
    position,
    into: 0,
  };
}

type Played = Pick<PracticeState, 'reached'> & Pick<PracticeState['script'], 'segments'>;

/**
 * The moves that are left of this item, in rounds of another rhythm and in the same time. What is no whole round any more
 * goes to what comes after them.
 */
function withRound(
  { segments, reached }: Played,
  {
    position,
    item,
    round,
  }: { readonly position: number; readonly item: number; readonly round: readonly Segment[] },
): Played {
  const isMove = (segment: Segment) => segment.item === item && segment.kind === 'move';
  const first = segments.findIndex((segment, place) => place >= position && isMove(segment));
  const end = segments.findLastIndex(isMove) + 1;
  const left = lengthOf(segments.slice(first, end));
  const count = Math.floor(left / Math.max(1, lengthOf(round)));
  if (first === -1 || round.length === 0 || count === 0) return { segments, reached };
  const moves = Array.from({ length: count }, () => round).flat();
  const rest = left - lengthOf(moves);
  const replaced = [...segments.slice(0, first), ...moves, ...segments.slice(end)];
  const longer = Math.min(first + moves.length, replaced.length - 1);
  return {
    segments: replaced.map((segment, place) =>
      place === longer ? { ...segment, milliseconds: segment.milliseconds + rest } : segment,
    ),
    reached: [...reached.slice(0, first), ...moves.map(() => 0), ...reached.slice(end)],
  };
}

function lengthOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
}

function inEasierVersion(
  { easier: _, ...item }: ScriptItem,
  { way: __, round: ___, ...easier }: EasierItem,
): ScriptItem {
  return { ...item, ...easier, variant: 'easier' };
}

function changeOver({ item, side, breath }: Segment, easier: string): Segment {
  const say = practiceWords.easier(easier);
  return {
    kind: 'get-ready',
    item,
    milliseconds: Math.max(leastMilliseconds, Math.ceil(spokenMilliseconds(say) / 1000) * 1000),
    ...(side === undefined ? {} : { side }),
    label: 'easier version',
    say,
    cue: 'change',
    // A picture that breathes stays where it is.
    ...(breath === undefined ? {} : { breath: { from: 0, to: 0, sways: true } }),
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
