import type { AssessmentSummary, Standing } from '../engine/permissions.ts';
import type { Trend } from '../engine/progress/trend.ts';
import type { PlanState } from '../engine/today/next-step.ts';
import type { ConcernGlance } from './concern-glance.ts';
import type { Contact } from './contact.ts';
import type { Tone } from './document.ts';

/** Everything that bare `backcare` shows. Any part may be missing. */
export interface TodayView {
  readonly contact: Contact;
  /** Of the newest assessment; undefined when there is none. */
  readonly summary: AssessmentSummary | undefined;
  readonly standing: Standing;
  /** Whole days since the assessment, by the person's own day. */
  readonly daysAgo: number;
  /** A newer assessment may have stood where the record cannot be read. */
  readonly mayBeLost: boolean;
  /** What the record says about the day; undefined when it says nothing. */
  readonly day: DayGlance | undefined;
}

/** What the last days say. */
export interface DayGlance {
  /** "Sun 22 Nov". */
  readonly today: string;
  /** Usual pain of the last days; undefined when none was noted. */
  readonly trend: Trend | undefined;
  /** Of the newest day with an entry; undefined when none was noted. The trend has the mean of a day, which hides its worst. */
  readonly pain: PainGlance | undefined;
  /** Usual pain was noted today. */
  readonly isNoted: boolean;
  /** Guided sessions of today, the first one first. */
  readonly practised: readonly { readonly name: string; readonly minutes: number }[];
  /** One of them was exercise, and not only breathing or letting go. */
  readonly hasExercised: boolean;
  /** What an entry called for since the newest assessment: a look at the danger signs. */
  readonly concern: ConcernGlance | undefined;
  /** Day of the check-in that waits; undefined when none does. */
  readonly checkIn: number | undefined;
  /** A plan that was begun and may be shown. */
  readonly plan: PlanGlance | undefined;
  /** A stress plan that was made and may be shown. */
  readonly stress?: StressGlance | undefined;
  /** Reminders that are set, and may come. */
  readonly reminder: ReminderGlance | undefined;
}

/** The reminder that is due or comes next, made where reminders are known. */
export interface ReminderGlance {
  /** "14:30 movement break". */
  readonly line: string;
  /** ISO 8601 with offset; left out where none comes. */
  readonly at?: string;
  readonly isDue: boolean;
}

export interface PainGlance {
  /** Usual pain of the newest entry. */
  readonly newest: number;
  /** Usual or worst pain of any entry of that day. */
  readonly highest: number;
  readonly isToday: boolean;
}

/** What today's page says of a plan, made where plans are known: a day without one loads none of it. */
export interface PlanGlance extends PlanState {
  readonly track: string;
  /** "day 5 · Move". */
  readonly where: string;
  readonly list: readonly PlanLine[];
  /** The list asks for the day's pain by itself. */
  readonly asksPain: boolean;
  /** Also while a flare runs. */
  readonly isOnDaysOff: boolean;
  /** What is not as usual, gravest first. */
  readonly news: { readonly tone: Tone; readonly title: string; readonly line: string } | undefined;
  /** What waits for the person: questions, a step that is proposed. */
  readonly due: readonly string[];
}

export interface PlanLine {
  readonly text: string;
  readonly done: number;
  readonly wanted: number;
  readonly isDone: boolean;
  /** For the taking: in no goal. */
  readonly isComfort: boolean;
}

/** What today's page says of a stress plan, made where those are known: a day without one loads none of it. */
export interface StressGlance {
  /** Small things of today, done or not; empty while the plan waits. */
  readonly list: readonly StressGlanceLine[];
  /** What waits for the person, such as the weekly review. */
  readonly due: readonly string[];
}

export interface StressGlanceLine {
  readonly text: string;
  readonly isDone: boolean;
  /** Left out today: it costs nothing. */
  readonly isLeftOut: boolean;
}
