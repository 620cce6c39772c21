import { type Commitment, ifThen, smallIfThen } from './commitment.ts';
import type { StressHistory, TickState } from './stress-events.ts';
import type { StressNow } from './stress-now.ts';
import { isPlannedOn, tickOn } from './week.ts';

/** Id of the calm session among the lines of a day, and in ticks. */
export const sessionLine = 'session';

/** One line of today, for the page of the day and for reminders. */
export interface StressLine {
  readonly id: string;
  /** Undefined for the calm session. */
  readonly commitment?: Commitment;
  /** The if-then sentence; empty for the calm session. */
  readonly sentence: string;
  /** The same for a bad day. */
  readonly small: string;
  readonly state: TickState;
  /** Command that starts it, without `backcare`. */
  readonly starts?: string;
}

/**
 * What is due today, done or not, in the order of the plan, the calm session last. Nothing while the plan waits.
 *
 * @param calmDays days of the person on which a calm session was done
 */
export function stressToday(
  history: StressHistory,
  now: StressNow,
  today: number,
  calmDays: readonly number[],
): readonly StressLine[] {
  if (now.waits) return [];
  const lines = now.commitments
    .filter((commitment) => isPlannedOn(history, commitment, today))
    .map(
      (commitment): StressLine => ({
        id: commitment.id,
        commitment,
        sentence: ifThen(commitment),
        small: smallIfThen(commitment),
        state: tickOn(history, commitment.id, today),
      }),
    );
  if (now.session === undefined) return lines;
  const tick = tickOn(history, sessionLine, today);
  const isDone = tick === 'open' && calmDays.includes(today);
  return [
    ...lines,
    {
      id: sessionLine,
      sentence: '',
      small: '',
      state: isDone ? 'done' : tick,
      starts: `stress-plan breathe ${now.session}`,
    },
  ];
}
