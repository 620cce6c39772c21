/** Time that passes in a guided session. Elapsed time never goes back, and paused time never counts. */
import {
  currentSegment,
  isRunning,
  isWork,
  type PracticeEffect,
  type PracticeState,
  type PracticeStep,
  saying,
} from './practice-state.ts';
import { practiceWords } from './practice-words.ts';
import type { Segment } from './script.ts';

/** Nobody ticks this late but a machine that slept: then nobody was exercising either. Anything shorter is caught up with. */
export const longestTick = 3000;

/** Moves the session on to this moment. A clock that went back changes nothing but where counting goes on from. */
export function advance(state: PracticeState, at: number): PracticeStep {
  if (state.over !== undefined) return { state, effects: [] };
  const passed = at - state.at;
  if (passed <= 0) return { state: { ...state, at }, effects: [] };
  if (!isRunning(state)) return { state: { ...state, at, paused: state.paused + passed }, effects: [] };
  if (passed <= longestTick) return run({ ...state, at }, passed);
  const paused = { ...state, at, paused: state.paused + passed };
  return {
    state: { ...paused, pause: 'away', pauses: state.pauses + 1 },
    effects: saying(practiceWords.away),
  };
}

/** Goes to a segment, from its beginning; past the last one the session is over. */
export function enter(state: PracticeState, position: number): PracticeStep {
  const entered = { ...state, position, into: 0, showsHow: false };
  const segment = currentSegment(entered);
  if (segment === undefined) return finish(entered);
  const skipped = state.skipped.includes(segment.item)
    ? state.skipped.filter((item) => item !== segment.item)
    : state.skipped;
  return { state: { ...entered, skipped }, effects: begin(segment) };
}

function run(start: PracticeState, milliseconds: number): PracticeStep {
  let step: PracticeStep = { state: start, effects: [] };
  for (let left = milliseconds; ; ) {
    const { state } = step;
    const segment = currentSegment(state);
    // The moment at which it was over, not the one at which that was noticed.
    if (segment === undefined) return { ...step, state: { ...state, at: state.at - left } };
    const rest = segment.milliseconds - state.into;
    if (left < rest) {
      const spent = spend(state, segment, left);
      const remark = segment.remarks?.findLast(({ at }) => at > state.into && at <= spent.into);
      return { state: spent, effects: remark === undefined ? step.effects : saying(remark.say) };
    }
    left -= rest;
    // What begins last is what counts: a late tick does not read out what is over.
    step = enter(spend(state, segment, rest), state.position + 1);
  }
}

function spend(state: PracticeState, segment: Segment, milliseconds: number): PracticeState {
  const into = Math.min(segment.milliseconds, state.into + milliseconds);
  const { position, elapsed, reached, worked } = state;
  const best = Math.max(reached[position] ?? 0, into);
  return {
    ...state,
    into,
    elapsed: elapsed + milliseconds,
    reached: best === reached[position] ? reached : reached.with(position, best),
    worked: isWork(segment) ? worked.with(segment.item, (worked[segment.item] ?? 0) + milliseconds) : worked,
  };
}

function begin({ cue, say }: Segment): readonly PracticeEffect[] {
  return [...(cue === 'none' ? [] : [{ kind: 'cue' as const, cue }]), ...saying(say)];
}

function finish(state: PracticeState): PracticeStep {
  const effects: readonly PracticeEffect[] = [
    { kind: 'cue', cue: 'end' },
    ...saying(state.script.closing),
    { kind: 'finished' },
  ];
  return { state: { ...state, over: 'finished', pause: undefined }, effects };
}
