import { advance, enter } from './advance.ts';
import { easierVersion } from './easier-version.ts';
import {
  currentSegment,
  endOfPart,
  isRunning,
  type PracticeEvent,
  type PracticeState,
  type PracticeStep,
  saying,
} from './practice-state.ts';
import { practiceWords } from './practice-words.ts';
import type { PracticeScript } from './script.ts';
import { firstThatFits } from './speech.ts';

/** "Back" within this of the start of an exercise goes to the one before it. */
const stillAtStart = 3000;

/** Begins the first segment at this moment, by a clock that has no date. */
export function startPractice(script: PracticeScript, at: number): PracticeStep {
  const state: PracticeState = {
    script,
    position: 0,
    into: 0,
    at,
    over: undefined,
    pause: undefined,
    showsHow: false,
    elapsed: 0,
    paused: 0,
    pauses: 0,
    reached: script.segments.map(() => 0),
    worked: script.items.map(() => 0),
    skipped: [],
  };
  return enter(state, 0);
}

/** What an event changes. Time passes first, up to the moment of the event; after the end nothing changes any more. */
export function updatePractice(before: PracticeState, event: PracticeEvent): PracticeStep {
  const now = advance(before, event.at);
  if (now.state.over !== undefined) return now;
  // The key was meant for a session that ran: now that nobody was there, it stays paused.
  const isStale = before.pause === undefined && now.state.pause === 'away';
  const acted =
    isStale && (event.kind === 'toggle-pause' || event.kind === 'how') ? undefined : act(now.state, event);
  if (acted === undefined) return now;
  return acted.effects.length === 0 ? { ...acted, effects: now.effects } : acted;
}

/** Undefined: nothing but time. */
function act(state: PracticeState, { kind }: PracticeEvent): PracticeStep | undefined {
  switch (kind) {
    case 'tick':
    case 'resized':
      return undefined;
    case 'toggle-pause':
      return isRunning(state) ? pause(state, 'asked') : goOn({ ...state, pause: undefined, showsHow: false });
    case 'how':
      return toggleHow(state);
    case 'back':
      return enter(state, startBefore(state));
    case 'forward':
      return enter(state, endOfPart(state));
    case 'skip':
      return skip(state);
    case 'easier':
      return easier(state);
    case 'stop':
      return {
        state: { ...state, over: 'stopped', showsHow: false },
        effects: [...saying(practiceWords.stopped), { kind: 'finished' }],
      };
    case 'suspended':
      return isRunning(state) ? { ...pause(state, 'away'), effects: [] } : undefined;
    case 'resumed':
      return state.pause === 'away' ? { state, effects: saying(practiceWords.away) } : undefined;
  }
}

function pause(state: PracticeState, reason: 'asked' | 'away'): PracticeStep {
  return {
    state: { ...state, pause: reason, pauses: state.pauses + 1 },
    effects: saying(practiceWords.paused),
  };
}

/** Says where it goes on, as far as there is time. Getting ready begins anew: nobody remembers half an announcement. */
function goOn(state: PracticeState): PracticeStep {
  const segment = currentSegment(state);
  if (segment === undefined || segment.kind === 'get-ready') return enter(state, state.position);
  const wordings = [practiceWords.goingOnWith(segment.label), practiceWords.goingOn];
  return {
    state,
    effects: [
      { kind: 'cue', cue: 'begin' },
      ...saying(firstThatFits(wordings, segment.milliseconds - state.into)),
    ],
  };
}

function toggleHow(state: PracticeState): PracticeStep {
  if (state.showsHow) {
    const closed = { ...state, showsHow: false };
    return isRunning(closed) ? goOn(closed) : { state: closed, effects: [] };
  }
  const item = state.script.items[currentSegment(state)?.item ?? 0];
  return {
    state: { ...state, showsHow: true, pauses: state.pauses + (isRunning(state) ? 1 : 0) },
    effects: saying([...(item?.steps ?? []), ...(item?.stop === undefined ? [] : [item.stop])].join(' ')),
  };
}

function skip(state: PracticeState): PracticeStep {
  const item = currentSegment(state)?.item ?? 0;
  const next = state.script.segments.findIndex((segment) => segment.item > item);
  const skipped = [...state.skipped.filter((one) => one !== item), item];
  return enter({ ...state, skipped }, next === -1 ? state.script.segments.length : next);
}

function easier(state: PracticeState): PracticeStep | undefined {
  const swapped = easierVersion(state);
  return swapped === undefined ? undefined : enter(swapped, swapped.position);
}

/** The start of this exercise; from there, the start of the one before. */
function startBefore({ script: { segments }, position, into }: PracticeState): number {
  const item = segments[position]?.item ?? 0;
  const start = segments.findIndex((segment) => segment.item === item);
  const since = segments.slice(start, position).reduce((sum, { milliseconds }) => sum + milliseconds, into);
  if (since > stillAtStart) return start;
  const earlier = segments.findIndex((segment) => segment.item === item - 1);
  return Math.max(0, earlier === -1 ? start : earlier);
}
