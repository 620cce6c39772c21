import type { Routine } from '../data/exercise-schema.ts';
import type { PlannedItem } from '../engine/routine/plan.ts';
import type { Block } from './document.ts';
import type { PlannedRoutine } from './routine-turns.ts';

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/**
 * Boxes for a week. One session a day: a row for each exercise. Several: a row for each session, since nobody ticks
 * forty boxes a day. The last row takes a number.
 */
export function weekOfTicks(
  plans: readonly PlannedRoutine[],
  items: readonly PlannedItem[],
  routine: Routine | undefined,
): Block {
  const sessions = routine?.sessionsADay ?? plans.length;
  const rows = sessions > 1 ? sessionRows(sessions, plans) : items.map(rowOf);
  return {
    kind: 'ticks',
    label: 'A tick when it is done. In the last row a number: 0 no pain, 10 the worst.',
    columns: days,
    rows: [...rows, 'Pain after it, 0 to 10'],
  };
}

function sessionRows(sessions: number, plans: readonly PlannedRoutine[]): string[] {
  return Array.from({ length: sessions }, (_, index) => {
    const plan = plans[index % plans.length];
    const only = plans.length > 1 && plan?.items.length === 1 ? plan.items[0] : undefined;
    return `Session ${index + 1}${only === undefined ? '' : `: ${rowOf(only)}`}`;
  });
}

function rowOf({ exercise, variant, how }: PlannedItem): string {
  const version = variant === 'standard' ? '' : ` (${variant})`;
  return `${exercise.name}${version}, ${how}`;
}
