/** The words around a guided session on the screen. */
import type { PracticeState } from '../../engine/practice/practice-state.ts';
import type { PracticeView } from '../../engine/practice/practice-view.ts';
import { practiceWords } from '../../engine/practice/practice-words.ts';
import type { Segment } from '../../engine/practice/script.ts';

/** "2 of 5 · 3:40 left". */
export function progressText({ itemNumber, itemCount, leftInAll }: PracticeView): string {
  return `${itemNumber} of ${itemCount} · ${clockText(leftInAll)} left`;
}

/** Where in the exercise: "3 of 10 · round 1 of 2"; empty where nothing is counted. */
export function countText({ repetition, set }: Segment): string {
  return [
    ...(repetition === undefined ? [] : [`${repetition.number} of ${repetition.of}`]),
    ...(set === undefined ? [] : [`round ${set.number} of ${set.of}`]),
  ].join(' · ');
}

/** What stands large: how often until now, or how long it still is. */
export function largeText({ segment, left }: PracticeView): string {
  if (isCounted(segment)) return String(segment.repetition?.number ?? '');
  return segment.milliseconds < leastClock ? String(Math.ceil(left / 1000)) : clockText(left);
}

/** The widest that stands there while the segment lasts: what is as large as the room allows must not jump. */
export function widestLargeText({ segment }: PracticeView): string {
  if (isCounted(segment)) return '0'.repeat(Math.max(2, String(segment.repetition?.of ?? '').length));
  return segment.milliseconds < leastClock ? '00' : clockText(segment.milliseconds).replace(/\d/g, '0');
}

/** Why it stands still, if it does. */
export function pauseText({ pause }: PracticeState): string | undefined {
  if (pause === undefined) return undefined;
  return pause === 'away' ? practiceWords.away : 'Paused. Space goes on.';
}

/** Moves of a few seconds are counted, not timed: nobody reads a second hand from the floor. */
function isCounted({ kind, repetition }: Segment): boolean {
  return kind === 'move' && repetition !== undefined;
}

/** From here on minutes are shown. */
const leastClock = 100_000;

/** "3:40". The second that has begun counts. */
function clockText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
