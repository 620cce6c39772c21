import type { Citation } from '../data/schema.ts';
import type { StressTables } from '../data/stress-schema.ts';
import type { StressNow } from '../engine/stress/stress-now.ts';
import type { StressLine } from '../engine/stress/today-lines.ts';
import type { StressWeek } from '../engine/stress/week.ts';
import type { Contact } from './contact.ts';
import type { Block } from './document.ts';

/** A stress plan on one day of the person. */
export interface StressOnDay {
  readonly now: StressNow;
  readonly today: number;
  readonly week: StressWeek;
  /** What a review looks back on. */
  readonly sinceReview: StressWeek;
  /** What is due today. */
  readonly lines: readonly StressLine[];
}

/** A plan, and everything around it that its documents name. */
export interface StressView {
  readonly contact: Contact;
  readonly tables: StressTables;
  readonly plan: StressOnDay;
  /** `proposal`: nothing of it was kept, and nobody has agreed to it yet. */
  readonly state: 'kept' | 'proposal';
  /** What must be said first, such as the number of a crisis line. */
  readonly before: readonly Block[];
  /** `short`: one screen. `full`: with reasons, steps and sources. */
  readonly detail: 'short' | 'full';
  readonly sources: readonly Citation[];
}
