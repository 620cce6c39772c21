import type { Urgency } from '../data/schema.ts';
import { dayMilliseconds } from './day-count.ts';

/** Where a person stands, by the newest assessment in the record. */
export type Standing = 'unchecked' | 'emergency' | 'urgent' | 'cleared';

/** What commands do, as far as the newest assessment limits it. */
export type Activity = 'information' | 'comfort' | 'sheets' | 'guided-session' | 'plans' | 'reminders';

/**
 * - `yes`: allowed
 * - `advice-first`: allowed under the advice of the assessment
 * - `seven-lines-first`: allowed once the seven lines of relief were answered "none"
 * - `ask-for-diagnose`: asks for an assessment first
 * - `with-stop-rules`: allowed, says "not checked yet"
 * - `advice-only`, `action-only`: only the advice, or only the emergency action, is shown
 * - `off`: not offered
 */
export type Permission =
  | 'yes'
  | 'advice-first'
  | 'seven-lines-first'
  | 'ask-for-diagnose'
  | 'with-stop-rules'
  | 'advice-only'
  | 'action-only'
  | 'off';

/** An assessment older than this no longer speaks for today: 12 weeks. */
export const assessmentLifetimeMilliseconds = 84 * dayMilliseconds;

/** A clock that is put right, or a flight, may leave an assessment ahead of now by so much: a day. */
const clockSlackMilliseconds = dayMilliseconds;

const table: { readonly [standing in Standing]: { readonly [activity in Activity]: Permission } } = {
  unchecked: {
    information: 'yes',
    comfort: 'seven-lines-first',
    sheets: 'with-stop-rules',
    'guided-session': 'seven-lines-first',
    plans: 'ask-for-diagnose',
    reminders: 'off',
  },
  emergency: {
    information: 'advice-first',
    comfort: 'action-only',
    sheets: 'action-only',
    'guided-session': 'action-only',
    plans: 'action-only',
    reminders: 'off',
  },
  urgent: {
    information: 'advice-first',
    comfort: 'yes',
    sheets: 'advice-first',
    'guided-session': 'advice-only',
    plans: 'advice-only',
    reminders: 'off',
  },
  cleared: {
    information: 'yes',
    comfort: 'yes',
    sheets: 'yes',
    'guided-session': 'yes',
    plans: 'yes',
    reminders: 'yes',
  },
};

/** One table, obeyed by every command. */
export function permission(standing: Standing, activity: Activity): Permission {
  return table[standing][activity];
}

/** What of a saved assessment decides where a person stands. */
export interface AssessmentSummary {
  /** When, in milliseconds since 1970. */
  readonly at: number;
  readonly urgency: Urgency;
  readonly complete: boolean;
  /** Emergency only because of thoughts of self-harm: comfort stays open (E9). */
  readonly onlySelfHarm?: boolean;
  /** Beside thoughts of self-harm the body has something that needs a professional soon. */
  readonly urgentToo?: boolean;
  /** Thoughts of self-harm came on top of it, or before it: whom to call is said too. */
  readonly helpLine?: boolean;
}

/**
 * None, incomplete or outdated is `unchecked`. An emergency or urgent result stands until a new assessment,
 * however old or incomplete it is: time alone clears nothing.
 *
 * @param mayBeLost a newer assessment may have stood where the record cannot be read: then none clears
 */
export function standingOf(newest: AssessmentSummary | undefined, now: number, mayBeLost = false): Standing {
  if (newest === undefined) return 'unchecked';
  if (newest.urgency === 'emergency' || newest.urgency === 'urgent') return newest.urgency;
  const age = now - newest.at;
  // One from the days to come was made by a clock that was wrong: how old it is, nobody knows.
  const isCurrent = age <= assessmentLifetimeMilliseconds && age >= -clockSlackMilliseconds;
  return newest.complete && isCurrent && !mayBeLost ? 'cleared' : 'unchecked';
}

/** Comfort (breathing, walking, lying comfortably) is not closed by thoughts of self-harm alone. */
export function comfortPermission(newest: AssessmentSummary | undefined, now: number): Permission {
  if (newest?.onlySelfHarm === true && newest.urgency === 'emergency') return 'advice-first';
  return permission(standingOf(newest, now), 'comfort');
}
