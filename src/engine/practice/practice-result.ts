import { isWork, type PracticeState } from './practice-state.ts';
import type { ScriptItem } from './script.ts';

/** How much of one exercise was done. */
export interface ItemResult {
  readonly exercise: string;
  readonly variant: ScriptItem['variant'];
  /** `skipped`: left out on purpose, or passed by. `not-reached`: it ended before. */
  readonly done: 'done' | 'partly' | 'skipped' | 'not-reached';
  /** Seconds of work, repeated work included; getting ready and rests are left out. */
  readonly seconds: number;
}

/** What came of a guided session. */
export interface PracticeResult {
  readonly items: readonly ItemResult[];
  /** Time that ran, in milliseconds. */
  readonly activeMilliseconds: number;
  readonly pausedMilliseconds: number;
  readonly pauses: number;
  /** The person, or a signal, ended it before its end. */
  readonly endedEarly: boolean;
}

/** From here on an exercise counts as done: a few seconds less are nobody's business. */
const almostAll = 0.9;

/** What was done until now; of a session that still runs, what would be kept. */
export function practiceResult(state: PracticeState): PracticeResult {
  const { script, position, worked, elapsed, paused, pauses, over } = state;
  const endedIn = script.segments[position]?.item ?? script.items.length;
  return {
    items: script.items.map(({ exercise, variant }, item) => ({
      exercise,
      variant,
      done: doneOf(state, item, endedIn),
      seconds: Math.round((worked[item] ?? 0) / 1000),
    })),
    activeMilliseconds: Math.round(elapsed),
    pausedMilliseconds: Math.round(paused),
    pauses,
    endedEarly: over !== 'finished',
  };
}

function doneOf(
  { script, reached, skipped }: PracticeState,
  item: number,
  endedIn: number,
): ItemResult['done'] {
  let planned = 0;
  let done = 0;
  script.segments.forEach((segment, index) => {
    if (segment.item !== item || !isWork(segment)) return;
    planned += segment.milliseconds;
    done += reached[index] ?? 0;
  });
  if (skipped.includes(item)) return 'skipped';
  if (done >= almostAll * planned) return 'done';
  if (done > 0) return 'partly';
  return item < endedIn ? 'skipped' : 'not-reached';
}
