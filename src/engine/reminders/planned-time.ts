import type { Schedule } from '../../data/reminder-schema.ts';
import type { Slot } from './slots.ts';

/** Why a planned time does not come, whatever the record says. */
export type Barred = 'day-off' | 'quiet' | 'over-cap';

/** A slot with its instant, before it is known when it ends. */
export interface PlannedTime {
  readonly schedule: Schedule;
  /** Day number of the day it belongs to. */
  readonly day: number;
  readonly slot: Slot;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly barred?: Barred;
}
