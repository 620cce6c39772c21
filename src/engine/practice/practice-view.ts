import { isBreathing } from './breath.ts';
import { currentSegment, endOfPart, isRunning, type PracticeState } from './practice-state.ts';
import type { ScriptItem, Segment } from './script.ts';

/** What there is to show of a session at one moment. Times are milliseconds. */
export interface PracticeView {
  readonly item: ScriptItem;
  /** Counting from one. */
  readonly itemNumber: number;
  readonly itemCount: number;
  readonly segment: Segment;
  readonly into: number;
  readonly left: number;
  /** Until the end of the session. */
  readonly leftInAll: number;
  /** What comes next, short: "rest", "change to the right leg", the name of an exercise; undefined at the end. */
  readonly next: string | undefined;
}

/** Undefined only for a script without segments. */
export function practiceView(state: PracticeState): PracticeView | undefined {
  const { script, position, into } = state;
  const segment = currentSegment(state) ?? script.segments.at(-1);
  const item = script.items[segment?.item ?? 0];
  if (segment === undefined || item === undefined) return undefined;
  const gone = position < script.segments.length ? into : segment.milliseconds;
  const rest = script.segments.slice(position).reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  return {
    item,
    itemNumber: segment.item + 1,
    itemCount: script.items.length,
    segment,
    into: gone,
    left: segment.milliseconds - gone,
    leftInAll: Math.max(0, rest - into),
    next: nextOf(state, segment.item),
  };
}

function nextOf(state: PracticeState, item: number): string | undefined {
  const next = state.script.segments[endOfPart(state)];
  if (next === undefined) return undefined;
  return next.item === item ? next.label : state.script.items[next.item]?.name;
}

/**
 * Milliseconds until something changes that can be seen or heard: a second, a remark, a segment. Undefined while time
 * stands still.
 *
 * @param frame milliseconds between two pictures of one that moves; left out: nothing is drawn
 */
export function untilNextChange(state: PracticeState, frame?: number): number | undefined {
  const segment = currentSegment(state);
  if (segment === undefined || !isRunning(state)) return undefined;
  const left = segment.milliseconds - state.into;
  const remark = segment.remarks?.find(({ at }) => at > state.into)?.at ?? segment.milliseconds;
  const picture = frame !== undefined && isBreathing(segment) ? frame - (state.into % frame) : left;
  return Math.min(left, remark - state.into, left % 1000 || 1000, picture);
}
